"""Cutting a line into the clauses that can be answered by themselves."""

import re
from collections.abc import Collection, Iterable, Iterator

# No pattern here may look at a run of characters once for each of them: a line can be nothing but that run.
_BLANKS = re.compile(r"[^\S\n]{2,}")
_STOPS = re.compile(r"[?!;\n]+|:(?=\s)|(?<!\.)\.++(?=\s|$)|(?<=\w)\s[-\u2013\u2014]++\s(?=\w)")

_WORD = re.compile(r"[^\W\d_]+")


class ClauseSplitter:
    """Splits lines at full stops, and before a question that a joiner or a comma begins.

    `openers` are the words that can begin a question, `joiners` what can stand before a further one; `statements` are
    openers that go on with a statement where they follow an "and", `leading` the words before an opener that say
    nothing.
    """

    __slots__ = ("_joint", "_leading", "_openers")

    def __init__(
        self,
        openers: Collection[str],
        joiners: Iterable[str],
        statements: Iterable[str] = (),
        leading: Iterable[str] = (),
    ) -> None:
        self._openers = frozenset(openers)
        self._leading = frozenset(leading)
        joint = set(openers) - set(statements)
        opening = "|".join(sorted(map(re.escape, joint), key=len, reverse=True))
        joining = "|".join(sorted(map(re.escape, joiners), key=len, reverse=True))
        self._joint = re.compile(
            rf"(?:,\s*|\s+)(?:{joining})\b[\s,]*|(?:,\s*(?:and|but|so|or)?|\s+(?:and|but|so))\s+(?=(?:{opening})\b)",
            re.IGNORECASE,
        )

    def split(self, line: str) -> list[tuple[str, bool]]:
        """The clauses of a line, each with whether it is put as a question; blank ones are left out."""
        line = _BLANKS.sub(" ", line.replace("&", " and ").replace(" + ", " and "))
        return [clause for sentence, mark in _sentences(line) for clause in self._parts(sentence, mark)]

    def _parts(self, sentence: str, mark: str) -> Iterator[tuple[str, bool]]:
        parts = [part.strip() for part in self._joint.split(sentence) if part.strip()]
        for number, part in enumerate(parts, start=1):
            marked = "?" in mark and number == len(parts)
            yield part, marked or self._opens(part)

    def _opens(self, text: str) -> bool:
        words = (found.group().lower() for found in _WORD.finditer(text))
        first = next((word for word in words if word not in self._leading), "")
        return first in self._openers


def _sentences(line: str) -> Iterator[tuple[str, str]]:
    """The sentences of a line with the punctuation that ends each."""
    start = 0
    for stop in _STOPS.finditer(line):
        yield line[start : stop.start()], stop.group()
        start = stop.end()
    yield line[start:], ""
