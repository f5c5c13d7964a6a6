"""What is sound of a text that is no YAML as a whole: entry by entry, and key by key within a broken one.

So a slip costs its own entry and no more, every further slip of the file is found in the same run, and nobody is told
that what refers to the rest of the file refers to nothing.
"""

import re
from collections.abc import Callable, Iterator
from itertools import chain, pairwise

from glutamine_bot.domain.errors import Fault
from glutamine_bot.domain.values import frozen
from glutamine_bot.knowledge.nodes import Faults, Lost, Node, Place, Scalar, Sequence, Table
from glutamine_bot.knowledge.syntax import MISPLACED, SECOND_DOCUMENT, WITHOUT_COLON

DEEPEST = 3
"""Levels of keys that are looked into: source, section, fact."""

_START = re.compile(
    r"""
    (?P<indent>[ ]*)
    (?: -(?:\s|$)  # an entry of a list
    |   (?P<key> "[^"\n]*" | '[^'\n]*' | [^\s#"'\[\]{},&*!|>%@`-][^#\n]*? ) :(?=\s|$)  (?P<alone>\s*(?:\#.*)?$)? )
    """,
    re.VERBOSE,
)
"""What begins an entry; `alone` matches where nothing stands behind the key."""

_WORD = re.compile(r"[\w.-]+")
_DOCUMENT_MARKS = frozenset({"---", "..."})


class UnreadableError(Exception):
    """A text that is no YAML; `fault` says where and why."""

    def __init__(self, fault: Fault) -> None:
        self.fault = fault


LineOf = Callable[[int], int]
"""From the number of a line in a text (from 0) to its number in the file (from 1)."""

Parse = Callable[[str, LineOf, Faults], Node]
"""Reads a text, or raises UnreadableError."""


def words_of(text: str) -> frozenset[str]:
    """All words of a text that may be an id."""
    return frozenset(word.strip(".-") for word in _WORD.findall(text))


def salvaged(path: str, text: str, fault: Fault, parse: Parse, faults: Faults) -> tuple[Node, frozenset[str]]:
    """The sound parts of a text that has this fault as a whole, and the words of all others; adds what is wrong."""
    salvager = _Salvager(path, text, parse, faults)
    node = salvager.read(_Part((), 0, len(salvager.lines)), fault)
    return node, frozenset(salvager.lost)


@frozen
class _Part:
    """The lines from `start` to `end` (exclusive), which stand below the keys in the lines `heads`."""

    heads: tuple[int, ...]
    start: int
    end: int


class _Salvager:
    def __init__(self, path: str, text: str, parse: Parse, faults: Faults) -> None:
        self.path = path
        self.lines = text.split("\n")
        self.parse = parse
        self.faults = faults
        self.lost: set[str] = set()
        self._join_documents()

    def _join_documents(self) -> None:
        """Take out the marks between documents; each but one at the very beginning is a fault."""
        begun = False
        for number, line in enumerate(self.lines):
            if line.rstrip() not in _DOCUMENT_MARKS:
                begun = begun or (bool(line.strip()) and not line.startswith(("#", "%")))
                continue
            if begun:
                self.faults.add(Place(self.path, number + 1, 1).fault("syntax", *SECOND_DOCUMENT))
            self.lines[number] = ""

    def read(self, part: _Part, fault: Fault) -> Node:
        """What is sound of a part that has this fault."""
        parts = list(self._parts(part))
        if not parts:
            self.faults.add(fault)
            return self._lost(part)
        nodes: list[Node] = []
        whole = True
        for inner in parts:
            found = Faults()
            try:
                nodes.append(self._parsed(inner, found))
            except UnreadableError as unreadable:
                whole = False
                nodes.append(self.read(inner, unreadable.fault))
            else:
                self.faults.take(found)
        told = len(self.faults.found())
        node = self._joined(nodes)
        if whole and len(self.faults.found()) == told:
            self.faults.add(fault)
        return node

    def _parts(self, part: _Part) -> Iterator[_Part]:
        """The entries of a part, or what stands below its one key; none where it cannot be divided."""
        starts = [(line, found) for line in range(part.start, part.end) if (found := _START.match(self.lines[line]))]
        outer = min((len(found["indent"]) for _, found in starts), default=0)
        places = [line for line, found in starts if len(found["indent"]) == outer]
        if places and any(_says_something(line) for line in self.lines[part.start : places[0]]):
            places.insert(0, part.start)
        if len(places) > 1:
            yield from (_Part(part.heads, *ends) for ends in pairwise((*places, part.end)))
        elif (
            places
            and len(part.heads) < DEEPEST
            and dict(starts)[places[0]]["alone"] is not None
            and places[0] + 1 < part.end  # nothing need stand below: to YAML, U+2028 ends a line as well
        ):
            yield _Part((*part.heads, places[0]), places[0] + 1, part.end)

    def _parsed(self, part: _Part, faults: Faults) -> Node:
        """What the lines of a part hold below its heads."""
        kept = (*part.heads, *range(part.start, part.end))
        text = "\n".join(self.lines[line] for line in kept)
        return self.parse(text, lambda line: kept[min(line, len(kept) - 1)] + 1, faults)

    def _lost(self, part: _Part) -> Node:
        """The place of a part that cannot be read, below its heads."""
        words = words_of("\n".join(self.lines[part.start : part.end]))
        self.lost |= words
        found = _START.match(self.lines[part.start])
        node: Node = Lost(Place(self.path, part.start + 1, 1), words)
        if found and found["key"]:
            node = self._below(part.start, node)
        elif found:
            node = Sequence(node.place, (node,))
        for head in reversed(part.heads):
            node = self._below(head, node)
        return node

    def _below(self, line: int, node: Node) -> Table:
        found = _START.match(self.lines[line])
        place = Place(self.path, line + 1, len(found["indent"]) + 1 if found else 1)
        key = found["key"].strip("\"'") if found and found["key"] else ""
        return Table(place, ((Scalar(place, key, plain=True), node),))

    def _joined(self, nodes: list[Node]) -> Node:
        """Parts of one document put together again: what stands below the same key, and the entries of a list.

        What is of another sort than the first of them, which is no text, is lost.
        """
        first = next((node for node in nodes if isinstance(node, Table | Sequence)), nodes[0])
        if isinstance(first, Sequence):
            items = (node.items if isinstance(node, Sequence) else (self._astray(node),) for node in nodes)
            return Sequence(first.place, tuple(chain.from_iterable(items)))
        if isinstance(first, Table):
            return Table(first.place, tuple(distinct(self._entries(nodes), self.faults, self.lost)))
        return first

    def _entries(self, nodes: list[Node]) -> Iterator[tuple[Scalar, Node]]:
        """The entries of the parts of a mapping; what has no key there is lost, under no name."""
        values: dict[Place, tuple[Scalar, list[Node]]] = {}
        for node in nodes:
            if isinstance(node, Table):
                for key, value in node.entries:
                    values.setdefault(key.place, (key, []))[1].append(value)
            else:
                values[node.place] = (Scalar(node.place, "", plain=True), [self._astray(node)])
        for key, parts in values.values():
            yield key, self._joined(parts)

    def _astray(self, node: Node) -> Lost:
        """A part that has no place among the others."""
        if isinstance(node, Scalar) and node.text:
            self.faults.add(node.place.fault("syntax", *WITHOUT_COLON))
        elif isinstance(node, Sequence | Table):
            self.faults.add(node.place.fault("syntax", *MISPLACED))
        words = frozenset(_words_in(node))
        self.lost |= words
        return Lost(node.place, words)


def _says_something(line: str) -> bool:
    return bool(line.strip()) and not line.lstrip().startswith("#")


def distinct(entries: Iterator[tuple[Scalar, Node]], faults: Faults, lost: set[str]) -> Iterator[tuple[Scalar, Node]]:
    """The entries of a mapping without those whose key stood there before: these are faults, their words are lost."""
    lines: dict[str, int] = {}
    for key, value in entries:
        if key.text in lines:
            message = f"the key {key.text!r} stands here twice (first in line {lines[key.text]})"
            faults.add(key.place.fault("duplicate-key", message, "rename or join them"))
            lost.update(_words_in(value))
        else:
            lines[key.text] = key.place.line
            yield key, value


def _words_in(node: Node) -> Iterator[str]:
    match node:
        case Scalar(text=text):
            yield from words_of(text)
        case Sequence(items=items):
            for item in items:
                yield from _words_in(item)
        case Table(entries=entries):
            for key, value in entries:
                yield key.text
                yield from _words_in(value)
        case Lost(words=words):
            yield from words
