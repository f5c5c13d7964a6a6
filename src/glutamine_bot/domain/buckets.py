"""A large mapping kept as text, of which only the parts that are looked up are read.

A compiled knowledge base holds tens of thousands of words with their numbers, and a question has ten.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import Generic, TypeVar
from zlib import crc32

_T = TypeVar("_T")
_SIZE = 16
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
    """The mapping that `packed` gave; `read` makes a value of its text. In no order."""

    __slots__ = ("_read", "_ready", "_texts")

    def __init__(self, texts: Sequence[str], read: Callable[[str], _T]) -> None:
        self._texts = texts
        self._read = read
        self._ready: dict[int, dict[str, _T]] = {}

    def __getitem__(self, key: str) -> _T:
        return self._bucket_of(key)[key]

    def get(self, key: str, default: _T | None = None) -> _T | None:  # type: ignore[override]
        """The value of a key, or another where there is none."""
        return self._bucket_of(key).get(key, default)

    def __contains__(self, key: object) -> bool:
        return isinstance(key, str) and key in self._bucket_of(key)

    def __iter__(self) -> Iterator[str]:
        for number in range(len(self._texts)):
            yield from self._bucket(number)

    def __len__(self) -> int:
        return sum(len(self._bucket(number)) for number in range(len(self._texts)))

    def _bucket_of(self, key: str) -> dict[str, _T]:
        return self._bucket(crc32(key.encode("utf-8", "surrogatepass")) % len(self._texts))

    def _bucket(self, number: int) -> dict[str, _T]:
        ready = self._ready.get(number)
        if ready is None:
            entries = (entry.partition(_VALUE) for entry in self._texts[number].split(_ENTRY) if entry)
            ready = self._ready[number] = {key: self._read(text) for key, _, text in entries}
        return ready
