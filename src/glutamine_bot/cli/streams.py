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
            stream.reconfigure(errors="replace" if mode == "r" else "backslashreplace")


def complain(message: str) -> None:
    """Writes one line on standard error, after all that was put on standard output before it."""
    from glutamine_bot.reply.cleaning import clean

    try:
        sys.stdout.flush()
        sys.stderr.write(f"{NAME}: {' '.join(clean(message).split())}\n")
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
