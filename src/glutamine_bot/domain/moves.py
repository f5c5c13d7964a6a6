"""What the bot does about a clause: a union that `match` tells apart.

In every one `confidence` is a probability, 0 to 1.
"""

from glutamine_bot.domain.concepts import Concept
from glutamine_bot.domain.topics import Gap, SmallTalk, Topic
from glutamine_bot.domain.values import frozen


@frozen
class GiveAnswer:
    """Give a topic's answer, or what is said `instead` of its text, resting on further `facts`."""

    topic: Topic
    confidence: float
    instead: str = ""
    facts: tuple[str, ...] = ()


@frozen
class AskWhich:
    """Ask which of two to four topics was meant, best first."""

    topics: tuple[Topic, ...]
    confidence: float


@frozen
class AdmitGap:
    """Say that the documents have nothing on a known gap, or else on `words` that nothing covers; offer the nearest."""

    gap: Gap | None
    words: tuple[str, ...]
    nearest: tuple[Topic, ...]
    confidence: float


@frozen
class DeclineSubject:
    """Say that it is another subject; `concept` where that was recognised (another substance, an animal).

    `other_language` tells that it is put in a language that is not understood, `known` that the subject is one of those
    that people ask about.
    """

    concept: Concept | None
    confidence: float
    other_language: bool = False
    known: bool = False


@frozen
class MakeSmallTalk:
    """Answer a greeting, thanks, or a question about the bot."""

    talk: SmallTalk
    confidence: float


@frozen
class TakeNote:
    """Confirm what somebody said of themselves or another, where it asks for no more than that."""

    confidence: float = 1.0


Move = TakeNote | GiveAnswer | AskWhich | AdmitGap | DeclineSubject | MakeSmallTalk
