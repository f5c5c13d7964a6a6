"""The keys of the chat beyond prompt-toolkit's own emacs and vi keys."""

from collections.abc import Callable
from typing import Final

from prompt_toolkit.application import get_app
from prompt_toolkit.enums import DEFAULT_BUFFER
from prompt_toolkit.filters import Condition, has_completions, has_focus
from prompt_toolkit.key_binding import KeyBindings, KeyPressEvent
from prompt_toolkit.keys import Keys

from glutamine_bot.reply.cleaning import clean

PASTE_LIMIT: Final = 20_000  # characters


def chat_keys(warn: Callable[[str], None], choosing: Callable[[], bool]) -> KeyBindings:
    """Key bindings for the chat's prompt; `warn` shows a line above it, `choosing` tells whether there is a choice."""
    keys = KeyBindings()
    typing = has_focus(DEFAULT_BUFFER)

    @keys.add("enter", filter=typing & _item_selected)
    def _(event: KeyPressEvent) -> None:
        """Takes the item; it is sent at once only where it is a choice that the last reply offered."""
        buffer = event.current_buffer
        state = buffer.complete_state
        buffer.complete_state = None
        if state and not state.original_document.text.strip() and choosing():
            buffer.validate_and_handle()

    @keys.add("enter", filter=typing & _nothing_typed & ~_item_selected)
    def _(event: KeyPressEvent) -> None:
        """Nothing to send."""

    @keys.add("down", filter=typing & _nothing_typed & ~has_completions)
    def _(event: KeyPressEvent) -> None:
        """Opens the menu of what can be chosen now."""
        event.current_buffer.start_completion(select_first=True)

    @keys.add(Keys.Vt100MouseEvent)
    def _(event: KeyPressEvent) -> None:
        """Colours that are typed or pasted look like a mouse, of which prompt-toolkit cannot read every report."""

    @keys.add("c-c")
    @keys.add("<sigint>")
    def _(event: KeyPressEvent) -> None:
        """Clears the line; on an empty one says how to leave."""
        if event.current_buffer.text:
            event.current_buffer.reset()
        else:
            warn("Ctrl-D or /quit leaves.")

    @keys.add(Keys.BracketedPaste)
    def _(event: KeyPressEvent) -> None:
        """Inserts what is pasted, its lines as one message."""
        text = "\n".join(clean(line) for line in event.data.splitlines()).strip("\n")
        if len(text) > PASTE_LIMIT:
            warn(f"That is too long to paste: {len(text):,} characters; at most {PASTE_LIMIT:,}.")
        else:
            event.current_buffer.insert_text(text)

    return keys


@Condition
def _item_selected() -> bool:
    state = get_app().current_buffer.complete_state
    return bool(state and state.current_completion)


@Condition
def _nothing_typed() -> bool:
    return not get_app().current_buffer.text.strip()
