"""From a question to a move: which topic answers it, or why none does."""

from collections.abc import Iterable

from glutamine_bot.dialogue.fragments import FragmentReader
from glutamine_bot.dialogue.reading import CLOSE, DOUBTED, QuestionReader, Reading, is_alone, is_generic, is_told
from glutamine_bot.dialogue.resolving import Anchor, Question
from glutamine_bot.dialogue.signal_words import SignalWords
from glutamine_bot.domain.concepts import Concept, ConceptKind
from glutamine_bot.domain.knowledge_base import KnowledgeBase
from glutamine_bot.domain.labels import is_other_subject
from glutamine_bot.domain.moves import AdmitGap, AskWhich, DeclineSubject, GiveAnswer, MakeSmallTalk, Move, TakeNote
from glutamine_bot.domain.topics import Topic
from glutamine_bot.domain.utterance import Clause, Mention, Stance
from glutamine_bot.domain.values import frozen
from glutamine_bot.language.understanding import MEASURES
from glutamine_bot.matching.confidence import HIGH

OFFERED = 4
"""Most topics offered to choose from."""

SCANT = 4
"""Words of a line too short to say what is meant by it."""

NEAREST = 3
"""Most topics offered where nothing answers."""

_FOREIGN = frozenset({ConceptKind.MEDICINE, ConceptKind.SUBSTANCE})
_UNCOVERED = frozenset({ConceptKind.GAP, ConceptKind.AILMENT})


@frozen
class Decider:
    """Decides what to do about questions, as its reader reads them."""

    knowledge: KnowledgeBase
    reader: QuestionReader
    fragments: FragmentReader
    signals: SignalWords

    def decide(self, question: Question) -> tuple[Move, Clause]:
        """The move for a question, and the clause that it was read as: by itself, with its line, or filled in."""
        if self.knowledge.menu and self._is_bare(question.clause):
            return AskWhich(self._topics(self.knowledge.menu), 1.0), question.clause
        alone = self.reader.read(question.clause, question.anchored, sole=question.sole)
        animal = next((m.concept for m in question.clause.mentions if m.concept.kind is ConceptKind.ANIMAL), None)
        if animal and not alone.eligible:
            return DeclineSubject(animal, 1.0), question.clause
        if animal and not question.asks:
            return DeclineSubject(animal, 1.0), question.clause
        fragment = self.fragments.read(question, alone)
        if fragment is not None:
            move = fragment if not isinstance(fragment, Reading) else self._decided(fragment, Anchor.NAMED)
            return move, question.filled or question.clause
        best = self._with_line(question, alone)
        if self.reader.is_sure(best) and is_other_subject(best.eligible[0].label):
            return self._of_other_subject(best), best.clause
        return self._told(question, best) or self._decided(best, question.anchored), best.clause

    def surest(self, parts: Iterable[Clause], anchored: Anchor) -> tuple[Move, Clause] | None:
        """The move of the part of a long line that is understood best, if one is understood well."""
        readings = [
            reading for reading in (self.reader.read(part, anchored) for part in parts) if reading.confidence >= DOUBTED
        ]
        topics = [r for r in readings if r.eligible[0].label in self.knowledge.topics and not r.qualifiers]
        best = max(topics, key=lambda reading: reading.confidence, default=None)
        return (self._yielding(best), best.clause) if best else None

    def is_verbatim(self, question: Question) -> bool:
        """Whether a question is a phrasing of a label, all but word by word."""
        reading = self.reader.read(question.clause, question.anchored)
        return bool(reading.eligible) and reading.eligible[0].evidence.similarity >= CLOSE

    def likely(self, question: Question) -> GiveAnswer | None:
        """The answer of the topic that a question's few words are surely likest to, though they hardly say anything."""
        best = next(iter(self.reader.ranking.of(question.clause.read)), None)
        topic = self.knowledge.topics.get(best.label) if best and best.confidence >= HIGH else None
        return GiveAnswer(topic, self.knowledge.thresholds.answer) if topic else None

    def _is_bare(self, clause: Clause) -> bool:
        """Whether a clause names the subject and says nothing else."""
        content = [word for word in clause.words if len(word) > 1]
        return bool(content) and all(word in self.signals.subject for word in content)

    def _with_line(self, question: Question, alone: Reading) -> Reading:
        """The reading of the clause, or of its whole line where that is understood better."""
        if question.line is None or self.reader.is_sure(alone):
            return alone
        whole = self.reader.read(question.line, question.anchored)
        return max(alone, whole, key=lambda reading: reading.confidence)

    def _told(self, question: Question, reading: Reading) -> Move | None:
        """The move for a statement about somebody; None where it is none."""
        told = [mention for mention in question.clause.mentions if is_told(mention)]
        told.sort(key=lambda mention: mention.concept.kind is not ConceptKind.CONDITION)
        taken_back = told and all(mention.stance is not Stance.HOLDS for mention in told)
        if question.asks_amount or (question.clause.question if taken_back else question.asks):
            return None
        if taken_back:
            other = next((m.concept for m in question.clause.mentions if m not in told and m.concept.lead), None)
            return self._about(other) if other and other.kind is ConceptKind.CONDITION else TakeNote()
        if question.anchored in (Anchor.NAMED, Anchor.DOSES) and self.reader.is_sure(reading):
            return None
        of_people = any(word in question.clause.read.split() for word in MEASURES)
        for mention in told:
            if mention.stance is Stance.HOLDS and mention.concept.topic:
                return self._about(mention.concept)
        condition = next((c for c in _named(question.clause) if c.kind is ConceptKind.CONDITION and c.topic), None)
        if condition and of_people:
            return self._about(condition)
        return TakeNote() if told or of_people else None

    def _decided(self, reading: Reading, anchored: Anchor) -> Move:
        sure = self.reader.is_sure(reading)
        foreign = self._foreign(reading, anchored)
        if foreign:
            return DeclineSubject(foreign, 1.0)
        if not sure and not all(map(is_generic, reading.qualifiers)):
            return self._about_qualifier(reading, anchored)
        condition = self._condition(reading)
        concern = self._ailment(reading) or (None if sure else condition)
        if concern:
            return self._about(concern)
        if sure:
            return self._yielding(reading)
        if not reading.eligible or (self.reader.is_off(reading, anchored) and not condition):
            return self._nothing(reading, anchored)
        return self._unsure(reading, anchored)

    def _about(self, concept: Concept) -> Move:
        """The move that speaks of a condition or a medicine: its topic, or that the documents do not cover it."""
        if concept.kind is ConceptKind.AILMENT or not concept.topic:
            gap = self.knowledge.gaps[concept.id]
            return AdmitGap(gap, (), self._topics(gap.nearest), 1.0)
        return GiveAnswer(self.knowledge.topics[concept.topic], 1.0)

    def _ailment(self, reading: Reading) -> Concept | None:
        """A condition that the documents do not name, in a line of which nothing else is well understood."""
        if reading.confidence >= DOUBTED:
            return None
        concepts = (mention.concept for mention in reading.clause.mentions)
        return next((concept for concept in concepts if concept.kind is ConceptKind.AILMENT), None)

    def _condition(self, reading: Reading) -> Concept | None:
        """A condition that the documents warn of, where a line asks whether it is a problem."""
        if not any(word in self.signals.permission for word in reading.clause.words):
            return None
        return next((c for c in _named(reading.clause) if c.kind is ConceptKind.CONDITION and c.lead), None)

    def _yielding(self, reading: Reading) -> Move:
        """The best label's move, or the topic of a condition in the line where a general answer gives way to it."""
        move = self._move(reading)
        if isinstance(move, GiveAnswer) and move.topic.yields:
            topic = next((concept.topic for concept in _named(reading.clause) if concept.topic), None)
            return GiveAnswer(self.knowledge.topics[topic], move.confidence) if topic else move
        return move

    def _about_qualifier(self, reading: Reading, anchored: Anchor) -> Move:
        """What is said where no answer speaks of something that the question names."""
        mention = next(mention for mention in reading.qualifiers if not is_generic(mention))
        concept = mention.concept
        if concept.kind in _UNCOVERED:
            if anchored is Anchor.NONE and self._is_elsewhere(reading, mention):
                return DeclineSubject(None, 1.0)
            gap = self.knowledge.gaps[concept.id]
            return AdmitGap(gap, (), self._topics(gap.nearest), 1.0)
        together = self.signals.combining | self.signals.permission
        doses = anchored is Anchor.DOSES and self._is_taken_with(reading, mention)
        named = anchored is Anchor.NAMED or doses  # "is 5 g with warfarin ok"
        if not concept.topic or not (named or is_alone(reading.clause, mention)):
            return DeclineSubject(concept, 1.0)
        if is_alone(reading.clause, mention) or any(word in together for word in reading.clause.words):
            return GiveAnswer(self.knowledge.topics[concept.topic], self.knowledge.thresholds.answer)
        return AdmitGap(None, (concept.name,), self._topics([concept.topic]), 1.0)

    def _is_elsewhere(self, reading: Reading, mention: Mention) -> bool:
        """Whether a line that names a gap, and not the subject, is about more than whether one may take something."""
        if any(word in self.signals.permission for word in reading.clause.words):
            return False
        return any(word not in mention.said.split() for word in self.reader.unexplained(reading))

    def _foreign(self, reading: Reading, anchored: Anchor) -> Concept | None:
        """Another substance or a medicine that a line is about by itself, and not about taking it with the subject."""
        if anchored is Anchor.NAMED or any(word in self.signals.interacting for word in reading.clause.words):
            return None
        named = [mention for mention in reading.qualifiers if mention.concept.kind in _FOREIGN]
        best = reading.eligible[0] if reading.eligible else None
        if len(named) == 1 and best and best.label == named[0].concept.topic and best.confidence >= HIGH:
            return None  # "taking with probiotics"
        return next((m.concept for m in named if not is_generic(m) and not is_alone(reading.clause, m)), None)

    def _of_other_subject(self, reading: Reading) -> Move:
        """What is said to a question that is surely of another subject, or of taking the subject with something."""
        named = next((mention for mention in reading.clause.mentions if mention.concept.kind in _FOREIGN), None)
        if named and named.concept.topic and self._is_taken_with(reading, named):
            return GiveAnswer(self.knowledge.topics[named.concept.topic], self.knowledge.thresholds.answer)
        return DeclineSubject(named.concept if named else None, reading.confidence, known=True)

    def _is_taken_with(self, reading: Reading, mention: Mention) -> bool:
        """Whether it is asked of taking the subject, which is left unsaid, with something: "ok with warfarin?"."""
        return any(word in self.signals.interacting for word in reading.clause.words[: mention.start])

    def _unsure(self, reading: Reading, anchored: Anchor) -> Move:
        clarify = self.knowledge.thresholds.clarify
        for mention in reading.clause.mentions:
            if mention.concept.topic and mention.stance is not Stance.DENIED:
                return GiveAnswer(self.knowledge.topics[mention.concept.topic], clarify)
        if reading.confidence < clarify:
            return self._nothing(reading, anchored)
        if is_other_subject(reading.eligible[0].label):
            return self._nothing(reading, anchored)
        near = [match for match in reading.eligible if match.confidence >= reading.eligible[0].confidence / 2]
        topics = self._topics(match.label for match in near)
        if len(topics) > 1:
            return AskWhich(topics[:OFFERED], reading.confidence)
        return self._move(reading)

    def _nothing(self, reading: Reading, anchored: Anchor) -> Move:
        confidence = 1 - reading.confidence
        if self.reader.is_off(reading, anchored):
            return DeclineSubject(None, confidence, self.reader.is_of_other_language(reading.clause))
        nearest = self._topics(match.label for match in reading.ranked)[:NEAREST]
        strange = self.reader.strange(reading.clause)
        if len(reading.clause.words) <= SCANT and len(nearest) > 1 and not strange:
            return AskWhich(nearest, reading.confidence)
        return AdmitGap(None, strange, nearest, confidence)

    def _topics(self, ids: Iterable[str]) -> tuple[Topic, ...]:
        topics = self.knowledge.topics
        return tuple(topics[label] for label in ids if label in topics)

    def _move(self, reading: Reading) -> Move:
        """The move that the best label stands for."""
        label, confidence, knowledge = reading.eligible[0].label, reading.confidence, self.knowledge
        if label in knowledge.topics:
            return GiveAnswer(knowledge.topics[label], confidence)
        if label in knowledge.gaps:
            gap = knowledge.gaps[label]
            return AdmitGap(gap, (), self._topics(gap.nearest), confidence)
        if is_other_subject(label):
            return self._of_other_subject(reading)
        return MakeSmallTalk(knowledge.smalltalk[label], confidence)


def _named(clause: Clause) -> Iterable[Concept]:
    """The concepts that a clause names and neither denies nor tells as past."""
    return (m.concept for m in clause.mentions if m.stance not in (Stance.DENIED, Stance.PAST))
