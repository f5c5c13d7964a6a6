"""What the bot says: a draft of it, and the reply that only the dosing guard lets out."""

from collections.abc import Mapping
from enum import StrEnum
from types import MappingProxyType
from typing import NoReturn, Self, SupportsIndex, final

from glutamine_bot.domain.dosing import DosingGuard
from glutamine_bot.domain.match import Band
from glutamine_bot.domain.sources import Citation
from glutamine_bot.domain.values import Value, frozen


class ReplyKind(StrEnum):
    """What sort of reply it is; the contract's `kind`."""

    ANSWER = "answer"
    CLARIFY = "clarify"
    UNKNOWN = "unknown"
    OUT_OF_SCOPE = "out_of_scope"
    EMERGENCY = "emergency"
    SMALLTALK = "smalltalk"


@frozen
class Option:
    """A question that the bot can answer, offered to be chosen."""

    topic: str
    question: str


@frozen
class Heard:
    """How the line was read.

    Words corrected, words that nothing covers, concepts that it is about, amounts named, and the question that it was
    taken for where it leaned on what was said before.
    """

    corrections: Mapping[str, str] = MappingProxyType({})
    not_covered: tuple[str, ...] = ()
    about: tuple[str, ...] = ()
    quantities: tuple[str, ...] = ()
    taken_for: str = ""


@frozen
class Draft:
    """All of a reply but its disclaimers.

    `said` is what the reply answers, as typed and as read, for the guard to look at. `notices` are disclaimers that
    the reply carries for other reasons than dosing. `confidence` is a probability, 0 to 1. `lead` is the
    beginning of the text that stands there because of who the reply is for.
    """

    kind: ReplyKind
    text: str
    said: tuple[str, ...]
    topics: tuple[str, ...] = ()
    sources: tuple[Citation, ...] = ()
    related: tuple[Option, ...] = ()
    options: tuple[Option, ...] = ()
    confidence: float = 1.0
    band: Band = Band.HIGH
    heard: Heard = Heard()
    notices: tuple[str, ...] = ()
    lead: str = ""


@final
class Reply(Value):
    """A draft with the disclaimers that the guard demands of it. There is no other way to make one.

    It cannot be changed, extended by a subclass or unpickled; a copy of it is the reply itself. Printed, it is the text
    with its disclaimers, so that they are not lost on the way. Code that is bent on it can still get round this with
    `object.__setattr__`, as with anything in Python, or by a guard with patterns of its own.
    """

    draft: Draft
    disclaimers: tuple[str, ...]
    __slots__ = __match_args__ = ("draft", "disclaimers")

    def __init__(self, draft: Draft, guard: DosingGuard) -> None:
        if [type(draft), type(guard)] != [Draft, DosingGuard]:
            raise TypeError("a reply is made of a draft and the dosing guard")
        due = guard.due(draft.topics, draft.said, draft.text)
        object.__setattr__(self, "draft", draft)
        object.__setattr__(self, "disclaimers", tuple(dict.fromkeys((*due, *draft.notices))))

    @property
    def kind(self) -> ReplyKind:
        """The sort of reply."""
        return self.draft.kind

    @property
    def text(self) -> str:
        """All that the person reads but the disclaimers and sources."""
        return self.draft.text

    def __str__(self) -> str:
        return "\n\n".join((self.text, *self.disclaimers))

    def __init_subclass__(cls) -> NoReturn:
        raise TypeError("there are no other kinds of replies")

    def __copy__(self) -> Self:
        return self

    def __deepcopy__(self, _: object) -> Self:
        return self

    def __reduce_ex__(self, _: SupportsIndex) -> NoReturn:
        raise TypeError("a reply cannot be pickled: it is made by the dosing guard; keep it as JSON (`reply.as_json`)")

    def __setstate__(self, _: object) -> NoReturn:
        raise TypeError("a reply is made of a draft and the dosing guard")
