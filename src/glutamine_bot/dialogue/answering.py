"""Finding what to do about each question of a line."""

from collections.abc import Sequence

from glutamine_bot.dialogue.deciding import Decider
from glutamine_bot.dialogue.dosing import DosingFitter
from glutamine_bot.dialogue.leading import gravest_first
from glutamine_bot.dialogue.reading import CERTAIN
from glutamine_bot.dialogue.remembering import about_whom
from glutamine_bot.dialogue.resolving import Question, Resolver
from glutamine_bot.dialogue.state import State
from glutamine_bot.domain.concepts import Concept, ConceptKind
from glutamine_bot.domain.knowledge_base import KnowledgeBase
from glutamine_bot.domain.moves import AdmitGap, AskWhich, DeclineSubject, GiveAnswer, MakeSmallTalk, Move, TakeNote
from glutamine_bot.domain.utterance import Clause, Stance, Utterance
from glutamine_bot.domain.values import frozen, replace
from glutamine_bot.language.phrases import begins_with, has
from glutamine_bot.language.understanding import Reader

RAMBLE = 14
"""Words from which on the parts of a line between commas are read one by one where the whole was not understood."""

SCRAP = 2
"""Words of a part that are too few to be read by themselves."""

ANSWERED = 3
"""Most questions of one line that are answered; the rest are named."""


@frozen
class Answers:
    """The moves of a turn, the questions that they are to, those left over, and the state after them."""

    state: State
    questions: tuple[Question, ...]
    moves: tuple[Move, ...]
    left_over: tuple[Question, ...]


@frozen
class Answerer:
    """Takes a line's questions one by one."""

    knowledge: KnowledgeBase
    reader: Reader
    resolver: Resolver
    decider: Decider
    fitter: DosingFitter

    def answer(self, before: State, state: State, utterance: Utterance) -> Answers:
        """What to do about an utterance; `before` is the state before what it tells was remembered, `state` after."""
        questions = self._questions(utterance, state)
        moves: list[Move] = []
        waiting = self._one_by_one(questions)
        while waiting and len(moves) < ANSWERED:
            question = waiting.pop(0)
            part = utterance.only(question.clause) if len(questions) > 1 else utterance
            decided, read_as = self._of_foreign(state, question, utterance) or self._decided(state, question, utterance)
            if question.aside and not (isinstance(decided, GiveAnswer) and decided.confidence >= CERTAIN):
                continue
            move = self._for_person(state, utterance, question, self.fitter.fit(about_whom(state, part), part, decided))
            moves.append(TakeNote() if _is_lost(move) and self._tells(before, state, question, move) else move)
            stands_in = move is not decided and not question.asks_amount
            asked = self._asked(state, question, move, None if stands_in else read_as)
            doses = self.fitter.finder.find(state, part)
            amount = doses[0] if len(doses) == 1 else state.amount
            state = replace(state, asked=asked, amount=amount, foreign=_foreign(move, question))
        left_over = tuple(question for question in waiting if not question.aside)
        return Answers(state, questions, _own_first(_worth_saying(moves), state), left_over)

    def _tells(self, before: State, state: State, question: Question, move: Move) -> bool:
        """Whether something new was told of somebody, or whom it is about, by a line that asks nothing."""
        if question.clause.question:
            return False
        whom = before.about != state.about and isinstance(move, AdmitGap)
        return whom or before.profiles != state.profiles

    def _asked(self, state: State, question: Question, move: Move, read_as: Clause | None) -> Clause | None:
        """What the next fragment leans on: the question as it was read, or that of a topic that stood in (None).

        Small talk and a fragment that names nobody and nothing leave it as it was.
        """
        if isinstance(move, MakeSmallTalk | TakeNote) or (isinstance(move, DeclineSubject) and _is_lost(move)):
            return state.asked
        if question.filled and question.names_only:
            return question.filled
        if read_as is None:
            return (
                self.reader.understand(move.topic.question).clauses[0] if isinstance(move, GiveAnswer) else state.asked
            )
        goes_on = read_as is question.filled and not question.clause.mentions
        return state.asked if goes_on or (question.points_back and state.asked) else read_as

    def _questions(self, utterance: Utterance, state: State) -> tuple[Question, ...]:
        """What a line asks; one question where the line is a phrasing as a whole, whatever clauses it has."""
        whole = self.resolver.whole(utterance, state)
        if len(utterance.clauses) > 1 and whole and self.decider.is_verbatim(whole):
            return (whole,)
        return self.resolver.questions(utterance, state)

    def _one_by_one(self, questions: Sequence[Question]) -> list[Question]:
        """The questions, with one that joins two things by "and" taken apart where each is understood by itself."""
        found: list[Question] = []
        for question in questions:
            parts = self.resolver.taken_apart(question)
            found += parts if len(parts) > 1 and self._stand_apart(question, parts) else [question]
        return found

    def _stand_apart(self, question: Question, parts: Sequence[Question]) -> bool:
        """Whether the parts are surely understood, each as something else, and the whole is not."""
        whole, _ = self.decider.decide(question)
        if isinstance(whole, GiveAnswer) and whole.confidence >= CERTAIN:
            return False
        moves = [self.decider.decide(part)[0] for part in parts]
        sure = {move.topic.id for move in moves if isinstance(move, GiveAnswer) and move.confidence >= self._sure}
        return len(sure) == len(parts)

    @property
    def _sure(self) -> float:
        return self.knowledge.thresholds.answer

    def _of_foreign(self, state: State, question: Question, utterance: Utterance) -> tuple[Move, Clause] | None:
        """The move for a question that goes on about another substance or an animal without naming it again."""
        goes_on = question.asks_amount or bool(utterance.quantities) or (question.filled and not question.rest)
        animal = _animal(utterance)
        foreign = animal or (None if utterance.names_subject else state.foreign)
        said = (question.clause,) if animal else utterance.clauses
        if foreign is None or not goes_on or question.clause.mentions or self._leaves(foreign, said):
            return None
        return DeclineSubject(foreign, 1.0), question.clause

    def _leaves(self, foreign: Concept, clauses: Sequence[Clause]) -> bool:
        """Whether clauses have left an animal or another substance: one speaks of people, or to the bot."""
        of_self = any(clause.speaks_of_self for clause in clauses) and foreign.kind is ConceptKind.ANIMAL
        of_people = any(clause.people or clause.speaks_of_adults for clause in clauses)
        addressed = self.knowledge.cues["addressed"]
        return of_self or of_people or any(word in addressed for clause in clauses for word in clause.words)

    def _decided(self, state: State, question: Question, utterance: Utterance) -> tuple[Move, Clause]:
        """The move for a question; in a long line that was not understood, that of its surest part."""
        if state.asked and not state.asked.mentions and self._only_asks_leave(utterance):
            question = replace(question, filled=None)
        move, read_as = self.decider.decide(question)
        if _is_lost(move) and question.clause.speaks_of_another:
            of_self, as_of_self = self.decider.decide(self.resolver.of_self(question))
            if isinstance(of_self, GiveAnswer) and (of_self.topic.dosing or not _warnings(state)):
                return of_self, as_of_self
        if not _is_lost(move) or len(utterance.words) < RAMBLE:
            return move, read_as
        parts = self.reader.understand(utterance.line.replace(",", ".")).clauses
        found = self.decider.surest([part for part in parts if len(part.words) > SCRAP], question.anchored)
        return found or (move, read_as)

    def _for_person(self, state: State, utterance: Utterance, question: Question, move: Move) -> Move:
        """What matters most to the person whom it is about, where a line was not understood or asked in general."""
        taken = [m.concept for m in utterance.mentions if m.concept in state.person(state.about).facts]
        medicine = next((c for c in taken if c.kind is ConceptKind.MEDICINE and c.topic), None)
        if medicine and isinstance(move, DeclineSubject | AdmitGap):
            return GiveAnswer(self.knowledge.topics[medicine.topic or ""], self._sure)
        topics, clarify = self.knowledge.topics, self.knowledge.thresholds.clarify
        own = next((topics[concept.topic or ""] for concept in _warnings(state)), None)
        of_somebody = question.clause.speaks_of_self or question.clause.speaks_of_another
        if isinstance(move, GiveAnswer) and move.topic.yields and of_somebody and own:
            return GiveAnswer(own, move.confidence)
        told_now = [mention.concept for mention in utterance.mentions if mention.stance is Stance.HOLDS]
        strange = isinstance(move, AdmitGap) and move.words
        asks_leave = self._only_asks_leave(utterance) or (
            question.names_only and bool(question.filled and question.clause.people)
        )
        may = self._seeks_leave(utterance) or question.names_only
        aimless = isinstance(move, AskWhich) or (isinstance(move, AdmitGap) and not _is_named(move, utterance))
        if aimless and may and not asks_leave and own:
            return GiveAnswer(own, clarify)
        lost = _is_lost(move) or (isinstance(move, AskWhich) and asks_leave)
        asked = begins_with(utterance.words, self.knowledge.cues["asks_leave"])
        if not lost or strange or not (told_now or asks_leave or asked):
            return move
        topic = own or next((topics[concept.topic] for concept in told_now if concept.lead and concept.topic), None)
        if topic is None and asks_leave:
            likely = self.decider.likely(question)
            if likely:
                return likely
            topic = self.knowledge.general_topic()
        return GiveAnswer(topic, clarify) if topic else move

    def _only_asks_leave(self, utterance: Utterance) -> bool:
        """Whether an utterance asks no more than whether somebody may: "can she have it?"."""
        return self._seeks_leave(utterance) and all(word in self.resolver.nothing_new for word in utterance.words)

    def _seeks_leave(self, utterance: Utterance) -> bool:
        """Whether an utterance asks, among other things, whether somebody may."""
        said, cues = utterance.words, self.knowledge.cues
        if any(word in cues["asking"] for word in said):
            return False  # "how can I tell how long?" is not whether one may
        return begins_with(said, cues["asks_leave"]) or has(said, cues["seeks_leave"])


def _is_named(move: AdmitGap, utterance: Utterance) -> bool:
    """Whether an utterance asks of the gap that is admitted, rather than likened to such questions or telling of it."""
    stated = (mention for mention in utterance.mentions if mention.stance not in (Stance.PAST, Stance.DENIED))
    return move.gap is None or any(mention.concept.id == move.gap.id for mention in stated)


def _warnings(state: State) -> list[Concept]:
    """What was told of the person that the talk is about and calls for care, the gravest first."""
    return gravest_first(fact for fact in state.person(state.about).facts if fact.lead and fact.topic)


def _is_lost(move: Move) -> bool:
    """Whether the line was not understood."""
    match move:
        case AdmitGap(gap=None) | DeclineSubject(concept=None):
            return True
        case _:
            return False


def _animal(utterance: Utterance) -> Concept | None:
    """The animal that an utterance speaks of, if any."""
    named = (mention.concept for mention in utterance.mentions)
    return next((concept for concept in named if concept.kind is ConceptKind.ANIMAL), None)


def _foreign(move: Move, question: Question) -> Concept | None:
    """An animal that a question is about, or another substance that a move declined to speak of."""
    for mention in question.clause.mentions:
        if mention.concept.kind is ConceptKind.ANIMAL:
            return mention.concept
    concept = move.concept if isinstance(move, DeclineSubject) else None
    return concept if concept and concept.kind is not ConceptKind.MEDICINE else None


def _own_first(moves: Sequence[Move], state: State) -> tuple[Move, ...]:
    """The moves, those first that answer for a condition of the person whom it is about."""
    own = {concept.topic for concept in _warnings(state)}
    return tuple(sorted(moves, key=lambda move: not (isinstance(move, GiveAnswer) and move.topic.id in own)))


def _worth_saying(moves: Sequence[Move]) -> tuple[Move, ...]:
    """The moves, each once, without those that only say that a part of the line was not understood."""
    understood = [move for move in moves if not (isinstance(move, AdmitGap) and _is_lost(move) and not move.words)]
    return tuple(dict.fromkeys(understood or moves[:1]))
