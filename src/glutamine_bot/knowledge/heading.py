"""Readers that keep the nodes beside the values, for what is found out about these later."""

import re
from typing import Any, Generic, TypeVar

from glutamine_bot.domain.values import frozen
from glutamine_bot.knowledge.decoding import Reader, Shape, entries_of, unknown_key
from glutamine_bot.knowledge.nodes import Faults, Node, Scalar

T = TypeVar("T")


@frozen
class Written(Generic[T]):
    """A value with the node that it was read from, for what is found out about it later."""

    node: Node
    value: T


@frozen
class WithNode(Generic[T]):
    """Such a value, with its node."""

    value: Reader[T]
    empty: Any = None

    def __call__(self, node: Node, faults: Faults) -> Written[T]:
        """The value and the node."""
        return Written(node, self.value(node, faults))


@frozen
class Keys:
    """What the keys of a mapping may be: words of a `pattern`, words that are `known`, or any; `what` names them."""

    what: str = ""
    pattern: str = ""
    known: tuple[str, ...] = ()
    hint: str = ""

    def allow(self, text: str) -> bool:
        """Whether a text has the form of such a key."""
        return not self.pattern or re.fullmatch(self.pattern, text) is not None

    def check(self, key: Scalar, faults: Faults) -> None:
        """Add a fault where the key is none of these."""
        if self.known and key.text not in self.known:
            faults.add(unknown_key(key, self.known))
        elif not self.allow(key.text):
            faults.add(key.place.fault("bad-id", f"{key.text!r} cannot be an {self.what}", self.hint))


ANY_KEY = Keys()
IDS = Keys(
    "id",
    r"[a-z0-9]+(?:[._-][a-z0-9]+)*",
    hint="write it in small letters, with . - or _ between its words and no blanks",
)


@frozen
class Headed(Generic[T]):
    """A mapping from keys to such values, with the nodes of both."""

    value: Reader[T]
    keys: Keys = ANY_KEY
    empty: tuple[tuple[Scalar, Written[T]], ...] = ()

    def __call__(self, node: Node, faults: Faults) -> tuple[tuple[Scalar, Written[T]], ...]:
        """The keys and values, in order."""
        entries = entries_of(node, faults)
        for key, _ in entries:
            self.keys.check(key, faults)
        return tuple((key, Written(value, self._read(key, value, faults))) for key, value in entries)

    def _read(self, key: Scalar, value: Node, faults: Faults) -> T:
        return (
            self.value.within(value, key.place, faults) if isinstance(self.value, Shape) else self.value(value, faults)
        )
