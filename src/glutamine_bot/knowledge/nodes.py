"""A YAML document as a tree in which everything knows where it stands."""

from collections.abc import Iterator
from typing import TypeAlias

from glutamine_bot.domain.errors import Fault, KnowledgeError
from glutamine_bot.domain.values import frozen

MOST_FAULTS = 500


@frozen
class Place:
    """Where a node begins; line and column count from 1."""

    path: str
    line: int
    column: int

    def fault(self, code: str, message: str, hint: str = "") -> Fault:
        """A fault that is found here."""
        return Fault(self.path, self.line, self.column, code, message, hint)


@frozen
class Scalar:
    """A single value as it was written; `plain` where it stood without quotes, so that it may be a number or a flag."""

    place: Place
    text: str
    plain: bool


@frozen
class Sequence:
    """A list."""

    place: Place
    items: tuple["Node", ...]


@frozen
class Table:
    """A mapping, in its written order, without duplicate keys."""

    place: Place
    entries: tuple[tuple[Scalar, "Node"], ...]

    def get(self, key: str) -> "Node | None":
        """What stands under the key."""
        return next((node for name, node in self.entries if name.text == key), None)


@frozen
class Lost:
    """A part that could not be read, of which the fault is told already; `words` are all that stand in it."""

    place: Place
    words: frozenset[str]


Node: TypeAlias = Scalar | Sequence | Table | Lost


def scalars(node: Node | None) -> Iterator[Scalar]:
    """The single values of a list, or the value itself."""
    match node:
        case Scalar():
            yield node
        case Sequence(items=items):
            yield from (item for item in items if isinstance(item, Scalar))
        case _:
            return


def has_text(node: Node) -> bool:
    """Whether any value in it could be read."""
    match node:
        case Table(entries=entries):
            return any(has_text(value) for _, value in entries)
        case Sequence(items=items):
            return any(map(has_text, items))
        case _:
            return isinstance(node, Scalar)


def lost_words(node: Node) -> frozenset[str]:
    """The words of all that could not be read of a node."""
    match node:
        case Lost(words=words):
            return words
        case Sequence(items=items):
            return frozenset[str]().union(*(item.words for item in items if isinstance(item, Lost)))
        case _:
            return frozenset()


class Faults:
    """What was found wrong so far; gives up where there is so much that nobody would read on."""

    def __init__(self, found: tuple[Fault, ...] = ()) -> None:
        self._found = list(found)

    def add(self, fault: Fault) -> None:
        """Keep it. Raises KnowledgeError at the 500th."""
        self._found.append(fault)
        if len(self._found) >= MOST_FAULTS:
            self.settle()

    def take(self, others: "Faults") -> None:
        """Keep all of the others. Raises KnowledgeError at the 500th."""
        for fault in others.found():
            self.add(fault)

    def found(self) -> tuple[Fault, ...]:
        """Every fault so far, each once, in file order."""
        return tuple(sorted(set(self._found)))

    def settle(self) -> None:
        """Raise KnowledgeError with every fault, if there is any."""
        if self._found:
            raise KnowledgeError(dict.fromkeys(self._found))
