"""Conversations that read as they are held: a line, and what must be true of the reply to it."""

import re
from dataclasses import dataclass

from glutamine_bot.dialogue.bot import Conversation
from glutamine_bot.dialogue.state import State
from glutamine_bot.domain.reply import Reply, ReplyKind

PROFESSIONAL = re.compile(r"\b(?:doctor|pharmacist|healthcare professional)\b")
AMOUNT = re.compile(r"\d\s*(?:m?g|grams?)\b", re.IGNORECASE)


@dataclass(frozen=True)
class Said:
    """A reply, with what may be demanded of it; every demand gives the reply back, for the next."""

    line: str
    reply: Reply

    def _told(self) -> str:
        topics = ", ".join(self.reply.draft.topics)
        return f"{self.line!r}: {self.reply.kind} on [{topics}]: {self.reply.text}"

    def is_(self, kind: ReplyKind) -> "Said":
        assert self.reply.kind is kind, self._told()
        return self

    def answers(self, topic: str) -> "Said":
        """An answer, first of all on this topic."""
        assert (self.reply.kind, self.reply.draft.topics[:1]) == (ReplyKind.ANSWER, (topic,)), self._told()
        return self

    def also(self, *topics: str) -> "Said":
        assert set(topics) <= set(self.reply.draft.topics), self._told()
        return self

    def leads(self, *parts: str) -> "Said":
        """Its first paragraph has each of these in it."""
        return self._has(self.reply.text.split("\n\n")[0], parts)

    def says(self, *parts: str) -> "Said":
        return self._has(self.reply.text, parts)

    def _has(self, text: str, parts: tuple[str, ...]) -> "Said":
        assert [part for part in parts if part.lower() not in text.lower()] == [], self._told()
        return self

    def never(self, *parts: str) -> "Said":
        assert [part for part in parts if part.lower() in self.reply.text.lower()] == [], self._told()
        return self

    def disclaims(self) -> "Said":
        """It sends the person to a professional."""
        assert any(PROFESSIONAL.search(disclaimer) for disclaimer in self.reply.disclaimers), self._told()
        return self

    def names_no_amount(self) -> "Said":
        assert not AMOUNT.search(self.reply.text), self._told()
        return self

    def offers(self, *topics: str) -> "Said":
        offered = [option.topic for option in self.reply.draft.options]
        assert set(topics) <= set(offered), f"{self._told()} offers {offered}"
        return self


@dataclass(frozen=True)
class Talk:
    """A conversation: calling it says a line."""

    conversation: Conversation

    def __call__(self, line: str) -> Said:
        return Said(line, self.conversation.say(line))

    @property
    def state(self) -> State:
        return self.conversation.state

    def knows(self, relation: str = "self") -> set[str]:
        """The ids of what is kept of a person."""
        return {fact.id for fact in self.state.person(relation).facts}
