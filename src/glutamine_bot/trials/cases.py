"""What a labelled file holds: cases, each one question or one conversation, with what a good reply to each line is."""

from glutamine_bot.domain.reply import ReplyKind
from glutamine_bot.domain.values import frozen
from glutamine_bot.knowledge.nodes import Place

Pieces = tuple[tuple[str, ...], ...]
"""Pieces of text, each with its alternatives."""


@frozen
class Expectation:
    """What is true of a good reply.

    `kinds` are fair, the fittest first. An answer is on one of the `topics`, where any are named. The text has one
    alternative of each piece of `must`, its first sentence one of each of `first`, and none of `never`, of which one
    with a leading ^ counts only at the beginning. `disclaimer` demands one that names a professional. `gap` is a note:
    what the documents do not cover.
    """

    kinds: tuple[ReplyKind, ...]
    topics: tuple[str, ...] = ()
    must: Pieces = ()
    first: Pieces = ()
    never: tuple[str, ...] = ()
    disclaimer: bool = False
    gap: str = ""


@frozen
class Turn:
    """A line that is said, what is expected of the reply, and where it is written."""

    said: str
    expected: Expectation
    place: Place


@frozen
class Case:
    """A conversation; a single question is one of one turn, without a name and a kind."""

    turns: tuple[Turn, ...]
    name: str = ""
    kind: str = ""


@frozen
class CaseFile:
    """The cases of a file, in its order."""

    path: str
    cases: tuple[Case, ...]

    @property
    def size(self) -> int:
        """The number of lines that are said in it."""
        return sum(len(case.turns) for case in self.cases)
