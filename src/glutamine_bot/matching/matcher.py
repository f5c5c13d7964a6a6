"""The fuzzy intent matcher: which label a question asks for, and how sure that is."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any, Self

from glutamine_bot.domain.match import Decision, Match
from glutamine_bot.matching.comparing import Candidate, Comparer
from glutamine_bot.matching.confidence import confidences, decide
from glutamine_bot.matching.evidence import explain
from glutamine_bot.matching.features import FeatureExtractor
from glutamine_bot.matching.index import Index
from glutamine_bot.matching.reading import Reader, Synonyms, Term, read_phrasing
from glutamine_bot.matching.scoring import scorer_for
from glutamine_bot.matching.vectors import WordVectors
from glutamine_bot.matching.vocabulary import Vocabulary

CONSIDERED = 24
"""Labels that the first scoring leaves over."""

COMPARED = 4
"""Labels whose phrasings are compared with the question, the best of those."""


class IntentMatcher:
    """Ranks labels by how well their phrasings match a question.

    Built once from phrasings and never changed; the same question always gets the same result.
    """

    __slots__ = ("_comparer", "_extractor", "_index", "_reader", "_scorer", "_synonyms")

    def __init__(self, index: Index, synonyms: Synonyms, vectors: WordVectors) -> None:
        self._index = index
        self._synonyms = synonyms
        self._reader = Reader(index.counts, synonyms, vectors)
        self._extractor = FeatureExtractor(index.idf, len(index.labels), index.kinship)
        self._scorer = scorer_for(index, vectors)
        self._comparer = Comparer(index, vectors)

    @classmethod
    def build(cls, phrasings: Mapping[str, Sequence[str]], vocabulary: Vocabulary | None = None) -> Self:
        """The matcher of labels and their phrasings. Raises ValueError where no label has a phrasing."""
        from glutamine_bot.matching.building import build_index  # not wanted where a kept index is read

        vocabulary = vocabulary or Vocabulary()
        vectors = WordVectors()
        return cls(build_index(phrasings, vocabulary, vectors), Synonyms.of(vocabulary), vectors)

    def rank(self, query: str, k: int = 5) -> tuple[Match, ...]:
        """The k likeliest labels, best first, all distinct; none for a question without a word."""
        terms = self._reader.read(query)
        if not terms:
            return ()
        features = self._extractor.extract(terms)
        scored = self._scorer.best(features, max(k, CONSIDERED))
        asked = {term.stem: self._extractor.idf(term.stem) for term in terms}
        compared = self._comparer.compare(scored[: max(k, COMPARED)], asked, features.words)
        sure = confidences(compared, [score for _, score in scored[len(compared) :]])
        return tuple(
            self._match(candidate, confidence, terms) for candidate, confidence in zip(compared[:k], sure, strict=False)
        )

    def weights(self, query: str) -> dict[str, float]:
        """The stems of a question, each with how much it tells: its inverse document frequency."""
        return {term.stem: self._extractor.idf(term.stem) for term in self._reader.read(query)}

    def decide(self, query: str) -> Decision:
        """What to do with the question: answer a label, let the person choose among some, or own to knowing none."""
        return decide(self.rank(query))

    def terms(self, phrasing: str) -> tuple[Term, ...]:
        """What a phrasing is compared by; it is taken to be written as it should be."""
        return tuple(read_phrasing(phrasing, self._synonyms))

    def knows(self, stem: str) -> bool:
        """Whether any phrasing has the stem."""
        return stem in self._index.idf

    def to_data(self) -> dict[str, Any]:
        """The built matcher as lists, dicts, numbers and strings, fit for JSON; `from_data` reads it again."""
        return {"index": self._index.to_data(), "synonyms": dict(self._synonyms.table)}

    @classmethod
    def from_data(cls, data: Mapping[str, Any]) -> Self:
        """The matcher that `to_data` gave. Raises ValueError where the data are of another format."""
        return cls(Index.from_data(data["index"]), Synonyms(data["synonyms"]), WordVectors())

    def _match(self, candidate: Candidate, confidence: float, terms: Sequence[Term]) -> Match:
        label = candidate.label
        phrasing = self._index.phrasings[label][candidate.phrasing]
        evidence = explain(terms, self._comparer.phrasings(label), phrasing, candidate.similarity)
        return Match(self._index.labels[label], confidence, evidence)
