"""Frozen values with slots: what passes between the steps.

They are what `@dataclass(frozen=True, slots=True)` makes, in a small part of the time: to load `dataclasses` and to
make a hundred classes with it takes longer than to answer a question. What nobody here needs of it is left out:
factories of defaults (a frozen default can be shared), hooks after initialisation, order.
"""

from collections.abc import Callable
from typing import Any, NoReturn, TypeVar, dataclass_transform

_T = TypeVar("_T")

_FEW = 16
"""Values of a class that take less to make without an initialiser of its own than that takes to be made."""


class Value:
    """What all frozen values have in common; `frozen` makes a class one."""

    __slots__ = ()
    __match_args__: tuple[str, ...] = ()
    _defaults: dict[str, object] = {}  # noqa: RUF012 - every class has its own
    _first = 0

    def __init__(self, *given: object, **named: object) -> None:
        """Makes the first values of a class; before more, an initialiser of its own is made, which takes a while."""
        kind = type(self)
        if "_defaults" not in vars(kind):
            raise TypeError(f"{kind.__name__} is not made of its fields")
        names = kind.__match_args__
        placed = dict(zip(names, given, strict=False))
        fields = {**self._defaults, **placed, **named}
        wrong = len(given) > len(names) or fields.keys() != set(names) or not placed.keys().isdisjoint(named)
        if wrong or self._first >= _FEW:
            kind.__init__ = _initialiser(kind)  # type: ignore[method-assign]
            kind.__init__(self, *given, **named)
            return
        kind._first += 1  # noqa: SLF001 - of its own kind
        for name, content in fields.items():
            object.__setattr__(self, name, content)

    def __setattr__(self, name: str, value: object) -> NoReturn:
        raise AttributeError(f"{type(self).__name__} is frozen: its {name!r} cannot be set")

    def __delattr__(self, name: str) -> NoReturn:
        raise AttributeError(f"{type(self).__name__} is frozen: its {name!r} cannot be deleted")

    def __eq__(self, other: object) -> bool:
        return contents(self) == contents(other) if self.__class__ is other.__class__ else NotImplemented

    def __hash__(self) -> int:
        return hash(contents(self))

    def __repr__(self) -> str:
        named = zip(self.__match_args__, contents(self), strict=True)
        return f"{type(self).__qualname__}({', '.join(f'{name}={value!r}' for name, value in named)})"

    def __getstate__(self) -> tuple[object, ...]:
        return contents(self)

    def __setstate__(self, state: tuple[object, ...]) -> None:
        for name, value in zip(self.__match_args__, state, strict=True):
            object.__setattr__(self, name, value)


@dataclass_transform(frozen_default=True)
def frozen(kind: type[_T]) -> type[_T]:
    """The class made one of frozen values, with a slot for every annotation in its body, in their order.

    Values are made of all fields by place or by name, equal where class and fields are, and hashable where these are.
    """
    names = tuple(kind.__annotations__)
    body = {name: held for name, held in vars(kind).items() if name not in {*names, "__dict__", "__weakref__"}}
    body["__slots__"] = body["__match_args__"] = names
    body["_defaults"] = {name: held for name, held in vars(kind).items() if name in names}
    bases = tuple(Value if base is object else base for base in kind.__bases__)
    metaclass: Any = type(kind)
    made: type[_T] = metaclass(kind.__name__, bases if Value in bases else (*bases, Value), body)
    made.__qualname__ = kind.__qualname__
    return made


def names_of(kind: object) -> tuple[str, ...]:
    """The names of the fields of a value or of a class of values, in order."""
    names: tuple[str, ...] = kind.__match_args__  # type: ignore[attr-defined]
    return names


def contents(value: object) -> tuple[Any, ...]:
    """The fields of a value, in order."""
    return tuple([getattr(value, name) for name in names_of(value)])


def without_defaults(value: object) -> tuple[Any, ...]:
    """The fields of a value, in order, without those at the end that are as they are by default."""
    kept = contents(value)
    defaults: dict[str, object] = value._defaults  # type: ignore[attr-defined]  # noqa: SLF001
    names = names_of(value)
    while kept and names[len(kept) - 1] in defaults and defaults[names[len(kept) - 1]] == kept[-1]:
        kept = kept[:-1]
    return kept


def replace(value: _T, /, **changes: object) -> _T:
    """The value with other contents in the fields named. Raises TypeError where it has no such field."""
    return value.__class__(**{**dict(zip(names_of(value), contents(value), strict=True)), **changes})


def _initialiser(kind: type[Value]) -> Callable[..., None]:
    """An initialiser written out, which sets each slot by itself: a loop over the fields takes twice as long."""
    names = kind.__match_args__
    known: dict[str, Any] = {f"default_{name}": default for name, default in kind._defaults.items()}  # noqa: SLF001
    known.update((f"set_{name}", getattr(kind, name).__set__) for name in names)
    parameters = ", ".join(f"{name}=default_{name}" if f"default_{name}" in known else name for name in names)
    lines = "\n".join(f"    set_{name}(self, {name})" for name in names)
    made: dict[str, Any] = {}
    exec(f"def __init__(self, {parameters}):\n{lines or '    pass'}", known, made)  # noqa: S102 - of names in our classes
    made["__init__"].__qualname__ = f"{kind.__qualname__}.__init__"
    initialiser: Callable[..., None] = made["__init__"]
    return initialiser
