"""How output is to look, decided from the options, the environment and where it goes."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable
from typing import TYPE_CHECKING, Final, TextIO

from glutamine_bot.domain.reply import Reply
from glutamine_bot.reply.looks import Look, plain_look, screen_look

if TYPE_CHECKING:
    from argparse import Namespace

_OFF: Final = ("", "0", "false", "no")


def shower(arguments: Namespace) -> Callable[[Reply], str]:
    """What turns a reply into the text to print, in the form that the arguments ask for."""
    if arguments.json:
        from glutamine_bot.reply.as_json import as_json

        ascii_only = not _utf8(sys.stdout)
        return lambda reply: as_json(reply, ascii_only=ascii_only) + "\n"
    from glutamine_bot.reply.plain import render

    look = look_of(arguments)
    return lambda reply: render(reply, look)


def look_of(arguments: Namespace) -> Look:
    """The layout for standard output as it is now."""
    color = in_color(arguments.color)
    if not sys.stdout.isatty():
        return plain_look(None, color=color)
    if is_plain(arguments):
        return plain_look(columns(), color=color)
    return screen_look(columns(), sys.stdout.encoding, color=color)


def is_plain(arguments: Namespace) -> bool:
    """Whether nothing should be drawn: asked for by an option or the environment, or all that the terminal can do."""
    environ = os.environ
    return arguments.plain or environ.get("ACCESSIBLE", "") not in _OFF or environ.get("TERM") == "dumb"


def in_color(choice: str | None) -> bool:
    """Whether to use colour: the option if given, else NO_COLOR (no-color.org), else whether a terminal shows it."""
    if choice in ("always", "never"):
        return choice == "always"
    return sys.stdout.isatty() and not os.environ.get("NO_COLOR") and os.environ.get("TERM") != "dumb"


def columns() -> int:
    """The width of the terminal in cells; 80 where it does not tell."""
    try:
        return os.get_terminal_size(sys.stdout.fileno()).columns or 80
    except (OSError, ValueError):
        return 80


def _utf8(stream: TextIO) -> bool:
    return (stream.encoding or "").lower().replace("-", "") == "utf8"
