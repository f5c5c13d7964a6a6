"""How faults of files are shown: as text with the line in question, as JSON lines, as GitHub annotations."""

import sys
from collections.abc import Iterable, Iterator
from functools import lru_cache
from typing import Final

from glutamine_bot.cli.display import columns
from glutamine_bot.domain.errors import Fault
from glutamine_bot.knowledge.files import FILE_LIMIT, read_regular
from glutamine_bot.reply.cleaning import clean
from glutamine_bot.reply.wrapping import cells, wrap

_WIDEST: Final = 160  # characters of a line of a file, where no terminal is narrower
_LEAST: Final = 20  # of them that are shown even so
_BEFORE: Final = 0.6  # the share of them that stands before the place, where the line is longer
_INDENT: Final = 4


def as_text(fault: Fault, width: int | None = None) -> str:
    """The fault for people: where and what, the line with a mark under the column, and what to do.

    For a terminal of this width in columns the line is cut and the words are wrapped.
    """
    said = (
        f"{fault.path}:{fault.line}:{fault.column}: {fault.code} {'warning: ' if fault.warning else ''}{fault.message}"
    )
    hint = [f"    hint: {fault.hint}"] if fault.hint else []
    widest = min(_WIDEST, max(_LEAST, width - _INDENT - 2)) if width else _WIDEST
    lines = (*_wrapped([clean(said)], width), *_shown_line(fault, widest), *_wrapped(map(clean, hint), width))
    return "\n".join(lines)


def for_people(fault: Fault) -> str:
    """The fault as text, as it fits the terminal where it is written to one."""
    return as_text(fault, columns() if sys.stdout.isatty() else None)


def _wrapped(lines: Iterable[str], width: int | None) -> Iterator[str]:
    for line in lines:
        margin = line[: len(line) - len(line.lstrip())]
        yield from wrap(line.strip(), width, margin, margin + " " * _INDENT) if width else [line]


def as_json_line(fault: Fault) -> str:
    """The fault as one line of JSON."""
    from json import dumps

    return dumps(
        {
            "path": fault.path,
            "line": fault.line,
            "column": fault.column,
            "code": fault.code,
            "severity": _severity(fault),
            "message": fault.message,
            "hint": fault.hint,
        }
    )


def as_github(fault: Fault) -> str:
    """The fault as a workflow command that makes GitHub show it beside the line."""
    place = f"file={_property(fault.path)},line={fault.line},col={fault.column},title={_property(fault.code)}"
    return f"::{_severity(fault)} {place}::{_data(fault.message)}{_data(f' ({fault.hint})') if fault.hint else ''}"


def _severity(fault: Fault) -> str:
    return "warning" if fault.warning else "error"


def _data(text: str) -> str:
    """The text with what would end a workflow command escaped, as actions/toolkit does it."""
    return clean(text).replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    """The same for a property, which a colon or comma would end too."""
    return _data(text).replace(":", "%3A").replace(",", "%2C")


def _shown_line(fault: Fault, widest: int) -> Iterator[str]:
    """The line of the file that the fault is in, and under it a mark; nothing where the file cannot be read."""
    lines = _lines(fault.path)
    if not (1 <= fault.line <= len(lines) and lines[fault.line - 1].strip()):
        return
    line = lines[fault.line - 1].rstrip("\r")
    start = max(0, fault.column - 1 - int(_BEFORE * widest)) if len(line) > widest else 0
    before, rest = line[start : fault.column - 1], line[max(start, fault.column - 1) : start + widest]
    lead, trail = "…" if start else "", "…" if start + widest < len(line) else ""
    yield f"    {lead}{clean(before)}{clean(rest)}{trail}"
    yield f"    {' ' * cells(lead + clean(before))}^"


@lru_cache(maxsize=4)
def _lines(path: str) -> tuple[str, ...]:
    try:
        return tuple(read_regular(path, FILE_LIMIT).decode("utf-8-sig", "replace").split("\n"))
    except OSError:
        return ()
