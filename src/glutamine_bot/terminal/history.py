"""What was typed before: kept in memory, or, where the person asked for it, in a file that only they can read."""

import errno
import os
from pathlib import Path

from prompt_toolkit.history import FileHistory, History, InMemoryHistory


class PrivateFileHistory(FileHistory):
    """History in a file with mode 0600. A file that cannot be written is no reason to stop the talk."""

    def store_string(self, string: str) -> None:
        """Appends a line to the file."""
        try:
            make_private(Path(os.fsdecode(self.filename)))
            super().store_string(string)
        except OSError:
            return


def make_private(path: Path) -> None:
    """Makes sure that the file exists and that nobody else can read it. Raises OSError."""
    path.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
    os.close(os.open(path, os.O_WRONLY | os.O_CREAT | os.O_APPEND, 0o600))
    path.chmod(0o600)


def chat_history(path: Path | None) -> History:
    """The history in that file, or in memory where there is none. Raises OSError where the file cannot be used."""
    if path is None:
        return InMemoryHistory()
    make_private(path)
    if not path.is_file():
        raise OSError(errno.EINVAL, "this is no regular file")
    path.read_bytes()
    return PrivateFileHistory(path)
