"""Recognising people, conditions and things by name in the words of a clause."""

from collections.abc import Callable, Container, Iterable, Iterator, Mapping, Sequence

from glutamine_bot.domain.buckets import Buckets, packed
from glutamine_bot.domain.concepts import Concept
from glutamine_bot.domain.values import frozen
from glutamine_bot.language.normalizing import contracted, words

SHORT = 3
"""Letters of a word that has no plural ending to lose."""

Named = dict[str, tuple[str, bool]]
"""The concept that each name is of, and whether the name is a way to state it."""

_STATED = "+"

ANY_NUMBER = "n"
"""What stands for a number in a name that holds with any: "n weeks along"."""

_SOME = "4"
"""A number for ANY_NUMBER."""

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

    ANY_NUMBER in a name is any number, in digits or one of the words `numbers`. A plural is its singular, so that
    "kidneys" is "kidney"; no more is taken off a word than that, since names are specific: "hives" is not HIV.
    """

    __slots__ = ("_by_first", "_numbers")

    def __init__(self, by_first: Mapping[str, Named], numbers: Container[str] = ()) -> None:
        self._by_first = by_first
        self._numbers = numbers

    @classmethod
    def of(
        cls, concepts: Iterable[Concept], numbers: Container[str] = (), as_met: Callable[[str], str] = str
    ) -> "ConceptNames":
        """The names and statements of concepts; where two claim a name, the first keeps it.

        `as_met` gives a name as it is met in lines that were read, where amounts are no words any more: "nursing my 4
        month old".
        """
        names: dict[str, tuple[str, bool]] = {}
        for concept in concepts:
            for stated, phrases in ((False, concept.names), (True, concept.states)):
                for phrase in phrases:
                    names.setdefault(_key(words(phrase)), (concept.id, stated))
                    if ANY_NUMBER in phrase.split():
                        met = as_met(" ".join(_SOME if word == ANY_NUMBER else word for word in phrase.split()))
                        if len(words(met)) > 1:  # an age by itself is read as one
                            names.setdefault(_key(words(met)), (concept.id, stated))
                    if stated:
                        names.setdefault(_key(words(contracted(phrase))), (concept.id, stated))
        names.pop("", None)
        by_first: dict[str, Named] = {}
        for name, named in names.items():
            by_first.setdefault(name.partition(" ")[0], {})[name] = named
        return cls(by_first, numbers)

    def to_data(self) -> list[str]:
        """The names as plain data, for the compiled knowledge base."""
        return packed({first: _text_of(named) for first, named in self._by_first.items()})

    @classmethod
    def from_data(cls, data: list[str], numbers: Container[str] = ()) -> "ConceptNames":
        """The names as `to_data` gave them."""
        return cls(Buckets(data, _named_of), numbers)

    def find(self, said: Sequence[str]) -> Iterator[NamedSpan]:
        """The names in a sequence of normalised words, longest first at each place, without overlap."""
        singulars = [_singular(word) for word in said]
        start = 0
        counted = [ANY_NUMBER if word.isdigit() or word in self._numbers else word for word in singulars]
        while start < len(singulars):
            span = self._longest_at(singulars, start) or self._longest_at(counted, start)
            if span:
                yield span
            start = span.end if span else start + 1

    def _longest_at(self, singulars: list[str], start: int) -> NamedSpan | None:
        named = self._by_first.get(singulars[start])
        if not named:
            return None
        for end in range(min(len(singulars), start + LONGEST_NAME), start, -1):
            found = named.get(" ".join(singulars[start:end]))
            if found:
                return NamedSpan(found[0], start, end, found[1])
        return None


def _text_of(named: Named) -> str:
    return ";".join(f"{name}:{_STATED if stated else ''}{concept}" for name, (concept, stated) in named.items())


def _named_of(text: str) -> Named:
    entries = (entry.partition(":") for entry in text.split(";"))
    return {name: (concept.removeprefix(_STATED), concept.startswith(_STATED)) for name, _, concept in entries}


def _key(said: Iterable[str]) -> str:
    return " ".join(_singular(word) for word in said)


def _singular(word: str) -> str:
    """The word without a plural's ending."""
    return word[:-1] if len(word) > SHORT and word[-1] == "s" and word[-2] not in "siu" else word
