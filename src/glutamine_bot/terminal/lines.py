"""Lines from a pipe or a simple terminal, read in bounded memory, whatever bytes they are of."""

import sys
from collections.abc import Iterator
from typing import BinaryIO, Final

from glutamine_bot.domain.errors import InputError
from glutamine_bot.reply.cleaning import clean
from glutamine_bot.terminal.termination import end_in_order, interruptible

_LEAVE: Final = "Ctrl-C again, Ctrl-D or /quit leaves."
LIMIT: Final = 65_536  # bytes: far above the longest story, far below what would cost noticeable time


def piped_lines(stream: BinaryIO) -> Iterator[str | InputError]:
    """Each line, cleaned and without its end, as soon as it is there; an error in place of one that is too long.

    Bytes that are no UTF-8 become U+FFFD.
    """
    number = 0
    while piece := stream.readline(LIMIT + 2):
        number += 1
        if len(piece.rstrip(b"\r\n")) <= LIMIT:
            yield clean(piece.decode("utf-8", "replace").rstrip("\r\n"))
            continue
        while piece and not piece.endswith(b"\n"):
            piece = stream.readline(LIMIT)
        yield InputError(f"line {number} is longer than {LIMIT // 1024} KiB and was not read")


def typed_lines(prompt: str) -> Iterator[str | InputError]:
    """Each line typed at the prompt, until the end of input; with line editing where Python has readline.

    Ctrl-C drops the line. Raises KeyboardInterrupt where it is pressed twice.
    """
    end_in_order()
    try:
        import readline
    except ImportError:
        pass
    else:
        readline.parse_and_bind("set disable-completion on")
    pressed = False
    while True:
        try:
            with interruptible():
                line = clean(input(prompt))
        except EOFError:
            sys.stdout.write("\n")
            return
        except KeyboardInterrupt:
            if pressed:
                raise
            pressed = True
            sys.stdout.write(f"\n{_LEAVE}\n")
        else:
            pressed = False
            yield line
