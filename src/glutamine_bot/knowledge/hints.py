"""What an author probably meant by a word that is not known."""

from collections.abc import Iterable

from rapidfuzz import fuzz, process, utils

_LEAST_LIKENESS = 65.0


def did_you_mean(word: str, known: Iterable[str]) -> str:
    """A hint that names the known word most like it, or nothing where none is like it."""
    like = most_like(word, known)
    return f"did you mean {like!r}?" if like else ""


def most_like(word: str, known: Iterable[str]) -> str:
    """The known word most like it; empty where none is like it."""
    found = process.extractOne(
        word, list(known), scorer=fuzz.ratio, processor=utils.default_process, score_cutoff=_LEAST_LIKENESS
    )
    return str(found[0]) if found else ""
