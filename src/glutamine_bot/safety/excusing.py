"""What makes a sign harmless where it stands: an idiom, a negation, a question about it, the past, a story."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable
from itertools import pairwise

from glutamine_bot.safety.reading import Reading
from glutamine_bot.safety.spans import Span, Spans

_NEGATION_REACH = 7
"""Tokens that are looked back over for the negation of a sign."""


class Excuser:
    """Judges the signs of one line.

    An excuse reaches no further than its own clause, so that one elsewhere in a ramble hides nothing.
    """

    def __init__(self, reading: Reading, spans: Spans, fillers: frozenset[str]) -> None:
        self._reading = reading
        self._spans = spans
        self._fillers = fillers
        self._starts = self._clause_starts()
        self._idioms = spans.of("idioms")
        self._carried = {index for start, end in spans.of("carriers") for index in range(start, end)}
        self._negated = {end: start for start, end in spans.of("negations")}
        self._revived = bool(spans.of("revivals"))
        self._personal = spans.of("subjects")
        self._joiners = {start for start, _ in spans.of("joiners")}
        self._found: dict[tuple[str, Span], list[Span]] = {}

    def standing(self, group: str) -> list[Span]:
        """The spans of a group that nothing excuses."""
        return [span for span in self._spans.of(group) if not self.excuses(span)]

    def excuses(self, sign: Span) -> bool:
        """Whether a sign is harmless here."""
        if any(overlap(sign, idiom) for idiom in self._idioms):
            return True
        return self._is_negated(sign) or self._is_framed(sign)

    def _is_framed(self, sign: Span) -> bool:
        """Whether the sign's clause asks about such signs, tells of the past, or tells a story."""
        clause = self._clause(sign)
        if self._within("recent", clause):
            return False
        if self._within("past", clause) or self._within("fiction", clause) or self._is_recalled(clause):
            return True
        if self._revived or self._within("acute", clause):
            return False
        if any(start <= sign[0] + 1 for start, _ in self._within("about", clause)):
            return True
        return not _any_in(self._personal, (sign[0] - _OWNER_REACH, sign[1])) and bool(self._within("remarks", clause))

    def _is_recalled(self, clause: Span) -> bool:
        """Whether a clause in the past tense belongs to a sentence that tells of the past."""
        if not self._within("past_tense", clause) or self._within("present_tense", clause):
            return False
        hard = self._reading.hard
        start = max((index for index in hard if index <= clause[0]), default=0)
        end = min((index for index in hard if index >= clause[1]), default=len(self._reading.tokens))
        return bool(self._within("past", (start, end)))

    def _within(self, group: str, clause: Span) -> list[Span]:
        found = self._found.get((group, clause))
        if found is None:
            found = [span for span in self._spans.of(group) if clause[0] <= span[0] < clause[1]]
            self._found[group, clause] = found
        return found

    def _is_negated(self, sign: Span) -> bool:
        """Whether "no", "never" or the like stands right before the sign, or before others that "or" joins to it."""
        if self._within("unnegated", self._clause(sign)):
            return False
        joined = False
        for index in range(sign[0], max(0, sign[0] - _NEGATION_REACH), -1):
            if index in self._negated:
                return True
            if index in self._reading.hard or (index in self._reading.soft and not joined):
                return False
            before = index - 1
            joined = joined or self._is_joiner(before)
            if not joined and before not in self._carried and not self._is_filler(before):
                return False
        return False

    def _is_joiner(self, index: int) -> bool:
        return index in self._joiners

    def _is_filler(self, index: int) -> bool:
        return not self._fillers.isdisjoint(self._reading.tokens[index])

    def _clause(self, sign: Span) -> Span:
        """The clause that a sign starts in, up to the end of the one that it ends in."""
        starts = self._starts
        first = bisect_right(starts, sign[0]) - 1
        last = bisect_right(starts, sign[1] - 1)
        return starts[first], starts[last] if last < len(starts) else len(self._reading.tokens)

    def _clause_starts(self) -> list[int]:
        """Where clauses start: after punctuation and at words such as "but".

        What stands between commas without a subject of its own, as in a list, goes on with the clause before it.
        """
        reading = self._reading
        subjects = [start for start, _ in self._spans.of("subjects")]
        starts = {0, *reading.hard, *(start for start, _ in self._spans.of("breaks"))}
        edges = sorted({*starts, *reading.soft, len(reading.tokens)})
        for edge, following in pairwise(edges):
            place = bisect_left(subjects, edge)
            if edge in reading.soft and place < len(subjects) and subjects[place] < following:
                starts.add(edge)
        return sorted(start for start in starts if start < max(1, len(reading.tokens)))


_OWNER_REACH = 2
"""Tokens before a sign in which "my" or "he" makes it somebody's own."""


def overlap(first: Span, second: Span) -> bool:
    """Whether two spans share a token."""
    return first[0] < second[1] and second[0] < first[1]


def _any_in(spans: Iterable[Span], outer: Span) -> bool:
    return any(outer[0] <= start and end <= outer[1] for start, end in spans)
