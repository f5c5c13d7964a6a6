"""The labels that a text is likest to, for those who ask for the same one after the other in a turn."""

from glutamine_bot.domain.match import Match
from glutamine_bot.matching.matcher import IntentMatcher

CONSIDERED = 8
"""Matches that are looked at."""


class Ranking:
    """Ranks texts by a matcher, and remembers the last."""

    __slots__ = ("_last", "_matcher", "_ranked")

    def __init__(self, matcher: IntentMatcher) -> None:
        self._matcher = matcher
        self._last = ""
        self._ranked: tuple[Match, ...] = ()

    def of(self, text: str) -> tuple[Match, ...]:
        """The CONSIDERED likeliest labels, best first."""
        if text != self._last:
            self._last, self._ranked = text, self._matcher.rank(text, CONSIDERED)
        return self._ranked
