"""A line as numbers, words and signs with their places, for reading amounts."""

import re
import unicodedata
from collections.abc import Mapping
from fractions import Fraction
from typing import NamedTuple

from glutamine_bot.language.normalizing import MAX_CHARACTERS

MAX_DIGITS = 12
"""A longer number is no amount; it bounds the size of the fractions that are worked with."""

# Dates, times, versions, ordinals and lists run together are kept whole: nothing in them is an amount.
_LETTER = r"[^\W\d_\u00b2\u00b3\u00b9\u00bc-\u00be\u2150-\u2189]"  # no superscripts, no fractions in one sign
_TOKEN = re.compile(
    r"(?P<other>\d+(?::\d+)+|\d+\.\d+(?:\.\d+)+|\d+/\d+(?:/\d+)+|\d{4}-\d+-\d+|\d+-\d+-\d{4}"
    r"|\d+(?:th|nd|rd)(?!\w)|(?:\d*[02-9])?1st(?!\w))"
    r"|(?P<number>\d{1,3}(?:,\d{3})+(?![\d]|,\d)(?:\.\d+)?|\d{1,3}(?: 000)+(?!\d)|\d+,\d{1,2}(?![\d]|,\d)"
    r"|\d+\.\d+|(?<![\w.])\.\d+)"
    r"|(?P<list>\d+(?:,\d+)+)"
    r"|(?P<whole>\d+)"
    rf"|(?P<word>x(?=\s?\d)|{_LETTER}+?(?=x\d)|{_LETTER}+(?:'{_LETTER}+)*)"
    r"|(?P<sign>\S)"
)
_GROUPED = re.compile(r",\d{3}(?!\d)")
_PLAIN = str.maketrans(
    {
        "\u2019": "'",
        "\u2018": "'",
        "\u02bc": "'",
        "`": "'",
        "\u2010": "-",
        "\u2011": "-",
        "\u2012": "-",
        "\u2013": "-",
        "\u2014": "-",
        "\u2212": "-",
        "\u2044": "/",
    }
)


class Token(NamedTuple):
    """A part of the line, folded: `value` where it is a number in digits, `glued` where no blank stands before it."""

    text: str
    start: int
    end: int
    value: Fraction | None
    glued: bool


_NOTHING = Token("", 0, 0, None, False)


class TokenLine:
    """The tokens of a line; places before and after them hold an empty token."""

    __slots__ = ("_words", "line", "tokens")

    def __init__(self, line: str, tokens: list[Token]) -> None:
        self.line = line
        self.tokens = tokens
        self._words = {place: token.text for place, token in enumerate(tokens)}

    def __len__(self) -> int:
        return len(self.tokens)

    def at(self, place: int) -> Token:
        """The token at a place, an empty one outside of the line."""
        return self.tokens[place] if 0 <= place < len(self.tokens) else _NOTHING

    def word(self, place: int) -> str:
        """The folded text of the token at a place, empty outside of the line."""
        return self._words.get(place, "")


def level(line: str) -> str:
    """The line in lower case, typographic signs made plain, each character in its own place."""
    line = line[:MAX_CHARACTERS]
    if line.isascii():
        return line.lower().replace("`", "'")
    return "".join(map(_level_character, line.translate(_PLAIN)))


def _level_character(character: str) -> str:
    if character.isascii():
        return character.lower()
    digit = unicodedata.decimal(character, None)
    if digit is not None:
        return str(digit)
    if unicodedata.category(character) in ("Cf", "Zs"):
        return " "
    plain = unicodedata.normalize("NFKC", character) if character.isalpha() else character
    lower = plain.lower()
    return lower if len(lower) == 1 else character


def tokens(text: str, signs: Mapping[str, Fraction]) -> list[Token]:
    """The tokens of a levelled text, in order. `signs` are the characters that are numbers by themselves."""
    found: list[Token] = []
    last = 0
    for match in _TOKEN.finditer(text):
        said = match.group()
        start, end = match.span()
        kind = match.lastgroup
        value = number(said) if kind in ("number", "whole") else signs.get(said) if kind == "sign" else None
        found.append(Token(said, start, end, value, start == last and start > 0))
        last = end
    return found


def number(digits: str) -> Fraction | None:
    """The exact value of a number in digits: "1,000", "1 000", "1.5", "1,5", ".5"; None beyond MAX_DIGITS."""
    if len(digits) > MAX_DIGITS:
        return None
    if digits.isdigit():
        return Fraction(int(digits))
    if "," in digits:
        grouped = _GROUPED.search(digits) and not digits.startswith("0")
        digits = digits.replace(",", "" if grouped else ".")
    return Fraction(digits.replace(" ", ""))
