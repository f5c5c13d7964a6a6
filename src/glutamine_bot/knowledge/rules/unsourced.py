"""What is said of the subject rests on facts: every topic, and what leads an answer for a concept."""

from collections.abc import Iterator
from typing import Any

from glutamine_bot.domain.errors import Fault
from glutamine_bot.knowledge.entries import Entry
from glutamine_bot.knowledge.nodes import Lost, Sequence
from glutamine_bot.knowledge.parsing import Parsed
from glutamine_bot.knowledge.rules.rule import Example, Rule

CODE = "unsourced"
_HINT = "list the ids of the facts that it rests on under 'facts'"


def _check(parsed: Parsed) -> Iterator[Fault]:
    """Every entry that says something without a fact; that a topic has no such key is said already."""
    for topic in parsed.topics.entries:
        facts = topic.get("facts")
        if isinstance(facts, Sequence) and not facts.items:
            yield facts.place.fault(CODE, f"the topic {topic.id!r} rests on no fact", _HINT)
    leads: tuple[Entry[Any], ...] = (*parsed.kinds.entries, *parsed.concepts.entries)
    for leading in leads:
        if any(leading.items("lead")) and not leading.value.facts and not isinstance(leading.get("facts"), Lost):
            yield leading.at("lead").fault(CODE, f"the lead of {leading.id!r} rests on no fact", _HINT)


_TOPIC = """\
candle.short:
  question: Can a wick be cut?
  ask: [short wick]
  answer: Yes, once it has cooled.
  facts: [{facts}]
"""

RULE = Rule(
    code=CODE,
    finds="A topic, or what leads an answer for a person or condition, that rests on no fact.",
    matters="Nothing is said here that the documents do not say; a reply without a source cannot be looked up.",
    passes=Example("topics/more.yaml", _TOPIC.format(facts="candle-hours")),
    fails=Example("topics/more.yaml", _TOPIC.format(facts="")),
    check=_check,
)
