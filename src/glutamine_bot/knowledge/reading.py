"""YAML text to nodes. Only what a person writes by hand is taken: no tags, anchors, aliases or deep nesting."""

import re
from collections.abc import Iterator
from typing import Any

import yaml
from yaml.events import (
    AliasEvent,
    DocumentStartEvent,
    MappingEndEvent,
    MappingStartEvent,
    ScalarEvent,
    SequenceEndEvent,
    SequenceStartEvent,
    StreamEndEvent,
)

from glutamine_bot.domain.errors import Fault
from glutamine_bot.domain.values import frozen
from glutamine_bot.knowledge.files import File
from glutamine_bot.knowledge.nodes import Faults, Node, Place, Scalar, Sequence, Table
from glutamine_bot.knowledge.salvaging import LineOf, UnreadableError, distinct, salvaged
from glutamine_bot.knowledge.syntax import SECOND_DOCUMENT, problem_of

DEPTH_LIMIT = 20

_BLANKS = r"\u00a0\u1680\u2000-\u200b\u202f\u205f\u3000"
_ODD_INDENT = re.compile(rf"^ *([{_BLANKS}])[ {_BLANKS}]*", re.MULTILINE)
_FLATTEN = "look for brackets or indents that were not meant"

_LOADER: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
_CONTROL = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ud800-\udfff\ufeff\ufffe\uffff]")


@frozen
class Content:
    """What a file holds, its text, and the words of all its parts that could not be read."""

    node: Node
    text: str
    lost: frozenset[str]


def read_content(file: File, faults: Faults) -> Content | None:
    """What the file holds, or None where it is no text; an empty file is an empty table.

    Where it is no YAML, all is read that is sound by itself, so that one slip hides no other.
    """
    text = _decoded(file, faults)
    if text is None:
        return None
    repeated: set[str] = set()

    def parse(part: str, line_of: LineOf, found: Faults) -> Node:
        return _parsed(_Whereabouts(file.path, line_of), part, found, repeated)

    found = Faults()
    try:
        node = parse(text, _next, found)
        lost = frozenset[str]()
    except UnreadableError as unreadable:
        found = Faults()
        node, lost = salvaged(file.path, text, unreadable.fault, parse, found)
    faults.take(found)
    return Content(node, text, lost | repeated)


def read_node(file: File, faults: Faults) -> Node | None:
    """The file's document, or None where any of it cannot be read; an empty file is an empty table."""
    content = read_content(file, faults)
    return None if content is None or content.lost else content.node


def _next(line: int) -> int:
    return line + 1


@frozen
class _Whereabouts:
    """Where a text stands: its file, and there its lines."""

    path: str
    line_of: LineOf

    def place(self, line: int, column: int) -> Place:
        """The place of a line and column of the text, both from 0."""
        return Place(self.path, self.line_of(line), column + 1)


def _parsed(where: _Whereabouts, text: str, faults: Faults, repeated: set[str]) -> Node:
    """The text's document. Raises UnreadableError where there is none.

    The parser's events are taken one by one, not composed, so that neither aliases nor nesting can cost anything.
    """
    try:
        return _Builder(where, yaml.parse(text, Loader=_LOADER), faults, repeated).document()
    except (yaml.YAMLError, ValueError, OverflowError) as error:
        raise UnreadableError(_syntax_fault(where, text, error)) from None


def _syntax_fault(where: _Whereabouts, text: str, error: Exception) -> Fault:
    """What the parser says.

    Without libyaml, an escape beyond Unicode is a ValueError or OverflowError, which has no place.
    """
    if not isinstance(error, yaml.MarkedYAMLError):
        return where.place(0, 0).fault("syntax", f"this is no YAML: {error}".splitlines()[0])
    problem = problem_of(text, error)
    return where.place(problem.line, problem.column).fault("syntax", problem.message, problem.hint)


def _decoded(file: File, faults: Faults) -> str | None:
    """The file's text, without what has no place in one; None where it is no text at all."""
    try:
        text = file.content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        before = file.content[: error.start].decode("utf-8-sig", "replace")
        message = "a character here is not written in UTF-8"
        faults.add(_at(file, before, "encoding", message, "in your editor, save the file with the encoding UTF-8"))
        text = file.content.decode("utf-8-sig", "replace")
        if "\0" in text:
            return None
    if found := _CONTROL.search(text):
        message = f"there is an invisible control character here (U+{ord(found[0]):04X})"
        faults.add(_at(file, text[: found.start()], "control-character", message, "delete it"))
        text = _CONTROL.sub("\ufffd", text.replace("\ufeff", ""))
    if found := _ODD_INDENT.search(text):
        message = f"the line is indented with something that only looks like blanks (U+{ord(found[1]):04X})"
        faults.add(_at(file, text[: found.start()], "control-character", message, "delete it and type blanks"))
        text = _ODD_INDENT.sub(lambda indent: " " * len(indent[0]), text)
    return text


def _at(file: File, before: str, code: str, message: str, hint: str) -> Fault:
    """A fault after the text before it."""
    return Fault(file.path, before.count("\n") + 1, len(before) - before.rfind("\n"), code, message, hint)


class _Builder:
    """Turns one stream of events into a node; `repeated` gets the words under keys that stand there twice."""

    def __init__(self, where: _Whereabouts, events: Iterator[Any], faults: Faults, repeated: set[str]) -> None:
        self._where = where
        self._events = events
        self._faults = faults
        self._repeated = repeated

    def document(self) -> Node:
        for event in self._events:
            if isinstance(event, DocumentStartEvent):
                node = self._node(next(self._events), 0)
                self._refuse_more()
                return node
        return Table(self._where.place(0, 0), ())

    def _refuse_more(self) -> None:
        for event in self._events:
            if isinstance(event, DocumentStartEvent):
                raise UnreadableError(self._place(event).fault("syntax", *SECOND_DOCUMENT))
            if isinstance(event, StreamEndEvent):
                return

    def _node(self, event: Any, depth: int) -> Node:
        place = self._place(event)
        if depth > DEPTH_LIMIT:
            raise UnreadableError(place.fault("too-deep", f"is nested more than {DEPTH_LIMIT} levels deep", _FLATTEN))
        if isinstance(event, AliasEvent) or event.anchor is not None:
            hint = "write out what is meant; a text that begins with & or * needs quotation marks"
            self._faults.add(
                place.fault("alias", "a word with & or * before it is an anchor or alias of YAML; none are taken", hint)
            )
        elif event.tag is not None:
            hint = "leave it out; a text that begins with ! needs quotation marks"
            self._faults.add(place.fault("tag", "a word with ! before it is a tag of YAML; none are taken", hint))
        match event:
            case ScalarEvent():
                return self._scalar(event, place)
            case SequenceStartEvent():
                return Sequence(place, tuple(self._items(depth)))
            case MappingStartEvent():
                return Table(place, tuple(distinct(self._entries(depth), self._faults, self._repeated)))
            case _:
                return Scalar(place, "", plain=False)

    def _scalar(self, event: Any, place: Place) -> Scalar:
        if found := _CONTROL.search(event.value):
            message = f"the text holds an invisible control character (U+{ord(found[0]):04X})"
            self._faults.add(place.fault("control-character", message, "leave out the \\ and what belongs to it"))
        return Scalar(place, event.value, plain=not event.style)

    def _items(self, depth: int) -> Iterator[Node]:
        while not isinstance(event := next(self._events), SequenceEndEvent):
            yield self._node(event, depth + 1)

    def _entries(self, depth: int) -> Iterator[tuple[Scalar, Node]]:
        while not isinstance(event := next(self._events), MappingEndEvent):
            key = self._node(event, depth + 1)
            value = self._node(next(self._events), depth + 1)
            if isinstance(key, Scalar):
                yield key, value
            else:
                self._faults.add(key.place.fault("wrong-type", "a key must be a single word or text"))

    def _place(self, event: Any) -> Place:
        return self._where.place(event.start_mark.line, event.start_mark.column)
