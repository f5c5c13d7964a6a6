"""Spelling correction against a known vocabulary.

Distances are optimal string alignment (Damerau-Levenshtein without overlapping edits), so
that two letters swapped count as one slip, the commonest there is.
"""

from __future__ import annotations

from collections.abc import Container, Mapping
from math import log

from glutamine_bot.domain.values import frozen

MIN_LENGTH = 3
"""Shorter words are not corrected: most of their neighbours at one edit are words too."""

MIN_MEANT = 4
"""Nor is any word taken for one shorter than this."""

MIN_SIMILARITY = 0.7
"""Least similarity, 1 - edits / length of the longer word; 0.7 allows two edits in seven letters."""

MAX_LENGTH = 32
"""Longer words are no slips of the pen; they are left alone."""

# What speaks for a correction, in edits: slips seldom hit the first letter, and most mistyped words are common ones.
_SAME_START = 0.3
_PER_LOG_COUNT = 0.2


@frozen
class Correction:
    """A word that was replaced: what was typed, what was taken for it, their similarity in 0..1."""

    typed: str
    meant: str
    similarity: float


class SpellingCorrector:
    """Finds the known words that a typed word may be a slip of.

    `vocabulary` maps folded words (see `normalizing.words`) to how often they occur. Words in `accepted`, such as
    those of a general dictionary, are right as they are though the vocabulary lacks them.
    """

    __slots__ = ("_accepted", "_by_length", "_known", "_remembered")

    def __init__(self, vocabulary: Mapping[str, int], accepted: Container[str] = ()) -> None:
        self._known = vocabulary
        self._accepted = accepted
        self._by_length: dict[int, list[str]] = {}  # filled for the first unknown word
        self._remembered: dict[str, tuple[Correction, ...]] = {}

    def __contains__(self, word: object) -> bool:
        return word in self._known

    def correct(self, word: str) -> Correction | None:
        """The likeliest correction of an unknown word; None where it is known, accepted or like no other."""
        return next(iter(self.candidates(word)), None)

    def candidates(self, word: str, limit: int = 3) -> tuple[Correction, ...]:
        """The likely corrections of a word, best first, at most `limit`; none for a word that needs none."""
        if word in self._known or not MIN_LENGTH <= len(word) <= MAX_LENGTH or word.isdigit():
            return ()
        if word in self._accepted:
            return ()
        found = self._remembered.get(word)
        if found is None:
            if len(self._remembered) >= _REMEMBERED:
                self._remembered.clear()
            found = self._remembered[word] = self._search(word)
        return found[:limit]

    def split(self, word: str) -> tuple[str, str] | None:
        """The two known words that were run together in an unknown one ("sideeffects"), if any."""
        if word in self._known or word in self._accepted or not 2 * _MIN_PART <= len(word) <= MAX_LENGTH:
            return None
        for cut in range(_MIN_PART, len(word) - _MIN_PART + 1):
            if word[:cut] in self._known and word[cut:] in self._known:
                return word[:cut], word[cut:]
        return None

    def _search(self, word: str) -> tuple[Correction, ...]:
        from rapidfuzz import process  # here, since most questions have no slip and this takes long to load
        from rapidfuzz.distance import OSA

        if not self._by_length:
            self._sort_by_length()
        reach = max(1, int(len(word) * (1 - MIN_SIMILARITY) / MIN_SIMILARITY))
        found: list[Correction] = []
        for length in range(len(word) - reach, len(word) + reach + 1):
            near = process.extract(
                word,
                self._by_length.get(length, ()),
                scorer=OSA.normalized_similarity,
                score_cutoff=MIN_SIMILARITY,
                limit=_KEPT_A_LENGTH,
            )
            found.extend(Correction(word, meant, similarity) for meant, similarity, _ in near)
        found.sort(key=self._cost)
        return tuple(found[:_KEPT])

    def _sort_by_length(self) -> None:
        for word in sorted(self._known):
            if MIN_MEANT <= len(word) <= MAX_LENGTH:
                self._by_length.setdefault(len(word), []).append(word)

    def _cost(self, correction: Correction) -> tuple[float, str]:
        """Sorting key, the likeliest first: edits, less what speaks for the word; equals by alphabet."""
        typed, meant = correction.typed, correction.meant
        edits = round((1 - correction.similarity) * max(len(typed), len(meant)))
        prior = _PER_LOG_COUNT * log(1 + self._known[meant])
        return edits - prior - (_SAME_START if typed[0] == meant[0] else 0.0), meant


_KEPT = 3
_KEPT_A_LENGTH = 8
_MIN_PART = 3
_REMEMBERED = 4_000
