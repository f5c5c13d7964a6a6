"""Emergencies in a conversation: seen before anything else, and not left behind in the next turn."""

from glutamine_bot.dialogue.state import State, Turn
from glutamine_bot.domain.dosing import DosingGuard
from glutamine_bot.domain.red_flags import RedFlag
from glutamine_bot.domain.reply import Draft, Reply, ReplyKind
from glutamine_bot.domain.values import frozen, replace
from glutamine_bot.language.understanding import Reader
from glutamine_bot.safety.triage import Triage

AFTER_EMERGENCY = 4
"""Turns after an emergency in which no amount is told, and nothing is left without an answer."""

_NOT_UNDERSTOOD = (ReplyKind.UNKNOWN, ReplyKind.OUT_OF_SCOPE, ReplyKind.CLARIFY)


@frozen
class Watch:
    """Sees emergencies in what is said, with what is known of the people concerned."""

    triage: Triage | None
    reader: Reader
    guard: DosingGuard

    def red_flag(self, state: State, line: str) -> RedFlag | None:
        """The emergency that a line tells of, if any."""
        if self.triage is None:
            return None
        known = state.background | {fact.id for person in state.people for fact in person.facts}
        if state.crisis:
            return self.triage.still_in_crisis(line, state.crisis, known)
        return self.triage.assess(line, known)

    def lasting(self, state: State, line: str) -> RedFlag | None:
        """The emergency that was met in one of the last turns, and is on the person's mind still."""
        if self.triage is None or self.triage.is_over(line):
            return None
        recent = any(turn.reply.kind is ReplyKind.EMERGENCY for turn in state.turns[-AFTER_EMERGENCY:])
        return state.crisis if state.crisis and recent and not state.crisis.self_harm else None

    def forbids(self, reply: Reply) -> bool:
        """Whether a reply may not be given so soon after an emergency: it tells an amount, or understood nothing."""
        return self.guard.states_amount(reply.text) or reply.kind in _NOT_UNDERSTOOD

    def reminding(self, draft: Draft) -> Draft:
        """The draft, opening with what has to be done first, for so soon after an emergency."""
        if draft.kind is not ReplyKind.ANSWER or self.triage is None or not self.triage.reminder:
            return draft
        lead = "\n\n".join(filter(None, (self.triage.reminder, draft.lead)))
        return replace(draft, text=f"{self.triage.reminder}\n\n{draft.text}", lead=lead)

    def relieved(self, state: State, line: str, draft: Draft) -> Draft:
        """The draft, or a word of relief where a line says no more than that the emergency is over, or was none."""
        says_more = draft.kind is ReplyKind.ANSWER or draft.heard.not_covered
        if says_more or not (state.crisis and self.triage and self.triage.relief and self.triage.is_over(line)):
            return draft
        return Draft(ReplyKind.SMALLTALK, self.triage.relief, draft.said)

    def background(self, state: State, line: str) -> frozenset[str]:
        """What is known of the people concerned, with what a line tells of them."""
        return state.background | self.triage.context(line) if self.triage else frozenset()

    def alarmed(self, state: State, line: str, flag: RedFlag) -> tuple[State, Reply]:
        """The reply to an emergency, and the state after it."""
        said = (line, " ".join(self.reader.words_of(line)))
        reply = Reply(Draft(ReplyKind.EMERGENCY, flag.text, said), self.guard)
        return replace(state, crisis=flag, options=()).after(state, Turn(line, reply)), reply
