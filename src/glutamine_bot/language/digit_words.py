"""Digits that stand for a word that sounds like them: "4 me" for "for me"."""

import re
from collections.abc import Iterable, Mapping, Sequence


class DigitWords:
    """Spells out digits; `written` maps a word to phrases of its digit and the word after, in which it is meant."""

    __slots__ = ("_meant", "_pattern")

    def __init__(self, written: Mapping[str, Sequence[str]]) -> None:
        self._meant = {phrases[0].split()[0]: word for word, phrases in written.items()}
        self._pattern = re.compile(
            "|".join(_before(phrase.split() for phrase in phrases) for phrases in written.values()), re.IGNORECASE
        )

    def spelled_out(self, text: str) -> str:
        """The text with words for such digits; as it is where there are none."""
        return self._pattern.sub(lambda found: self._meant[found[0]], text) if self._meant else text


def _before(phrases: Iterable[Sequence[str]]) -> str:
    """A pattern of the digit where one of the words comes next."""
    said = list(phrases)
    return rf"(?<![\w.,-]){re.escape(said[0][0])}(?=\s+(?:{'|'.join(re.escape(word) for _, word in said)})\b)"
