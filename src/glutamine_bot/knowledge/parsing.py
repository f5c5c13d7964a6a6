"""Documents to sections: the values of a knowledge base, decoded but not yet checked against each other."""

from collections.abc import Mapping

from glutamine_bot.domain.concepts import Concept
from glutamine_bot.domain.knowledge_base import Plain
from glutamine_bot.domain.limits import Limit
from glutamine_bot.domain.sources import Fact, Source
from glutamine_bot.domain.topics import Gap, SmallTalk, Topic
from glutamine_bot.domain.values import frozen
from glutamine_bot.knowledge import file_formats, formats
from glutamine_bot.knowledge.concepts import read_concepts
from glutamine_bot.knowledge.documents import Document, Documents
from glutamine_bot.knowledge.english import English
from glutamine_bot.knowledge.entries import Entry, Section
from glutamine_bot.knowledge.file_formats import FileFormat, read_section
from glutamine_bot.knowledge.heading import Written
from glutamine_bot.knowledge.nodes import Faults, Scalar, Table


@frozen
class Parsed:
    """All that the files say.

    `bot` has one entry, or none where bot.yaml could not be read. `headings` are the sources and sections that facts
    stand under. `safety` is None where there is no such file or it says nothing; `safety_file` is what it holds, as it
    is written. `texts` are the files by path.
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
    other_subjects: Section[tuple[str, ...]]
    safety: Mapping[str, Plain] | None
    safety_file: Document
    safety_examples: Section[tuple[str, ...]]
    english: English
    texts: Mapping[str, str]


def parse(documents: Documents, english: English, faults: Faults) -> Parsed:
    """What the documents say; what is wrong with an entry by itself is added to the faults."""
    gaps = read_section(documents, file_formats.GAPS_FILE, faults)
    kinds = read_section(documents, file_formats.KINDS_FILE, faults)
    headings, facts = _read_facts(documents, faults)
    safety = _read_safety(documents, faults)
    return Parsed(
        bot=_read_bot(documents, faults),
        sources=read_section(documents, file_formats.SOURCES_FILE, faults),
        headings=headings,
        facts=facts,
        topics=read_section(documents, file_formats.TOPICS_FILES, faults),
        gaps=gaps,
        kinds=kinds,
        concepts=read_concepts(documents, gaps, kinds.values(), faults),
        synonyms=_read_lists(documents, file_formats.WORDS_FILE, faults),
        limits=read_section(documents, file_formats.LIMITS_FILE, faults),
        smalltalk=read_section(documents, file_formats.SMALLTALK_FILE, faults),
        other_subjects=_read_lists(documents, file_formats.OTHER_SUBJECTS_FILE, faults),
        safety=safety,
        safety_file=documents.get(file_formats.SAFETY_FILE.name),
        safety_examples=_read_lists(documents, file_formats.SAFETY_EXAMPLES_FILE, faults),
        english=english,
        texts=documents.texts(),
    )


def _read_safety(documents: Documents, faults: Faults) -> Mapping[str, Plain] | None:
    """The red flags; that the file says nothing at all is no matter of its form."""
    if all(node == Table(node.place, ()) for node in documents.get(file_formats.SAFETY_FILE.name).nodes):
        return None
    return file_formats.SAFETY_FILE.values(documents, faults)[0]


def _read_bot(documents: Documents, faults: Faults) -> Section[formats.Bot]:
    document = documents.get(file_formats.BOT_FILE.name)
    bots = zip(document.nodes, file_formats.BOT_FILE.values(documents, faults), strict=True)
    return Section(tuple(Entry("bot", bot, node.place, node) for node, bot in bots), document.whole, document.lost)


def _read_facts(documents: Documents, faults: Faults) -> tuple[tuple[tuple[Scalar, Scalar], ...], Section[Fact]]:
    """The sources and sections that facts stand under, and the facts."""
    listed = [
        (source, section, facts.value)
        for found in file_formats.FACTS_FILE.values(documents, faults)
        for source, sections in found
        for section, facts in sections.value
    ]
    entries = tuple(
        Entry(key.text, Fact(key.text, source.text, section.text, says.value), key.place, says.node)
        for source, section, facts in listed
        for key, says in facts
    )
    document = documents.get(file_formats.FACTS_FILE.name)
    headings = tuple((source, section) for source, section, _ in listed)
    return headings, Section(entries, document.whole, document.lost)


def _read_lists(
    documents: Documents, file: FileFormat[tuple[tuple[Scalar, Written[tuple[str, ...]]], ...]], faults: Faults
) -> Section[tuple[str, ...]]:
    """The words or lines that stand under each key of a file."""
    entries = (
        Entry(key.text, listed.value, key.place, listed.node)
        for found in file.values(documents, faults)
        for key, listed in found
    )
    document = documents.get(file.name)
    return Section(tuple(entries), document.whole, document.lost)
