"""Wrapping text by words at a width in terminal cells, with no library: a one-shot answer must not wait for one."""

from collections.abc import Iterator
from unicodedata import category, east_asian_width


def cells(text: str) -> int:
    """The number of terminal cells that the text takes: 2 for a wide character, 0 for a combining one (UAX #11)."""
    return len(text) if text.isascii() else sum(map(_cell, text))


def wrap(text: str, width: int | None, first: str = "", rest: str | None = None) -> list[str]:
    """The paragraph's lines, each at most `width` cells with its prefix: `first`, then `rest` (default: blanks).

    A word that is wider than a line is broken. A width of None leaves the paragraph one line.
    """
    rest = " " * cells(first) if rest is None else rest
    if width is None:
        return [first + " ".join(text.split())]
    lines = list(_filled(text, max(width - cells(first), 1), max(width - cells(rest), 1))) or [""]
    return [(first if number == 0 else rest) + line for number, line in enumerate(lines)]


def cut(text: str, width: int) -> str:
    """The text, or as much of it as `width` cells hold with an ellipsis."""
    if cells(text) <= width:
        return text
    head, _ = _split(text, max(width - 1, 0))
    return head.rstrip() + "…"


def _filled(text: str, room: int, later: int) -> Iterator[str]:
    """Lines as full as they can be, of whole words where these fit: the first in `room` cells, others in `later`."""
    line = ""
    for word in text.split():
        left = word
        if line and cells(line) + 1 + cells(word) > room:
            yield line
            line, room = "", later
        while cells(left) > room:
            head, left = _split(left, room)
            yield head
            room = later
        line = f"{line} {left}" if line else left
    if line:
        yield line


def _split(text: str, room: int) -> tuple[str, str]:
    """The longest start that fits into `room` cells, at least one character of it, and what is left."""
    taken = 0
    for end, char in enumerate(text):
        taken += _cell(char)
        if taken > room and end:
            return text[:end], text[end:]
    return text, ""


def _cell(char: str) -> int:
    if category(char) in ("Mn", "Me", "Cf"):
        return 0
    return 2 if east_asian_width(char) in "WF" else 1
