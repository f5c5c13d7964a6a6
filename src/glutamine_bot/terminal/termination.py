"""SIGTERM and SIGHUP while a prompt is open: the terminal is left as it was found, and then the program ends."""

import signal
from functools import partial
from types import FrameType
from typing import Any

from prompt_toolkit.application import Application


class Terminated(BaseException):
    """The program was told to end by a signal."""

    def __init__(self, number: int) -> None:
        self.number = number
        super().__init__(number)


def end_quietly_on_signals(app: "Application[Any]") -> None:
    """From now on these signals raise Terminated, from the prompt where it is open."""

    def handle(number: int, _: FrameType | None) -> None:
        if app.is_running and app.loop:
            app.loop.call_soon_threadsafe(partial(_leave, app, number))
        else:
            raise Terminated(number)

    for name in ("SIGTERM", "SIGHUP"):
        if hasattr(signal, name):
            signal.signal(getattr(signal, name), handle)


def _leave(app: "Application[Any]", number: int) -> None:
    if app.is_running and not app.is_done:
        app.exit(exception=Terminated(number))
