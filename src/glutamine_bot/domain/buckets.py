"""A large mapping kept as text, of which only the parts that are looked up are read.

A compiled knowledge base holds tens of thousands of words with their numbers, and a question has ten.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import Generic, TypeVar
from zlib import crc32

_T = TypeVar("_T")
_SIZE = 16
_MANY = 500
_ENTRY = "|"
_VALUE = "="


def packed(mapping: Mapping[str, object]) -> list[str]:
    """The mapping as texts, which `Buckets` reads: a key is in the one that its CRC-32 names.

    Raises ValueError where a key or the text of a value has one of the characters that stand between them.
    """
    buckets: list[list[str]] = [[] for _ in range(len(mapping) // _SIZE + 1)]
    for key, value in mapping.items():
        entry = f"{key}{_VALUE}{value}"
        if _ENTRY in entry or _VALUE in key:
            raise ValueError(f"{entry!r} cannot be kept")
        buckets[crc32(key.encode()) % len(buckets)].append(entry)
    return [_ENTRY.join(entries) for entries in buckets]


class Buckets(Mapping[str, _T], Generic[_T]):
    """The mapping that `packed` gave; `read` makes a value of its text. In no order.

    Once so much was looked up that it cannot be for a single question, it is read as a whole.
    """

    __slots__ = ("_lookups", "_read", "_ready", "_texts", "_whole")

    def __init__(self, texts: Sequence[str], read: Callable[[str], _T]) -> None:
        self._texts = texts
        self._read = read
        self._ready: dict[int, dict[str, _T]] = {}
        self._whole: dict[str, _T] | None = None
        self._lookups = 0

    def __getitem__(self, key: str) -> _T:
        return self._around(key)[key]

    def get(self, key: str, default: _T | None = None) -> _T | None:  # type: ignore[override]
        """The value of a key, or another where there is none."""
        return (self._whole or self._around(key)).get(key, default)

    def __contains__(self, key: object) -> bool:
        return isinstance(key, str) and key in (self._whole or self._around(key))

    def __iter__(self) -> Iterator[str]:
        return iter(self._all())

    def __len__(self) -> int:
        return len(self._all())

    def _around(self, key: str) -> dict[str, _T]:
        """What has been read of the mapping, with the bucket that the key is in if it is in any."""
        if self._whole is not None or self._lookups >= _MANY:
            return self._all()
        self._lookups += 1
        number = crc32(key.encode("utf-8", "surrogatepass")) % len(self._texts)
        ready = self._ready.get(number)
        if ready is None:
            ready = self._ready[number] = self._entries(self._texts[number])
        return ready

    def _all(self) -> dict[str, _T]:
        if self._whole is None:
            self._whole = self._entries(_ENTRY.join(filter(None, self._texts)))
            self._ready.clear()
        return self._whole

    def _entries(self, text: str) -> dict[str, _T]:
        entries = (entry.partition(_VALUE) for entry in text.split(_ENTRY) if entry)
        return {key: self._read(value) for key, _, value in entries}
