"""Prints above the prompt, at the width that the terminal has at that moment."""

import os
import sys
from typing import Final

from glutamine_bot.reply.looks import Look, Part, painted, screen_look
from glutamine_bot.reply.plain import paragraph_lines
from glutamine_bot.reply.wrapping import cells

_BESIDE: Final = 4  # rows beside a reply and the line that it answers: two blank ones, the prompt and the toolbar


def look_now(line: str = "", *, color: bool) -> Look:
    """The layout for the terminal as it is now: what is offered after a reply to the line must not scroll it away."""
    try:
        columns, rows = os.get_terminal_size(sys.stdout.fileno())
    except OSError:
        columns, rows = 0, 0
    columns = columns or 80
    typed = sum(1 + cells(part) // columns for part in f"> {line}".split("\n"))
    return screen_look(columns, sys.stdout.encoding, color=color, height=rows - _BESIDE - typed if rows else None)


def print_text(text: str) -> None:
    """Prints a text that ends in a line feed, between blank lines."""
    sys.stdout.write(f"\n{text}\n")
    sys.stdout.flush()


def print_notice(text: str, look: Look) -> None:
    """Prints what is no reply, between blank lines."""
    print_text(painted(paragraph_lines(Part.TEXT, text, look), color=look.color))
