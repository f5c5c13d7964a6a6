"""The prompt of the chat, put together from its parts."""

from asyncio import get_running_loop
from collections.abc import Callable

from prompt_toolkit import PromptSession
from prompt_toolkit.application import get_app
from prompt_toolkit.auto_suggest import AutoSuggestFromHistory
from prompt_toolkit.enums import EditingMode
from prompt_toolkit.filters import Condition
from prompt_toolkit.history import History
from prompt_toolkit.layout.controls import BufferControl
from prompt_toolkit.layout.margins import ConditionalMargin, ScrollbarMargin
from prompt_toolkit.layout.menus import CompletionsMenuControl
from prompt_toolkit.output.color_depth import ColorDepth

from glutamine_bot.dialogue.state import State
from glutamine_bot.domain.knowledge_base import KnowledgeBase
from glutamine_bot.domain.values import frozen
from glutamine_bot.reply.cleaning import visible
from glutamine_bot.terminal.completer import MOST, ChatCompleter
from glutamine_bot.terminal.history import chat_history
from glutamine_bot.terminal.key_bindings import chat_keys
from glutamine_bot.terminal.settings import Settings, history_path
from glutamine_bot.terminal.style import CHAT_STYLE
from glutamine_bot.terminal.toolbar import toolbar

_BESIDE_MENU = 4  # rows for the line that is typed, if need be on two, and the toolbar
_IDLE = 0.3  # seconds in which a prompt is drawn and the terminal has told where


@Condition
def _menu_is_long() -> bool:
    """Whether there is more in the menu than is seen at once."""
    state = get_app().current_buffer.complete_state
    return bool(state and len(state.completions) > MOST)


@Condition
def _is_typing() -> bool:
    """Whether a line is begun: only then is there a menu, and room kept for it; till then the last reply has it."""
    return bool(get_app().current_buffer.text)


@frozen
class ChatContext:
    """What the prompt needs to know of the chat.

    `state` gives the conversation's state, `warn` shows a line above the prompt, or where it
    will be.
    """

    knowledge: KnowledgeBase
    state: Callable[[], State]
    warn: Callable[[str], None]


def menu_rows(rows: int) -> int:
    """How many rows of a terminal are kept for the menu: it must not crowd out the line that is typed."""
    return max(1, min(MOST, rows - _BESIDE_MENU))


def make_session(context: ChatContext, settings: Settings, *, color: bool) -> PromptSession[str]:
    """A prompt for the chat."""
    completer = ChatCompleter(context.knowledge, context.state)
    session: PromptSession[str] = PromptSession(
        [("class:prompt", "> ")],
        completer=completer,
        complete_while_typing=_is_typing if settings.completion else False,
        auto_suggest=AutoSuggestFromHistory(),
        history=_history(settings, context.warn),
        key_bindings=chat_keys(context.warn, lambda: bool(context.state().options)),
        editing_mode=EditingMode.VI if settings.keys == "vi" else EditingMode.EMACS,
        enable_suspend=True,
        style=CHAT_STYLE,
        include_default_pygments_style=False,
        color_depth=None if color else ColorDepth.DEPTH_1_BIT,
    )
    control = session.layout.current_control
    if isinstance(control, BufferControl):
        control.menu_position = lambda: 0  # the menu stays where it opens, however long the line grows
    for window in session.layout.find_all_windows():
        if isinstance(window.content, CompletionsMenuControl):
            window.right_margins = [ConditionalMargin(ScrollbarMargin(), _menu_is_long)]
    # Once the first prompt is on the screen, so that neither it nor the first key has to wait.
    session.app.pre_run_callables.append(lambda: _soon(completer.prepare))
    if settings.toolbar:
        session.bottom_toolbar = toolbar(context.state, session.app.output)
    return session


def _soon(act: Callable[[], object]) -> None:
    """Has something done as soon as nobody waits for anything else."""
    get_running_loop().call_later(_IDLE, act)


def _history(settings: Settings, warn: Callable[[str], None]) -> History:
    """What was typed before, kept as the settings say, or, where that cannot be, in memory with a word about it."""
    path = history_path() if settings.history else None
    try:
        return chat_history(path)
    except OSError as error:
        warn(f"What you type is not kept: {visible(str(path))} cannot be used ({error.strerror}).")
        return chat_history(None)
