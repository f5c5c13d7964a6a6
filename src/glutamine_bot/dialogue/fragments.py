"""Fragments that lean on what was asked before: "and for kids?", "for me?", "right"."""

from glutamine_bot.dialogue.reading import CERTAIN, QuestionReader, Reading
from glutamine_bot.dialogue.resolving import Anchor, Question
from glutamine_bot.dialogue.signal_words import SignalWords
from glutamine_bot.domain.concepts import ConceptKind
from glutamine_bot.domain.knowledge_base import KnowledgeBase
from glutamine_bot.domain.moves import GiveAnswer, Move, TakeNote
from glutamine_bot.domain.values import frozen


@frozen
class FragmentReader:
    """Tells when a fragment is better read with the question before it."""

    knowledge: KnowledgeBase
    reader: QuestionReader
    signals: SignalWords

    def read(self, question: Question, alone: Reading) -> Reading | Move | None:
        """The reading of a fragment filled in, or at once what to do about it; None where it stands by itself."""
        if question.filled is None:
            return None
        if self._names_only(question):
            if question.asks_amount:
                return None
            filled = self.reader.read(question.filled, Anchor.NAMED)
            named = next(m.concept for m in question.clause.mentions if m.concept.topic)
            if self.reader.is_sure(filled) and (self._has_figure(filled) or not named.lead):
                return filled
            return GiveAnswer(self.knowledge.topics[named.topic or ""], 1.0)
        if self.reader.is_sure(alone) and alone.eligible[0].label in self.knowledge.smalltalk:
            return None
        if self._says_nothing(question):
            return TakeNote()
        if self._stands_alone(question, alone):
            return None
        filled = self.reader.read(question.filled, Anchor.NAMED)
        if self.reader.is_sure(filled) and self._is_meant(question, filled):
            return filled
        return self._of_somebody(question)

    def _of_somebody(self, question: Question) -> Move | None:
        """What is said in general where a fragment only goes on to somebody: "what about me, I'm just the dad"."""
        if not (question.names_only and question.asks) or question.asks_amount:
            return None
        general = self.knowledge.general_topic()
        return GiveAnswer(general, self.knowledge.thresholds.answer) if general else None

    def _names_only(self, question: Question) -> bool:
        """Whether a fragment names a person or a condition and nothing else."""
        named = (m.concept for m in question.clause.mentions)
        return question.names_only and any(c.topic and c.kind is not ConceptKind.AILMENT for c in named)

    def _has_figure(self, reading: Reading) -> bool:
        """Whether the best label answers for a dose figure: "and for leaky gut?" goes on with "how much?"."""
        return any(limit.topic == reading.eligible[0].label for limit in self.knowledge.limits.values())

    def _says_nothing(self, question: Question) -> bool:
        """Whether a fragment is no more than "right" or "I see"."""
        said = question.clause
        if any(word in self.signals.asking for word in said.words):
            return False
        of_people = said.people or said.speaks_of_another or said.speaks_of_self or said.mentions or said.quantities
        return not (question.rest or question.asks or question.asks_amount or of_people)

    def _stands_alone(self, question: Question, alone: Reading) -> bool:
        """Whether a fragment is sure by itself: at once where it says or asks something, else only beyond doubt."""
        if question.points_back:
            return False
        tells = bool(question.rest) or any(word in self.signals.asking for word in question.clause.words)
        return self.reader.is_sure(alone) if tells else alone.confidence >= CERTAIN

    def _is_meant(self, question: Question, filled: Reading) -> bool:
        """Whether the filled reading explains what the fragment adds, and answers an amount where one is asked for."""
        if question.asks_amount and not self._has_figure(filled):
            return False
        best = filled.eligible[0]
        topic = self.knowledge.topics.get(best.label)
        adds = question.rest and question.clause.read.split()[0] not in self.signals.asking
        if adds and topic and not (topic.personal or topic.dosing) and filled.confidence >= CERTAIN:
            return not self.reader.strange(question.clause)  # where to keep it "in summer" is where to keep it
        if question.points_back:
            return not self.reader.strange(question.clause)
        return not any(word in best.evidence.unexplained for word in question.rest)
