"""A knowledge base from its folder: read, decoded, checked, whole or not at all."""

import os

from glutamine_bot.domain.concepts import Concept, ConceptKind
from glutamine_bot.domain.knowledge_base import KnowledgeBase
from glutamine_bot.knowledge.documents import known_files, read_documents
from glutamine_bot.knowledge.english import parse_english
from glutamine_bot.knowledge.files import Folder, read_english, read_knowledge
from glutamine_bot.knowledge.nodes import Faults
from glutamine_bot.knowledge.parsing import Parsed, parse
from glutamine_bot.knowledge.rules import RULES
from glutamine_bot.knowledge.rules.rule import faults_of

_MENU = 4
"""Topics that are offered where bot.yaml names none: the first so many."""


def load(folder: str | os.PathLike[str]) -> KnowledgeBase:
    """The knowledge base in the folder. Raises KnowledgeError with every fault that is found."""
    return load_files(read_knowledge(os.fspath(folder)), read_english())


def load_files(knowledge: Folder, language: Folder) -> KnowledgeBase:
    """The knowledge base that these files make. Raises KnowledgeError with every fault that is found."""
    return assembled(_checked(knowledge, language))


def load_parsed(folder: str | os.PathLike[str]) -> Parsed:
    """What the files in the folder say, and where. Raises KnowledgeError with every fault that is found."""
    return _checked(read_knowledge(os.fspath(folder)), read_english())


def _checked(knowledge: Folder, language: Folder) -> Parsed:
    faults = Faults()
    parsed = examine(knowledge, language, faults)
    faults.settle()
    return parsed


def examine(knowledge: Folder, language: Folder, faults: Faults) -> Parsed:
    """What the files say so far as they can be read; adds every fault that is found."""
    english = parse_english(read_documents(language, faults), faults)
    parsed = parse(read_documents(known_files(knowledge, faults), faults), english, faults)
    for fault in faults_of(RULES, parsed):
        faults.add(fault)
    return parsed


def assembled(parsed: Parsed) -> KnowledgeBase:
    """The knowledge base that was read, with nothing in the place of what could not be. bot.yaml must be among it."""
    bot = parsed.bot.entries[0].value
    return KnowledgeBase(
        name=bot.name,
        subject=bot.subject,
        greeting=bot.greeting,
        disclaimers=bot.disclaimers,
        thresholds=bot.thresholds,
        replies={**parsed.english.replies, **bot.replies},
        sources=parsed.sources.values(),
        facts=parsed.facts.values(),
        topics=parsed.topics.values(),
        gaps=parsed.gaps.values(),
        concepts=parsed.concepts.values(),
        synonyms=parsed.synonyms.values(),
        limits=parsed.limits.values(),
        smalltalk=parsed.smalltalk.values(),
        other_subjects=parsed.other_subjects.values(),
        cues=parsed.english.cues,
        words=parsed.english.words,
        units=parsed.english.units,
        menu=bot.menu or tuple(entry.id for entry in parsed.topics.entries[:_MENU]),
        plausible=bot.plausible,
        safety=parsed.safety,
        safety_examples=parsed.safety_examples.values(),
        dosing=tuple(id for id, topic in parsed.topics.values().items() if topic.dosing),
        personal=tuple(id for id, concept in parsed.concepts.values().items() if _is_personal(concept)),
    )


def _is_personal(concept: Concept) -> bool:
    led = concept.kind is ConceptKind.CONDITION and concept.lead
    return bool(led or concept.ages or concept.replaces_dosing)
