"""Every fact is within reach: at least one topic rests on it."""

from collections.abc import Iterator

from glutamine_bot.domain.errors import Fault
from glutamine_bot.knowledge.parsing import Parsed

CODE = "unused-fact"


def check(parsed: Parsed) -> Iterator[Fault]:
    """Every fact that no topic has."""
    if not parsed.topics.whole:
        return
    used = {fact for topic in parsed.topics.entries for fact in topic.value.facts}
    for fact in parsed.facts.entries:
        if fact.id not in used:
            yield fact.place.fault(
                CODE, f"no topic rests on the fact {fact.id!r}", "add it to the topic that states it"
            )
