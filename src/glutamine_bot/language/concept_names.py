"""Recognising people, conditions and things by name in the words of a clause."""

from collections.abc import Iterable, Iterator, Sequence

from glutamine_bot.domain.concepts import Concept
from glutamine_bot.domain.values import frozen
from glutamine_bot.language.normalizing import words

SHORT = 3
"""Letters of a word that has no plural ending to lose."""

LONGEST_NAME = 6
"""Words of a name beyond this are not compared."""


@frozen
class NamedSpan:
    """A concept's id found at words `start` to `end` (exclusive); `stated` where the name is a way to state it."""

    concept: str
    start: int
    end: int
    stated: bool


class ConceptNames:
    """Finds the longest names, left to right.

    A plural is its singular, so that "kidneys" is "kidney"; no more is taken off a word than that, since names are
    specific: "hives" is not HIV.
    """

    __slots__ = ("_names",)

    def __init__(self, names: dict[str, tuple[str, bool]]) -> None:
        self._names = names

    @classmethod
    def of(cls, concepts: Iterable[Concept]) -> "ConceptNames":
        """The names and statements of concepts; where two claim a name, the first keeps it."""
        names: dict[str, tuple[str, bool]] = {}
        for concept in concepts:
            for stated, phrases in ((False, concept.names), (True, concept.states)):
                for phrase in phrases:
                    names.setdefault(_key(words(phrase)), (concept.id, stated))
        names.pop("", None)
        return cls(names)

    def to_data(self) -> dict[str, list[object]]:
        """The names as plain data, for the compiled knowledge base."""
        return {key: [concept, stated] for key, (concept, stated) in self._names.items()}

    @classmethod
    def from_data(cls, data: dict[str, tuple[str, bool]]) -> "ConceptNames":
        """The names as `to_data` gave them."""
        return cls(data)

    def find(self, said: Sequence[str]) -> Iterator[NamedSpan]:
        """The names in a sequence of normalised words, longest first at each place, without overlap."""
        singulars = [_singular(word) for word in said]
        start = 0
        while start < len(singulars):
            span = self._longest_at(singulars, start)
            if span:
                yield span
            start = span.end if span else start + 1

    def _longest_at(self, singulars: list[str], start: int) -> NamedSpan | None:
        for end in range(min(len(singulars), start + LONGEST_NAME), start, -1):
            found = self._names.get(" ".join(singulars[start:end]))
            if found:
                return NamedSpan(found[0], start, end, found[1])
        return None


def _key(said: Iterable[str]) -> str:
    return " ".join(_singular(word) for word in said)


def _singular(word: str) -> str:
    """The word without a plural's ending."""
    return word[:-1] if len(word) > SHORT and word[-1] == "s" and word[-2] not in "siu" else word
