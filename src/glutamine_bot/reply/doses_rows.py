"""The dose figures as rows on one scale: what each says, from where to where it goes, and where it stands."""

from collections.abc import Iterator
from fractions import Fraction

from glutamine_bot.domain.knowledge_base import KnowledgeBase
from glutamine_bot.domain.limits import Limit
from glutamine_bot.domain.values import frozen


@frozen
class Own:
    """What an adult said of themselves: an amount in grams a day, from low to high, and body weight in kilograms."""

    amount: tuple[Fraction, Fraction] | None = None
    weight: Fraction | None = None


@frozen
class Row:
    """One figure. `span` is in grams a day, None where it depends on a body weight that is not known or not an adult's.

    `source` is the number of its source, 0 for an amount that the person named; `ceiling` marks one to stay below.
    """

    label: str
    who: str
    span: tuple[Fraction, Fraction] | None
    source: int
    ceiling: bool = False


def dose_rows(knowledge: KnowledgeBase, own: Own) -> tuple[Row, ...]:
    """A row for each figure in the knowledge base's order, then one for the person's own amount if they named it."""
    numbers = {place: number for number, place in enumerate(source_places(knowledge), 1)}
    rows = [row for limit in knowledge.limits.values() for row in _rows(limit, numbers[_place(knowledge, limit)], own)]
    if own.amount:
        rows.append(Row(f"you said {_range(*own.amount)} g a day", "you", own.amount, 0))
    return tuple(rows)


def source_places(knowledge: KnowledgeBase) -> list[tuple[str, str]]:
    """Title and section of each source of a figure, once, in the order in which they are first used."""
    return list(dict.fromkeys(_place(knowledge, limit) for limit in knowledge.limits.values()))


def grams(amount: Fraction) -> str:
    """An amount as people write it, with at most two decimals: 0.5, 3, 12.25."""
    return f"{float(amount):.2f}".rstrip("0").rstrip(".")


def _rows(limit: Limit, source: int, own: Own) -> Iterator[Row]:
    low = limit.high if limit.low is None else limit.low
    span = None if limit.per_kg else (low, limit.high)
    yield Row(limit.label, limit.who, span, source, limit.ceiling)
    # A ceiling by weight is a child's, for whom nothing is worked out (design, section 5).
    if limit.per_kg and not limit.ceiling and own.weight:
        span = (low * own.weight, limit.high * own.weight)
        yield Row(f"  at {grams(own.weight)} kg: {_range(*span)} g a day", "you", span, source)


def _range(low: Fraction, high: Fraction) -> str:
    return grams(low) if low == high else f"{grams(low)}-{grams(high)}"


def _place(knowledge: KnowledgeBase, limit: Limit) -> tuple[str, str]:
    fact = knowledge.facts[limit.fact]
    return knowledge.sources[fact.source].title, fact.section


def spans(rows: tuple[Row, ...]) -> Iterator[tuple[Fraction, Fraction]]:
    """The spans of the rows that have one."""
    return (row.span for row in rows if row.span)
