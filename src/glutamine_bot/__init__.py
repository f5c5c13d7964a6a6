"""Answers questions about one subject from its documents: offline, sourced, and never a dose without its disclaimer."""

TYPE_CHECKING = False  # as type checkers know it; to load `typing` takes a sixth of the start
if TYPE_CHECKING:
    from glutamine_bot.dialogue.bot import Bot as Bot

__version__ = "0.1.0"
__all__ = ["Bot", "__version__"]


def __getattr__(name: str) -> object:
    """`Bot`, imported when it is first asked for: the command line and the cache need the version alone."""
    if name == "Bot":
        from glutamine_bot.dialogue.bot import Bot

        return Bot
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
