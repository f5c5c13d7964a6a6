"""Where in a file a part of a text stands: a text may go on for many lines after the place where it begins."""

import re
from collections.abc import Mapping

from glutamine_bot.knowledge.nodes import Place, Scalar


def pinpoint(texts: Mapping[str, str], written: Scalar, part: str) -> Place:
    """The place of a part of the text that was written, in its file among these by path; broken over lines or not."""
    lines = texts.get(written.place.path, "").split("\n")
    first = written.place.line - 1
    rest = "\n".join((lines[first][written.place.column - 1 :], *lines[first + 1 :])) if first < len(lines) else ""
    words = r"\s+".join(map(re.escape, part.split()))
    found = re.search(rf"(?<![\w|+]){words}(?![\w|+])", rest) if words else None
    if not found or not _within(written.text, rest[: found.start()]):
        return written.place
    before = rest[: found.start()].split("\n")
    column = len(before[-1]) + (written.place.column if len(before) == 1 else 1)
    return Place(written.place.path, written.place.line + len(before) - 1, column)


def _within(text: str, before: str) -> bool:
    """Whether what stands before a part can still be of the text: no more signs than the text has."""
    return len("".join(before.split())) <= len("".join(text.split())) + _MARKS


_MARKS = 4
"""Signs that belong to how a text is written: a quotation mark, or >- and the like."""
