"""Amounts that are large enough to matter: a number and a unit, measured against the sizes that the rules name."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from functools import cached_property

from glutamine_bot.domain.red_flags import Unit
from glutamine_bot.safety.spans import Span

_MULTIPLIERS = frozenset({100.0, 1000.0})
_THOUSANDS = 3  # digits after a comma that groups them ("1,000"), rather than marks a decimal ("0,5")
_MAX_DIGITS = 12
_BETWEEN = 2  # words, such as "a" or "heaped", between number and unit


class Amounts:
    """Finds the amounts of a line that reach one of the named sizes."""

    def __init__(self, units: Sequence[Unit], numbers: Mapping[str, float]) -> None:
        self._numbers = numbers
        self._units = units
        self._joiners = frozenset(word for word, value in numbers.items() if value == 0)

    @cached_property
    def _sizes(self) -> dict[str, tuple[tuple[str, float], ...]]:
        """The sizes of each word for a unit, and from how many of it; made for the first number in any line."""
        from glutamine_bot.safety.patterns import parse

        return {
            word: tuple(unit.sizes.items())
            for unit in self._units
            for pattern in unit.words
            for element in parse(pattern)
            for word in element.symbols
        }

    def find(self, typed: Sequence[str], fillers: frozenset[str]) -> Iterator[tuple[str, Span]]:
        """The sizes that amounts in a line reach, each with its span."""
        index = 0
        while index < len(typed):
            number, after = self._number(typed, index)
            if number is None:
                index += 1
                continue
            for place in range(after, min(after + 1 + _BETWEEN, len(typed))):
                if typed[place] in self._sizes:
                    for size, least in self._sizes[typed[place]]:
                        if number >= least:
                            yield size, (index, place + 1)
                    break
                if typed[place] not in fillers:
                    break
            index = after

    def _number(self, typed: Sequence[str], index: int) -> tuple[float | None, int]:
        """The number that starts at a word, and where it ends; of several in a row the last, multiplied by hundreds."""
        number: float | None = None
        while index < len(typed):
            value = self._value(typed[index])
            if value is None:
                break
            if number is not None and value in _MULTIPLIERS:
                number *= value
            elif number in _MULTIPLIERS and value < number:
                number += value
            else:
                number = value
            index += 1
            if number in _MULTIPLIERS and index + 1 < len(typed) and typed[index] in self._joiners:
                index += self._value(typed[index + 1]) is not None
        return number, index

    def _value(self, word: str) -> float | None:
        if word in self._numbers:
            return self._numbers[word]
        if not word[0].isdigit() or not word.isascii() or len(word) > _MAX_DIGITS:
            return None
        whole, comma, rest = word.partition(",")
        plain = whole + rest if comma and len(rest.partition(".")[0]) == _THOUSANDS else word.replace(",", ".")
        try:
            return float(plain)
        except ValueError:
            return None
