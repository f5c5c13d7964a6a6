"""Runs one command and turns whatever it raises into one line on standard error and an exit code."""

import errno
import sys

from glutamine_bot.cli import exits, streams
from glutamine_bot.cli.plain_question import plain_question
from glutamine_bot.domain.errors import BotError


def run(words: list[str]) -> int:
    """Runs the command that the words name and returns an exit code; --debug among them shows where an error was."""
    streams.prepare()
    try:
        return _run(words)
    except BrokenPipeError:
        streams.abandon_output()
        return exits.CLOSED_PIPE
    except KeyboardInterrupt:
        return _flushed(exits.INTERRUPTED)
    except BotError as error:
        return _refused(str(error), words)
    except OSError as error:
        if error.errno == errno.EIO:  # the terminal is gone
            streams.abandon_output()
        return _refused(error.strerror or str(error), words)
    except Exception as error:  # noqa: BLE001 - a defect of ours, of which a person must not see a traceback
        return _refused(f"internal error, {type(error).__name__}: {error} (--debug shows where)", words)


def _run(words: list[str]) -> int:
    try:
        code = _command(words)
    except SystemExit as end:  # argparse after --help and --version
        code = end.code if isinstance(end.code, int) else exits.ANSWERED
    sys.stdout.flush()
    return code


def _command(words: list[str]) -> int:
    question = plain_question(words)
    if question:
        from glutamine_bot.cli.ask import run as ask

        return ask(question)
    from glutamine_bot.cli.arguments import parse

    command, arguments = parse(words)
    return command.load().run(arguments)


def _refused(message: str, words: list[str]) -> int:
    if "--debug" in words:
        streams.tell(_traceback())
    streams.complain(message)
    return _flushed(exits.UNUSABLE)


def _traceback() -> str:
    """Where the error was that is being handled, as the interpreter tells it."""
    from traceback import format_exc

    from glutamine_bot.reply.cleaning import visible

    return "".join(f"{visible(line)}\n" for line in format_exc().splitlines())


def _flushed(code: int) -> int:
    """The code, once it is sure that the interpreter's own flush at exit cannot fail."""
    streams.abandon_output()
    return code
