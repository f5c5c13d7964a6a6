"""The fuzzy intent matcher: which label a question asks for, and how sure that is."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from heapq import nlargest
from typing import Any, Self

from glutamine_bot.domain.match import Decision, Match
from glutamine_bot.matching.building import build_index
from glutamine_bot.matching.confidence import decide, probabilities
from glutamine_bot.matching.evidence import explain
from glutamine_bot.matching.features import FeatureExtractor
from glutamine_bot.matching.index import Index
from glutamine_bot.matching.reading import Reader, Term
from glutamine_bot.matching.nearest import Phrasings
from glutamine_bot.matching.scoring import scorer_for
from glutamine_bot.matching.vectors import WordVectors
from glutamine_bot.matching.vocabulary import Vocabulary

CONSIDERED = 24
COMPARED = 6
NEAREST = 2.0


class IntentMatcher:
    """Ranks labels by how well their phrasings match a question.

    Built once from phrasings and never changed; the same question always gets the same result.
    """

    __slots__ = ("_extractor", "_index", "_phrasings", "_reader", "_scorer", "_vocabulary")

    def __init__(self, index: Index, vocabulary: Vocabulary, vectors: WordVectors) -> None:
        self._index = index
        self._vocabulary = vocabulary
        self._reader = Reader(index.counts, vocabulary, vectors)
        self._extractor = FeatureExtractor(index.idf, len(index.labels))
        self._scorer = scorer_for(index, vectors)
        self._phrasings = Phrasings(index)

    @classmethod
    def build(cls, phrasings: Mapping[str, Sequence[str]], vocabulary: Vocabulary | None = None) -> Self:
        """The matcher of labels and their phrasings. Raises ValueError where no label has a phrasing."""
        vocabulary = vocabulary or Vocabulary()
        vectors = WordVectors()
        return cls(build_index(phrasings, vocabulary, vectors), vocabulary, vectors)

    def rank(self, query: str, k: int = 5) -> tuple[Match, ...]:
        """The k likeliest labels, best first, all distinct."""
        terms = self._reader.read(query)
        scored = self._scorer.best(self._extractor.extract(terms), max(k, CONSIDERED))
        asked = {term.stem: self._extractor.idf(term.stem) ** 2 for term in terms}
        found = [
            (label, score, *self._phrasings.of(label).nearest(asked)) for label, score in scored[: max(k, COMPARED)]
        ]
        found = sorted(found, key=lambda item: item[1] + NEAREST * item[3], reverse=True)
        p = probabilities([s + NEAREST*n for _, s, _, n in found] + [s for _,s in scored[len(found):]])
        return tuple(self._match(label, p[i], terms, number, near) for i, (label, _, number, near) in enumerate(found[:k]))

    def decide(self, query: str) -> Decision:
        """What to do with the question: answer a label, let the person choose among some, or own to knowing none."""
        return decide(self.rank(query))

    def to_data(self) -> dict[str, Any]:
        """The built matcher as lists, dicts, numbers and strings, fit for JSON; `from_data` reads it again."""
        return {
            "index": self._index.to_data(),
            "synonyms": dict(self._vocabulary.synonyms),
            "fillers": list(self._vocabulary.fillers),
        }

    @classmethod
    def from_data(cls, data: Mapping[str, Any]) -> Self:
        """The matcher that `to_data` gave. Raises ValueError where the data are of another format."""
        vocabulary = Vocabulary(data["synonyms"], tuple(data["fillers"]))
        return cls(Index.from_data(data["index"]), vocabulary, WordVectors())

    def _match(self, label: int, confidence: float, terms: list[Term], phrasing: int, similarity: float) -> Match:
        explained = self._phrasings.of(label)
        evidence = explain(terms, explained, self._index.phrasings[label][phrasing], similarity)
        return Match(self._index.labels[label], confidence, evidence)
