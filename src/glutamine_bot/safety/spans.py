"""Where in a line the words and groups of patterns stand, and how far apart."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from glutamine_bot.domain.values import frozen

Span = tuple[int, int]
"""Tokens from the first to before the second."""

MAX_SPANS = 400
"""Spans of one group in one line beyond this are not followed: it bounds the work on hostile lines."""


class Element(NamedTuple):
    """One place of a pattern: what may stand in it, and how many other words before it."""

    symbols: tuple[str, ...]
    gap: int


class Rule(NamedTuple):
    """A pattern of more than one element, and the groups that it belongs to."""

    elements: tuple[Element, ...]
    groups: tuple[str, ...]
    level: int


@frozen
class Measures:
    """How far apart the tokens of a line are, with an entry for each token and one for the end.

    `before` counts the words up to a token, with what the punctuation before it adds; `after` leaves that out;
    `barrier` counts the negations.
    """

    before: Sequence[int]
    after: Sequence[int]
    barrier: Sequence[int]


class Spans:
    """Where the words and groups of a line are."""

    def __init__(self, measures: Measures) -> None:
        self._measures = measures
        self._spans: dict[str, dict[Span, None]] = {}

    def add(self, symbol: str, span: Span) -> bool:
        """Notes a span of a symbol; true where it is the symbol's first."""
        spans = self._spans.get(symbol)
        if spans is None:
            self._spans[symbol] = {span: None}
            return True
        if len(spans) < MAX_SPANS:
            spans[span] = None
        return False

    def of(self, group: str) -> list[Span]:
        """The spans of a group, given by its bare name, in order."""
        spans = self._spans.get(f"<{group}>")
        return sorted(spans) if spans else []

    def groups(self) -> list[str]:
        """The bare names of the groups that have a span."""
        return [symbol[1:-1] for symbol in self._spans if symbol[0] == "<"]

    def match(self, rule: Rule) -> Iterable[Span]:
        """The spans that a rule matches."""
        ends = self._anywhere(rule.elements[0])
        for element in rule.elements[1:]:
            if not ends:
                return ()
            ends = self._followed(ends, element)
        return ends

    def _anywhere(self, element: Element) -> list[Span]:
        symbols = element.symbols
        if len(symbols) == 1:
            return list(self._spans.get(symbols[0], ()))
        return list(dict.fromkeys(span for symbol in symbols for span in self._spans.get(symbol, ())))

    def _followed(self, spans: list[Span], element: Element) -> list[Span]:
        """The spans lengthened by what stands in the next place."""
        following = sorted(self._anywhere(element))
        if not following:
            return []
        before, after, barrier = self._measures.before, self._measures.after, self._measures.barrier
        longer: dict[Span, None] = {}
        for start, end in spans:
            reach = after[end] + element.gap
            for index in range(bisect_left(following, (end, 0)), len(following)):
                begin, stop = following[index]
                if before[begin] > reach:
                    break
                if barrier[begin] == barrier[end]:
                    longer[(start, stop)] = None
            if len(longer) > MAX_SPANS:
                break
        return list(longer)
