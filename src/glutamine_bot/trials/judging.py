"""Whether a reply is what was expected, and if not, in what it fails."""

import re
from collections.abc import Iterable, Iterator
from enum import StrEnum

from glutamine_bot.domain.reply import Reply, ReplyKind
from glutamine_bot.domain.values import frozen
from glutamine_bot.trials.cases import Expectation, Pieces

_SENTENCE_END = re.compile(r"(?<=[.!?])\s")
_STRAIGHT = str.maketrans({"’": "'", "–": "-"})


class Failing(StrEnum):
    """In what a reply fails."""

    KIND = "kind"
    TOPIC = "topic"
    MUST = "must"
    FIRST = "first"
    NEVER = "never"
    DISCLAIMER = "disclaimer"


@frozen
class Complaint:
    """One thing that is wrong with a reply; `detail` says it in a few words."""

    failing: Failing
    detail: str


@frozen
class Judge:
    """Holds replies against expectations; `professional` matches whom a disclaimer must name."""

    professional: re.Pattern[str]

    def complaints(self, expected: Expectation, reply: Reply) -> tuple[Complaint, ...]:
        """All that is wrong with a reply; nothing where it is handled rightly."""
        return tuple(self._complaints(expected, reply))

    def _complaints(self, expected: Expectation, reply: Reply) -> Iterator[Complaint]:
        if reply.kind not in expected.kinds:
            yield Complaint(Failing.KIND, f"{reply.kind}, not {' or '.join(expected.kinds)}")
        elif reply.kind is ReplyKind.ANSWER and expected.topics and not set(expected.topics) & set(reply.draft.topics):
            got = ", ".join(reply.draft.topics) or "no topic"
            yield Complaint(Failing.TOPIC, f"{got}, not {' or '.join(expected.topics)}")
        text = _normal(reply.text)
        yield from _lacking(Failing.MUST, expected.must, text)
        yield from _lacking(Failing.FIRST, expected.first, _SENTENCE_END.split(text, maxsplit=1)[0])
        yield from _forbidden(expected.never, text)
        if expected.disclaimer and not any(map(self.professional.search, reply.disclaimers)):
            yield Complaint(Failing.DISCLAIMER, "no disclaimer that names a professional")


def _lacking(failing: Failing, pieces: Pieces, text: str) -> Iterator[Complaint]:
    for piece in pieces:
        if not any(_normal(alternative) in text for alternative in piece):
            yield Complaint(failing, " or ".join(map(repr, piece)))


def _forbidden(pieces: Iterable[str], text: str) -> Iterator[Complaint]:
    for piece in pieces:
        wanted = _normal(piece)
        if text.startswith(wanted[1:]) if wanted.startswith("^") else wanted in text:
            yield Complaint(Failing.NEVER, repr(piece))


def _normal(text: str) -> str:
    """The text without case, its apostrophes and dashes as a keyboard has them."""
    return text.lower().translate(_STRAIGHT)
