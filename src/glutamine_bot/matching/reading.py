"""Reading a question or a phrasing into terms: corrected, synonyms resolved, stemmed."""

from __future__ import annotations

from collections.abc import Container, Mapping, Sequence
from typing import NamedTuple

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
    """Replaces the variants of a vocabulary by what they mean; longest variant first, compared by stems."""

    __slots__ = ("_longest", "_table")

    def __init__(self, vocabulary: Vocabulary) -> None:
        pairs = [*vocabulary.synonyms.items(), *((filler, "") for filler in vocabulary.fillers)]
        self._table = {_stems(variant): tuple(words(meaning)) for variant, meaning in pairs}
        self._table.pop((), None)
        self._longest = max(map(len, self._table), default=0)

    def resolve(self, terms: list[Term]) -> list[Term]:
        """The terms with every variant replaced; all of them where nothing but fillers would vanish."""
        if not self._table:
            return terms
        resolved: list[Term] = []
        at = 0
        while at < len(terms):
            length = self._variant_at(terms, at)
            if length:
                part = terms[at : at + length]
                typed = " ".join(term.typed for term in part)
                meaning = self._table[tuple(term.stem for term in part)]
                resolved.extend(Term(typed, word, stem(word), True) for word in meaning)
            else:
                resolved.append(terms[at])
            at += length or 1
        return resolved or terms

    def _variant_at(self, terms: Sequence[Term], at: int) -> int:
        """How many terms from `at` make a variant; 0 where none does."""
        for length in range(min(self._longest, len(terms) - at), 0, -1):
            if tuple(term.stem for term in terms[at : at + length]) in self._table:
                return length
        return 0


class Reader:
    """Reads text into terms, with the words that it is to know."""

    __slots__ = ("_speller", "_synonyms")

    def __init__(self, counts: Mapping[str, int], vocabulary: Vocabulary, accepted: Container[str] = ()) -> None:
        self._speller = SpellingCorrector(counts, accepted)
        self._synonyms = Synonyms(vocabulary)

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


def _stems(text: str) -> tuple[str, ...]:
    return tuple(stem(word) for word in words(text))
