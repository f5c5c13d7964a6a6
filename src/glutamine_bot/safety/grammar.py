"""All patterns of a set of named groups, compiled: finding every one of them in a line at once.

It is plain text, of which a rule is read when a line first has a word for it: most starts meet few of the thousands.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Any, Self

from glutamine_bot.domain.values import contents, frozen, names_of
from glutamine_bot.safety.spans import Element, Measures, Rule, Span, Spans


@frozen
class CompiledPatterns:
    """What a grammar is made of; lists are texts with an entry a line, so that they load at once.

    `words` are all that a pattern names and `owners` the groups that each alone belongs to. `symbols` (words or groups)
    each have in `anchored` the numbers of the rules that are looked at where it occurs, each rule under its least used
    element. `rules` are as `rule_text` gives them. `empty` are the groups without a pattern, and `within` the groups
    that hold each; `foreign` the words that only patterns in other languages name. `height` is the highest level.
    """

    words: str
    owners: str
    symbols: str
    anchored: str
    rules: str
    empty: str
    within: str
    foreign: str
    height: int

    def to_data(self) -> dict[str, Any]:
        """The patterns as plain data."""
        return dict(zip(names_of(self), contents(self), strict=True))


def rule_text(rule: Rule) -> str:
    """A rule as one line: level, groups and elements apart by tabs, each element its gap and then its symbols."""
    elements = " ".join("|".join((str(element.gap), *element.symbols)) for element in rule.elements)
    return f"{rule.level}\t{' '.join(rule.groups)}\t{elements}"


def _rule_of(text: str) -> Rule:
    level, groups, elements = text.split("\t")
    return Rule(tuple(map(_element_of, elements.split(" "))), tuple(groups.split()), int(level))


def _element_of(text: str) -> Element:
    gap, *symbols = text.split("|")
    return Element(tuple(symbols), int(gap))


class Grammar:
    """Finds words and groups in lines."""

    __slots__ = ("_anchored", "_height", "_owners", "_ready", "_rules", "_texts", "_within", "foreign")

    def __init__(self, compiled: CompiledPatterns) -> None:
        self._owners = _table(compiled.words, compiled.owners)
        self._anchored = _table(compiled.symbols, compiled.anchored)
        self._texts = compiled.rules.split("\n")
        self._within = _table(compiled.empty, compiled.within)
        self._height = compiled.height
        self._rules: dict[str, Rule] = {}  # those that were needed so far, by number
        self._ready: dict[str, tuple[Rule, ...]] = {}  # and by symbol
        self.foreign = frozenset(compiled.foreign.split("\n"))

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
            rule = self._rules[number] = _rule_of(self._texts[int(number)])
        return rule


def _table(keys: str, values: str) -> dict[str, str]:
    return dict(zip(keys.split("\n"), values.split("\n"), strict=True)) if keys else {}
