"""`chat`: one conversation, on a full terminal, a plain one, or between pipes."""

import sys
from argparse import ArgumentParser, BooleanOptionalAction, Namespace
from collections.abc import Callable
from typing import TYPE_CHECKING

from glutamine_bot.cli import exits
from glutamine_bot.cli.display import in_color, is_plain, look_of, shower
from glutamine_bot.cli.loading import load_bot
from glutamine_bot.cli.streams import NAME, complain

if TYPE_CHECKING:
    from glutamine_bot import Bot
    from glutamine_bot.dialogue.state import State
    from glutamine_bot.terminal.commands import Turned
    from glutamine_bot.terminal.settings import Settings


def configure(parser: ArgumentParser) -> None:
    """Describes the arguments of `chat`."""
    parser.description = (
        "Talks with you. With lines on standard input it is one conversation, a turn a line. "
        "What is not given here comes from the settings file (see config)."
    )
    parser.epilog = (
        f"examples:\n  {NAME} chat --vi\n  printf 'how much a day\\nand for kids?\\n' | {NAME} chat --json\n"
    )
    parser.add_argument("--json", action="store_true", help="print each reply as one line of JSON")
    keys = parser.add_mutually_exclusive_group()
    keys.add_argument("--vi", dest="keys", action="store_const", const="vi", help="vi keys")
    keys.add_argument("--emacs", dest="keys", action="store_const", const="emacs", help="emacs keys (the default)")
    parser.add_argument("--toolbar", action=BooleanOptionalAction, help="what was said about you, under the prompt")
    parser.add_argument("--history", action=BooleanOptionalAction, help="keep what you type in a file of your own")
    parser.add_argument(
        "--record-unanswered", action=BooleanOptionalAction, help="keep what was not answered, for review"
    )


def run(arguments: Namespace) -> int:
    """Talks until the person leaves or the lines end."""
    bot = load_bot(arguments)
    if not (sys.stdin.isatty() and sys.stdout.isatty()) or arguments.json or is_plain(arguments):
        _talk_plainly(bot, arguments)
        return exits.ANSWERED
    from glutamine_bot.terminal.repl import run_repl

    settings = _settings().changed(
        keys=arguments.keys,
        toolbar=arguments.toolbar,
        history=arguments.history,
        record_unanswered=arguments.record_unanswered,
    )
    return run_repl(bot, settings, color=in_color(arguments.color or settings.color))


def _settings() -> "Settings":
    """The settings of the user's file; where it cannot be read, the defaults and a word about it."""
    from glutamine_bot.terminal.settings import Settings, UnreadableSettingsError, load_settings

    try:
        return load_settings()
    except UnreadableSettingsError as error:
        complain(f"{error}; the settings are left as they are by default")
        return Settings()


def _talk_plainly(bot: "Bot", arguments: Namespace) -> None:
    from glutamine_bot.terminal.lines import piped_lines, typed_lines
    from glutamine_bot.terminal.plain_chat import converse, greet

    typed = sys.stdin.isatty() and sys.stdout.isatty()
    if typed and not arguments.json:
        greet(bot.knowledge.greeting, look_of(arguments))
    lines = typed_lines("> ") if typed else piped_lines(sys.stdin.buffer)
    converse(bot, lines, _show(bot, arguments), complain, record=_is_recorded(arguments))


def _is_recorded(arguments: Namespace) -> bool:
    """Whether what is not answered is to be kept: the option if given, else the setting. Raises SettingsError."""
    from glutamine_bot.terminal.settings import load_settings

    if arguments.record_unanswered is None:
        return load_settings().record_unanswered
    return bool(arguments.record_unanswered)


def _show(bot: "Bot", arguments: Namespace) -> Callable[["Turned", "State"], str]:
    """What turns a turn into text: a line of JSON, or lines with a blank one after them."""
    if arguments.json:
        show = shower(arguments)
        return lambda turned, _: show(turned.reply)
    from glutamine_bot.terminal.showing import shown_text

    look = look_of(arguments)
    return lambda turned, state: shown_text(turned, bot.knowledge, state, look, None) + "\n"
