"""From a question to a move: which topic answers it, or why none does."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from glutamine_bot.dialogue.resolving import Question
from glutamine_bot.domain.concepts import ConceptKind
from glutamine_bot.domain.knowledge_base import KnowledgeBase
from glutamine_bot.domain.match import Match
from glutamine_bot.domain.moves import AdmitGap, AskWhich, DeclineSubject, GiveAnswer, MakeSmallTalk, Move
from glutamine_bot.domain.topics import Topic
from glutamine_bot.domain.utterance import Clause, Mention, Stance
from glutamine_bot.matching.matcher import IntentMatcher

CONSIDERED = 8
"""Matches that are looked at."""

OFFERED = 4
"""Most topics offered to choose from."""

_QUALIFIERS = frozenset({ConceptKind.GAP, ConceptKind.SUBSTANCE, ConceptKind.MEDICINE, ConceptKind.ANIMAL})
"""Kinds that a general answer does not speak of: named in a question, they rule it out."""


@dataclass(frozen=True, slots=True)
class Reading:
    """A way to read a question, with the labels that can answer it, best first, and those that it ruled out too."""

    clause: Clause
    qualifiers: tuple[Mention, ...]
    eligible: tuple[Match, ...]
    ranked: tuple[Match, ...]

    @property
    def confidence(self) -> float:
        """That of the best label that can answer it."""
        return self.eligible[0].confidence if self.eligible else 0.0


@dataclass(frozen=True, slots=True)
class Decider:
    """Decides what to do about questions.

    `covered` tells for each label of the matcher which concepts, by their canonical words, it speaks of.
    `fillers` are words that may stay unexplained.
    """

    knowledge: KnowledgeBase
    matcher: IntentMatcher
    covered: Mapping[str, frozenset[str]]
    fillers: frozenset[str]

    def decide(self, question: Question) -> Move:
        """The move for a question, in the reading that is surest; the plainer one where two are as sure."""
        readings = [self._reading(clause) for clause in question.readings]
        plain = readings[0]
        answer = self.knowledge.thresholds.answer
        best = plain if plain.confidence >= answer else max(readings, key=lambda reading: reading.confidence)
        return self._decided(best if best.confidence >= answer else plain, question.anchored)

    def _reading(self, clause: Clause) -> Reading:
        ranked = self.matcher.rank(clause.read, CONSIDERED)
        qualifiers = tuple(mention for mention in clause.mentions if _rules_out(mention))
        eligible = tuple(match for match in ranked if self._covers(match.label, qualifiers))
        return Reading(clause, qualifiers, eligible, ranked)

    def _covers(self, label: str, qualifiers: Iterable[Mention]) -> bool:
        covered = self.covered.get(label, frozenset())
        return all(mention.concept.canonical in covered for mention in qualifiers)

    def _decided(self, reading: Reading, anchored: bool) -> Move:
        sure = reading.confidence >= self.knowledge.thresholds.answer
        if reading.qualifiers and not sure:
            return self._about_qualifier(reading.qualifiers[0], anchored)
        if not reading.eligible or (not anchored and self._unexplained(reading.eligible[0])):
            return self._nothing(reading, anchored)
        return self._move(reading.eligible[0]) if sure else self._unsure(reading, anchored)

    def _about_qualifier(self, mention: Mention, anchored: bool) -> Move:
        """What is said where no answer speaks of something that the question names."""
        concept = mention.concept
        if concept.kind is ConceptKind.GAP:
            gap = self.knowledge.gaps[concept.id]
            return AdmitGap(gap, (), self._topics(gap.nearest), 1.0)
        if concept.topic and anchored:
            return GiveAnswer(self.knowledge.topics[concept.topic], self.knowledge.thresholds.answer)
        return DeclineSubject(concept, 1.0)

    def _unsure(self, reading: Reading, anchored: bool) -> Move:
        clarify = self.knowledge.thresholds.clarify
        for mention in reading.clause.mentions:
            if mention.concept.topic and mention.stance is not Stance.DENIED:
                return GiveAnswer(self.knowledge.topics[mention.concept.topic], clarify)
        if reading.confidence < clarify:
            return self._nothing(reading, anchored)
        near = [match for match in reading.eligible if match.confidence >= reading.confidence / 2]
        topics = self._topics(match.label for match in near)
        if len(topics) > 1:
            return AskWhich(topics[:OFFERED], reading.confidence)
        return self._move(reading.eligible[0])

    def _nothing(self, reading: Reading, anchored: bool) -> Move:
        confidence = 1 - reading.confidence
        if not anchored:
            return DeclineSubject(None, confidence)
        unexplained = self._unexplained(reading.ranked[0]) if reading.ranked else ()
        nearest = self._topics(match.label for match in reading.ranked)
        return AdmitGap(None, unexplained, nearest[:3], confidence)

    def _unexplained(self, match: Match) -> tuple[str, ...]:
        return tuple(word for word in match.evidence.unexplained if word not in self.fillers)

    def _topics(self, ids: Iterable[str]) -> tuple[Topic, ...]:
        topics = self.knowledge.topics
        return tuple(topics[label] for label in ids if label in topics)

    def _move(self, match: Match) -> Move:
        knowledge = self.knowledge
        if match.label in knowledge.topics:
            return GiveAnswer(knowledge.topics[match.label], match.confidence)
        if match.label in knowledge.gaps:
            gap = knowledge.gaps[match.label]
            return AdmitGap(gap, (), self._topics(gap.nearest), match.confidence)
        return MakeSmallTalk(knowledge.smalltalk[match.label], match.confidence)


def _rules_out(mention: Mention) -> bool:
    """Whether an answer has to speak of the mention; what somebody says of themselves opens the answer instead."""
    if mention.concept.kind not in _QUALIFIERS:
        return False
    told = mention.stance in (Stance.HOLDS, Stance.PAST, Stance.DENIED)
    return not (told and mention.concept.kind in (ConceptKind.MEDICINE, ConceptKind.GAP))
