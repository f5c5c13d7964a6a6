"""Whatever is referred to by its id is there: topics, facts, concepts, sources, their sections, kinds of emergency."""

from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from glutamine_bot.domain.errors import Fault
from glutamine_bot.domain.knowledge_base import HARMLESS
from glutamine_bot.knowledge.entries import Entry, Section
from glutamine_bot.knowledge.heading import IDS
from glutamine_bot.knowledge.hints import did_you_mean
from glutamine_bot.knowledge.nodes import Scalar, Sequence
from glutamine_bot.knowledge.parsing import Parsed
from glutamine_bot.knowledge.rules.rule import Example, Rule

CODE = "dangling-id"
_SINGLE = frozenset({"topic", "fact", "reason"})


def _check(parsed: Parsed) -> Iterator[Fault]:
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
            yield from _dangling(holders, keys, target, what)
    if parsed.sources.whole:
        yield from _homeless(parsed)
    yield from _unheard_of(parsed)


def _dangling(holders: Section[Any], keys: tuple[str, ...], target: Section[Any], what: str) -> Iterator[Fault]:
    known = target.ids
    misspelt = {_loose(id) for id in known if not IDS.allow(id)}  # which is told where they are
    for holder in holders.entries:
        for reference in (item for key in keys for item in _references(holder, key)):
            id = reference.text
            if id not in known and id not in target.lost and _loose(id) not in misspelt:
                yield _fault(reference, what, known)


def _references(holder: Entry[Any], key: str) -> Iterator[Scalar]:
    """What stands under the key; where a list is wanted and there is none, that is told already."""
    if key in _SINGLE or isinstance(holder.get(key), Sequence):
        yield from holder.items(key)


def _loose(id: str) -> str:
    """An id without all that a slip in its form may have changed."""
    return "".join(filter(str.isalnum, id.casefold()))


def _homeless(parsed: Parsed) -> Iterator[Fault]:
    """Facts under a source, or a section of it, that sources.yaml does not have."""
    known = parsed.sources.ids
    unknown = {source.text: source for source, _ in parsed.headings if source.text not in known | parsed.sources.lost}
    yield from (_fault(source, "source", known) for source in unknown.values())
    listed = {source.id: source.get("sections") for source in parsed.sources.entries}
    for source, section in parsed.headings:
        sections = listed.get(source.text)
        if isinstance(sections, Sequence) and section.text not in parsed.sources.values()[source.text].sections:
            yield _fault(section, "section", parsed.sources.values()[source.text].sections)


def _unheard_of(parsed: Parsed) -> Iterator[Fault]:
    """Examples of a kind of emergency that safety.yaml does not have."""
    kinds = parsed.safety.get("kinds") if parsed.safety else None
    known = {HARMLESS, *(kinds if isinstance(kinds, Mapping) else ())}
    if parsed.safety_file.whole:
        for examples in parsed.safety_examples.entries:
            if examples.id not in known | parsed.safety_file.lost:
                yield _fault(Scalar(examples.place, examples.id, plain=True), "kind of emergency", known)


def _fault(reference: Scalar, what: str, known: Iterable[str]) -> Fault:
    hint = did_you_mean(reference.text, known) or f"write the {what}, or name another"
    return reference.place.fault(CODE, f"there is no {what} {reference.text!r}", hint)


_TOPIC = """\
candle.short:
  question: Can a wick be cut?
  ask: [short wick]
  answer: Yes, once it has cooled.
  facts: [candle-hours]
  related: [{related}]
"""

RULE = Rule(
    code=CODE,
    finds="A topic, fact, concept, source, section or kind of emergency that is named and not there, often by a slip.",
    matters="What it should lead to would be missing: a source that is not cited, a question that is not offered.",
    passes=Example("topics/more.yaml", _TOPIC.format(related="candle.dye")),
    fails=Example("topics/more.yaml", _TOPIC.format(related="candle.dey")),
    check=_check,
)
