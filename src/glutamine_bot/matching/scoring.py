"""Scoring labels against a question by the weights that were learned."""

from __future__ import annotations

from collections.abc import Iterable
from heapq import nlargest
from operator import itemgetter
from typing import TypeVar

from glutamine_bot.matching.features import Features, sum_of_vectors
from glutamine_bot.matching.index import MAX_PACKED, SCALE, Index
from glutamine_bot.matching.packed import Packing, numbers_in
from glutamine_bot.matching.vectors import LENGTH_OF_ONE, WordVectors

_VALUE_SCALE = 1 << 8
_REMEMBERED_NUMBERS = 3_000_000
_REMEMBERED_POSTINGS = 20_000

Scored = list[tuple[int, float]]
"""Labels with their scores, best first. A score is the logarithm of a probability but for a common addend."""


class PackedScorer:
    """Scores every label.

    What a term or a word says for all labels is one packed row, made when it is first met and remembered, since the
    words of questions recur.
    """

    __slots__ = ("_columns", "_index", "_limit", "_packing", "_terms", "_vectors", "_words")

    def __init__(self, index: Index, vectors: WordVectors) -> None:
        self._index = index
        self._vectors = vectors
        self._packing = Packing(len(index.labels))
        self._columns = [self._packing.read(row) for row in index.directions]
        self._terms: dict[str, int] = {}
        self._words: dict[str, int] = {}
        self._limit = _REMEMBERED_NUMBERS // len(index.labels)

    def best(self, features: Features, count: int) -> Scored:
        """The labels of the `count` highest scores."""
        total = 0
        for word, weight in features.words.items():
            total += round(weight * _VALUE_SCALE) * self._word(word)
        for term, weight in features.terms.items():
            total += round(weight * _VALUE_SCALE) * self._term(term)
        scores = self._packing.unpack(total)
        scale = 1 / (_VALUE_SCALE * SCALE * LENGTH_OF_ONE)
        ranked = sorted(range(len(scores)), key=scores.__getitem__, reverse=True)
        return [(label, scores[label] * scale) for label in ranked[:count]]

    def _word(self, word: str) -> int:
        row = self._words.get(word)
        if row is None:
            vector = self._vectors.get(word) or ()
            row = sum(component * column for component, column in zip(vector, self._columns, strict=False))
            _remember(self._words, word, row, self._limit)
        return row

    def _term(self, term: str) -> int:
        row = self._terms.get(term)
        if row is None:
            posting = self._index.posting(term)
            row = self._packing.pack_sparse([(label, weight * LENGTH_OF_ONE) for label, weight in posting])
            _remember(self._terms, term, row, self._limit)
        return row


class SparseScorer:
    """Scores the labels that share a term with the question; for so many labels that scoring each would take long."""

    __slots__ = ("_directions", "_index", "_postings", "_vectors")

    def __init__(self, index: Index, vectors: WordVectors) -> None:
        self._index = index
        self._vectors = vectors
        self._directions = [numbers_in(row) for row in index.directions]
        self._postings: dict[str, list[tuple[int, int]]] = {}

    def best(self, features: Features, count: int) -> Scored:
        """The labels of the `count` highest scores by terms, put in order by terms and meaning."""
        scores: dict[int, float] = {}
        for term, value in features.terms.items():
            for label, weight in self._posting(term):
                scores[label] = scores.get(label, 0.0) + value * weight
        near = nlargest(count, scores, key=scores.__getitem__)
        meaning = self._meaning(features)
        scored = ((label, (scores[label] + self._kinship(label, meaning)) / SCALE) for label in near)
        return sorted(scored, key=itemgetter(1), reverse=True)

    def _posting(self, term: str) -> list[tuple[int, int]]:
        posting = self._postings.get(term)
        if posting is None:
            posting = self._index.posting(term)
            _remember(self._postings, term, posting, _REMEMBERED_POSTINGS)
        return posting

    def _meaning(self, features: Features) -> list[float]:
        weighted = [
            (weight / LENGTH_OF_ONE, vector)
            for word, weight in features.words.items()
            if (vector := self._vectors.get(word))
        ]
        return sum_of_vectors(weighted, self._vectors.dimensions)

    def _kinship(self, label: int, meaning: Iterable[float]) -> float:
        return sum(part * column[label] for part, column in zip(meaning, self._directions, strict=True))


def scorer_for(index: Index, vectors: WordVectors) -> PackedScorer | SparseScorer:
    """The scorer that suits the number of labels."""
    return (PackedScorer if len(index.labels) <= MAX_PACKED else SparseScorer)(index, vectors)


_Row = TypeVar("_Row")


def _remember(rows: dict[str, _Row], key: str, row: _Row, limit: int) -> None:
    """Keeps a row, within a limit of rows."""
    if len(rows) >= limit:
        rows.clear()
    rows[key] = row
