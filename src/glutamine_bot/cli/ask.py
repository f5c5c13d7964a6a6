"""`ask`: one answer, or one for each line of standard input."""

from __future__ import annotations

import gc
import sys
from collections.abc import Callable
from typing import TYPE_CHECKING, Final

from glutamine_bot.cli import exits
from glutamine_bot.cli.display import shower
from glutamine_bot.cli.loading import load_bot
from glutamine_bot.cli.streams import NAME, complain
from glutamine_bot.domain.errors import InputError
from glutamine_bot.domain.reply import Reply, ReplyKind
from glutamine_bot.reply.cleaning import clean

if TYPE_CHECKING:
    from argparse import ArgumentParser, Namespace

    from glutamine_bot import Bot

_ANSWERED: Final = frozenset({ReplyKind.ANSWER, ReplyKind.EMERGENCY, ReplyKind.SMALLTALK})


def configure(parser: ArgumentParser) -> None:
    """Describes the arguments of `ask`."""
    parser.description = (
        "Answers a question. With - it reads questions from standard input, a line each, every one independent of the "
        "others, and answers in the same order."
    )
    parser.epilog = (
        f"exit status: 0 answered; 1 a question was not; 2 bad usage or a broken knowledge base\n\n"
        f"examples:\n  {NAME} ask how much a day\n  {NAME} ask --json - < questions.txt\n"
        f"  {NAME} ask -- --is it safe--    (after -- nothing is an option)\n"
    )
    parser.add_argument(
        "question", metavar="QUESTION", nargs="+", help="the question, quoted or not, or - for standard input"
    )
    parser.add_argument("--json", action="store_true", help="print each reply as one line of JSON")
    parser.add_argument("--record-unanswered", action="store_true", help="keep what was not answered, for review")


def run(arguments: Namespace) -> int:
    """Answers, and returns whether every question was answered."""
    gc.disable()  # to load and answer once makes no garbage, and to look for it takes a tenth of the time
    bot = load_bot(arguments)
    show = shower(arguments)
    ask = _recording(bot) if arguments.record_unanswered else bot.ask
    if arguments.question == ["-"]:
        gc.enable()
        return _stream(ask, show, arguments)
    reply = ask(clean(" ".join(arguments.question)))
    sys.stdout.write(show(reply))
    gc.freeze()  # nor need the interpreter look through all that is left before it ends
    return _exit_code(reply)


def _recording(bot: Bot) -> Callable[[str], Reply]:
    """What answers a question and keeps it where it was not answered."""
    from glutamine_bot.dialogue.state import Turn
    from glutamine_bot.terminal.recording import Recorder

    recorder = Recorder(bot, complain, unanswered=True)

    def ask(question: str) -> Reply:
        reply = bot.ask(question)
        if reply.kind is not ReplyKind.EMERGENCY:  # which would take back what was kept of this talk: these are many
            recorder.take_in((Turn(question, reply),))
        return reply

    return ask


def _stream(ask: Callable[[str], Reply], show: Callable[[Reply], str], arguments: Namespace) -> int:
    from glutamine_bot.terminal.lines import piped_lines

    code, gap = exits.ANSWERED, ""
    for line in piped_lines(sys.stdin.buffer):
        try:
            if isinstance(line, InputError):
                raise line
            reply = ask(line)
        except InputError as error:
            complain(str(error))
            code = exits.NOT_ANSWERED
            continue
        sys.stdout.write(gap + show(reply))
        sys.stdout.flush()
        code, gap = max(code, _exit_code(reply)), "" if arguments.json else "\n"
    return code


def _exit_code(reply: Reply) -> int:
    return exits.ANSWERED if reply.kind in _ANSWERED else exits.NOT_ANSWERED
