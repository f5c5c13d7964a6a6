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
