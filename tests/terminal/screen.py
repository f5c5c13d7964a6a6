"""A terminal for the program to run in, and the screen that a person would see of it."""

import signal
import termios
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pexpect
import pyte

from tests.cli.process import PROGRAM, surroundings

PATIENCE = 20.0  # seconds to wait for something to appear
COMPILING = 300.0  # seconds to wait for the first prompt, for which the knowledge base may have to be read anew
QUIET = 0.15  # seconds without output or work after which the program is taken to wait


class Screen(pyte.HistoryScreen):
    """A screen that answers when asked where its cursor is (ESC [ 6 n), as terminals do and prompt-toolkit needs.

    Dim characters, of which pyte knows nothing, are its italic ones.
    """

    def __init__(self, columns: int, rows: int, answer: Callable[[str], object]) -> None:
        super().__init__(columns, rows, history=2000)
        self._answer = answer

    def write_process_input(self, data: str) -> None:
        """Sends the answer."""
        self._answer(data)

    def select_graphic_rendition(self, *attrs: int, **kwargs: bool) -> None:
        """Sets how characters look from here on: SGR 2 is dim, 22 ends it, 0 ends everything (ECMA-48 8.3.117)."""
        super().select_graphic_rendition(*attrs, **kwargs)
        indexed = {38, 48} & set(attrs)  # these are followed by a colour, which may be 2
        for attr in () if indexed else attrs:
            if attr in (2, 22):
                self.cursor.attrs = self.cursor.attrs._replace(italics=attr == 2)


class Terminal:
    """The program in a pseudo-terminal of so many columns and rows."""

    def __init__(self, home: Path, *arguments: str, columns: int = 80, rows: int = 40, **changes: str | None) -> None:
        self.raw = b""
        self._child: Any = pexpect.spawn(
            PROGRAM[0],
            [*PROGRAM[1:], *arguments],
            env=surroundings(home, **changes),
            cwd=str(home),
            dimensions=(rows, columns),
            timeout=PATIENCE,
        )
        self._screen: Any = Screen(columns, rows, self._child.send)
        self._stream: Any = pyte.ByteStream(self._screen)

    def rows(self) -> list[str]:
        """The screen's lines, without blanks at their ends."""
        return [line.rstrip() for line in self._screen.display]

    def text(self) -> str:
        """All that is on the screen now."""
        return "\n".join(self.rows())

    def cells(self) -> list[list[Any]]:
        """The screen's characters, row by row, with how they look."""
        columns = range(self._screen.columns)
        return [[self._screen.buffer[row][column] for column in columns] for row in range(self._screen.lines)]

    def said(self) -> str:
        """All that is on the screen as one line of words, however it is wrapped."""
        return " ".join(self.text().replace("\u2502", " ").split())

    def prompt(self) -> str:
        """The line that is being typed."""
        return next(line for line in reversed(self.rows()) if line.startswith(">"))

    def style_of(self, text: str) -> Any:
        """How the first character of a text on the screen is drawn: bold, fg, reverse and so on."""
        for number, line in enumerate(self._screen.display):
            if text in line:
                return self._screen.buffer[number][line.index(text)]
        raise AssertionError(f"{text!r} is not on the screen:\n{self.text()}")

    def wait(self, condition: Callable[[], bool], what: str, patience: float = PATIENCE) -> None:
        """Lets the program run until the condition holds and it is quiet."""
        end = time.monotonic() + patience
        while time.monotonic() < end:
            if not self._read() and not self._is_at_work():
                if condition():
                    return
                if not self._child.isalive():
                    break
        raise AssertionError(f"{what}; the screen:\n{self.text()}")

    def see(self, text: str) -> None:
        """Waits until the text, in one line, is on the screen."""
        self.wait(lambda: text in self.text(), f"{text!r} did not appear")

    def settle(self) -> None:
        """Waits until the program is quiet."""
        self.wait(lambda: True, "it is never quiet")

    def keys(self, keys: str) -> None:
        """Presses keys, and waits until what they do is done."""
        self._child.send(keys)
        self.settle()

    def ask(self, line: str) -> None:
        """Types a line and Enter, and waits for the next prompt."""
        self.keys(line)
        self.keys("\r")
        self.wait(lambda: self.prompt() == ">", "no new prompt")

    def resize(self, columns: int, rows: int = 40) -> None:
        """Makes the window another size."""
        self._screen.resize(rows, columns)
        self._child.setwinsize(rows, columns)
        self.settle()

    def kill(self, number: signal.Signals) -> None:
        """Sends a signal to the program."""
        self._child.kill(number)

    def end(self) -> int:
        """Waits for the program's end; its exit code, or minus the signal that killed it."""
        self.wait(lambda: not self._child.isalive(), "it does not end")
        status, signalled = self._child.exitstatus, self._child.signalstatus
        return int(-signalled if status is None else status)

    def is_cooked(self) -> bool:
        """Whether the terminal echoes and edits lines itself, as a shell expects it to."""
        flags = termios.tcgetattr(self._child.child_fd)[3]
        return bool(flags & termios.ECHO and flags & termios.ICANON)

    def close(self) -> None:
        """Ends the program whatever it does."""
        self._child.close(force=True)

    def _is_at_work(self) -> bool:
        """Whether it runs or would like to, on a machine that others keep busy; only Linux tells (proc(5))."""
        try:
            told = Path(f"/proc/{self._child.pid}/stat").read_text(encoding="ascii", errors="replace")
        except OSError:
            return False
        return told.rpartition(")")[2].split()[0] == "R"

    def _read(self) -> bool:
        """Takes in what the program writes; false where it is quiet."""
        try:
            data = self._child.read_nonblocking(65536, QUIET)
        except pexpect.TIMEOUT:
            return False
        except (pexpect.EOF, OSError):
            return False
        self.raw += data
        self._stream.feed(data)
        return True
