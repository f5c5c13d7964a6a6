"""Why a label matched: the words of the question, sorted by how the label's phrasings explain them."""

from __future__ import annotations

from collections.abc import Container, Iterable, Sequence
from typing import TypeVar

from glutamine_bot.domain.match import Evidence
from glutamine_bot.matching.function_words import FUNCTION_WORDS
from glutamine_bot.matching.reading import Term

_T = TypeVar("_T")


def explain(terms: Sequence[Term], explained: Container[str], phrasing: str, similarity: float) -> Evidence:
    """The evidence of a label whose phrasings hold the stems `explained`."""
    exact, corrected, synonyms, unexplained = [], [], [], []
    for term in terms:
        if term.stem not in explained:
            if is_content(term):
                unexplained.append(term.typed)
        elif term.synonym:
            synonyms.append((term.typed, term.meant))
        elif term.typed != term.meant:
            corrected.append((term.typed, term.meant))
        else:
            exact.append(term.typed)
    return Evidence(phrasing, similarity, _once(exact), _once(corrected), _once(synonyms), _once(unexplained))


def is_content(term: Term) -> bool:
    """Whether the word says what the question is about."""
    return term.meant not in FUNCTION_WORDS and term.typed not in FUNCTION_WORDS and len(term.meant) > 1


def _once(values: Iterable[_T]) -> tuple[_T, ...]:
    return tuple(dict.fromkeys(values))
