"""Values with an id that know where they were written, so that what is wrong with them can be shown there."""

import re
from collections.abc import Iterable, Iterator
from typing import Generic, TypeVar

from glutamine_bot.domain.values import frozen
from glutamine_bot.knowledge.decoding import Shape, entries_of
from glutamine_bot.knowledge.documents import Document
from glutamine_bot.knowledge.nodes import Faults, Node, Place, Scalar, Table, scalars

T = TypeVar("T")

_ID = re.compile(r"[a-z0-9]+(?:[._-][a-z0-9]+)*")


@frozen
class Entry(Generic[T]):
    """A value with an id, and where it was written."""

    id: str
    value: T
    place: Place
    node: Node

    def get(self, key: str) -> Node | None:
        """What stands under a key, if the entry is a record and has it."""
        return self.node.get(key) if isinstance(self.node, Table) else None

    def at(self, key: str) -> Place:
        """Where the key's value stands, or the entry itself where it has none."""
        node = self.get(key)
        return node.place if node else self.place

    def items(self, *keys: str) -> Iterator[Scalar]:
        """The single values under these keys of a record, lists or not."""
        for key in keys:
            yield from scalars(self.get(key))


@frozen
class Section(Generic[T]):
    """The entries of one sort; not `whole` where a file of theirs could not be read, so that ids may be missing."""

    entries: tuple[Entry[T], ...]
    whole: bool

    @property
    def ids(self) -> frozenset[str]:
        """Every id that there is."""
        return frozenset(entry.id for entry in self.entries)

    def values(self) -> dict[str, T]:
        """The values by id."""
        return {entry.id: entry.value for entry in self.entries}


def read_section(document: Document, shape: Shape[T], faults: Faults) -> Section[T]:
    """The records of a document that is a mapping from ids to them."""
    return Section(tuple(_records(document.nodes, shape, faults)), document.whole)


def _records(nodes: Iterable[Node], shape: Shape[T], faults: Faults) -> Iterator[Entry[T]]:
    for node in nodes:
        for key, value in entries_of(node, faults):
            check_id(key, faults)
            yield Entry(key.text, shape.within(value, key.place, faults, id=key.text), key.place, value)


def check_id(key: Scalar, faults: Faults) -> None:
    """Add a fault where the key is no proper id."""
    if not _ID.fullmatch(key.text):
        hint = "use lower case words with dots, hyphens or underscores between them"
        faults.add(key.place.fault("bad-id", f"{key.text!r} is no id", hint))
