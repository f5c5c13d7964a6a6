"""Reading amounts in a line of text; whatever that takes is loaded for the first line that may hold one."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from typing import TYPE_CHECKING, Any

from glutamine_bot.language.normalizing import MAX_CHARACTERS

if TYPE_CHECKING:
    from glutamine_bot.domain.quantity import Quantity

_DIGIT = re.compile(r"\d")
_LETTERS = re.compile(r"[a-z]+")


class QuantityReader:
    """Reads amounts by the words of `units` (english/units.yaml as a plain mapping).

    `plausible` gives, as two exact figures, what can be meant: "dose" in grams a day, "per_kg" in grams for each
    kilogram; what lies outside is marked doubtful. `units` has its own for "body_weight" (kilograms) and "age" (years).
    """

    __slots__ = ("_parse", "_plausible", "_triggers", "_units")

    def __init__(self, units: Mapping[str, Any], plausible: Mapping[str, Sequence[str]] | None = None) -> None:
        self._units = units
        self._plausible = {**units["plausible"], **(plausible or {})}
        self._triggers = triggers(units)
        self._parse: Callable[[str], tuple[Quantity, ...]] | None = None

    @property
    def number_words(self) -> frozenset[str]:
        """The words that are a number by themselves."""
        return frozenset(self._units["numbers"]).difference(self._units["never_bare"])

    def read(self, line: str) -> tuple[Quantity, ...]:
        """The amounts of a line in order of appearance, spans not overlapping, and not very many."""
        text = line[:MAX_CHARACTERS].lower()
        if text.isascii() and not _DIGIT.search(text) and self._triggers.isdisjoint(_LETTERS.findall(text)):
            return ()
        if self._parse is None:
            # Here, since most lines have no amount and what reads one takes long to load.
            from glutamine_bot.language.quantity_line import parser

            self._parse = parser(self._units, self._plausible)
        return self._parse(line)


def triggers(words: Mapping[str, Any]) -> frozenset[str]:
    """The words without any of which a line that has no digits holds no amount."""
    counting = {*words["numbers"], *words["scales"], *words["fractions"]} - set(words["never_bare"])
    masses = (unit["names"] for unit in (*words["mass"].values(), *words["volume"].values()))
    names = (name for group in (*masses, *words["unweighed"].values()) for name in group)
    return frozenset(counting | {name.split()[0] for name in names})
