"""A topic's own question leads to it."""

from collections import Counter
from collections.abc import Iterator
from typing import Any

from glutamine_bot.checking.base import Base
from glutamine_bot.domain.errors import Fault
from glutamine_bot.knowledge.claims import normal_form
from glutamine_bot.knowledge.entries import Entry
from glutamine_bot.knowledge.rules.duplicate_phrasing import phrasings
from glutamine_bot.knowledge.rules.rule import Example, Rule

CODE = "lost-question"


def _check(base: Base) -> Iterator[Fault]:
    """Every topic whose question another one wins; where both have that question, or that id, it is told already."""
    if base.matching is None:
        return
    parsed = base.parsed
    owners: dict[str, set[str]] = {}
    for owner, phrasing in phrasings(parsed):
        owners.setdefault(normal_form(phrasing.text), set()).add(owner)
    labels: tuple[Entry[Any], ...] = (*parsed.topics.entries, *parsed.gaps.entries, *parsed.smalltalk.entries)
    ids = Counter(label.id for label in labels)
    for topic in parsed.topics.entries:
        if ids[topic.id] != 1 or len(owners.get(normal_form(topic.value.question), ())) != 1:
            continue
        best = base.matching.rival(topic.value.question, topic.id)
        if best:
            message = (
                f"the question of {topic.id!r} is won by {best.label!r}: {best.evidence.phrasing!r} is nearer to it"
            )
            hint = f"put it so that it asks for {topic.id!r} alone, or take that from {best.label!r}"
            yield topic.at("question").fault(CODE, message, hint)


_TOPIC = """\
candle.wait:
  question: {question}
  ask: [patience, nothing to do meanwhile, bored in the dark, pass the evening, idle hours, a short break, watching the
    flame, is there a timer]
  answer: Three hours.
  facts: [candle-hours]
"""

RULE = Rule(
    code=CODE,
    finds="A topic whose own question would be answered by another topic, gap or small talk.",
    matters="The bot offers that question to people to choose from, and would then answer a different one.",
    passes=Example("topics/more.yaml", _TOPIC.format(question="What is there to do by candlelight?")),
    fails=Example("topics/more.yaml", _TOPIC.format(question="How long do candles last?")),
    check=_check,
)
