"""Documents to sections: the values of a knowledge base, decoded but not yet checked against each other."""

from collections.abc import Iterator, Mapping

from glutamine_bot.domain.concepts import Concept
from glutamine_bot.domain.knowledge_base import Plain
from glutamine_bot.domain.limits import Limit
from glutamine_bot.domain.sources import Fact, Source
from glutamine_bot.domain.topics import Gap, SmallTalk, Topic
from glutamine_bot.domain.values import frozen
from glutamine_bot.knowledge import formats
from glutamine_bot.knowledge.concepts import read_concepts, read_kinds
from glutamine_bot.knowledge.decoding import NAMES, TEXT, entries_of, plain
from glutamine_bot.knowledge.documents import Document, Documents
from glutamine_bot.knowledge.english import English
from glutamine_bot.knowledge.entries import Entry, Section, check_id, read_section
from glutamine_bot.knowledge.files import TOPICS
from glutamine_bot.knowledge.nodes import Faults, Node, Scalar


@frozen
class Parsed:
    """All that the files say.

    `bot` has one entry, or none where bot.yaml could not be read. `headings` are the sources and sections that facts
    stand under. `safety` is None where there is no such file.
    """

    bot: Section[formats.Bot]
    sources: Section[Source]
    headings: tuple[tuple[Scalar, Scalar], ...]
    facts: Section[Fact]
    topics: Section[Topic]
    gaps: Section[Gap]
    kinds: Section[formats.KindDefaults]
    concepts: Section[Concept]
    synonyms: Section[tuple[str, ...]]
    limits: Section[Limit]
    smalltalk: Section[SmallTalk]
    safety: Mapping[str, Plain] | None
    english: English


def parse(documents: Documents, english: English, faults: Faults) -> Parsed:
    """What the documents say; what is wrong with an entry by itself is added to the faults."""
    facts = documents.get("facts.yaml")
    listed = [part for node in facts.nodes for part in _by_section(node, faults)]
    gaps = read_section(documents.get("gaps.yaml"), formats.GAP, faults)
    kinds = read_kinds(documents, faults)
    safety = documents.get("safety.yaml").nodes
    return Parsed(
        bot=_read_bot(documents.get("bot.yaml"), faults),
        sources=read_section(documents.get("sources.yaml"), formats.SOURCE, faults),
        headings=tuple((source, section) for source, section, _ in listed),
        facts=Section(tuple(_read_facts(listed, faults)), facts.whole),
        topics=read_section(documents.get(TOPICS), formats.TOPIC, faults),
        gaps=gaps,
        kinds=kinds,
        concepts=read_concepts(documents, gaps, kinds.values(), faults),
        synonyms=_read_synonyms(documents.get("vocabulary/words.yaml"), faults),
        limits=read_section(documents.get("limits.yaml"), formats.LIMIT, faults),
        smalltalk=read_section(documents.get("smalltalk.yaml"), formats.SMALLTALK, faults),
        safety={key.text: plain(value) for key, value in entries_of(safety[0], faults)} if safety else None,
        english=english,
    )


def _read_bot(document: Document, faults: Faults) -> Section[formats.Bot]:
    entries = (Entry("bot", formats.BOT(node, faults), node.place, node) for node in document.nodes)
    return Section(tuple(entries), document.whole)


def _by_section(node: Node, faults: Faults) -> Iterator[tuple[Scalar, Scalar, Node]]:
    """Source, section, and the facts that stand under them."""
    for source, sections in entries_of(node, faults):
        for section, facts in entries_of(sections, faults):
            yield source, section, facts


def _read_facts(listed: list[tuple[Scalar, Scalar, Node]], faults: Faults) -> Iterator[Entry[Fact]]:
    for source, section, facts in listed:
        for key, says in entries_of(facts, faults):
            check_id(key, faults)
            fact = Fact(key.text, source.text, section.text, TEXT(says, faults))
            yield Entry(key.text, fact, key.place, says)


def _read_synonyms(document: Document, faults: Faults) -> Section[tuple[str, ...]]:
    entries = (
        Entry(word.text, NAMES(variants, faults), word.place, variants)
        for node in document.nodes
        for word, variants in entries_of(formats.SYNONYMS(node, faults), faults)
    )
    return Section(tuple(entries), document.whole)
