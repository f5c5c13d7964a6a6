"""The colours of the prompt, its menu and its toolbar; replies have theirs in `reply.looks`."""

from prompt_toolkit.styles import Style

# Attributes before colours: they read on light and on dark backgrounds, and without colour too.
CHAT_STYLE = Style.from_dict(
    {
        "prompt": "bold",
        "auto-suggestion": "noinherit dim",
        "bottom-toolbar": "noreverse dim",
        "bottom-toolbar.text": "noreverse dim",
        "completion-menu": "noreverse bg:default fg:default",
        "completion-menu.completion": "bg:default fg:default",
        "completion-menu.completion.current": "reverse",
        "completion-menu.meta.completion": "bg:default fg:default dim",
        "completion-menu.meta.completion.current": "reverse",
        "scrollbar.background": "noinherit",
        "scrollbar.button": "noinherit reverse",
    }
)
