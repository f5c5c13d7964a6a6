"""Every fact is within reach: at least one topic rests on it."""

from collections.abc import Iterator

from glutamine_bot.domain.errors import Fault
from glutamine_bot.knowledge.parsing import Parsed
from glutamine_bot.knowledge.rules.rule import Example, Rule

CODE = "unused-fact"


def _check(parsed: Parsed) -> Iterator[Fault]:
    """Every fact that no topic has, nor any part of their files that could not be read."""
    if not parsed.topics.whole:
        return
    used = {fact for topic in parsed.topics.entries for fact in topic.value.facts} | parsed.topics.lost
    for fact in parsed.facts.entries:
        if fact.id not in used:
            hint = "add its id to the 'facts' of the topic that states it"
            yield fact.place.fault(CODE, f"no topic rests on the fact {fact.id!r}", hint)


_FACTS = """\
leaflet:
  Making:
    candle-hours: A slim candle lasts for three hours.
    candle-dye: Wax takes dye while it is warm.
    candle-amount: From 2 to 3 g of dye are for one jar.
"""

RULE = Rule(
    code=CODE,
    finds="A fact that no topic rests on.",
    matters="The documents say it, and nobody who asks would ever be told.",
    passes=Example("facts.yaml", _FACTS),
    fails=Example("facts.yaml", f"{_FACTS}    candle-scent: Wax takes scent as well.\n"),
    check=_check,
)
