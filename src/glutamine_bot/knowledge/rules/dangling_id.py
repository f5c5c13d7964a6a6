"""Whatever an entry refers to by its id is there: topics, facts, concepts, sources and their sections."""

from collections.abc import Iterable, Iterator
from typing import Any

from glutamine_bot.domain.errors import Fault
from glutamine_bot.knowledge.entries import Section
from glutamine_bot.knowledge.hints import did_you_mean
from glutamine_bot.knowledge.nodes import Scalar
from glutamine_bot.knowledge.parsing import Parsed

CODE = "dangling-id"


def check(parsed: Parsed) -> Iterator[Fault]:
    """Every id that stands for nothing."""
    for holders, keys, target, what in (
        (parsed.bot, ("menu",), parsed.topics, "topic"),
        (parsed.topics, ("facts",), parsed.facts, "fact"),
        (parsed.topics, ("related", "reason"), parsed.topics, "topic"),
        (parsed.topics, ("about",), parsed.concepts, "concept"),
        (parsed.gaps, ("facts",), parsed.facts, "fact"),
        (parsed.gaps, ("nearest",), parsed.topics, "topic"),
        (parsed.concepts, ("excludes",), parsed.concepts, "concept"),
        (parsed.concepts, ("facts",), parsed.facts, "fact"),
        (parsed.concepts, ("topic",), parsed.topics, "topic"),
        (parsed.kinds, ("facts",), parsed.facts, "fact"),
        (parsed.kinds, ("topic",), parsed.topics, "topic"),
        (parsed.limits, ("fact",), parsed.facts, "fact"),
        (parsed.limits, ("topic",), parsed.topics, "topic"),
    ):
        if target.whole:
            yield from _dangling(holders, keys, target.ids, what)
    if parsed.sources.whole:
        yield from _homeless(parsed)


def _dangling(holders: Section[Any], keys: tuple[str, ...], known: frozenset[str], what: str) -> Iterator[Fault]:
    for holder in holders.entries:
        for reference in holder.items(*keys):
            if reference.text not in known:
                yield _fault(reference, what, known)


def _homeless(parsed: Parsed) -> Iterator[Fault]:
    """Facts under a source, or a section of it, that sources.yaml does not have."""
    sources = parsed.sources.values()
    unknown: dict[str, Scalar] = {source.text: source for source, _ in parsed.headings if source.text not in sources}
    yield from (_fault(source, "source", sources) for source in unknown.values())
    for source, section in parsed.headings:
        if source.text in sources and section.text not in sources[source.text].sections:
            yield _fault(section, "section", sources[source.text].sections)


def _fault(reference: Scalar, what: str, known: Iterable[str]) -> Fault:
    return reference.place.fault(CODE, f"there is no {what} {reference.text!r}", did_you_mean(reference.text, known))
