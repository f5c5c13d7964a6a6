"""Ctrl-C and the signals that end a program, while it has a terminal: that is left as it was found."""

from __future__ import annotations

import os
import signal
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from functools import partial
from typing import TYPE_CHECKING, Any, Final

if TYPE_CHECKING:
    from types import FrameType

    from prompt_toolkit.application import Application

_SIGNALS: Final = ("SIGINT", "SIGTERM", "SIGHUP", "SIGQUIT")
_SIGNAL_EXIT: Final = 128  # what shells add to the number of the signal that a program ended by


class Terminated(Exception):  # noqa: N818 - it is no error
    """The program was told to end by a signal while it waited at its prompt."""

    def __init__(self, number: int) -> None:
        super().__init__(number)
        self.exit_code = _SIGNAL_EXIT + number


def end_in_order(app: Application[Any] | None = None) -> None:
    """From now on these signals end the program with the terminal as it is now, at whatever moment they come.

    An open prompt of the application first clears away what it drew, and raises Terminated.
    """
    leave_at_once = partial(_leave_at_once, _restorer(), app)

    def handle(number: int, _: FrameType | None) -> None:
        if app is None or not _is_waiting(app):
            leave_at_once(number)
        elif app.loop:
            app.loop.call_soon_threadsafe(_leave, app, number, leave_at_once)

    for name in _SIGNALS:
        if hasattr(signal, name) and signal.getsignal(getattr(signal, name)) is not signal.SIG_IGN:
            signal.signal(getattr(signal, name), handle)


@contextmanager
def interruptible() -> Iterator[None]:
    """While it lasts Ctrl-C raises KeyboardInterrupt, unless it is ignored."""
    before = signal.getsignal(signal.SIGINT)
    if before is not signal.SIG_IGN:
        signal.signal(signal.SIGINT, signal.default_int_handler)
    try:
        yield
    finally:
        signal.signal(signal.SIGINT, before)


def _is_waiting(app: Application[Any]) -> bool:
    return app.is_running and not app.is_done and app.loop is not None and not app.loop.is_closed()


def _leave(app: Application[Any], number: int, leave_at_once: Callable[[int], None]) -> None:
    if app.is_running and not app.is_done:
        app.exit(exception=Terminated(number))
    else:
        leave_at_once(number)


def _leave_at_once(restore: Callable[[], object], app: Application[Any] | None, number: int) -> None:
    """No exception, which could be raised anywhere, also where it is shown or gets lost."""
    restore()
    if app:
        with suppress(OSError, RuntimeError, ValueError):  # it may be writing at this moment, or have nowhere to
            app.output.reset_attributes()
            app.output.disable_bracketed_paste()
            app.output.show_cursor()
            app.output.flush()
    os._exit(_SIGNAL_EXIT + number)


def _restorer() -> Callable[[], object]:
    """What makes the terminal of standard input behave as it does now."""
    try:
        import termios
    except ImportError:
        return lambda: None
    try:
        terminal = sys.stdin.fileno()
        return partial(termios.tcsetattr, terminal, termios.TCSANOW, termios.tcgetattr(terminal))
    except (OSError, ValueError, termios.error):
        return lambda: None
