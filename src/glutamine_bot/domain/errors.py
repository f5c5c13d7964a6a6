"""The errors that the core raises; the command line turns each into one clear line and an exit code."""

from collections.abc import Iterable

from glutamine_bot.domain.values import contents, frozen


class BotError(Exception):
    """Base of every error that a user of the program may meet. Its text is one line that says what to do."""


@frozen
class Fault:
    """One thing that is wrong in a knowledge base: where it is (line and column from 1), what, and what to do.

    A `warning` is of something that can be used as it is and might be better.
    """

    path: str
    line: int
    column: int
    code: str
    message: str
    hint: str = ""
    warning: bool = False

    def __lt__(self, other: "Fault") -> bool:
        return contents(self) < contents(other)

    def __str__(self) -> str:
        return f"{self.path}:{self.line}:{self.column}: {self.code} {self.message}"


class KnowledgeError(BotError):
    """A knowledge base that cannot be used; `faults` holds every fault, in file order, whatever order they come in.

    The text names the one that was found first: files are read before they are checked, so others may follow from it.
    """

    def __init__(self, found: Iterable[Fault]) -> None:
        first, *others = found
        self.faults = tuple(sorted((first, *others)))
        more = f" (and {len(others)} more; see `knowledge check`)" if others else ""
        super().__init__(f"{first}{more}")


class InputError(BotError):
    """Something that was typed or piped in and cannot be taken, such as a line of many megabytes."""
