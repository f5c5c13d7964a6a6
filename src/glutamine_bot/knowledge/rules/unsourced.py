"""What is said of the subject rests on facts: every topic, and what leads an answer for a concept."""

from collections.abc import Iterator
from typing import Any

from glutamine_bot.domain.errors import Fault
from glutamine_bot.knowledge.entries import Entry
from glutamine_bot.knowledge.nodes import Sequence
from glutamine_bot.knowledge.parsing import Parsed

CODE = "unsourced"
_HINT = "list the ids of the facts that it rests on under 'facts'"


def check(parsed: Parsed) -> Iterator[Fault]:
    """Every entry that says something without a fact; that a topic has no such key is said already."""
    for topic in parsed.topics.entries:
        facts = topic.get("facts")
        if isinstance(facts, Sequence) and not facts.items:
            yield facts.place.fault(CODE, f"the topic {topic.id!r} rests on no fact", _HINT)
    leads: tuple[Entry[Any], ...] = (*parsed.kinds.entries, *parsed.concepts.entries)
    for leading in leads:
        if any(leading.items("lead")) and not leading.value.facts:
            yield leading.at("lead").fault(CODE, f"the lead of {leading.id!r} rests on no fact", _HINT)
