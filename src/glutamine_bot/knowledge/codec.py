"""A knowledge base as text and back: JSON, of which a value is read when it is asked for.

The text is in parts, the fields of the knowledge base and then what its index holds. Where each part stands is told in
front, so that none is copied, nor even looked at, before it is wanted: a question needs a hundredth of them.
"""

import json
from collections.abc import Callable, Iterator, Mapping
from fractions import Fraction
from functools import cached_property
from typing import Any, TypeVar

from glutamine_bot.domain.concepts import Concept, ConceptKind
from glutamine_bot.domain.knowledge_base import Disclaimers, KnowledgeBase, Plain, Subject, Thresholds
from glutamine_bot.domain.limits import Limit
from glutamine_bot.domain.lines import Lines, Text, joined
from glutamine_bot.domain.sources import Fact, Source
from glutamine_bot.domain.topics import Gap, SmallTalk, Topic
from glutamine_bot.domain.values import contents, names_of, without_defaults

T = TypeVar("T")

_LONG = 50
"""Texts in a list of the index from which on it is a part of its own."""

_PLACE = "part"
"""What stands for such a list."""

_NOTHING = "null"
_KINDS = {kind.value: kind for kind in ConceptKind}


class Rows(Mapping[str, T]):
    """A mapping that is text until it is asked for, a line with its keys and one for each value, all in JSON.

    Of the hundreds of values, a question needs a few.
    """

    def __init__(self, parts: Lines, place: int, build: Callable[[Any], T]) -> None:
        self._parts = parts
        self._place = place
        self._build = build
        self._built: dict[str, T] = {}

    @cached_property
    def _rows(self) -> dict[str, str]:
        keys, *rows = self._parts[self._place].split("\n")
        return dict(zip(json.loads(keys), rows, strict=True))

    def __getitem__(self, key: str) -> T:
        try:
            return self._built[key]
        except KeyError:
            built = self._built[key] = self._build(json.loads(self._rows[key]))
            return built

    def __contains__(self, key: object) -> bool:
        return key in self._rows

    def __iter__(self) -> Iterator[str]:
        return iter(self._rows)

    def __len__(self) -> int:
        return len(self._rows)


def encode(knowledge: KnowledgeBase, index: object) -> str:
    """A knowledge base and plain data as text, all of it ASCII."""
    long: list[str] = []
    data = _json(_without_long(index, long))
    return joined([*map(_text, contents(knowledge)), data, *long])


def decode(text: Text) -> tuple[KnowledgeBase, Any]:
    """What `encode` made the text of. Raises an error of some kind on any other."""
    parts = Lines(text)
    names = names_of(KnowledgeBase)
    knowledge = KnowledgeBase(*[_field(name, parts, place) for place, name in enumerate(names)])
    return knowledge, json.loads(parts[len(names)], object_hook=lambda data: _with_long(data, parts))


def _without_long(data: Any, long: list[str]) -> Any:
    """Plain data with every long list of texts replaced by its place among those, which it is added to."""
    if isinstance(data, Mapping):
        return {key: _without_long(value, long) for key, value in data.items()}
    if isinstance(data, list) and len(data) >= _LONG and all(isinstance(item, str) and item.isascii() for item in data):
        long.append(joined(data))
        return {_PLACE: len(names_of(KnowledgeBase)) + len(long)}
    return data


def _with_long(data: dict[str, Any], parts: Lines) -> Any:
    return Lines(*parts.place(data[_PLACE])[:2]) if data.keys() == {_PLACE} else data


def _text(field: object) -> str:
    return "\n".join([_json(list(field)), *map(_json, field.values())]) if isinstance(field, Mapping) else _json(field)


def _field(name: str, parts: Lines, place: int) -> Any:
    if name in _SINGLE:
        return _SINGLE[name](json.loads(parts[place]))
    return None if parts.is_text(place, _NOTHING) else Rows(parts, place, _ROWS.get(name, _plain))


def _json(value: object) -> str:
    return json.dumps(value, default=_row, separators=(",", ":"))  # in ASCII, which is read twice as fast


def _row(value: Any) -> object:
    """What JSON has no form for: exact numbers as text, frozen values as their fields without the defaults at the end.

    Most concepts have nothing but defaults after their names, so that this halves what there is to load.
    """
    return str(value) if isinstance(value, Fraction) else without_defaults(value)


def _record(build: Callable[..., T]) -> Callable[[list[Any]], T]:
    return lambda row: build(*[tuple(field) if field.__class__ is list else field for field in row])


def _concept(id: str, kind: str, *rest: Any) -> Concept:
    return Concept(id, _KINDS[kind], *rest)


def _limit(id: str, who: str, purpose: str, low: str | None, high: str, *rest: Any) -> Limit:
    return Limit(id, who, purpose, None if low is None else Fraction(low), Fraction(high), *rest)


def _plain(field: Any) -> Plain:
    """Nested data with its lists as tuples again."""
    if isinstance(field, list):
        return tuple(map(_plain, field))
    return {key: _plain(value) for key, value in field.items()} if isinstance(field, dict) else field


_SINGLE: dict[str, Callable[[Any], Any]] = {
    "name": str,
    "subject": _record(Subject),
    "greeting": str,
    "disclaimers": _record(Disclaimers),
    "thresholds": _record(Thresholds),
    "menu": tuple,
    "personal": tuple,
    "dosing": tuple,
}
"""What makes the fields that are no mappings."""

_ROWS: dict[str, Callable[[Any], Any]] = {
    "sources": _record(Source),
    "facts": _record(Fact),
    "topics": _record(Topic),
    "gaps": _record(Gap),
    "concepts": _record(_concept),
    "limits": _record(_limit),
    "smalltalk": _record(SmallTalk),
}
"""What makes the values of the mappings; of the others, nested data."""
