"""Patterns of words: reading them, and compiling them into what finds all of them in a line at once.

A pattern is elements apart by spaces: "<cannot> .. breathe+|breath". An element is a word, a named group in angle
brackets, or several of these with "|" between them, where "_" joins words that are one alternative ("faint|pass_out").
A word with "+" stands for its regular inflections too. Between elements nothing but fillers may stand; ".." lets a few
other words in, "..." some more, but never a negation, nor the end of a sentence. Groups may use other groups, but not
themselves.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from functools import cache

from glutamine_bot.language.normalizing import fold
from glutamine_bot.safety.grammar import CompiledPatterns, elements_text
from glutamine_bot.safety.spans import Element, Rule

GAPS = {"..": 3, "...": 6}
"""How many words that are no fillers may stand where a pattern has dots."""


_ELEMENT = re.compile(r"(?:<\w+>|[\w'’-]+\+?)(?:\|(?:<\w+>|[\w'’-]+\+?))*")
"""Alternatives, each a word (or several joined by "_"), perhaps with its inflections, or a group."""


class PatternError(ValueError):
    """A pattern that cannot be read, or that uses a group which does not exist or contains itself."""


_Parsed = dict[str, list[tuple[Element, ...]]]
"""The patterns of every group, each as its elements."""


def inflections(word: str) -> tuple[str, ...]:
    """A regular verb or noun with its forms in -s, -ed and -ing."""
    if word.endswith("e"):
        return word, word + "s", word + "d", word[:-1] + "ing"
    if word.endswith("y") and word[-2:-1] not in "aeiou":
        return word, word[:-1] + "ies", word[:-1] + "ied", word + "ing"
    plural = "es" if word.endswith(("s", "x", "z", "ch", "sh")) else "s"
    return word, word + plural, word + "ed", word + "ing"


@cache
def _element(text: str, gap: int) -> Element:
    symbols: list[str] = []
    for part in text.split("|"):
        if part.endswith("+"):
            symbols.extend(inflections(part[:-1]))
        elif "_" in part and not is_group(part):
            symbols.append(f"<~{part}>")
        else:
            symbols.append(part)
    if not all(symbols):
        raise PatternError(f"“{text}” has an empty alternative")
    return Element(tuple(symbols), gap)


def _joined(parsed: _Parsed) -> _Parsed:
    """A group for every alternative of several words, named like it."""
    distinct = {id(element): element for patterns in parsed.values() for elements in patterns for element in elements}
    return {
        symbol: [tuple(_element(word, 0) for word in symbol.strip("<~>").split("_"))]
        for element in distinct.values()
        for symbol in element.symbols
        if symbol.startswith("<~")
    }


def parse(pattern: str) -> tuple[Element, ...]:
    """The elements of a pattern; raises PatternError where it has none or dots at an end."""
    elements: list[Element] = []
    gap = 0
    for part in (pattern if pattern.isascii() else fold(pattern)).split():
        if part in GAPS:
            if gap:
                raise PatternError(f"“{pattern}” has dots after dots")
            gap = GAPS[part]
        elif not _ELEMENT.fullmatch(part):
            raise PatternError(f"“{part}” is no word, nor words with | between them or a group in <angle brackets>")
        else:
            elements.append(_element(part, gap))
            gap = 0
    if not elements or gap or elements[0].gap:
        raise PatternError(f"“{pattern}” needs words on both sides of its dots")
    return tuple(elements)


def is_group(symbol: str) -> bool:
    """Whether a symbol names a group rather than a word."""
    return symbol.startswith("<")


def compiled(groups: Mapping[str, Iterable[str]], foreign: Iterable[str] = ()) -> CompiledPatterns:
    """The patterns of named groups, ready to be found; `foreign` names the groups in other languages.

    Raises PatternError for a pattern that cannot be read or used, or a group whose name has a blank or a comma in it.
    """
    for name in groups:
        if len(name.split()) != 1 or "," in name:
            raise PatternError(f"a group cannot be called “{name}”")
    parsed = {f"<{name}>": [parse(pattern) for pattern in patterns] for name, patterns in groups.items()}
    parsed.update(_joined(parsed))
    levels = _Levels(parsed)
    rules = [
        Rule(elements, levels.above(group), levels.of_rule(elements))
        for group, patterns in parsed.items()
        for elements in patterns
        if len(elements) > 1
    ]
    words = _words(parsed, levels, rules)
    anchors = _anchors(rules)
    empty = [group for group, patterns in parsed.items() if not patterns]
    return CompiledPatterns(
        words=",".join(words),
        owners=",".join(map(" ".join, words.values())),
        symbols=",".join(anchors),
        anchored=",".join(" ".join(map(str, numbers)) for numbers in anchors.values()),
        levels=",".join(str(rule.level) for rule in rules),
        groups=",".join(" ".join(rule.groups) for rule in rules),
        elements=",".join(elements_text(rule.elements) for rule in rules),
        empty=",".join(empty),
        within=",".join(" ".join(levels.above(group)) for group in empty),
        foreign=",".join(sorted(_words_only_of({f"<{name}>" for name in foreign}, parsed) & words.keys())),
        height=levels.height,
    )


def _words_only_of(groups: set[str], parsed: _Parsed) -> set[str]:
    """The symbols that no other groups' patterns than these name."""
    inside, outside = set[str](), set[str]()
    for group, patterns in parsed.items():
        if not group.startswith("<~"):
            names = inside if group in groups else outside
            names.update(symbol for elements in patterns for element in elements for symbol in element.symbols)
    return inside - outside


def _words(parsed: _Parsed, levels: _Levels, rules: Iterable[Rule]) -> dict[str, tuple[str, ...]]:
    """Every word of a pattern with the groups that it alone belongs to."""
    found: dict[str, dict[str, None]] = {}
    for group, patterns in parsed.items():
        above = dict.fromkeys(levels.above(group))
        for elements in patterns:
            for symbol in elements[0].symbols if len(elements) == 1 else ():
                if not is_group(symbol):
                    found.setdefault(symbol, {}).update(above)
    words = {word: tuple(owners) for word, owners in found.items()}
    for rule in rules:
        for element in rule.elements:
            for symbol in element.symbols:
                if symbol not in words and not is_group(symbol):
                    words[symbol] = ()
    return words


def _anchors(rules: Sequence[Rule]) -> dict[str, list[int]]:
    """Every rule's number under the symbols of its element that is used least, so is likely to be seldom in a line."""
    uses: dict[str, int] = {}
    for rule in rules:
        for element in rule.elements:
            for symbol in element.symbols:
                uses[symbol] = uses.get(symbol, 0) + 1
    common: dict[int, int] = {}  # how much the symbols of an element are used, by the element's identity
    anchored: dict[str, list[int]] = {}
    for number, rule in enumerate(rules):
        for element in rule.elements:
            if id(element) not in common:
                common[id(element)] = sum([uses[symbol] for symbol in element.symbols])
        anchor = min(rule.elements, key=lambda element: common[id(element)])
        for symbol in anchor.symbols:
            anchored.setdefault(symbol, []).append(number)
    return anchored


class _Levels:
    """In what order groups are found: each after those that its patterns use."""

    def __init__(self, parsed: Mapping[str, list[tuple[Element, ...]]]) -> None:
        self.parsed = parsed
        self._level: dict[str, int] = {}
        self._above: dict[str, tuple[str, ...]] = {}
        self._used: dict[int, list[str]] = {}  # the groups that an element uses, by its identity
        self._holders: dict[str, list[str]] = {}
        for group, patterns in parsed.items():
            for elements in patterns:
                for symbol in elements[0].symbols if len(elements) == 1 else ():
                    if is_group(symbol):
                        self._holders.setdefault(symbol, []).append(group)
        self.height = max((self._find(group, ()) for group in parsed), default=0)

    def _find(self, group: str, within: tuple[str, ...]) -> int:
        if group in within:
            raise PatternError(f"{group} contains itself")
        if group not in self.parsed:
            raise PatternError(f"there is no group {group}, which {within[-1] if within else 'a rule'} uses")
        level = self._level.get(group)
        if level is None:
            used = dict.fromkeys(
                symbol for elements in self.parsed[group] for element in elements for symbol in self._groups_in(element)
            )
            level = 1 + max((self._find(symbol, (*within, group)) for symbol in used), default=0)
            self._level[group] = level
        return level

    def of_rule(self, elements: tuple[Element, ...]) -> int:
        """The level at which a pattern can be matched: above all groups that it uses."""
        used = [self._level[symbol] for element in elements for symbol in self._groups_in(element)]
        return max(used, default=0)

    def _groups_in(self, element: Element) -> list[str]:
        used = self._used.get(id(element))
        if used is None:
            used = self._used[id(element)] = [symbol for symbol in element.symbols if is_group(symbol)]
        return used

    def above(self, group: str) -> tuple[str, ...]:
        """The group and all that hold it as a pattern of its own."""
        found = self._above.get(group)
        if found is None:
            names = dict.fromkeys([group])
            for holder in self._holders.get(group, ()):
                names.update(dict.fromkeys(self.above(holder)))
            found = self._above[group] = tuple(names)
        return found
