"""The second look: the best labels by learned weights, compared with the question phrasing by phrasing."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from operator import attrgetter, mul

from glutamine_bot.domain.values import frozen
from glutamine_bot.matching.features import of_length, sum_of_vectors
from glutamine_bot.matching.index import CENTROID_LENGTH, Index
from glutamine_bot.matching.nearest import LabelPhrasings, Phrasings
from glutamine_bot.matching.scoring import Scored
from glutamine_bot.matching.vectors import WordVectors

SIMILARITY = 1.0
COVERAGE = 2.0
KINSHIP = 2.0
"""What each comparison adds to a score where it is perfect; fitted on validation questions."""


@frozen
class Candidate:
    """A label compared with the question.

    `score` is what it is ranked by, the logarithm of a probability but for a common addend. `phrasing` is the number of
    its nearest phrasing and `similarity` how near, `coverage` the weighted share of the question's words that its
    phrasings hold, `kinship` the cosine of the question's meaning with that of its phrasings together.
    """

    label: int
    score: float
    phrasing: int
    similarity: float
    coverage: float
    kinship: float


class Comparer:
    """Compares questions with the phrasings of labels."""

    __slots__ = ("_kinship", "_phrasings", "_vectors")

    def __init__(self, index: Index, vectors: WordVectors) -> None:
        self._vectors = vectors
        self._kinship = KINSHIP * index.kinship
        self._phrasings = Phrasings(index)

    def compare(self, scored: Scored, asked: Mapping[str, float], words: Mapping[str, float]) -> list[Candidate]:
        """The labels as candidates, best first. `asked` and `words` weigh the question's stems and words."""
        meaning = self._meaning(words)
        candidates = [self._candidate(label, score, asked, meaning) for label, score in scored]
        return sorted(candidates, key=attrgetter("score"), reverse=True)

    def phrasings(self, label: int) -> LabelPhrasings:
        """The phrasings of a label."""
        return self._phrasings.of(label)

    def _candidate(self, label: int, score: float, asked: Mapping[str, float], meaning: Sequence[float]) -> Candidate:
        phrasings = self._phrasings.of(label)
        number, similarity = phrasings.nearest(asked)
        coverage = phrasings.coverage(asked)
        kinship = sum(map(mul, meaning, phrasings.centroid)) / CENTROID_LENGTH
        score += SIMILARITY * similarity + COVERAGE * coverage + self._kinship * kinship
        return Candidate(label, score, number, similarity, coverage, kinship)

    def _meaning(self, words: Mapping[str, float]) -> list[float]:
        """The direction of the question's word vectors together, of length one; all zeros where no word has one."""
        weighted = [(weight, vector) for word, weight in words.items() if (vector := self._vectors.get(word))]
        return of_length(sum_of_vectors(weighted, self._vectors.dimensions), 1.0)
