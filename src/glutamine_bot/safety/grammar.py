"""All patterns of a set of named groups, compiled: finding every one of them in a line at once.

It is plain text, of which a rule is read when a line first has a word for it: most starts meet few of the thousands.
Entries are apart by commas, which no pattern can have in it.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Any, Self

from glutamine_bot.domain.values import contents, frozen, names_of
from glutamine_bot.safety.spans import Element, Measures, Rule, Span, Spans


@frozen
class CompiledPatterns:
    """What a grammar is made of; lists are texts, so that they load at once.

    `words` are all that a pattern names and `owners` the groups that each alone belongs to. `symbols` (words or groups)
    each have in `anchored` the numbers of the rules that are looked at where it occurs, each rule under its least used
    element. A rule has an entry in `levels`, `groups` and `elements`. `empty` are the groups without a pattern, and
    `within` the groups that hold each; `foreign` the words that only patterns in other languages name. `height` is the
    highest level.
    """

    words: str
    owners: str
    symbols: str
    anchored: str
    levels: str
    groups: str
    elements: str
    empty: str
    within: str
    foreign: str
    height: int

    def to_data(self) -> dict[str, Any]:
        """The patterns as plain data."""
        return dict(zip(names_of(self), contents(self), strict=True))


def elements_text(elements: Iterable[Element]) -> str:
    """The elements of a rule apart by blanks, each its gap and then its symbols."""
    return " ".join("|".join((str(element.gap), *element.symbols)) for element in elements)


def _element_of(text: str) -> Element:
    gap, *symbols = text.split("|")
    return Element(tuple(symbols), int(gap))


class Grammar:
    """Finds words and groups in lines."""

    __slots__ = (
        "_anchored",
        "_elements",
        "_groups",
        "_height",
        "_levels",
        "_owners",
        "_ready",
        "_rules",
        "_within",
        "foreign",
    )

    def __init__(self, compiled: CompiledPatterns) -> None:
        self._owners = _table(compiled.words, compiled.owners)
        self._anchored = _table(compiled.symbols, compiled.anchored)
        self._levels = compiled.levels.split(",")
        self._groups = compiled.groups.split(",")
        self._elements = compiled.elements.split(",")
        self._within = _table(compiled.empty, compiled.within)
        self._height = compiled.height
        self._rules: dict[str, Rule] = {}  # those that were needed so far, by number
        self._ready: dict[str, tuple[Rule, ...]] = {}  # and by symbol
        self.foreign = frozenset(compiled.foreign.split(","))

    @classmethod
    def from_data(cls, data: Mapping[str, Any]) -> Self:
        """The grammar of what `CompiledPatterns.to_data` gave."""
        return cls(CompiledPatterns(**data))

    @property
    def words(self) -> Iterable[str]:
        """Every word that a pattern names."""
        return self._owners.keys()

    def groups_of(self, word: str) -> list[str]:
        """The groups that a word belongs to by itself."""
        return self._owners.get(word, "").split()

    def find(
        self, tokens: Sequence[tuple[str, ...]], measures: Measures, others: Iterable[tuple[str, Span]] = ()
    ) -> Spans:
        """The spans of every word and group in a line.

        A token is the words that it may stand for. `others` are spans of groups that were found by other means.
        """
        found = Spans(measures)
        pending: list[dict[int, Rule]] = [{} for _ in range(self._height + 1)]
        for name, span in others:
            for group in self._within[f"<{name}>"].split():
                self._add(group, span, found, pending)
        for index, token in enumerate(tokens):
            span = (index, index + 1)
            for word in token:
                self._add(word, span, found, pending)
                for group in self.groups_of(word):
                    self._add(group, span, found, pending)
        for rules in pending:
            for rule in list(rules.values()):
                for span in found.match(rule):
                    for group in rule.groups:
                        self._add(group, span, found, pending)
        return found

    def _add(self, symbol: str, span: Span, found: Spans, pending: list[dict[int, Rule]]) -> None:
        if found.add(symbol, span):
            for rule in self._anchored_at(symbol):
                pending[rule.level][id(rule)] = rule

    def _anchored_at(self, symbol: str) -> tuple[Rule, ...]:
        ready = self._ready.get(symbol)
        if ready is None:
            ready = self._ready[symbol] = tuple(map(self._rule, self._anchored.get(symbol, "").split()))
        return ready

    def _rule(self, number: str) -> Rule:
        """The rule of a number, always the same value."""
        rule = self._rules.get(number)
        if rule is None:
            place = int(number)
            elements = tuple(map(_element_of, self._elements[place].split(" ")))
            rule = Rule(elements, tuple(self._groups[place].split(" ")), int(self._levels[place]))
            self._rules[number] = rule
        return rule


def _table(keys: str, values: str) -> dict[str, str]:
    return dict(zip(keys.split(","), values.split(","), strict=True)) if keys else {}
