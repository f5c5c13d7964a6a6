"""Scoring labels against a question."""

from __future__ import annotations

from collections.abc import Sequence
from math import exp, sqrt

from glutamine_bot.matching.features import FeatureExtractor, Features
from glutamine_bot.matching.index import DIRECTION_SCALE, Index
from glutamine_bot.matching.packed import Packing
from glutamine_bot.matching.vectors import WordVectors

_WORD_SCALE = 1 << 8
_REMEMBERED = 8_000


class Scorer:
    """Scores every label by the weights that were learned."""

    __slots__ = ("_columns", "_index", "_packing", "_scale", "_vectors", "_words")

    def __init__(self, index: Index, vectors: WordVectors) -> None:
        self._index = index
        self._vectors = vectors
        self._packing = Packing(len(index.labels))
        self._columns = [self._packing.pack(column) for column in index.directions]
        self._scale = 1 / (_WORD_SCALE * DIRECTION_SCALE * vectors.length)
        self._words: dict[str, int] = {}

    def scores(self, features: Features) -> list[float]:
        """The score of each label: the logarithm of its probability, but for a common addend."""
        total = 0
        for word, weight in features.words.items():
            total += round(weight * _WORD_SCALE) * self._word(word)
        scores = [score * self._scale for score in self._packing.unpack(total)]
        postings = self._index.postings
        for term, weight in features.terms.items():
            for label, strength in postings[term].items():
                scores[label] += weight * strength
        return scores

    def _word(self, word: str) -> int:
        """What a word's vector says for each label, packed. Remembered, since the words of questions recur."""
        row = self._words.get(word)
        if row is None:
            if len(self._words) >= _REMEMBERED:
                self._words.clear()
            vector = self._vectors.get(word) or ()
            row = sum(component * column for component, column in zip(vector, self._columns, strict=False))
            self._words[word] = row
        return row


def probabilities(scores: Sequence[float]) -> list[float]:
    """The softmax of scores."""
    highest = max(scores)
    shares = [exp(score - highest) for score in scores]
    total = sum(shares)
    return [share / total for share in shares]


def nearest_phrasing(
    index: Index, extractor: FeatureExtractor, label: int, stems: Sequence[str]
) -> tuple[int, float]:
    """The number of the label's phrasing nearest to the question and their cosine over stems, 0 to 1."""
    asked = {stem: extractor.idf(stem) ** 2 for stem in stems}
    length = sqrt(sum(asked.values())) or 1.0
    best, similarity = 0, 0.0
    for number, text in enumerate(index.read[label]):
        phrasing = set(text.split())
        shared = sum([weight for stem, weight in asked.items() if stem in phrasing])
        if shared:
            cosine = shared / (length * sqrt(sum([index.idf[stem] ** 2 for stem in phrasing])))
            if cosine > similarity:
                best, similarity = number, cosine
    return best, min(similarity, 1.0)
