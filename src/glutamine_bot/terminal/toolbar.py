"""The line under the prompt: what the person said about themselves, and at the start how to go about it."""

from collections.abc import Callable
from typing import Final

from prompt_toolkit.formatted_text import AnyFormattedText
from prompt_toolkit.output import Output

from glutamine_bot.dialogue.state import State
from glutamine_bot.reply.cleaning import clean
from glutamine_bot.reply.wrapping import cells, cut

HINTED_TURNS: Final = 3
_HINTS: Final = "Tab completes, /help lists commands, Ctrl-D leaves"
_CHOOSING: Final = "a number, or Down and Enter, chooses; Ctrl-D leaves"


def toolbar_text(state: State, columns: int, separator: str) -> str:
    """The line, no wider than the terminal: the profile left, hints right as long as the talk is young."""
    profile = clean(separator.join(state.profile))
    if len(state.turns) >= HINTED_TURNS:
        return cut(f" {profile}", columns)
    hints = _CHOOSING if state.options else _HINTS
    room = columns - cells(profile) - cells(hints) - 3
    if room < 0:
        return cut(f" {profile or hints}", columns)
    return f" {profile}{' ' * room} {hints}" if profile else f" {hints}"


def toolbar(state: Callable[[], State], output: Output) -> Callable[[], AnyFormattedText]:
    """The toolbar as prompt-toolkit asks for it, at every repaint."""
    separator = " \u00b7 " if "utf" in output.encoding().lower() else ", "
    return lambda: [("", toolbar_text(state(), output.get_size().columns, separator))]
