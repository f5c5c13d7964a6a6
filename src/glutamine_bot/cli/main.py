"""The program: finds the command, runs it, and turns whatever goes wrong into one line and an exit code.

Nothing that takes time is imported here: until Ctrl-C is met, the interpreter answers it with a traceback.
"""

from __future__ import annotations

import os
import sys

# What `signal` is made of, without the enums that it takes milliseconds to make.
from _signal import SIGINT, default_int_handler, getsignal, signal  # type: ignore[import-not-found,unused-ignore]

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence
    from types import FrameType

_INTERRUPTED = 130  # as in `exits`


def main(argv: Sequence[str] | None = None) -> int:
    """Runs the program on the words after its name and returns its exit code (see `exits`).

    From here to the end of the process Ctrl-C ends it at once; a chat on a terminal puts that in order first.
    """
    if getsignal(SIGINT) is default_int_handler:  # not so where a shell has started it with Ctrl-C ignored
        signal(SIGINT, _leave)
    from glutamine_bot.cli.running import run

    return run(list(sys.argv[1:] if argv is None else argv))


def _leave(_number: int, _frame: FrameType | None) -> None:
    """Ends at once: an exception could be raised anywhere, also where it is shown or gets lost."""
    os._exit(_INTERRUPTED)
