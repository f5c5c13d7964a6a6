"""The three standard streams, made safe whatever the surroundings: no UTF-8, closed, or a reader that goes away."""

import os
import sys
from io import TextIOWrapper
from typing import Final

NAME: Final = "glutamine-bot"


def prepare() -> None:
    """Makes every stream usable: what its encoding cannot write is escaped, and one that is closed leads nowhere."""
    for name, mode in (("stdin", "r"), ("stdout", "w"), ("stderr", "w")):
        stream = getattr(sys, name)
        if stream is None:
            setattr(sys, name, open(os.devnull, mode, encoding="utf-8"))  # noqa: SIM115 - it stays open to the end
        elif isinstance(stream, TextIOWrapper):
            errors = "replace" if mode == "r" else "backslashreplace"
            # No terminal and no pipe speaks an encoding in which a line feed is no byte of its own.
            stream.reconfigure(encoding=None if "\n".encode(stream.encoding) == b"\n" else "utf-8", errors=errors)


def complain(message: str) -> None:
    """Writes one line on standard error, after all that was put on standard output before it."""
    from glutamine_bot.reply.cleaning import visible

    tell(f"{NAME}: {visible(' '.join(message.split()))}\n")


def tell(text: str) -> None:
    """Writes on standard error, after all that was put on standard output before it, if that can be written to."""
    try:
        sys.stdout.flush()
        sys.stderr.write(text)
        sys.stderr.flush()
    except OSError:
        abandon_output()


def abandon_output() -> None:
    """Points standard output and error at nothing, so that the interpreter's last flush cannot fail."""
    nothing = os.open(os.devnull, os.O_WRONLY)
    for stream in (sys.stdout, sys.stderr):
        try:
            stream.flush()
        except (OSError, ValueError):
            _redirect(stream.fileno(), nothing)


def _redirect(descriptor: int, target: int) -> None:
    os.dup2(target, descriptor)
