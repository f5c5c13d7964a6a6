"""Putting cases to a bot."""

import os
from collections.abc import Iterator
from typing import Self

from glutamine_bot.dialogue.assembling import build_index
from glutamine_bot.dialogue.bot import Bot
from glutamine_bot.domain.match import Match
from glutamine_bot.domain.reply import Reply, ReplyKind
from glutamine_bot.domain.values import frozen
from glutamine_bot.knowledge.amounts import words_pattern
from glutamine_bot.knowledge.compiling import load_compiled
from glutamine_bot.knowledge.locating import default_folder
from glutamine_bot.matching.matcher import IntentMatcher
from glutamine_bot.trials.cases import Case, Turn
from glutamine_bot.trials.judging import Complaint, Failing, Judge

RANKED = 8
"""Labels among which the expected topics are looked for, where a reply fails."""

_REFUSALS = (ReplyKind.UNKNOWN, ReplyKind.OUT_OF_SCOPE)


@frozen
class Outcome:
    """A turn of a case, the reply to it and what is wrong with that.

    Where something is wrong, `read` is the question as it was compared with phrasings and `matches` are the labels
    nearest to it, best first; both are empty where nothing was compared, as for a red flag.
    """

    case: Case
    turn: Turn
    reply: Reply
    complaints: tuple[Complaint, ...] = ()
    read: str = ""
    matches: tuple[Match, ...] = ()

    @property
    def handled(self) -> bool:
        """Whether the reply is all that was expected."""
        return not self.complaints

    @property
    def wrong_answer(self) -> bool:
        """Whether it answers what it should not, or with another topic."""
        amiss = any(complaint.failing in (Failing.KIND, Failing.TOPIC) for complaint in self.complaints)
        return amiss and self.reply.kind is ReplyKind.ANSWER

    @property
    def answerable(self) -> bool:
        """Whether an answer is the fittest reply."""
        return self.turn.expected.kinds[0] is ReplyKind.ANSWER

    @property
    def false_refusal(self) -> bool:
        """Whether it was refused, as unknown or out of scope, though it was to be answered."""
        return self.answerable and self.reply.kind in _REFUSALS and self.reply.kind not in self.turn.expected.kinds


@frozen
class Examiner:
    """Puts cases to a bot; the matcher is the bot's own, asked again for the evidence where a reply fails."""

    bot: Bot
    matcher: IntentMatcher
    judge: Judge

    @classmethod
    def load(cls, path: str | os.PathLike[str] | None = None) -> Self:
        """The examiner of the knowledge base in a folder, or of the one that ships with the program.

        Raises KnowledgeError where it cannot be used.
        """
        knowledge, index = load_compiled(path or default_folder(), build_index)
        judge = Judge(words_pattern(knowledge.cues["professionals"]))
        return cls(Bot(knowledge, index), IntentMatcher.from_data(index["matcher"]), judge)

    def outcomes(self, case: Case) -> Iterator[Outcome]:
        """The outcome of each turn of the case, said in order in a conversation of its own."""
        chat = self.bot.conversation()
        for turn in case.turns:
            before = chat.state.asked
            reply = chat.say(turn.said)
            complaints = self.judge.complaints(turn.expected, reply)
            # What was asked stays as it was where a line was steering, small talk or a red flag.
            asked = chat.state.asked if complaints and chat.state.asked is not before else None
            read = asked.read if asked else ""
            yield Outcome(case, turn, reply, complaints, read, self.matcher.rank(read, RANKED))
