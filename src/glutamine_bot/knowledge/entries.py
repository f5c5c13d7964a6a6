"""Values with an id that know where they were written, so that what is wrong with them can be shown there."""

from collections.abc import Iterator
from typing import Generic, TypeVar

from glutamine_bot.domain.values import frozen
from glutamine_bot.knowledge.decoding import Shape, entries_of
from glutamine_bot.knowledge.heading import IDS, Keys
from glutamine_bot.knowledge.nodes import Faults, Node, Place, Scalar, Table, scalars

T = TypeVar("T")


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
    """The entries of one sort.

    Not `whole` where a file of theirs is not there, so that any id may be missing; `lost` are the words of the parts
    of their files that could not be read, among which further ids may be.
    """

    entries: tuple[Entry[T], ...]
    whole: bool
    lost: frozenset[str] = frozenset()

    @property
    def ids(self) -> frozenset[str]:
        """Every id that there is."""
        return frozenset(entry.id for entry in self.entries)

    def values(self) -> dict[str, T]:
        """The values by id."""
        return {entry.id: entry.value for entry in self.entries}


@frozen
class Records(Generic[T]):
    """A mapping from ids to records, each of which is given its id."""

    shape: Shape[T]
    keys: Keys = IDS
    empty: tuple[Entry[T], ...] = ()

    def __call__(self, node: Node, faults: Faults) -> tuple[Entry[T], ...]:
        """An entry for each record, in order."""
        return tuple(self._entry(key, value, faults) for key, value in entries_of(node, faults))

    def _entry(self, key: Scalar, value: Node, faults: Faults) -> Entry[T]:
        self.keys.check(key, faults)
        return Entry(key.text, self.shape.within(value, key.place, faults, id=key.text), key.place, value)
