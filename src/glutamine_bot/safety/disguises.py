"""Undoing what hides a word from a pattern and not from a person: look-alike letters, blanks or digits in a word."""

from __future__ import annotations

import re

from glutamine_bot.language.normalizing import MAX_CHARACTERS, fold

_INVISIBLE = dict.fromkeys([*range(0x200B, 0x2010), *range(0x202A, 0x202F), 0x2060, 0xFEFF, 0xAD])
# Letters of other scripts that look like Latin ones (a part of Unicode UTS #39, confusables.txt), in lower case.
_LOOK_ALIKES = str.maketrans(
    "\u0430\u0432\u0435\u0451\u0456\u0458\u043a\u043c\u043d\u043e\u0440\u0441\u0442\u0443\u0445\u0455\u04bb\u0501"
    "\u03b1\u03b5\u03b9\u03ba\u03bd\u03bf\u03c1\u03c4\u03c5\u03c7\u0261\u0131",
    "abeeijkmhopctyxshd" + "aeiknoptuxgi",
)
_DISGUISED = re.compile(r"(?<=[a-z])[013457@$](?=[a-z])")
_DISGUISES = {"0": "o", "1": "i", "3": "e", "4": "a", "5": "s", "7": "t", "@": "a", "$": "s"}
_SPELLED_OUT = re.compile(r"(?<!\w)(?:[a-z][ .\-*_/]){2,}[a-z](?!\w)")
_BETWEEN_LETTERS = re.compile(r"[ .\-*_/]")
_STRETCHED = re.compile(r"([a-z])\1{2,}")


def undisguised(text: str) -> str:
    """The text folded, with invisible characters, disguised, spelled-out and stretched words undone.

    At most MAX_CHARACTERS of it are read (see `normalizing.fold`).
    """
    text = fold(text) if text.isascii() else fold(text.translate(_INVISIBLE)).translate(_LOOK_ALIKES)
    text = _DISGUISED.sub(lambda match: _DISGUISES[match.group()], text)
    text = _SPELLED_OUT.sub(lambda match: _BETWEEN_LETTERS.sub("", match.group()), text)
    return _STRETCHED.sub(r"\1", text)


def readings(text: str) -> tuple[str, ...]:
    """The text in lower case, and its beginning and end with disguises undone."""
    ends = (text,) if len(text) <= MAX_CHARACTERS else (text[:MAX_CHARACTERS], text[-MAX_CHARACTERS:])
    return tuple(dict.fromkeys((text.casefold(), *map(undisguised, ends))))
