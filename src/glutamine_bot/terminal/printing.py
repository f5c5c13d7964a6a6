"""Prints above the prompt, at the width that the terminal has at that moment."""

import os
import sys

from glutamine_bot.reply.looks import Look, Part, painted, screen_look
from glutamine_bot.reply.plain import paragraph_lines


def look_now(*, color: bool) -> Look:
    """The layout for the terminal as it is now."""
    try:
        columns = os.get_terminal_size(sys.stdout.fileno()).columns or 80
    except OSError:
        columns = 80
    return screen_look(columns, sys.stdout.encoding, color=color)


def print_text(text: str) -> None:
    """Prints a text that ends in a line feed, between blank lines."""
    sys.stdout.write(f"\n{text}\n")
    sys.stdout.flush()


def print_notice(text: str, look: Look) -> None:
    """Prints what is no reply, between blank lines."""
    print_text(painted(paragraph_lines(Part.TEXT, text, look), color=look.color))
