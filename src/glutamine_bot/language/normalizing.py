"""From a line of text to plain lower-case words.

Everything that compares text in this program compares the words made here, so that
"What’s the DOSE?" and "whats the dose" are the same question.
"""

from __future__ import annotations

import re
import unicodedata

MAX_CHARACTERS = 4_000
"""Text beyond this is not read: it bounds the time that one line can take."""

MAX_WORDS = 120
"""Words beyond this are not considered, for the same reason."""

_WORD = re.compile(r"[^\W\d_]+(?:'[^\W\d_]+)*|\d+(?:[.,]\d+)*")
_APOSTROPHES = str.maketrans({"\u2019": "'", "\u2018": "'", "\u02bc": "'", "`": "'", "\u00b4": "'"})
_LETTERS = str.maketrans({"\u00df": "ss", "\u00e6": "ae", "\u0153": "oe", "\u00f8": "o", "\u0142": "l"})

_ENDINGS = {
    "n't": "not",
    "'re": "are",
    "'ve": "have",
    "'ll": "will",
    "'m": "am",
    "'d": "would",
}
_IS_AFTER = frozenset(
    ("what", "who", "where", "when", "why", "how", "which", "that", "this", "it", "there", "here", "he", "she", "let")
)
_WHOLE = {
    "can't": ("can", "not"),
    "won't": ("will", "not"),
    "shan't": ("shall", "not"),
    "let's": ("let", "us"),
    "y'all": ("you", "all"),
    "o'clock": ("oclock",),
}
# The same forms typed without the apostrophe, but for those that are words of their own (were, well, id, ill, shell).
_BARE = {
    "cant": ("can", "not"),
    "wont": ("will", "not"),
    "cannot": ("can", "not"),
    "dont": ("do", "not"),
    "doesnt": ("does", "not"),
    "didnt": ("did", "not"),
    "isnt": ("is", "not"),
    "arent": ("are", "not"),
    "wasnt": ("was", "not"),
    "werent": ("were", "not"),
    "hasnt": ("has", "not"),
    "havent": ("have", "not"),
    "hadnt": ("had", "not"),
    "couldnt": ("could", "not"),
    "shouldnt": ("should", "not"),
    "wouldnt": ("would", "not"),
    "im": ("i", "am"),
    "ive": ("i", "have"),
    "youre": ("you", "are"),
    "youve": ("you", "have"),
    "theyre": ("they", "are"),
    "whats": ("what", "is"),
    "wheres": ("where", "is"),
    "whos": ("who", "is"),
    "hows": ("how", "is"),
    "thats": ("that", "is"),
    "theres": ("there", "is"),
}


def fold(text: str) -> str:
    """The text in lower case, compatibility forms and accents folded, apostrophes made one sort.

    At most MAX_CHARACTERS of the text are read.
    """
    text = text[:MAX_CHARACTERS]
    if text.isascii():
        return text.lower().translate(_APOSTROPHES)
    text = unicodedata.normalize("NFKD", text)[: 2 * MAX_CHARACTERS].translate(_APOSTROPHES).casefold()
    plain = "".join(character for character in text if not unicodedata.combining(character))
    return unicodedata.normalize("NFKC", plain.translate(_LETTERS))


def contracted(phrase: str) -> str:
    """The phrase as it is said for short: "my liver's gone" for "my liver is gone"."""
    return phrase.replace(" is ", "'s ", 1)


def words(text: str, limit: int = MAX_WORDS) -> list[str]:
    """The words and numbers of a text, folded, contractions written out, at most `limit` of them.

    A hyphen separates ("l-glutamine" gives "l", "glutamine"), and so does the step from digits
    to letters ("20g" gives "20", "g"). A possessive loses its ending ("wife's" gives "wife").
    """
    found: list[str] = []
    for match in _WORD.finditer(fold(text)):
        word = match.group()
        if "'" in word:
            found.extend(_written_out(word))
        else:
            found.extend(_BARE.get(word, (word,)))
        if len(found) >= limit:
            return found[:limit]
    return found


def _written_out(word: str) -> tuple[str, ...]:
    """The words of a contraction: ("do", "not") for "don't"."""
    meanings: list[str] = []
    while word not in _WHOLE and (ending := _ending(word)):
        word = word[: -len(ending)]
        meanings.append(_ENDINGS[ending])
    return (*_stem_of(word), *reversed(meanings))


def _ending(word: str) -> str | None:
    """The ending of a contraction that a word has after something else."""
    return next((ending for ending in _ENDINGS if word.endswith(ending) and len(word) > len(ending)), None)


def _stem_of(word: str) -> tuple[str, ...]:
    """The words of what stands before the endings of a contraction."""
    if word in _WHOLE:
        return _WHOLE[word]
    if word.endswith("'s"):
        owner = word[:-2]
        return (owner, "is") if owner in _IS_AFTER else tuple(owner.split("'"))
    return tuple(part for part in word.split("'") if part)
