"""The line under the prompt: what the person said about themselves, and at the start how to go about it."""

from collections.abc import Callable
from typing import Final

from prompt_toolkit.formatted_text import AnyFormattedText
from prompt_toolkit.output import Output

from glutamine_bot.dialogue.state import State
from glutamine_bot.domain.utterance import SELF
from glutamine_bot.reply.cleaning import clean
from glutamine_bot.reply.wrapping import cells, cut

HINTED_TURNS: Final = 3
_HINTS: Final = ("Tab completes, /help lists commands, Ctrl-D leaves", "/help, Tab, Ctrl-D leaves")
_CHOOSING: Final = ("a number, or Down and Enter, chooses; Ctrl-D leaves", "a number or Down chooses", "1, 2 or Down")


def toolbar_text(state: State, columns: int, separator: str) -> str:
    """The line, no wider than the terminal: the profile left, hints right as long as the talk is young."""
    told = separator.join(state.profile)
    profile = clean(told if state.about == SELF or not told else f"{state.about}: {told}")
    young = len(state.turns) < HINTED_TURNS
    for hint in (_CHOOSING if state.options else _HINTS) if young else ():
        gap = columns - cells(profile) - cells(hint) - 2
        if gap > 0:
            return f" {profile}{' ' * gap}{hint}" if profile else f" {hint}"
    return cut(f" {profile}", columns)


def toolbar(state: Callable[[], State], output: Output) -> Callable[[], AnyFormattedText]:
    """The toolbar as prompt-toolkit asks for it, at every repaint."""
    separator = " \u00b7 " if "utf" in output.encoding().lower() else ", "
    return lambda: [("", toolbar_text(state(), output.get_size().columns, separator))]
