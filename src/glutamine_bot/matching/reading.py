"""Reading a question or a phrasing into terms: corrected, synonyms resolved, stemmed."""

from __future__ import annotations

from collections.abc import Container, Mapping, Sequence
from typing import NamedTuple, Self

from glutamine_bot.language.normalizing import words
from glutamine_bot.language.spelling import SpellingCorrector
from glutamine_bot.language.stemming import stem
from glutamine_bot.matching.vocabulary import Vocabulary


class Term(NamedTuple):
    """A word of a question as it is matched.

    `typed` is what stands in the question, `meant` the known word that it was taken for (the same where it needed
    nothing), `stem` what is looked up, `synonym` tells that a synonym led from one to the other.
    """

    typed: str
    meant: str
    stem: str
    synonym: bool = False


class Synonyms:
    """Replaces variants by what they mean; longest variant first, compared by stems.

    `table` maps the stems of a variant to the words that it means, joined by blanks; a filler means none.
    """

    __slots__ = ("_longest", "table")

    def __init__(self, table: Mapping[str, str]) -> None:
        self.table = table
        self._longest: dict[str, int] = {}
        for variant in table:
            first = variant.partition(" ")[0]
            self._longest[first] = max(self._longest.get(first, 0), variant.count(" ") + 1)

    @classmethod
    def of(cls, vocabulary: Vocabulary) -> Self:
        """The replacements that a vocabulary asks for."""
        pairs = [*vocabulary.synonyms.items(), *((filler, "") for filler in vocabulary.fillers)]
        table = {" ".join(map(stem, words(variant))): " ".join(words(meaning)) for variant, meaning in pairs}
        table.pop("", None)
        return cls(table)

    def resolve(self, terms: list[Term]) -> list[Term]:
        """The terms with every variant replaced; all of them where nothing but fillers would vanish."""
        if not self.table:
            return terms
        resolved: list[Term] = []
        at = 0
        while at < len(terms):
            length = self._variant_at(terms, at)
            if length:
                part = terms[at : at + length]
                typed = " ".join(term.typed for term in part)
                meaning = self.table[" ".join(term.stem for term in part)].split()
                resolved.extend(Term(typed, word, stem(word), True) for word in meaning)
            else:
                resolved.append(terms[at])
            at += length or 1
        return resolved or terms

    def _variant_at(self, terms: Sequence[Term], at: int) -> int:
        """How many terms from `at` make a variant; 0 where none does."""
        longest = self._longest.get(terms[at].stem, 0)
        for length in range(min(longest, len(terms) - at), 0, -1):
            if " ".join(term.stem for term in terms[at : at + length]) in self.table:
                return length
        return 0


class Reader:
    """Reads text into terms, with the words that it is to know."""

    __slots__ = ("_speller", "_synonyms")

    def __init__(self, counts: Mapping[str, int], synonyms: Synonyms, accepted: Container[str] = ()) -> None:
        self._speller = SpellingCorrector(counts, accepted)
        self._synonyms = synonyms

    def read(self, text: str) -> list[Term]:
        """The terms of a question."""
        return self._synonyms.resolve([term for word in words(text) for term in self._known(word)])

    def _known(self, word: str) -> tuple[Term, ...]:
        """The word as it is if known, corrected or split if it can be, else as it is."""
        if word in self._speller:
            return (Term(word, word, stem(word)),)
        correction = self._speller.correct(word)
        if correction:
            return (Term(word, correction.meant, stem(correction.meant)),)
        parts = self._speller.split(word) or (word,)
        return tuple(Term(word, part, stem(part)) for part in parts)


def read_phrasing(text: str, synonyms: Synonyms) -> list[Term]:
    """The terms of a phrasing, which is taken to be written as it should be."""
    return synonyms.resolve([Term(word, word, stem(word)) for word in words(text)])
