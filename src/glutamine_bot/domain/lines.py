"""A long list of texts kept as one text, of which only those that are asked for are cut out."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import Protocol, overload

_DIGITS = 9
"""Digits of a place in the text, so that the n-th can be found without a look at those before."""


def joined(texts: Sequence[str]) -> str:
    """The texts as one, from which `Lines` reads them: how many there are, where each ends, then all of them."""
    ends: list[int] = []
    end = 0
    for text in texts:
        end += len(text)
        ends.append(end)
    places = "".join(f"{place:0{_DIGITS}}" for place in (len(ends), *ends))
    return places + "".join(texts)


class Text(Protocol):
    """A text of which slices are taken, wherever it is kept."""

    def __getitem__(self, part: slice, /) -> str:
        """The characters from one place to another."""


class Lines(Sequence[str]):
    """The texts that `joined` made one of, which stands in a larger text from `start` on."""

    __slots__ = ("_first", "_length", "_start", "_text")

    def __init__(self, text: Text, start: int = 0) -> None:
        self._text = text
        self._start = start + _DIGITS
        self._length = int(text[start : self._start])
        self._first = self._start + self._length * _DIGITS

    def __len__(self) -> int:
        return self._length

    @overload
    def __getitem__(self, place: int) -> str: ...
    @overload
    def __getitem__(self, place: slice) -> list[str]: ...
    def __getitem__(self, place: int | slice) -> str | list[str]:
        if isinstance(place, slice):
            return [self[number] for number in range(*place.indices(self._length))]
        text, start, end = self.place(place)
        return text[start:end]

    def place(self, number: int) -> tuple[Text, int, int]:
        """The larger text, and where in it the text of a number stands. Raises IndexError where there is none."""
        if not -self._length <= number < self._length:
            raise IndexError(number)
        number %= self._length
        start = self._end(number - 1) if number else 0
        return self._text, self._first + start, self._first + self._end(number)

    def is_text(self, number: int, other: str) -> bool:
        """Whether the text of a number is another, told without a copy of a longer one."""
        text, start, end = self.place(number)
        return end - start == len(other) and text[start:end] == other

    def __iter__(self) -> Iterator[str]:
        ends = self._text[self._start : self._first]
        text = self._text[self._first : self._first + (self._end(self._length - 1) if self._length else 0)]
        start = 0
        for place in range(0, len(ends), _DIGITS):
            end = int(ends[place : place + _DIGITS])
            yield text[start:end]
            start = end

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Iterable) and list(self) == list(other)

    __hash__ = None  # type: ignore[assignment]

    def _end(self, place: int) -> int:
        at = self._start + place * _DIGITS
        return int(self._text[at : at + _DIGITS])
