"""An amount in an answer or limit is one that its facts state."""

import re
from collections.abc import Iterable, Iterator

from glutamine_bot.checking.base import Base
from glutamine_bot.domain.errors import Fault
from glutamine_bot.knowledge.nodes import Scalar, Sequence
from glutamine_bot.knowledge.pinpointing import pinpoint
from glutamine_bot.knowledge.rules.rule import Example, Rule
from glutamine_bot.knowledge.scalars import as_grams

CODE = "unsourced-figure"
_NUMBER = re.compile(r"\d+(?:\.\d+)?")


def _check(base: Base) -> Iterator[Fault]:
    """Every amount in digits that none of the facts has that are named for it; nothing while facts are missing."""
    facts = {fact.id: _numbers(fact.value.says) for fact in base.parsed.facts.entries}
    measures = _measures(base.parsed.english.cues.get("mass_units", ()))
    for what, written, named in _stated(base):
        if not named or any(fact not in facts for fact in named):
            continue
        known = set[float]().union(*(facts[fact] for fact in named))
        grams = as_grams(written)
        if grams is not None and float(grams) in known:
            continue
        for amount in _amounts(measures, written.text):
            if float(amount) not in known:
                message = f"{what} says {amount}, and none of the facts that it rests on does"
                place = pinpoint(base.parsed.texts, written, amount)
                yield place.fault(CODE, message, "mend the figure, or name the fact that states it")


def _stated(base: Base) -> Iterator[tuple[str, Scalar, tuple[str, ...]]]:
    """What may state amounts, its text, and the facts that it names."""
    for topic in base.parsed.topics.entries:
        if isinstance(topic.get("facts"), Sequence):
            yield from ((f"the answer of {topic.id!r}", text, topic.value.facts) for text in topic.items("answer"))
    for limit in base.parsed.limits.entries:
        yield from ((f"the limit {limit.id!r}", text, (limit.value.fact,)) for text in limit.items("low", "high"))


def _measures(units: Iterable[str]) -> re.Pattern[str]:
    """Matches an amount, or a range of them, in digits with a unit of mass."""
    either = "|".join(map(re.escape, sorted(units, key=len, reverse=True))) or "(?!)"
    number = r"(\d+(?:\.\d+)?)"
    return re.compile(rf"(?<![\d.]){number}(?:\s*(?:-|–|to|or|and)\s*{number})?[\s-]*(?:{either})\b", re.IGNORECASE)


def _amounts(measures: re.Pattern[str], text: str) -> list[str]:
    return list(dict.fromkeys(number for found in measures.finditer(text) for number in found.groups() if number))


def _numbers(text: str) -> set[float]:
    return set(map(float, _NUMBER.findall(text)))


_TOPIC = """\
candle.bright:
  question: How is a colour made strong?
  ask: [deep red, dark blue, not so pale, richer, like my aunt makes them, weak colour, as dark as night, faint]
  answer: With {amount} of dye for a jar.
  facts: [candle-amount]
  dosing: true
"""

RULE = Rule(
    code=CODE,
    finds="An amount in an answer, or a limit, that stands in none of the facts named beside it.",
    matters="A slip in a figure can hurt somebody, and every figure must be one that a document states.",
    passes=Example("topics/more.yaml", _TOPIC.format(amount="3 g")),
    fails=Example("topics/more.yaml", _TOPIC.format(amount="30 g")),
    check=_check,
)
