"""The matcher in the shape that the benchmarks ask for; it adds nothing to it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from glutamine_bot.domain.match import Answer
from glutamine_bot.matching.matcher import IntentMatcher


class BenchmarkMatcher:
    """`IntentMatcher` behind `build`, `rank`, `best` and `answer`."""

    __slots__ = ("_matcher",)

    def build(self, entries: Mapping[str, Sequence[str]]) -> None:
        """Builds the matcher from label to phrasings."""
        self._matcher = IntentMatcher.build(entries)

    def rank(self, query: str, k: int) -> list[tuple[str, float]]:
        """The k likeliest labels with their confidence, best first."""
        return [(match.label, match.confidence) for match in self._matcher.rank(query, k)]

    def best(self, query: str) -> tuple[str, float]:
        """The likeliest label with its confidence; ("", 0.0) where there is none."""
        return next(iter(self.rank(query, 1)), ("", 0.0))

    def answer(self, query: str) -> str | None:
        """The label that the matcher decides to answer, if it does."""
        decision = self._matcher.decide(query)
        return decision.match.label if isinstance(decision, Answer) else None
