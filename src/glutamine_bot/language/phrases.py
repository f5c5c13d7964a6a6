"""Looking for words and phrases in a sequence of normalised words."""

from collections.abc import Iterable, Mapping, Sequence


class WordSets(dict[str, frozenset[str]]):
    """Lists of words by name, as sets that are made when they are first asked for."""

    def __init__(self, lists: Mapping[str, Iterable[str]]) -> None:
        super().__init__()
        self._lists = lists

    def __missing__(self, name: str) -> frozenset[str]:
        self[name] = frozenset(self._lists[name])
        return self[name]


class Openers:
    """Phrases that a line may open with, found by their first words."""

    __slots__ = ("_by_first",)

    def __init__(self, phrases: Iterable[str]) -> None:
        self._by_first: dict[str, list[list[str]]] = {}
        for phrase in sorted(phrases, key=lambda phrase: -phrase.count(" ")):
            said = phrase.split()
            self._by_first.setdefault(said[0], []).append(said)

    def at(self, said: Sequence[str], start: int) -> int:
        """How many words make the longest opener that stands at a place; 0 where none does."""
        if start >= len(said):
            return 0
        openers = self._by_first.get(said[start], ())
        return next((len(opener) for opener in openers if said[start : start + len(opener)] == opener), 0)


def has(said: Sequence[str], phrases: Iterable[str]) -> bool:
    """Whether any of the phrases stands among the words."""
    text = f" {' '.join(said)} "
    return any(f" {phrase} " in text for phrase in phrases)


def begins_with(said: Sequence[str], phrases: Iterable[str]) -> bool:
    """Whether the words begin with any of the phrases."""
    text = f"{' '.join(said)} "
    return text.startswith(tuple(f"{phrase} " for phrase in phrases))


def ends_with(said: Sequence[str], phrases: Iterable[str]) -> bool:
    """Whether the words end with any of the phrases."""
    text = f" {' '.join(said)}"
    return text.endswith(tuple(f" {phrase}" for phrase in phrases))


def without(said: Sequence[str], phrases: Iterable[str]) -> list[str]:
    """The words that are left once the phrases are taken out, in the order in which they are given."""
    text = f" {' '.join(said)} "
    for phrase in phrases:
        text = text.replace(f" {phrase} ", " ")
    return text.split()
