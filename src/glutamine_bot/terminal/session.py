"""The prompt of the chat, put together from its parts."""

from collections.abc import Callable, Mapping

from prompt_toolkit import PromptSession
from prompt_toolkit.application import get_app
from prompt_toolkit.auto_suggest import AutoSuggestFromHistory
from prompt_toolkit.enums import EditingMode
from prompt_toolkit.filters import Condition
from prompt_toolkit.layout.controls import BufferControl
from prompt_toolkit.output.color_depth import ColorDepth

from glutamine_bot.dialogue.state import State
from glutamine_bot.domain.topics import Topic
from glutamine_bot.domain.values import frozen
from glutamine_bot.terminal.completer import ChatCompleter
from glutamine_bot.terminal.history import chat_history
from glutamine_bot.terminal.key_bindings import chat_keys
from glutamine_bot.terminal.settings import Settings, history_path
from glutamine_bot.terminal.style import CHAT_STYLE
from glutamine_bot.terminal.toolbar import toolbar

_MENU_ROWS = 6


@Condition
def _is_typing() -> bool:
    """Whether a line is begun: only then is there a menu, and room kept for it; till then the last reply has it."""
    return bool(get_app().current_buffer.text)


@frozen
class ChatContext:
    """What the prompt needs to know of the chat.

    `helps` says what each slash command does, `state` gives the conversation's state, `warn` shows a line above
    the prompt.
    """

    topics: Mapping[str, Topic]
    helps: Mapping[str, str]
    state: Callable[[], State]
    warn: Callable[[str], None]


def make_session(context: ChatContext, settings: Settings, *, color: bool) -> PromptSession[str]:
    """A prompt for the chat."""
    session: PromptSession[str] = PromptSession(
        [("class:prompt", "> ")],
        completer=ChatCompleter(context.topics, context.helps, context.state),
        complete_while_typing=_is_typing if settings.completion else False,
        reserve_space_for_menu=_MENU_ROWS,
        auto_suggest=AutoSuggestFromHistory(),
        history=chat_history(history_path() if settings.history else None),
        key_bindings=chat_keys(context.warn),
        editing_mode=EditingMode.VI if settings.keys == "vi" else EditingMode.EMACS,
        enable_suspend=True,
        style=CHAT_STYLE,
        include_default_pygments_style=False,
        color_depth=None if color else ColorDepth.DEPTH_1_BIT,
    )
    control = session.layout.current_control
    if isinstance(control, BufferControl):
        control.menu_position = lambda: 0  # the menu stays where it opens, however long the line grows
    if settings.toolbar:
        session.bottom_toolbar = toolbar(context.state, session.app.output)
    return session
