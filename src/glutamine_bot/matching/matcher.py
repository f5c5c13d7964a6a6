"""The fuzzy intent matcher: which label a question asks for, and how sure that is."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from heapq import nlargest
from typing import Any, Self

from glutamine_bot.domain.match import Decision, Match
from glutamine_bot.matching.building import build_index
from glutamine_bot.matching.confidence import decide
from glutamine_bot.matching.evidence import explain
from glutamine_bot.matching.features import FeatureExtractor
from glutamine_bot.matching.index import Index
from glutamine_bot.matching.reading import Reader, Term
from glutamine_bot.matching.scoring import Scorer, nearest_phrasing, probabilities
from glutamine_bot.matching.vectors import WordVectors
from glutamine_bot.matching.vocabulary import Vocabulary

SHORTLIST = 6
NEAREST = 1.0


class IntentMatcher:
    """Ranks labels by how well their phrasings match a question.

    Built once from phrasings and never changed; the same question always gets the same result.
    """

    __slots__ = ("_extractor", "_index", "_reader", "_scorer", "_vocabulary")

    def __init__(self, index: Index, vocabulary: Vocabulary, vectors: WordVectors) -> None:
        self._index = index
        self._vocabulary = vocabulary
        self._reader = Reader(index.counts, vocabulary, vectors)
        self._extractor = FeatureExtractor(index.idf, len(index.labels))
        self._scorer = Scorer(index, vectors)

    @classmethod
    def build(cls, phrasings: Mapping[str, Sequence[str]], vocabulary: Vocabulary | None = None) -> Self:
        """The matcher of labels and their phrasings. Raises ValueError where no label has a phrasing."""
        vocabulary = vocabulary or Vocabulary()
        vectors = WordVectors()
        return cls(build_index(phrasings, vocabulary, vectors), vocabulary, vectors)

    def rank(self, query: str, k: int = 5) -> tuple[Match, ...]:
        """The k likeliest labels, best first, all distinct."""
        terms = self._reader.read(query)
        scores = self._scorer.scores(self._extractor.extract(terms))
        ranked = nlargest(max(k, SHORTLIST), range(len(scores)), scores.__getitem__)
        stems = [term.stem for term in terms]
        nearest = {label: nearest_phrasing(self._index, self._extractor, label, stems) for label in ranked}
        for label in ranked:
            scores[label] += NEAREST * nearest[label][1]
        ranked.sort(key=scores.__getitem__, reverse=True)
        confidences = probabilities(scores)
        return tuple(self._match(label, confidences[label], terms, *nearest[label]) for label in ranked[:k])

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
        explained = {stem for text in self._index.read[label] for stem in text.split()}
        evidence = explain(terms, explained, self._index.phrasings[label][phrasing], similarity)
        return Match(self._index.labels[label], confidence, evidence)
