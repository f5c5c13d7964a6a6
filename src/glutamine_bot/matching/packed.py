"""Rows of numbers packed into one big integer, so that arithmetic on a row is one operation.

A row r of n numbers is the integer sum(r[i] * 2**(32 * i)). Rows add, and multiply with an integer, as integers do; the
interpreter does that in C, a few nanoseconds a number, where a loop takes ten times as long. Numbers and results are
integers that must stay within 32 bits with sign.
"""

from __future__ import annotations

import struct
from collections.abc import Iterable, Sequence
from functools import cached_property

_BITS = 32
_HALF = 1 << (_BITS - 1)
_ONE = struct.Struct("<I")


def text_of(numbers: Sequence[int]) -> str:
    """Numbers as a text from which `Packing.read` makes their row; raises struct.error where one is beyond 32 bits."""
    return struct.pack(f"<{len(numbers)}I", *[number + _HALF for number in numbers]).hex()


def numbers_in(text: str) -> list[int]:
    """The numbers of such a text."""
    return [number - _HALF for number in struct.unpack(f"<{len(text) // 8}I", bytes.fromhex(text))]


class Packing:
    """Packs and unpacks rows of `width` numbers."""

    def __init__(self, width: int) -> None:
        self.width = width
        self._layout = struct.Struct(f"<{width}I")

    @cached_property
    def _zeros(self) -> bytes:
        return self._layout.pack(*[_HALF] * self.width)

    @cached_property
    def _halves(self) -> int:
        return int.from_bytes(self._zeros, "little")

    def pack(self, numbers: Iterable[int]) -> int:
        """The row of these numbers. Raises struct.error where one is beyond 32 bits."""
        return int.from_bytes(self._layout.pack(*[number + _HALF for number in numbers]), "little") - self._halves

    def pack_sparse(self, numbers: Iterable[tuple[int, int]]) -> int:
        """The row of numbers at their places, zeros elsewhere. Raises struct.error where one is beyond 32 bits."""
        raised = bytearray(self._zeros)
        for place, number in numbers:
            _ONE.pack_into(raised, 4 * place, number + _HALF)
        return int.from_bytes(raised, "little") - self._halves

    def read(self, text: str) -> int:
        """The row of the numbers that `text_of` made a text of."""
        return int.from_bytes(bytes.fromhex(text), "little") - self._halves

    def unpack(self, row: int) -> list[int]:
        """The numbers of a row."""
        return [number - _HALF for number in self.unpack_raised(row)]

    def unpack_raised(self, row: int) -> tuple[int, ...]:
        """The numbers of a row, each greater by the same: where only their differences count, this is quicker."""
        return self._layout.unpack((row + self._halves).to_bytes(4 * self.width, "little"))
