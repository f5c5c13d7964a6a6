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
from glutamine_bot.knowledge.documents import Documents
from glutamine_bot.knowledge.english import English
from glutamine_bot.knowledge.entries import Entry, Section
from glutamine_bot.knowledge.file_formats import read_section
from glutamine_bot.knowledge.nodes import Faults, Scalar


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
    gaps = read_section(documents, file_formats.GAPS_FILE, faults)
    kinds = read_section(documents, file_formats.KINDS_FILE, faults)
    headings, facts = _read_facts(documents, faults)
    safety = file_formats.SAFETY_FILE.values(documents, faults)
    return Parsed(
        bot=_read_bot(documents, faults),
        sources=read_section(documents, file_formats.SOURCES_FILE, faults),
        headings=headings,
        facts=facts,
        topics=read_section(documents, file_formats.TOPICS_FILES, faults),
        gaps=gaps,
        kinds=kinds,
        concepts=read_concepts(documents, gaps, kinds.values(), faults),
        synonyms=_read_synonyms(documents, faults),
        limits=read_section(documents, file_formats.LIMITS_FILE, faults),
        smalltalk=read_section(documents, file_formats.SMALLTALK_FILE, faults),
        safety=safety[0] if safety else None,
        english=english,
    )


def _read_bot(documents: Documents, faults: Faults) -> Section[formats.Bot]:
    document = documents.get(file_formats.BOT_FILE.name)
    bots = zip(document.nodes, file_formats.BOT_FILE.values(documents, faults), strict=True)
    return Section(tuple(Entry("bot", bot, node.place, node) for node, bot in bots), document.whole)


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
    headings = tuple((source, section) for source, section, _ in listed)
    return headings, Section(entries, documents.get(file_formats.FACTS_FILE.name).whole)


def _read_synonyms(documents: Documents, faults: Faults) -> Section[tuple[str, ...]]:
    entries = (
        Entry(word.text, variants.value, word.place, variants.node)
        for synonyms in file_formats.WORDS_FILE.values(documents, faults)
        for word, variants in synonyms
    )
    return Section(tuple(entries), documents.get(file_formats.WORDS_FILE.name).whole)
