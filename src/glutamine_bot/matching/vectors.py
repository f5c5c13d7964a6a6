"""Word vectors: where the meaning of a word lies, so that words of one meaning lie close together."""

from __future__ import annotations

import mmap
import os
from collections.abc import Sequence

OFFSET = 80
"""The byte that stands for 0; a component is its byte less this, -46 to 46."""

SHIPPED = os.path.join(os.path.dirname(__file__), "data", "words.vec")

LENGTH_OF_ONE = 107
"""The length of a vector that counts as one; most are of about this length."""

_SEPARATOR = b"\t"
_REMEMBERED = 20_000

Vector = Sequence[int]


class WordVectors:
    """Vectors of common English words, read from a file as they are asked for.

    The file holds a line a word, sorted by bytes: the word, a tab, a printable ASCII character for each component; a
    word alone is known to be English, and its vector is empty. Opening it costs next to nothing, looking a word up some
    microseconds.
    """

    __slots__ = ("_data", "_remembered", "dimensions")

    def __init__(self, path: str = SHIPPED) -> None:
        """Opens a file of vectors. Raises OSError where there is none, ValueError where it is empty."""
        with open(path, "rb") as file:
            self._data = mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ)
        self._remembered: dict[str, Vector | None] = {}
        self.dimensions = len(_components(self._line(0)[0]))

    def __contains__(self, word: object) -> bool:
        return isinstance(word, str) and self.get(word) is not None

    def get(self, word: str) -> Vector | None:
        """The vector of a folded word; None where the word is not among those held."""
        try:
            return self._remembered[word]
        except KeyError:
            if len(self._remembered) >= _REMEMBERED:
                self._remembered.clear()
            found = self._remembered[word] = self._find(word.encode())
            return found

    def _find(self, word: bytes) -> Vector | None:
        low, high = 0, len(self._data)
        while low < high:
            line, start, end = self._line((low + high) // 2)
            name = line.partition(_SEPARATOR)[0]
            if name == word:
                return _components(line)
            if name < word:
                low = end
            else:
                high = start
        return None

    def _line(self, at: int) -> tuple[bytes, int, int]:
        """The line around a position, where it starts and where the next one does."""
        start = self._data.rfind(b"\n", 0, at) + 1
        end = self._data.find(b"\n", at)
        end = len(self._data) if end < 0 else end
        return self._data[start:end], start, end + 1


def _components(line: bytes) -> list[int]:
    return [byte - OFFSET for byte in line.partition(_SEPARATOR)[2]]
