"""How a rendered reply looks: its parts, their styles, and the layouts for a screen and for a pipe."""

from collections.abc import Iterable, Mapping
from enum import Enum, auto
from typing import Final

from glutamine_bot.domain.values import frozen

MEASURE: Final = 76  # cells: the longest line that reads well
NARROWEST: Final = 20


class Part(Enum):
    """What a line of a rendered reply belongs to."""

    TEXT = auto()
    LEAD = auto()  # stands first because of who the person is
    URGENT = auto()
    DISCLAIMER = auto()
    SOURCE = auto()
    OPTION = auto()
    HINT = auto()


STYLES: Final[Mapping[Part, str]] = {
    Part.LEAD: "1",
    Part.URGENT: "1;31",
    Part.SOURCE: "2",
    Part.HINT: "2",
}
"""SGR parameters (ECMA-48 §8.3.117) where a part has any: bold, dim and red read on light and dark backgrounds."""


@frozen
class Line:
    """One line of a rendered reply."""

    part: Part
    text: str


@frozen
class Look:
    """A layout: width in cells (None: a paragraph a line), left margin, what sets disclaimers apart, colour or none.

    `height` is the number of lines beyond which a reply offers nothing more (None: any); `brief` cites documents by
    their short names.
    """

    width: int | None = None
    margin: str = ""
    note: str = "Please note: "
    note_rest: str = ""
    color: bool = False
    height: int | None = None
    brief: bool = False


def screen_look(columns: int, encoding: str, *, color: bool, height: int | None = None) -> Look:
    """The layout for a terminal of so many columns: a measure that reads well, disclaimers behind a bar."""
    bar = "\u2502 " if "utf" in encoding.lower() else "| "
    return Look(min(max(columns - 1, NARROWEST), MEASURE), "  ", bar, bar, color, height, brief=True)


def plain_look(columns: int | None, *, color: bool) -> Look:
    """The layout for a pipe (columns None), a screen reader or a simple terminal: no margin and no bars."""
    return Look(columns and min(max(columns - 1, NARROWEST), MEASURE), color=color, brief=columns is not None)


def painted(lines: Iterable[Line], *, color: bool) -> str:
    """The lines as one text, each with its style where there is colour and nothing but text where there is none."""
    return "".join(f"{_styled(line) if color else line.text}\n" for line in lines)


def _styled(line: Line) -> str:
    style = STYLES.get(line.part, "") if line.text else ""
    return f"\x1b[{style}m{line.text}\x1b[0m" if style else line.text
