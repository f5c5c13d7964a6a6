"""From terms to numbers: the features of a question or a phrasing."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from math import log, sqrt
from operator import mul

from glutamine_bot.domain.values import frozen
from glutamine_bot.matching.reading import Term
from glutamine_bot.matching.vectors import Vector

PAIRS = 0.7
MEANING = 1.0
"""What pairs of neighbouring stems, and word vectors, weigh against single stems: their lengths, with stems at 1."""


@frozen
class Features:
    """What a text is to the scorer.

    `terms` weighs the stems and pairs that some phrasing holds. `words` weighs the words that have a vector.
    """

    terms: Mapping[str, float]
    words: Mapping[str, float]


class FeatureExtractor:
    """Weighs the terms of a text.

    Stems and pairs count by inverse document frequency, each kind to a fixed length. Words count for their vectors by
    its square root, since the vectors' own lengths already tell common words from rare ones.
    """

    __slots__ = ("_idf", "_meaning", "_unknown")

    def __init__(self, idf: Mapping[str, float], labels: int, kinship: float = 1.0) -> None:
        self._idf = idf
        self._meaning = MEANING * kinship
        self._unknown = log(1 + labels) + 1

    def idf(self, term: str) -> float:
        """The inverse document frequency of a stem or pair; that of one in no label where it is unknown."""
        return self._idf.get(term, self._unknown)

    def extract(self, terms: Sequence[Term]) -> Features:
        """The features of a text."""
        stems = [term.stem for term in terms]
        weights = [self.idf(stem) for stem in stems]
        scale = 1 / (sqrt(sum([weight * weight for weight in weights])) or 1.0)
        meaning = self._meaning / (sqrt(sum(weights)) or 1.0)
        known: dict[str, float] = {}
        words: dict[str, float] = {}
        for term, weight in zip(terms, weights, strict=True):
            if term.stem in self._idf:
                known[term.stem] = known.get(term.stem, 0.0) + weight * scale
            words[term.meant] = words.get(term.meant, 0.0) + sqrt(weight) * meaning
        self._add_pairs(stems, known)
        return Features(known, words)

    def _add_pairs(self, stems: Sequence[str], known: dict[str, float]) -> None:
        pairs = pairs_of(stems)
        weights = [self.idf(pair) for pair in pairs]
        scale = PAIRS / (sqrt(sum([weight * weight for weight in weights])) or 1.0)
        for pair, weight in zip(pairs, weights, strict=True):
            if pair in self._idf:
                known[pair] = known.get(pair, 0.0) + weight * scale


def pairs_of(stems: Sequence[str]) -> list[str]:
    """Pairs of neighbouring stems joined by a blank; "^" stands before the first and "$" after the last."""
    if not stems:
        return []
    return [f"{left} {right}" for left, right in zip(["^", *stems], [*stems, "$"], strict=True)]


def sum_of_vectors(weighted: Sequence[tuple[float, Vector]], dimensions: int) -> list[float]:
    """The weighted sum of vectors."""
    if not weighted:
        return [0.0] * dimensions
    weights = [weight for weight, _ in weighted]
    return [sum(map(mul, weights, parts)) for parts in zip(*[vector for _, vector in weighted], strict=True)]


def of_length(vector: Sequence[float], length: float) -> list[float]:
    """The vector stretched to a length; as it is where it has none."""
    scale = length / (sqrt(sum([component * component for component in vector])) or 1.0)
    return [component * scale for component in vector]
