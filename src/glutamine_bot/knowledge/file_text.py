"""A long ASCII text that stays in its file: of millions of characters, a question needs some thousands."""

import os


class FileText:
    """The text of a file from a byte on, of which slices are read as they are taken.

    The file stays open: it may be replaced meanwhile, though not written to. Raises OSError where it cannot be opened.
    """

    __slots__ = ("__weakref__", "_file", "_start")

    def __init__(self, path: str, start: int) -> None:
        self._file = os.open(path, os.O_RDONLY | getattr(os, "O_CLOEXEC", 0))
        self._start = start

    def __getitem__(self, part: slice) -> str:
        """The characters from one place to another, both given."""
        return os.pread(self._file, part.stop - part.start, self._start + part.start).decode("ascii")

    def __del__(self) -> None:
        """Closes the file."""
        os.close(self._file)
