"""A knowledge base as JSON and back: every value a row of its fields in order, which is small and quick to rebuild."""

import json
from collections.abc import Callable
from fractions import Fraction
from typing import Any, TypeVar

from glutamine_bot.domain.concepts import Concept, ConceptKind
from glutamine_bot.domain.knowledge_base import Disclaimers, KnowledgeBase, Plain, Subject, Thresholds
from glutamine_bot.domain.limits import Limit
from glutamine_bot.domain.sources import Fact, Source
from glutamine_bot.domain.topics import Gap, SmallTalk, Topic
from glutamine_bot.domain.values import names_of, without_defaults

T = TypeVar("T")

_KINDS = {kind.value: kind for kind in ConceptKind}


def encode(value: object) -> str:
    """JSON of plain data with knowledge bases in it."""
    return json.dumps(value, default=_row, ensure_ascii=False, separators=(",", ":"))


def decode(row: list[Any]) -> KnowledgeBase:
    """The knowledge base of which `encode` made the row. Raises an error of some kind on any other."""
    return KnowledgeBase(*[_BUILDERS.get(name, _same)(field) for name, field in zip(names_of(KnowledgeBase), row, strict=True)])


def _row(value: Any) -> object:
    """What JSON has no form for: exact numbers as text, frozen values as their fields without the defaults at the end.

    Most concepts have nothing but defaults after their names, so that this halves the time that they take.
    """
    if isinstance(value, Fraction):
        return str(value)
    return without_defaults(value)


def _same(field: Any) -> Any:
    return field


def _record(build: Callable[..., T]) -> Callable[[list[Any]], T]:
    return lambda row: build(*[tuple(field) if field.__class__ is list else field for field in row])


def _each(build: Callable[[Any], T]) -> Callable[[dict[str, Any]], dict[str, T]]:
    return lambda rows: {key: build(row) for key, row in rows.items()}


def _concept(id: str, kind: str, *rest: Any) -> Concept:
    return Concept(id, _KINDS[kind], *rest)


def _limit(id: str, who: str, purpose: str, low: str | None, high: str, *rest: Any) -> Limit:
    return Limit(id, who, purpose, None if low is None else Fraction(low), Fraction(high), *rest)


def _plain(field: Any) -> Plain:
    """Nested data with its lists as tuples again."""
    if isinstance(field, list):
        return tuple(map(_plain, field))
    return {key: _plain(value) for key, value in field.items()} if isinstance(field, dict) else field


_BUILDERS: dict[str, Callable[[Any], Any]] = {
    "subject": _record(Subject),
    "disclaimers": _record(Disclaimers),
    "thresholds": _record(Thresholds),
    "sources": _each(_record(Source)),
    "facts": _each(_record(Fact)),
    "topics": _each(_record(Topic)),
    "gaps": _each(_record(Gap)),
    "concepts": _each(_record(_concept)),
    "synonyms": _each(tuple),
    "limits": _each(_record(_limit)),
    "smalltalk": _each(_record(SmallTalk)),
    "cues": _each(tuple),
    "words": _each(_each(tuple)),
    "units": _plain,
    "menu": tuple,
    "plausible": _each(tuple),
    "safety": _plain,
}
