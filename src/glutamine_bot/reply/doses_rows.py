"""The dose figures as rows on one scale: what each says, from where to where it goes, and where it stands."""

from collections.abc import Iterator
from fractions import Fraction
from typing import Final

from glutamine_bot.domain.knowledge_base import KnowledgeBase
from glutamine_bot.domain.limits import Limit
from glutamine_bot.domain.values import frozen
from glutamine_bot.reply.arithmetic import for_weight, in_grams, number

LIGHTEST_ADULT: Final = Fraction(30)
"""Kilograms of body weight below which somebody is taken for a child, for whom nothing is worked out."""


@frozen
class Own:
    """What an adult said of themselves: an amount in grams a day, from low to high, and body weight in kilograms."""

    amount: tuple[Fraction, Fraction] | None = None
    weight: Fraction | None = None


@frozen
class Row:
    """One figure. `span` is in grams a day, None where it depends on a body weight that is not known or not an adult's.

    `source` is the number of its document, 0 for an amount that the person named; `ceiling` marks one to stay below,
    `own` one that is worked out for the person or named by them.
    """

    label: str
    who: str
    span: tuple[Fraction, Fraction] | None
    source: int
    ceiling: bool = False
    own: bool = False


def dose_rows(knowledge: KnowledgeBase, own: Own) -> tuple[Row, ...]:
    """A row for each figure in the knowledge base's order, then one for the person's own amount if they named it."""
    rows = [row for limit in knowledge.limits.values() for row in _rows(knowledge, limit, own)]
    if own.amount:
        label = knowledge.replies["doses_own"].format(amount=in_grams(*own.amount, knowledge.replies))
        rows.append(Row(label, knowledge.replies["doses_you"], own.amount, 0, own=True))
    return tuple(rows)


def spans(rows: tuple[Row, ...]) -> Iterator[tuple[Fraction, Fraction]]:
    """The spans of the rows that have one."""
    return (row.span for row in rows if row.span)


def worked_out(knowledge: KnowledgeBase, own: Own) -> bool:
    """Whether a figure by body weight is worked out for the person."""
    return any(row.own and row.source for row in dose_rows(knowledge, own))


def _rows(knowledge: KnowledgeBase, limit: Limit, own: Own) -> Iterator[Row]:
    source = list(knowledge.sources).index(knowledge.facts[limit.fact].source) + 1
    low = limit.high if limit.low is None else limit.low
    span = None if limit.per_kg else (low, limit.high)
    yield Row(limit.label, limit.who, span, source, limit.ceiling)
    # A ceiling by weight is a child's, for whom nothing is worked out (design, section 5).
    if limit.per_kg and not limit.ceiling and own.weight and own.weight >= LIGHTEST_ADULT:
        span = for_weight(low, limit.high, own.weight, own.weight)
        amount = "-".join(dict.fromkeys(number(end)[0] for end in span))
        label = knowledge.replies["doses_at_weight"].format(weight=number(own.weight)[0], amount=amount)
        yield Row(label, knowledge.replies["doses_you"], span, source, own=True)
