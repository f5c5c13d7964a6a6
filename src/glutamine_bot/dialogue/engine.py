"""One turn of a conversation: a pure function of what went before and the line."""

import re
from collections.abc import Sequence

from glutamine_bot.dialogue.acts import Act, ActReader
from glutamine_bot.dialogue.answering import Answerer
from glutamine_bot.dialogue.dosing import DosingFitter
from glutamine_bot.dialogue.emergencies import Watch
from glutamine_bot.dialogue.putting_right import put_right
from glutamine_bot.dialogue.remembering import remember
from glutamine_bot.dialogue.replying import Replier
from glutamine_bot.dialogue.retyping import retyped
from glutamine_bot.dialogue.state import State, Turn
from glutamine_bot.dialogue.steering import Steering
from glutamine_bot.domain.dosing import DosingGuard
from glutamine_bot.domain.knowledge_base import KnowledgeBase
from glutamine_bot.domain.moves import GiveAnswer
from glutamine_bot.domain.reply import Draft, Option, Reply, ReplyKind
from glutamine_bot.domain.utterance import Utterance
from glutamine_bot.domain.values import frozen, replace
from glutamine_bot.language.understanding import Reader
from glutamine_bot.reply.composing import Composer

_NUMBER = re.compile(r"\d\d|\d\W*\?")
"""A number that is none of a menu."""

_STEER = 12
"""Words up to which the first few of a line may steer: what is longer has more to say."""

_BREAK = re.compile(r"[,.;:!?\u2013\u2014]")
"""Where the first words of a line end, which may say all that matters: "again? I missed that"."""


@frozen
class Engine:
    """Everything that turns a line into a reply, made once for a knowledge base."""

    knowledge: KnowledgeBase
    reader: Reader
    guard: DosingGuard
    watch: Watch
    acts: ActReader
    steering: Steering
    answerer: Answerer
    fitter: DosingFitter
    replier: Replier
    composer: Composer

    def turn(self, state: State, line: str) -> tuple[State, Reply]:
        """The reply to a line, and the state after it. Never raises, whatever was typed."""
        meant = retyped(line, state.turns[-1].line) if state.turns else line
        flag = self.watch.red_flag(state, line) or (self.watch.red_flag(state, meant) if meant != line else None)
        if flag:
            return self.watch.alarmed(state, line, flag)
        utterance = self.reader.understand(meant)
        draft, after = self._steered(state, utterance) or self._answered(state, utterance)
        crisis = self.watch.lasting(state, line)
        draft = self.watch.reminding(draft) if crisis else self.watch.relieved(state, line, draft)
        reply = Reply(self._leaning(draft, state), self.guard)
        if crisis and self.watch.forbids(reply):
            return self.watch.alarmed(state, line, crisis)
        after = replace(after, crisis=crisis, background=self.watch.background(after, line))
        return after.after(state, Turn(line, reply)), reply

    def _leaning(self, draft: Draft, state: State) -> Draft:
        """The draft, for the guard to look also at what was said before where a number may go on about it."""
        last = state.turns[-1].reply if state.turns else None
        goes_on = draft.kind is not ReplyKind.SMALLTALK and any(map(_NUMBER.search, draft.said[:1]))
        return replace(draft, said=draft.said + last.draft.said[:1]) if goes_on and last and last.disclaimers else draft

    def is_red_flag(self, state: State, line: str) -> bool:
        """Whether a line tells of an emergency, however it is put."""
        return self.watch.red_flag(state, line.replace("/", " ", 1)) is not None

    def _steered(self, state: State, utterance: Utterance) -> tuple[Draft, State] | None:
        """What is said to a line that steers the conversation: an act, or a choice among the options offered."""
        said = utterance.words
        option = None if self._names_dose(state, utterance) else self._chosen(state, said)
        if option:
            move = GiveAnswer(self.knowledge.topics[option.topic], 1.0)
            draft, after = self.replier.reply(state, _without_amounts(utterance), [move])
            left = tuple(other for other in state.options if other != option) if state.asked_which else ()
            return draft, replace(after, passed_over=left)
        if state.options and self.acts.is_bare_number(said) and not self._names_dose(state, utterance):
            return self.composer.again(state.options, utterance.line), state
        act = self.acts.read(said)
        says_more = utterance.quantities or any(clause.question for clause in utterance.clauses[1:])
        says_more = says_more or len(said) > _STEER
        if act is None and not says_more:
            act = self.acts.read(self.reader.words_of(_BREAK.split(utterance.line, maxsplit=1)[0]))
        if act is None and len(utterance.clauses) == 1:
            act = self.acts.meant(utterance.clauses[0])
        if act is Act.WHY:
            return self._reasoned(state, utterance)
        if act is Act.FIGURE:
            return self._figure(state, utterance)
        return self.steering.carry_out(act, state, utterance.line) if act else None

    def _reasoned(self, state: State, utterance: Utterance) -> tuple[Draft, State] | None:
        """The reason for what was said last, or more about it where the documents give none."""
        topics = [self.knowledge.topics[topic] for topic in state.subject]
        reason = next((topic.reason for topic in topics if topic.reason), None)
        if reason:
            return self.replier.reply(state, utterance, [GiveAnswer(self.knowledge.topics[reason], 1.0)])
        return self.steering.carry_out(Act.MORE, state, utterance.line) if topics else None

    def _figure(self, state: State, utterance: Utterance) -> tuple[Draft, State] | None:
        """The last answer on amounts once more, or the general one: "just the number" is no other question."""
        if not self.knowledge.limits:
            return None
        if self.fitter.finder.is_talk_of_doses(state):
            return self.steering.carry_out(Act.REPEAT, state, utterance.line)
        move = self.fitter.fit(state, utterance, GiveAnswer(self.fitter.figures.general, 1.0))
        return self.replier.reply(state, utterance, [move])

    def _chosen(self, state: State, said: Sequence[str]) -> Option | None:
        """The option that a line picks, of those offered or of those passed over in the choice before."""
        if len(state.passed_over) == 1 and self.acts.is_other_one(said):
            return state.passed_over[0]
        return self.acts.chosen(said, state.options, asked_which=state.asked_which)

    def _names_dose(self, state: State, utterance: Utterance) -> bool:
        """Whether a mere number is a dose: asked about in a talk of doses, or higher than any option's."""
        if state.asked_which or not (self.fitter.finder.is_talk_of_doses(state) and utterance.quantities):
            return False
        asks = any(clause.question for clause in utterance.clauses)
        return asks or any(quantity.high > len(state.options) for quantity in utterance.quantities)

    def _answered(self, state: State, utterance: Utterance) -> tuple[Draft, State]:
        """The answers to what a line asks, once what it tells is kept."""
        before = state
        state, utterance = put_right(state, utterance, self.knowledge)
        state = remember(state, utterance, self.knowledge)
        answers = self.answerer.answer(before, state, utterance)
        if not answers.moves:
            return self.composer.small_talk("empty", utterance.line), state
        draft, after = self.replier.reply(answers.state, utterance, answers.moves, answers.questions)
        return self.composer.with_left_over(draft, [question.clause.text for question in answers.left_over]), after


def _without_amounts(utterance: Utterance) -> Utterance:
    """An utterance whose number is that of an option."""
    return replace(utterance, clauses=tuple(replace(clause, quantities=()) for clause in utterance.clauses))
