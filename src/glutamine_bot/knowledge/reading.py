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
from glutamine_bot.knowledge.files import File
from glutamine_bot.knowledge.nodes import Faults, Node, Place, Scalar, Sequence, Table

DEPTH_LIMIT = 20

_LOADER: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
_CONTROL = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ud800-\udfff\ufeff\ufffe\uffff]")
_SYNTAX = "look here and just before for a quote, bracket, colon or indent that is missing"


class _RefusalError(Exception):
    """The rest of the file cannot be read."""

    def __init__(self, fault: Fault) -> None:
        self.fault = fault


def read_node(file: File, faults: Faults) -> Node | None:
    """The file's document, or None where it cannot be read on; an empty file is an empty table.

    The parser's events are taken one by one, not composed, so that neither aliases nor nesting can cost anything.
    """
    try:
        text = _decoded(file)
        try:
            return _Builder(file.path, yaml.parse(text, Loader=_LOADER), faults).document()
        except (yaml.YAMLError, ValueError, OverflowError) as error:
            raise _RefusalError(_syntax_fault(file, text, error)) from None
    except _RefusalError as refused:
        faults.add(refused.fault)
    return None


def _syntax_fault(file: File, text: str, error: Exception) -> Fault:
    """What the parser says, where it noticed it; where only the end of the file stopped it, where that had begun.

    Without libyaml, an escape beyond Unicode is a ValueError or OverflowError, which has no place.
    """
    if not isinstance(error, yaml.MarkedYAMLError):
        return Fault(file.path, 1, 1, "syntax", f"is no YAML: {error}".splitlines()[0])
    marks = [mark for mark in (error.problem_mark, error.context_mark) if mark]
    last_line = text.rstrip().count("\n")
    mark = next((mark for mark in marks if mark.line <= last_line), marks[0])
    message = f"is no YAML: {error.problem or error.context}"
    return Fault(file.path, mark.line + 1, mark.column + 1, "syntax", message, _SYNTAX)


def _decoded(file: File) -> str:
    try:
        text = file.content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        before = file.content[: error.start].decode("utf-8-sig", "replace")
        raise _RefusalError(_at(file, before, "encoding", "is not UTF-8 here", "save the file as UTF-8")) from None
    if found := _CONTROL.search(text):
        message = f"there is a control character here (U+{ord(found[0]):04X})"
        raise _RefusalError(_at(file, text[: found.start()], "control-character", message, "delete it"))
    return text


def _at(file: File, before: str, code: str, message: str, hint: str) -> Fault:
    """A fault after the text before it."""
    return Fault(file.path, before.count("\n") + 1, len(before) - before.rfind("\n"), code, message, hint)


class _Builder:
    """Turns one stream of events into a node."""

    def __init__(self, path: str, events: Iterator[Any], faults: Faults) -> None:
        self._path = path
        self._events = events
        self._faults = faults

    def document(self) -> Node:
        for event in self._events:
            if isinstance(event, DocumentStartEvent):
                node = self._node(next(self._events), 0)
                self._refuse_more()
                return node
        return Table(Place(self._path, 1, 1), ())

    def _refuse_more(self) -> None:
        for event in self._events:
            if isinstance(event, DocumentStartEvent):
                fault = self._place(event).fault("syntax", "a second document begins here", "one document a file")
                raise _RefusalError(fault)
            if isinstance(event, StreamEndEvent):
                return

    def _node(self, event: Any, depth: int) -> Node:
        place = self._place(event)
        if depth > DEPTH_LIMIT:
            raise _RefusalError(place.fault("too-deep", f"is nested more than {DEPTH_LIMIT} levels deep"))
        if isinstance(event, AliasEvent) or event.anchor is not None:
            self._faults.add(
                place.fault("alias", "anchors (&) and aliases (*) are not taken", "write it out, or quote it")
            )
        elif event.tag is not None:
            self._faults.add(place.fault("tag", "tags (!) are not taken", "leave it out, or quote the text"))
        match event:
            case ScalarEvent():
                return self._scalar(event, place)
            case SequenceStartEvent():
                return Sequence(place, tuple(self._items(depth)))
            case MappingStartEvent():
                return Table(place, tuple(self._entries(depth)))
            case _:
                return Scalar(place, "", plain=False)

    def _scalar(self, event: Any, place: Place) -> Scalar:
        if found := _CONTROL.search(event.value):
            message = f"the text holds a control character (U+{ord(found[0]):04X})"
            self._faults.add(place.fault("control-character", message, "leave the escape out"))
        return Scalar(place, event.value, plain=not event.style)

    def _items(self, depth: int) -> Iterator[Node]:
        while not isinstance(event := next(self._events), SequenceEndEvent):
            yield self._node(event, depth + 1)

    def _entries(self, depth: int) -> Iterator[tuple[Scalar, Node]]:
        lines: dict[str, int] = {}
        while not isinstance(event := next(self._events), MappingEndEvent):
            key = self._node(event, depth + 1)
            value = self._node(next(self._events), depth + 1)
            if not isinstance(key, Scalar):
                self._faults.add(key.place.fault("wrong-type", "a key must be a single word or text"))
            elif key.text in lines:
                message = f"the key {key.text!r} stands here twice (first in line {lines[key.text]})"
                self._faults.add(key.place.fault("duplicate-key", message, "rename or join them"))
            else:
                lines[key.text] = key.place.line
                yield key, value

    def _place(self, event: Any) -> Place:
        return Place(self._path, event.start_mark.line + 1, event.start_mark.column + 1)
