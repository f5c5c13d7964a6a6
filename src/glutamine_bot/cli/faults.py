"""How faults of files are shown: as text with the line in question, as JSON lines, as GitHub annotations."""

from collections.abc import Iterator
from functools import lru_cache
from typing import Final

from glutamine_bot.domain.errors import Fault
from glutamine_bot.knowledge.files import FILE_LIMIT, read_regular
from glutamine_bot.reply.cleaning import clean
from glutamine_bot.reply.wrapping import cells

_WIDEST: Final = 160  # characters of a line of a file
_BEFORE: Final = 100  # of them before the place, where the line is longer


def as_text(fault: Fault) -> str:
    """The fault for people: where and what, the line with a mark under the column, and what to do."""
    said = (
        f"{fault.path}:{fault.line}:{fault.column}: {fault.code} {'warning: ' if fault.warning else ''}{fault.message}"
    )
    hint = [f"    hint: {fault.hint}"] if fault.hint else []
    return "\n".join((clean(said), *_shown_line(fault), *map(clean, hint)))


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


def _shown_line(fault: Fault) -> Iterator[str]:
    """The line of the file that the fault is in, and under it a mark; nothing where the file cannot be read."""
    lines = _lines(fault.path)
    if not (1 <= fault.line <= len(lines) and lines[fault.line - 1].strip()):
        return
    line = lines[fault.line - 1].rstrip("\r")
    start = max(0, fault.column - 1 - _BEFORE) if len(line) > _WIDEST else 0
    before, rest = line[start : fault.column - 1], line[max(start, fault.column - 1) : start + _WIDEST]
    lead, trail = "…" if start else "", "…" if start + _WIDEST < len(line) else ""
    yield f"    {lead}{clean(before)}{clean(rest)}{trail}"
    yield f"    {' ' * cells(lead + clean(before))}^"


@lru_cache(maxsize=4)
def _lines(path: str) -> tuple[str, ...]:
    try:
        return tuple(read_regular(path, FILE_LIMIT).decode("utf-8-sig", "replace").split("\n"))
    except OSError:
        return ()
