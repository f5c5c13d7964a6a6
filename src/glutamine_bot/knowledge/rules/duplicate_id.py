"""An id stands for one thing, whatever files it is in."""

from collections.abc import Iterator
from typing import Any

from glutamine_bot.domain.errors import Fault
from glutamine_bot.knowledge.entries import Entry
from glutamine_bot.knowledge.parsing import Parsed
from glutamine_bot.knowledge.rules.rule import Example, Rule

CODE = "duplicate-id"


def _check(parsed: Parsed) -> Iterator[Fault]:
    """The second and every further entry with an id."""
    labels: tuple[Entry[Any], ...] = (*parsed.topics.entries, *parsed.gaps.entries, *parsed.smalltalk.entries)
    for entries in (parsed.facts.entries, labels, parsed.concepts.entries):
        yield from _repeated(entries)


def _repeated(entries: tuple[Entry[Any], ...]) -> Iterator[Fault]:
    first: dict[str, Entry[Any]] = {}
    for entry in entries:
        known = first.setdefault(entry.id, entry)
        if known is not entry:
            message = f"{entry.id!r} is taken already, at {known.place.path}:{known.place.line}"
            hint = "an id, or the first name of a thing, must be its own: choose another, or join the two"
            yield entry.place.fault(CODE, message, hint)


RULE = Rule(
    code=CODE,
    finds="A topic, gap or small talk with the id of another; so too for facts, and for people, conditions and things.",
    matters="Where the id is written, one of the two would be meant and the other never reached.",
    passes=Example("gaps.yaml", "candle.scent: {name: scent in candles, names: [scent]}\n"),
    fails=Example("gaps.yaml", "candle.dye: {name: glitter in candles, names: [glitter]}\n"),
    check=_check,
)
