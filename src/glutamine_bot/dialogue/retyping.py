"""A word typed once more after a slip: "*time" after "what is the best tome to take it"."""

import re

_STAR = "*"
_STARRED = r"\s*(?:\*+\s*([\w'’-]+)|([\w'’-]+)\s*\*+)\s*"
_WORD = r"[\w'’-]+"

LEAST = 0.5
"""Least likeness, 1 - edits / length, of the word that was meant and the slip."""


def retyped(line: str, before: str) -> str:
    """The line before with the word that a line puts right in it; the line itself where it puts none right."""
    starred = re.fullmatch(_STARRED, line) if _STAR in line else None  # not compiled before it is needed
    meant = (starred[1] or starred[2]) if starred else None
    slip = _likest(meant, before) if meant else None
    return f"{before[: slip.start()]}{meant}{before[slip.end() :]}" if slip else line


def _likest(meant: str, before: str) -> re.Match[str] | None:
    """The word of a line that is likest to what was meant, if any is like enough."""
    from rapidfuzz.distance import OSA  # here, since few lines need it and it takes long to load

    found = [
        (OSA.normalized_similarity(meant.casefold(), word[0].casefold()), -word.start(), word)
        for word in re.finditer(_WORD, before)
    ]
    alike, _, word = max(found, default=(0.0, 0, None))
    return word if alike >= LEAST else None
