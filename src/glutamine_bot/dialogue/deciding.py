"""From a question to a move: which topic answers it, or why none does."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from glutamine_bot.dialogue.resolving import Anchor, Question
from glutamine_bot.dialogue.signal_words import SignalWords
from glutamine_bot.domain.concepts import Concept, ConceptKind
from glutamine_bot.domain.knowledge_base import KnowledgeBase
from glutamine_bot.domain.match import Match
from glutamine_bot.domain.moves import AdmitGap, AskWhich, DeclineSubject, GiveAnswer, MakeSmallTalk, Move, TakeNote
from glutamine_bot.domain.topics import Topic
from glutamine_bot.domain.utterance import Clause, Mention, Stance
from glutamine_bot.language.understanding import MEASURES
from glutamine_bot.matching.matcher import IntentMatcher

CONSIDERED = 8
"""Matches that are looked at."""

OFFERED = 4
"""Most topics offered to choose from."""

_TOLD = frozenset({ConceptKind.PERSON, ConceptKind.CONDITION, ConceptKind.AILMENT, ConceptKind.MEDICINE})
"""Kinds that can hold of a person."""

_FOREIGN = frozenset({ConceptKind.MEDICINE, ConceptKind.SUBSTANCE})

_QUALIFIERS = frozenset(ConceptKind) - {ConceptKind.PERSON, ConceptKind.CONDITION}
"""Kinds that a general answer does not speak of: named in a question, they rule it out."""

CHAT = 10
"""Words up to which a line can be small talk."""

VERBATIM = 0.97
"""Similarity from which a question is as good as a phrasing word by word."""

CERTAIN = 0.9
"""Least confidence at which a fragment that says nothing new is still read by itself."""

UNEXPLAINED = 0.25
"""Largest share of unexplained words in a line that never names the subject."""

DOUBTED = 0.7
"""Least confidence of an answer to a line that also tells of something which the documents do not cover."""


@dataclass(frozen=True, slots=True)
class Reading:
    """A way to read a question, with the labels that can answer it, best first, and those that it ruled out too."""

    clause: Clause
    qualifiers: tuple[Mention, ...]
    eligible: tuple[Match, ...]
    ranked: tuple[Match, ...]

    @property
    def confidence(self) -> float:
        """That of the best label that can answer it; a question that is all but a phrasing of a label leaves no doubt."""
        if not self.eligible:
            return 0.0
        best = self.eligible[0]
        verbatim = best.evidence.similarity >= VERBATIM and not best.evidence.unexplained
        return max(best.confidence, CERTAIN) if verbatim else best.confidence


@dataclass(frozen=True, slots=True)
class Decider:
    """Decides what to do about questions.

    `covered` tells for each label of the matcher which concepts, by their canonical words, it speaks of.
    """

    knowledge: KnowledgeBase
    matcher: IntentMatcher
    covered: Mapping[str, frozenset[str]]
    signals: SignalWords

    def decide(self, question: Question) -> tuple[Move, Clause]:
        """The move for a question, and the clause that it was read as: by itself, with its line, or filled in."""
        if self.knowledge.menu and self._is_bare(question.clause):
            return AskWhich(self._topics(self.knowledge.menu), 1.0), question.clause
        alone = self._reading(question.clause, question.sole)
        if question.filled:
            fragment = self._of_fragment(question, alone)
            if fragment:
                return fragment
        best = alone
        if question.line and not self._is_sure(alone):
            whole = self._reading(question.line)
            best = whole if self._is_sure(whole) else alone
        plain = question.anchored in (Anchor.NAMED, Anchor.DOSES) and self._is_sure(best)
        if not (question.asks or question.asks_amount or plain):
            told = self._told(question.clause)
            if told:
                return told, best.clause
        return self._decided(best, question.anchored), best.clause

    def surest(self, parts: Iterable[Clause]) -> tuple[Move, Clause] | None:
        """The move of the part of a long line that is understood best, if one is understood well."""
        readings = [reading for reading in map(self._reading, parts) if reading.confidence >= DOUBTED]
        topics = [r for r in readings if r.eligible[0].label in self.knowledge.topics and not r.qualifiers]
        best = max(topics, key=lambda reading: reading.confidence, default=None)
        return (self._yielding(best), best.clause) if best else None

    def _is_bare(self, clause: Clause) -> bool:
        """Whether a clause names the subject and says nothing else."""
        content = [word for word in clause.words if len(word) > 1]
        return bool(content) and all(word in self.signals.subject for word in content)

    def _of_fragment(self, question: Question, alone: Reading) -> tuple[Move, Clause] | None:
        """The move for a fragment that is better read with what was asked before it; None where it is not."""
        if not question.filled:
            return None
        named = [mention for mention in question.clause.mentions if mention.concept.topic]
        if named and question.rest and all(word in _words_of(named) for word in question.rest):
            return GiveAnswer(self.knowledge.topics[named[0].concept.topic or ""], 1.0), question.filled
        if self._is_sure(alone) and alone.eligible[0].label in self.knowledge.smalltalk:
            return None
        if self._says_nothing(question):
            return TakeNote(), question.filled
        tells = bool(question.rest) or any(word in self.signals.asking for word in question.clause.words)
        certain = self._is_sure(alone) if tells else alone.confidence >= CERTAIN
        filled = self._reading(question.filled)
        if certain or not self._is_sure(filled):
            return None
        if question.asks_amount and not self._is_dosing(filled):
            return None
        if any(word in filled.eligible[0].evidence.unexplained for word in question.rest):
            return None
        return self._decided(filled, Anchor.NAMED), question.filled

    def _says_nothing(self, question: Question) -> bool:
        """Whether a fragment is no more than "right" or "I see"."""
        said = question.clause
        of_people = said.people or said.speaks_of_another or said.speaks_of_self or said.mentions or said.quantities
        return not (question.rest or question.asks or of_people)

    def _is_dosing(self, reading: Reading) -> bool:
        return any(limit.topic == reading.eligible[0].label for limit in self.knowledge.limits.values())

    def _told(self, clause: Clause) -> Move | None:
        """The move for a statement about somebody; None where it is none."""
        told = [mention for mention in clause.mentions if _is_told(mention)]
        for mention in told:
            if mention.stance is Stance.HOLDS and mention.concept.topic:
                return self._about(mention.concept)
        of_people = any(word in clause.read.split() for word in MEASURES)
        return TakeNote() if told or of_people else None

    def _about(self, concept: Concept) -> Move:
        """The move that speaks of a condition or a medicine: its topic, or that the documents do not cover it."""
        if concept.kind is ConceptKind.AILMENT or not concept.topic:
            gap = self.knowledge.gaps[concept.id]
            return AdmitGap(gap, (), self._topics(gap.nearest), 1.0)
        return GiveAnswer(self.knowledge.topics[concept.topic], 1.0)

    def _is_sure(self, reading: Reading) -> bool:
        return reading.confidence >= self.knowledge.thresholds.answer

    def _reading(self, clause: Clause, sole: bool = True) -> Reading:
        ranked = self.matcher.rank(clause.read, CONSIDERED)
        qualifiers = tuple(mention for mention in clause.mentions if _rules_out(mention))
        eligible = tuple(match for match in ranked if self._can_answer(match, clause, qualifiers, sole))
        verbatim_first = sorted(eligible, key=lambda match: match.evidence.similarity < VERBATIM)
        return Reading(clause, qualifiers, tuple(verbatim_first), ranked)

    def _can_answer(self, match: Match, clause: Clause, qualifiers: Iterable[Mention], sole: bool) -> bool:
        """Whether a label speaks of all that has to be spoken of; small talk answers what is small talk and no more."""
        if match.label in self.knowledge.smalltalk:
            plain = not self._unexplained(match) and len(clause.words) <= CHAT
            return sole and plain and match.confidence >= DOUBTED
        return self._covers(match.label, qualifiers)

    def _covers(self, label: str, qualifiers: Iterable[Mention]) -> bool:
        covered = self.covered.get(label, frozenset())
        return all(mention.concept.canonical in covered for mention in qualifiers)

    def _decided(self, reading: Reading, anchored: Anchor) -> Move:
        foreign = self._foreign(reading, anchored)
        if foreign:
            return DeclineSubject(foreign, 1.0)
        sure = self._is_sure(reading)
        if reading.qualifiers and not sure:
            return self._about_qualifier(reading, anchored)
        ailment = next((m for m in reading.clause.mentions if m.concept.kind is ConceptKind.AILMENT), None)
        if ailment and reading.confidence < DOUBTED:
            return self._about(ailment.concept)
        condition = self._condition(reading) if not sure else None
        if condition:
            return self._about(condition)
        if not reading.eligible or self._is_off(reading, anchored):
            return self._nothing(reading, anchored)
        return self._yielding(reading) if sure else self._unsure(reading, anchored)

    def _condition(self, reading: Reading) -> Concept | None:
        """A condition that the documents warn of, where a line asks whether it is a problem."""
        if not any(word in self.signals.permission for word in reading.clause.words):
            return None
        named = (m.concept for m in reading.clause.mentions if m.stance not in (Stance.DENIED, Stance.PAST))
        return next((concept for concept in named if concept.kind is ConceptKind.CONDITION and concept.lead), None)

    def _yielding(self, reading: Reading) -> Move:
        """The best label's move, or the topic of a condition in the line where a general answer gives way to it."""
        move = self._move(reading.eligible[0])
        if isinstance(move, GiveAnswer) and move.topic.yields:
            for mention in reading.clause.mentions:
                if mention.concept.topic and mention.stance not in (Stance.DENIED, Stance.PAST):
                    return GiveAnswer(self.knowledge.topics[mention.concept.topic], move.confidence)
        return move

    def _about_qualifier(self, reading: Reading, anchored: Anchor) -> Move:
        """What is said where no answer speaks of something that the question names."""
        mention = reading.qualifiers[0]
        concept = mention.concept
        if concept.kind in (ConceptKind.GAP, ConceptKind.AILMENT):
            if anchored is Anchor.NONE and self._is_elsewhere(reading, mention):
                return DeclineSubject(None, 1.0)
            gap = self.knowledge.gaps[concept.id]
            return AdmitGap(gap, (), self._topics(gap.nearest), 1.0)
        if anchored is not Anchor.NAMED or not concept.topic:
            return DeclineSubject(concept, 1.0)
        if any(word in self.signals.combining for word in reading.clause.words):
            return GiveAnswer(self.knowledge.topics[concept.topic], self.knowledge.thresholds.answer)
        return AdmitGap(None, (concept.name,), self._topics([concept.topic]), 1.0)

    def _is_elsewhere(self, reading: Reading, mention: Mention) -> bool:
        """Whether a line that names a gap, and not the subject, is about more than whether one may take something."""
        if not reading.ranked or any(word in self.signals.permission for word in reading.clause.words):
            return False
        return any(word not in mention.said.split() for word in self._unexplained(reading.ranked[0]))

    def _foreign(self, reading: Reading, anchored: Anchor) -> Concept | None:
        """Another substance or a medicine that a line is about by itself, and not about taking it with the subject."""
        if anchored is Anchor.NAMED or any(word in self.signals.interacting for word in reading.clause.words):
            return None
        named = (mention.concept for mention in reading.qualifiers if mention.concept.kind in _FOREIGN)
        return next(named, None)

    def _unsure(self, reading: Reading, anchored: Anchor) -> Move:
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

    def _nothing(self, reading: Reading, anchored: Anchor) -> Move:
        confidence = 1 - reading.confidence
        if self._is_off(reading, anchored):
            return DeclineSubject(None, confidence)
        unexplained = self._strange(reading.clause)
        nearest = self._topics(match.label for match in reading.ranked)
        return AdmitGap(None, unexplained, nearest[:3], confidence)

    def _unexplained(self, match: Match) -> tuple[str, ...]:
        unexplained = match.evidence.unexplained
        return tuple(word for word in unexplained if word not in self.signals.nothing_new and not word.isdigit())

    def _is_off(self, reading: Reading, anchored: Anchor) -> bool:
        """Whether a line that never names the subject has words in it that lead elsewhere."""
        if anchored not in (Anchor.NONE, Anchor.TALK):
            return False
        content = [word for word in reading.clause.words if word not in self.signals.nothing_new]
        if not reading.ranked or self._strange(reading.clause):
            return True
        if anchored is Anchor.TALK:
            return False
        return len(self._unexplained(reading.ranked[0])) > UNEXPLAINED * len(content)

    def _strange(self, clause: Clause) -> tuple[str, ...]:
        """The words of a clause that the knowledge base has nowhere: signs of another subject."""
        return tuple(word for word in clause.words if word not in self.signals.vocabulary and word not in self.signals.nothing_new)

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


def _words_of(mentions: Iterable[Mention]) -> frozenset[str]:
    return frozenset(word for mention in mentions for word in mention.said.split())


def _rules_out(mention: Mention) -> bool:
    """Whether an answer has to speak of the mention; what somebody says of themselves opens the answer instead."""
    if mention.concept.kind not in _QUALIFIERS:
        return False
    return not _is_told(mention)


def _is_told(mention: Mention) -> bool:
    """Whether it says something of a person, rather than asks about it."""
    stated = mention.stance in (Stance.HOLDS, Stance.PAST, Stance.DENIED)
    return stated and bool(mention.holder) and mention.concept.kind in _TOLD
