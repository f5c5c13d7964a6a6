"""A long ASCII text that stays in its file: of millions of characters, a question needs some thousands."""

import os


class FileText:
    """The text of an open file from a byte on, of which slices are read as they are taken.

    The descriptor is its own from now on, and closed with it. The file may be replaced meanwhile, but not written to.
    """

    __slots__ = ("_file", "_start")

    def __init__(self, file: int, start: int) -> None:
        self._file = file
        self._start = start

    def __getitem__(self, part: slice) -> str:
        """The characters from one place to another, both given."""
        return os.pread(self._file, part.stop - part.start, self._start + part.start).decode("ascii")

    def __del__(self) -> None:
        """Closes the file."""
        os.close(self._file)
