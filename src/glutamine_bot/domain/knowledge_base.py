"""Everything that a bot knows of its subject, whole and checked."""

from collections.abc import Iterator, Mapping
from typing import TypeAlias

from glutamine_bot.domain.concepts import Concept
from glutamine_bot.domain.limits import Limit
from glutamine_bot.domain.sources import Fact, Source
from glutamine_bot.domain.topics import Gap, SmallTalk, Topic
from glutamine_bot.domain.values import frozen

Plain: TypeAlias = str | int | float | bool | tuple["Plain", ...] | Mapping[str, "Plain"] | None
"""Nested data without a type of its own."""

HARMLESS = "harmless"
"""What the example lines that tell of no emergency stand under, where others stand under its kind."""


@frozen
class Subject:
    """What the bot knows about: `name` stands in sentences, `names` are what people call it, the canonical first."""

    name: str
    names: tuple[str, ...]


@frozen
class Disclaimers:
    """What is said beside answers: `dosing` where amounts are concerned, `general` about the bot as such."""

    dosing: tuple[str, ...]
    general: tuple[str, ...]


@frozen
class Thresholds:
    """Confidence, 0 to 1, from which a match is answered, and from which it is at least offered to choose from."""

    answer: float
    clarify: float


@frozen
class KnowledgeBase:
    """The knowledge of one subject. Mappings go from an id to its value, in the order of the files.

    `replies` are the templates of what the bot says around its answers, by key. `synonyms` go from a canonical word or
    phrase to its variants. `concepts` hold what concepts, medicines, other things and gaps are named by; `personal` are
    the ids of those that decide on amounts: ages, what replaces answers on dosing, conditions with a lead.
    `other_subjects` are questions about something else, by theme. `cues` are the language's lists of words and `words`
    its tables of variants, by name. `dosing` are the ids of the topics that are flagged so. `units` says how amounts
    are written and `safety` what a red flag is, both as their files have it. `safety_examples` are lines by the kind of
    emergency that they tell of, and "harmless" ones: the triage learns from them.
    """

    name: str
    subject: Subject
    greeting: str
    disclaimers: Disclaimers
    thresholds: Thresholds
    replies: Mapping[str, str]
    sources: Mapping[str, Source]
    facts: Mapping[str, Fact]
    topics: Mapping[str, Topic]
    gaps: Mapping[str, Gap]
    concepts: Mapping[str, Concept]
    synonyms: Mapping[str, tuple[str, ...]]
    limits: Mapping[str, Limit]
    smalltalk: Mapping[str, SmallTalk]
    other_subjects: Mapping[str, tuple[str, ...]]
    cues: Mapping[str, tuple[str, ...]]
    words: Mapping[str, Mapping[str, tuple[str, ...]]]
    units: Mapping[str, Plain]
    menu: tuple[str, ...]
    plausible: Mapping[str, tuple[str, ...]]
    safety: Mapping[str, Plain] | None
    safety_examples: Mapping[str, tuple[str, ...]]
    personal: tuple[str, ...]
    dosing: tuple[str, ...]

    def topics_with(self, word: str) -> tuple[Topic, ...]:
        """The topics whose question or id has this in it; where there are none, those of which some phrasing has it."""
        word = word.lower()
        topics = self.topics.values()
        named = tuple(topic for topic in topics if word in topic.id or word in topic.question.lower())
        return named or tuple(topic for topic in topics if any(word in said.lower() for said in topic.phrasings))

    def general_topic(self) -> Topic | None:
        """The topic that answers whether somebody may: the first of those that give way to particular conditions."""
        return next((topic for topic in self.topics.values() if topic.yields), None)

    def personal_concepts(self) -> Iterator[Concept]:
        """The few concepts that decide whether somebody is told of amounts."""
        return (self.concepts[concept] for concept in self.personal)
