"""An id stands for one thing: two topics, facts, sources or concepts cannot share one, whatever files they are in."""

from collections.abc import Iterator
from typing import Any

from glutamine_bot.domain.errors import Fault
from glutamine_bot.knowledge.entries import Entry, Section
from glutamine_bot.knowledge.parsing import Parsed

CODE = "duplicate-id"


def check(parsed: Parsed) -> Iterator[Fault]:
    """The second and every further entry with an id."""
    for section in (parsed.facts, parsed.topics, parsed.concepts):
        yield from _repeated(section)


def _repeated(section: Section[Any]) -> Iterator[Fault]:
    first: dict[str, Entry[Any]] = {}
    for entry in section.entries:
        known = first.setdefault(entry.id, entry)
        if known is not entry:
            message = f"the id {entry.id!r} is taken already, at {known.place.path}:{known.place.line}"
            yield entry.place.fault(CODE, message, "an id must be its entry's own")
