"""Readers that turn nodes into values and say what is wrong with each; a file's format is put together from them."""

from collections.abc import Callable, Iterable, Mapping
from fractions import Fraction
from types import MappingProxyType
from typing import Any, Generic, Protocol, TypeVar

from glutamine_bot.domain.errors import Fault
from glutamine_bot.domain.knowledge_base import Plain
from glutamine_bot.domain.values import frozen
from glutamine_bot.knowledge.hints import did_you_mean, most_like
from glutamine_bot.knowledge.nodes import Faults, Lost, Node, Place, Scalar, Sequence, Table, lost_words
from glutamine_bot.knowledge.scalars import (
    AMOUNT,
    DATE_FORM,
    as_date,
    as_flag,
    as_grams,
    as_lines,
    as_number,
    as_plain,
    as_share,
    as_text,
    as_word,
    describe,
)

T = TypeVar("T")
T_co = TypeVar("T_co", covariant=True)

REQUIRED: Any = object()


class Reader(Protocol[T_co]):
    """Turns a node into a value; where it cannot, it adds a fault and gives an empty value of its type."""

    def __call__(self, node: Node, faults: Faults) -> T_co:
        """The node's value."""

    @property
    def empty(self) -> T_co:
        """What stands in for a value that cannot be read."""


@frozen
class Single(Generic[T]):
    """A single value; `what` names it in faults, `parse` gives None where it is something else.

    `schema` is JSON Schema for the same.
    """

    what: str
    empty: T
    parse: Callable[[Node], T | None]
    code: str = "wrong-type"
    hint: str = ""
    schema: Mapping[str, Any] = MappingProxyType({})

    def __call__(self, node: Node, faults: Faults) -> T:
        """The node's value."""
        value = None if isinstance(node, Lost) else self.parse(node)
        if value is not None:
            return value
        if not isinstance(node, Lost):
            hint = _QUOTES if isinstance(node, Table) else self.hint
            faults.add(node.place.fault(self.code, f"expected {self.what}, found {describe(node)}", hint))
        return self.empty


_LIST = "write [one, two], or each entry on a line of its own that begins with '- '"
_QUOTES = "a text with a colon and a blank in it needs quotation marks around it"
_BOUNDS = {"type": "number", "minimum": 0, "maximum": 1}
_WRITTEN = {"pattern": r"\S"}

TEXT = Single(
    "text",
    "",
    as_text,
    hint="write something; a number, true or false that is meant as text needs quotes",
    schema={"type": "string", **_WRITTEN},
)
LINES: Single[tuple[str, ...]] = Single(
    "text with a line for each entry",
    (),
    as_lines,
    hint="write a | after the colon, and each entry on a line of its own below",
    schema={"type": "string", **_WRITTEN},
)
WORD = Single(
    "a word or phrase",
    "",
    as_word,
    hint="write it, or leave the entry out",
    schema={"type": ["string", "number", "boolean"], **_WRITTEN},
)
FLAG = Single(
    "true or false",
    False,
    as_flag,
    hint="write true or false, in small letters and without quotes",
    schema={"type": "boolean"},
)
NUMBER = Single(
    "a number", 0.0, as_number, hint="write digits, such as 0.5 or 12, without quotes", schema={"type": "number"}
)
SHARE = Single("a number from 0 to 1", 0.0, as_share, hint="write it as 0.75, for example", schema=_BOUNDS)
DATE = Single(
    "a date",
    "",
    as_date,
    hint="write year, month and day, such as 2027-01-31",
    schema={"type": "string", "format": "date", "pattern": f"^{DATE_FORM.pattern}$"},
)
GRAMS = Single(
    "an amount such as 0.5 g",
    Fraction(0),
    as_grams,
    "bad-amount",
    "write digits and mcg, mg, g or kg",
    {"type": "string", "pattern": f"^{AMOUNT.pattern}$"},
)


@frozen
class Listed(Generic[T]):
    """A list of such values."""

    item: Reader[T]
    least: int = 0
    empty: tuple[T, ...] = ()

    def __call__(self, node: Node, faults: Faults) -> tuple[T, ...]:
        """The values, in order."""
        if isinstance(node, Lost):
            return ()
        if not isinstance(node, Sequence):
            faults.add(node.place.fault("wrong-type", f"expected a list, found {describe(node)}", _LIST))
            return ()
        if len(node.items) < self.least:
            faults.add(node.place.fault("wrong-type", "expected at least one entry in this list", _LIST))
        return tuple(self.item(item, faults) for item in node.items)


WORDS = Listed(WORD)
NAMES = Listed(WORD, least=1)


@frozen
class OneOrMore(Generic[T]):
    """One value, or a list of at least one."""

    item: Reader[T]
    empty: tuple[T, ...] = ()

    @property
    def several(self) -> Listed[T]:
        """What reads a list of them."""
        return Listed(self.item, least=1)

    def __call__(self, node: Node, faults: Faults) -> tuple[T, ...]:
        """The values, in order."""
        return self.several(node, faults) if isinstance(node, Sequence) else (self.item(node, faults),)


ALIASES = OneOrMore(WORD)


@frozen
class Keyed(Generic[T]):
    """A mapping from any words to such values."""

    value: Reader[T]

    @property
    def empty(self) -> dict[str, T]:
        """No entries."""
        return {}

    def __call__(self, node: Node, faults: Faults) -> dict[str, T]:
        """The values by key."""
        return {key.text: self.value(value, faults) for key, value in entries_of(node, faults)}


def plain(node: Node) -> Plain:
    """The node as nested data: text, numbers, flags, None, tuples and mappings."""
    match node:
        case Sequence(items=items):
            return tuple(plain(item) for item in items)
        case Table(entries=entries):
            return {key.text: plain(value) for key, value in entries}
        case Scalar():
            return as_plain(node)
        case Lost():
            return None


@frozen
class Key:
    """A key of a record: how it is written, how it is read, and the value's field, where that has another name."""

    name: str
    read: Reader[Any]
    field: str = ""
    default: Any = REQUIRED


class Shape(Generic[T]):
    """A record: a mapping with known keys, from which a value is built."""

    def __init__(self, build: Callable[..., T], *keys: Key) -> None:
        self.build = build
        self.keys = keys

    @property
    def empty(self) -> T:
        """A record in which nothing stands."""
        return self.build(**{key.field or key.name: key.read.empty for key in self.keys})

    def __call__(self, node: Node, faults: Faults) -> T:
        """The record's value."""
        return self.within(node, node.place, faults)

    def within(self, node: Node, place: Place, faults: Faults, **given: str) -> T:
        """The record's value with fields that are given from outside; what is missing is reported at the place."""
        if not isinstance(node, Table):
            entries_of(node, faults)
            return self.build(**given, **{key.field or key.name: _empty(key) for key in self.keys})
        found = {key.text: (key, value) for key, value in entries_of(node, faults)}
        names = [key.name for key in self.keys]
        meant: dict[str, tuple[Scalar, Node]] = {}
        for name, (key, value) in found.items():
            if name not in names:
                faults.add(unknown_key(key, names))
                meant[most_like(name, names)] = (key, value)
        lost = frozenset[str]().union(*(lost_words(value) for _, value in node.entries))
        fields = {key.field or key.name: self._field(key, meant | found, lost, place, faults) for key in self.keys}
        return self.build(**given, **fields)

    def _field(
        self, key: Key, found: dict[str, tuple[Scalar, Node]], lost: frozenset[str], place: Place, faults: Faults
    ) -> Any:
        if key.name in found:
            return key.read(found[key.name][1], faults)
        if key.default is REQUIRED and key.name not in lost:
            faults.add(place.fault("missing-key", f"the key {key.name!r} is missing here", f"add '{key.name}:'"))
        return _empty(key)


def _empty(key: Key) -> Any:
    """What stands for a key that is not there."""
    return key.read.empty if key.default is REQUIRED else key.default


def unknown_key(key: Scalar, known: Iterable[str]) -> Fault:
    """The fault of a key that is none of those known."""
    names = list(known)
    hint = did_you_mean(key.text, names) or f"known here: {', '.join(names)}"
    return key.place.fault("unknown-key", f"the key {key.text!r} is not known here", hint)


def entries_of(node: Node | None, faults: Faults) -> tuple[tuple[Scalar, Node], ...]:
    """A mapping's keys and values; none where there is nothing, and a fault where there is something else."""
    if node is None or isinstance(node, Lost):
        return ()
    if isinstance(node, Table):
        return tuple((key, value) for key, value in node.entries if key.text or not isinstance(value, Lost))
    faults.add(
        node.place.fault("wrong-type", f"expected keys with values, found {describe(node)}", "write 'key: value' lines")
    )
    return ()
