"""How much a knowledge base holds, and how well it covers its documents."""

from collections import Counter
from collections.abc import Mapping

from glutamine_bot.domain.knowledge_base import KnowledgeBase
from glutamine_bot.domain.values import frozen


@frozen
class SectionCoverage:
    """A section of a document: the facts that stand under it, those that a topic uses, and the topics that use them."""

    source: str
    section: str
    facts: int
    used: int
    topics: int


@frozen
class Survey:
    """Numbers of a knowledge base. `fewest` is the topic with the fewest ways to ask it and how many those are.

    `unused` are the ids of facts that no topic uses; `concepts` goes from each kind that there is to their number.
    """

    topics: int
    dosing: int
    personal: int
    phrasings: int
    fewest: tuple[str, int]
    facts: Mapping[str, int]
    coverage: tuple[SectionCoverage, ...]
    unused: tuple[str, ...]
    gaps: int
    limits: int
    concepts: Mapping[str, int]
    synonyms: int
    smalltalk: int


def survey(base: KnowledgeBase) -> Survey:
    """The numbers of a knowledge base."""
    topics = base.topics.values()
    used = {fact for topic in topics for fact in topic.facts}
    ways = {topic.id: len(topic.phrasings) for topic in topics}
    return Survey(
        topics=len(topics),
        dosing=sum(topic.dosing for topic in topics),
        personal=sum(topic.personal for topic in topics),
        phrasings=sum(ways.values()),
        fewest=min(ways.items(), key=lambda way: way[1]),
        facts={source: sum(fact.source == source for fact in base.facts.values()) for source in base.sources},
        coverage=tuple(
            _coverage(base, source.id, section, used) for source in base.sources.values() for section in source.sections
        ),
        unused=tuple(fact for fact in base.facts if fact not in used),
        gaps=len(base.gaps),
        limits=len(base.limits),
        concepts=dict(sorted(Counter(concept.kind.value for concept in base.concepts.values()).items())),
        synonyms=len(base.synonyms),
        smalltalk=len(base.smalltalk),
    )


def _coverage(base: KnowledgeBase, source: str, section: str, used: set[str]) -> SectionCoverage:
    facts = {fact.id for fact in base.facts.values() if (fact.source, fact.section) == (source, section)}
    topics = sum(not facts.isdisjoint(topic.facts) for topic in base.topics.values())
    return SectionCoverage(source, section, len(facts), len(facts & used), topics)
