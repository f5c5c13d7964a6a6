"""The words of amounts, made ready for reading from the mapping that holds them."""

from collections.abc import Iterable, Mapping, Sequence
from fractions import Fraction
from typing import Any, Generic, TypeVar

from glutamine_bot.domain.quantity import Dimension
from glutamine_bot.domain.values import frozen
from glutamine_bot.language.quantity_tokens import TokenLine, level, tokens

T = TypeVar("T")
_NONE: tuple[()] = ()


class Phrases(Generic[T]):
    """Phrases with what each stands for, found at a place of a line; the longest wins."""

    __slots__ = ("_by_first", "_lasts")

    def __init__(self, meanings: Iterable[tuple[str, T]]) -> None:
        self._by_first: dict[str, list[tuple[tuple[str, ...], T]]] = {}
        self._lasts: set[str] = set()
        for phrase, meaning in meanings:
            if phrase.isalpha() and phrase.isascii():  # nearly all of them: spare the tokeniser
                first, rest = phrase.lower(), []
            else:
                first, *rest = (token.text for token in tokens(level(phrase), {}))
            self._by_first.setdefault(first, []).append((tuple(rest), meaning))
            self._lasts.add(rest[-1] if rest else first)
        for found in self._by_first.values():
            found.sort(key=lambda entry: len(entry[0]), reverse=True)

    def begins(self, word: str) -> bool:
        """Whether any phrase begins with a word."""
        return word in self._by_first

    def match(self, line: TokenLine, place: int) -> tuple[T, int] | None:
        """What the longest phrase at a place means, and the place after it; hyphens in between do not count."""
        for rest, meaning in self._by_first.get(line.word(place), _NONE):
            end = place + 1
            for word in rest:
                if line.word(end) == "-" != word and line.at(end).glued:
                    end += 1
                if line.word(end) != word:
                    break
                end += 1
            else:
                return meaning, end
        return None

    def before(self, line: TokenLine, place: int, reach: int = 3) -> int | None:
        """The place where a phrase begins that ends just before a place, the longest of at most `reach` words."""
        if line.word(place - 1) not in self._lasts:
            return None
        for start in range(max(0, place - reach), place):
            found = self.match(line, start)
            if found and found[1] == place:
                return start
        return None

    @property
    def firsts(self) -> Iterable[str]:
        """The words that phrases begin with."""
        return self._by_first.keys()


def phrases(names: Iterable[str]) -> Phrases[bool]:
    """Phrases that only have to be there."""
    return Phrases((name, True) for name in names)


@frozen
class Unit:
    """A unit: `factor` is how much of the dimension's own unit one is, `body` how many kilograms of body weight."""

    id: str
    dimension: Dimension
    factor: Fraction
    body: Fraction | None = None


class Lexicon:
    """The words of one language by which amounts are read. See english/units.yaml for what each list holds."""

    def __init__(self, words: Mapping[str, Any]) -> None:
        self._words = words
        self.values = _fractions(words["numbers"])
        self.scales = _fractions(words["scales"])
        self.parts = _fractions(words["fractions"])
        self.signs = _fractions(words["signs"])
        self.denominators = frozenset(map(Fraction, words["denominators"]))
        self.smaller: Mapping[str, str] = words["smaller"]
        self.smaller_below = _fractions(words["smaller_below"])
        self.units_by_id = {unit.id: unit for unit, _ in _units(words)}
        self.units = Phrases((name, unit) for unit, names in _units(words) for name in names)
        self.plurals = frozenset(words["piece_plurals"].values())
        self.periods = _phrases_of(words["periods"])
        self.rhythms = _phrases_of(words["rhythms"])
        self.often = _fractions(words["often"])
        self.hours = _fractions(words["hours"])
        self.ages = _phrases_of(words["ages"])
        self.young_ages = _phrases_of(words["young_ages"])
        self._sets: dict[str, frozenset[str]] = {}
        self._phrases: dict[str, Phrases[bool]] = {}
        self.rhythm_starts = frozenset(
            {*self.often, *self.values, *words["every"], *self.rhythms.firsts, *self.periods.firsts}
            | set(self.phrases("moment_before").firsts)
            | set(self.phrases("each_time").firsts)
        )

    def has(self, group: str, word: str) -> bool:
        """Whether a list of single words holds a word."""
        known = self._sets.get(group)
        if known is None:
            known = self._sets[group] = frozenset(self._words[group])
        return word in known

    def phrases(self, group: str) -> Phrases[bool]:
        """A list of words and phrases, for finding them at a place."""
        known = self._phrases.get(group)
        if known is None:
            known = self._phrases[group] = phrases(self._words[group])
        return known

    def person(self, word: str) -> bool:
        """Whether a word names a person; a possessive or a contracted "is" counts too."""
        return self.has("people", word.removesuffix("'s"))


def _fractions(figures: Mapping[str, str]) -> dict[str, Fraction]:
    return {name: Fraction(figure) for name, figure in figures.items()}


def _phrases_of(figures: Mapping[str, Sequence[str]]) -> Phrases[Fraction]:
    return Phrases((name, Fraction(figure)) for figure, names in figures.items() for name in names)


def _units(words: Mapping[str, Any]) -> Iterable[tuple[Unit, Sequence[str]]]:
    for id_, unit in words["mass"].items():
        body = Fraction(unit["grams"]) / 1000 if unit.get("body") else None
        yield Unit(id_, Dimension.DOSE, Fraction(unit["grams"]), body), unit["names"]
    for id_, unit in words["volume"].items():
        yield Unit(id_, Dimension.VOLUME, Fraction(unit["millilitres"])), unit["names"]
    for id_, names in words["unweighed"].items():
        yield Unit(id_, Dimension.UNWEIGHED, Fraction(1)), names
