"""One turn of a conversation: a pure function of what went before and the line."""

import re
from collections.abc import Sequence

from glutamine_bot.dialogue.acts import Act, ActReader
from glutamine_bot.dialogue.deciding import Decider
from glutamine_bot.dialogue.dosing import DosingFitter
from glutamine_bot.dialogue.leading import leads
from glutamine_bot.dialogue.reading import CERTAIN
from glutamine_bot.dialogue.remembering import about_whom, remember
from glutamine_bot.dialogue.resolving import Question, Resolver
from glutamine_bot.dialogue.state import State, Turn
from glutamine_bot.dialogue.steering import Steering
from glutamine_bot.domain.concepts import Concept, ConceptKind
from glutamine_bot.domain.dosing import DosingGuard
from glutamine_bot.domain.knowledge_base import KnowledgeBase
from glutamine_bot.domain.moves import AdmitGap, DeclineSubject, GiveAnswer, Move
from glutamine_bot.domain.red_flags import RedFlag
from glutamine_bot.domain.reply import Draft, Heard, Option, Reply, ReplyKind
from glutamine_bot.domain.utterance import Clause, Utterance
from glutamine_bot.domain.values import frozen, replace
from glutamine_bot.language.understanding import Reader
from glutamine_bot.matching.confidence import band_of
from glutamine_bot.reply.composing import Composer
from glutamine_bot.safety.triage import Triage

AFTER_EMERGENCY = 4
"""Turns after an emergency in which no amount is told."""

RAMBLE = 14
"""Words from which on the parts of a line between commas are read one by one where the whole was not understood."""

SCRAP = 2
"""Words of a part that are too few to be read by themselves."""

ANSWERED = 3
"""Most questions of one line that are answered; the rest are named."""


_NUMBER = re.compile(r"\d\d|\d\W*\?")
"""A number that is none of a menu."""

_BREAK = re.compile(r"[,.;:!?\u2013\u2014]")
"""Where the first words of a line end, which may say all that matters: "again? I missed that"."""


@frozen
class Engine:
    """Everything that turns a line into a reply, made once for a knowledge base."""

    knowledge: KnowledgeBase
    reader: Reader
    triage: Triage | None
    guard: DosingGuard
    acts: ActReader
    resolver: Resolver
    decider: Decider
    fitter: DosingFitter
    steering: Steering
    composer: Composer

    def turn(self, state: State, line: str) -> tuple[State, Reply]:
        """The reply to a line, and the state after it. Never raises, whatever was typed."""
        flag = self._red_flag(state, line)
        if flag:
            return self._alarmed(state, line, flag)
        utterance = self.reader.understand(line)
        draft, after = self._steered(state, utterance) or self._answered(state, utterance)
        reply = Reply(self._leaning(draft, state), self.guard)
        crisis = self._lasting_crisis(state)
        if crisis and self.guard.states_amount(reply.text):
            return self._alarmed(state, line, crisis)
        background = self._background(after, line)
        after = replace(after, crisis=crisis, background=background)
        return after.after(state, Turn(line, reply)), reply

    def _leaning(self, draft: Draft, state: State) -> Draft:
        """The draft, for the guard to look also at what was said before where a number may go on about it."""
        last = state.turns[-1].reply if state.turns else None
        goes_on = draft.kind is not ReplyKind.SMALLTALK and any(map(_NUMBER.search, draft.said[:1]))
        return replace(draft, said=draft.said + last.draft.said[:1]) if goes_on and last and last.disclaimers else draft

    def _lasting_crisis(self, state: State) -> RedFlag | None:
        """The emergency that was met in one of the last turns: no amount is told so soon after it."""
        recent = any(turn.reply.kind is ReplyKind.EMERGENCY for turn in state.turns[-AFTER_EMERGENCY:])
        return state.crisis if state.crisis and recent and not state.crisis.self_harm else None

    def is_red_flag(self, state: State, line: str) -> bool:
        """Whether a line tells of an emergency, however it is put."""
        return self._red_flag(state, line.replace("/", " ", 1)) is not None

    def _red_flag(self, state: State, line: str) -> RedFlag | None:
        if self.triage is None:
            return None
        known = state.background | {fact.id for person in state.people for fact in person.facts}
        if state.crisis:
            return self.triage.still_in_crisis(line, state.crisis, known)
        return self.triage.assess(line, known)

    def _background(self, state: State, line: str) -> frozenset[str]:
        """What is known of the people concerned, with what a line tells of them."""
        return state.background | self.triage.context(line) if self.triage else frozenset()

    def _alarmed(self, state: State, line: str, flag: RedFlag) -> tuple[State, Reply]:
        reply = Reply(Draft(ReplyKind.EMERGENCY, flag.text, (line, " ".join(self.reader.words_of(line)))), self.guard)
        return replace(state, crisis=flag, options=()).after(state, Turn(line, reply)), reply

    def _steered(self, state: State, utterance: Utterance) -> tuple[Draft, State] | None:
        """What is said to a line that steers the conversation: an act, or a choice among the options offered."""
        said = utterance.words
        option = self.acts.chosen(said, state.options, asked_which=state.asked_which)
        if option:
            return self._replied(state, utterance, [self._chosen(option)], ())
        if state.options and self.acts.is_bare_number(said):
            return self.composer.again(state.options, utterance.line), state
        act = self.acts.read(said)
        if act is None and not any(clause.question for clause in utterance.clauses[1:]):
            act = self.acts.read(self.reader.words_of(_BREAK.split(utterance.line, maxsplit=1)[0]))
        if act is Act.WHY:
            return self._reasoned(state, utterance)
        return self.steering.carry_out(act, state, utterance.line) if act else None

    def _reasoned(self, state: State, utterance: Utterance) -> tuple[Draft, State] | None:
        """The reason for what was said last, or more about it where the documents give none."""
        topics = [self.knowledge.topics[topic] for topic in state.subject]
        reason = next((topic.reason for topic in topics if topic.reason), None)
        if reason:
            return self._replied(state, utterance, [GiveAnswer(self.knowledge.topics[reason], 1.0)], ())
        return self.steering.carry_out(Act.MORE, state, utterance.line) if topics else None

    def _chosen(self, option: Option) -> Move:
        return GiveAnswer(self.knowledge.topics[option.topic], 1.0)

    def _answered(self, state: State, utterance: Utterance) -> tuple[Draft, State]:
        state = remember(state, utterance, self.knowledge)
        questions = self._questions(utterance, state)
        if not questions:
            return self.composer.small_talk("empty", utterance.line), state
        moves: list[Move] = []
        waiting = self._one_by_one(questions)
        while waiting and len(moves) < ANSWERED:
            question = waiting.pop(0)
            part = utterance.only(question.clause) if len(questions) > 1 else utterance
            decided, read_as = self._of_foreign(state, question, utterance) or self._decided(question, utterance)
            if question.aside and not (isinstance(decided, GiveAnswer) and decided.confidence >= CERTAIN):
                continue
            move = self._for_person(state, self.fitter.fit(about_whom(state, part), part, decided))
            moves.append(move)
            asked = read_as.read if question.asks_amount else _asked(move, decided, read_as)
            state = replace(state, asked=asked, foreign=_foreign(move, question))
        draft, after = self._replied(state, utterance, _worth_saying(moves), questions)
        unanswered = [question.clause.text for question in waiting if not question.aside]
        return self.composer.with_left_over(draft, unanswered), after

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
            apart = len(parts) > 1 and not self._is_answered(question) and all(map(self._is_answered, parts))
            found += parts if apart else [question]
        return found

    def _is_answered(self, question: Question) -> bool:
        return isinstance(self.decider.decide(question)[0], GiveAnswer)

    def _of_foreign(self, state: State, question: Question, utterance: Utterance) -> tuple[Move, Clause] | None:
        """The move for a line that goes on about another substance or an animal without naming it again."""
        goes_on = question.asks_amount or bool(utterance.quantities) or (question.filled and not question.rest)
        of_people = any(clause.people for clause in utterance.clauses)
        if state.foreign is None or not goes_on or of_people or utterance.names_subject:
            return None
        return DeclineSubject(state.foreign, 1.0), question.clause

    def _decided(self, question: Question, utterance: Utterance) -> tuple[Move, Clause]:
        """The move for a question; in a long line that was not understood, that of its surest part."""
        move, read_as = self.decider.decide(question)
        if not _is_lost(move) or len(utterance.words) < RAMBLE:
            return move, read_as
        parts = self.reader.understand(utterance.line.replace(",", ".")).clauses
        found = self.decider.surest([part for part in parts if len(part.words) > SCRAP], question.anchored)
        return found or (move, read_as)

    def _for_person(self, state: State, move: Move) -> Move:
        """What matters most to the person whom a line is about, where it was not understood."""
        if not (isinstance(move, AdmitGap) and _is_lost(move) and not move.words):
            return move
        told = (fact for fact in state.person(state.about).facts if fact.kind is ConceptKind.CONDITION and fact.lead)
        topics = [self.knowledge.topics[fact.topic] for fact in told if fact.topic]
        return GiveAnswer(topics[0], self.knowledge.thresholds.clarify) if topics else move

    def _replied(
        self, state: State, utterance: Utterance, moves: Sequence[Move], questions: tuple[Question, ...]
    ) -> tuple[Draft, State]:
        leans = any(question.filled and (question.asks_amount or not question.rest) for question in questions)
        state = state if leans and not utterance.mentions else replace(state, concern=())
        opening = leads(state, utterance, moves, self.composer)
        leant_on = {question.filled.read for question in questions if question.filled}
        said = (utterance.line, *(" ".join(clause.words) for clause in utterance.clauses), *leant_on)
        band = band_of(min(move.confidence for move in moves))
        draft = self.composer.compose(moves, said, _heard(utterance, moves), band, opening)
        return draft, self._after(state, draft, questions)

    def _after(self, state: State, draft: Draft, questions: tuple[Question, ...]) -> State:
        """The state that a reply leaves for the next line."""
        if draft.kind is ReplyKind.SMALLTALK:
            return state
        subject = draft.topics or (state.subject if draft.kind is ReplyKind.CLARIFY else ())
        concern = tuple(concept for question in questions for concept in question.concerns) or state.concern
        return replace(
            state,
            subject=subject,
            concern=concern,
            options=draft.options or draft.related,
            asked_which=bool(draft.options),
        )


def _is_lost(move: Move) -> bool:
    """Whether the line was not understood."""
    match move:
        case AdmitGap(gap=None) | DeclineSubject(concept=None):
            return True
        case _:
            return False


def _asked(move: Move, decided: Move, read_as: Clause) -> str:
    """What was asked, for a fragment to lean on: as it was read, or the question of a topic that stood in."""
    if move is not decided and isinstance(move, GiveAnswer):
        return move.topic.question
    return read_as.read


def _foreign(move: Move, question: Question) -> Concept | None:
    """An animal that a question is about, or another substance that a move declined to speak of."""
    for mention in question.clause.mentions:
        if mention.concept.kind is ConceptKind.ANIMAL:
            return mention.concept
    concept = move.concept if isinstance(move, DeclineSubject) else None
    return concept if concept and concept.kind is not ConceptKind.MEDICINE else None


def _worth_saying(moves: Sequence[Move]) -> tuple[Move, ...]:
    """The moves, each once, without those that only say that a part of the line was not understood."""
    understood = [move for move in moves if not (isinstance(move, AdmitGap) and _is_lost(move) and not move.words)]
    return tuple(dict.fromkeys(understood or moves[:1]))


def _heard(utterance: Utterance, moves: Sequence[Move]) -> Heard:
    return Heard(
        corrections=dict(utterance.corrections),
        not_covered=tuple(dict.fromkeys(word for move in moves for word in _not_covered(move))),
        about=tuple(dict.fromkeys(mention.concept.id for mention in utterance.mentions)),
        quantities=tuple(quantity.text for quantity in utterance.quantities),
    )


def _not_covered(move: Move) -> tuple[str, ...]:
    match move:
        case AdmitGap(gap=gap, words=words):
            return (gap.name,) if gap else words
        case DeclineSubject(concept=concept) if concept:
            return (concept.name,)
        case _:
            return ()
