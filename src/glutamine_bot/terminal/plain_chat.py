"""A chat in plain lines: from and to pipes, screen readers and simple terminals; nothing is drawn or repainted."""

import sys
from collections.abc import Callable, Iterable

from glutamine_bot.dialogue.bot import Bot
from glutamine_bot.dialogue.state import State
from glutamine_bot.domain.errors import InputError
from glutamine_bot.reply.looks import Look
from glutamine_bot.reply.wrapping import wrap
from glutamine_bot.terminal.commands import Leaving, Notice, Turned, take_turn
from glutamine_bot.terminal.recording import Recorder


def converse(
    bot: Bot,
    lines: Iterable[str | InputError],
    show: Callable[[Turned, State], str],
    complain: Callable[[str], None],
    *,
    record: bool,
) -> None:
    """One conversation, a turn a line, until the lines end or one of them asks to leave.

    `show` turns a turn and the state after it into text; what is no reply goes to `complain`.
    `record` says whether lines that were not answered are to be kept.
    """
    conversation, recorder = bot.conversation(), Recorder(bot, complain, unanswered=record)
    for line in lines:
        try:
            if isinstance(line, InputError):
                raise line
            outcome = take_turn(line, conversation, bot.knowledge.name, recorder)
        except InputError as error:
            complain(str(error))
            continue
        match outcome:
            case Leaving():
                return
            case Notice(text=text):
                complain(text)
            case Turned():
                sys.stdout.write(show(outcome, conversation.state))
                sys.stdout.flush()


def greet(greeting: str, look: Look) -> None:
    """Prints what the bot is and is not, and how to leave."""
    lines = [*wrap(greeting, look.width), "", *wrap("/help lists the commands, /quit leaves.", look.width), ""]
    sys.stdout.write("\n".join(lines) + "\n")
