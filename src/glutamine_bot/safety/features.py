"""A line in parts, and each part as features: what the learned half of the triage judges by."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache
from itertools import pairwise
from math import sqrt

from glutamine_bot.language.stemming import stem
from glutamine_bot.safety.excusing import Excuser
from glutamine_bot.safety.reading import Reading
from glutamine_bot.safety.spans import Span, Spans

SIGNS = 1.0
WORDS = 1.0
PAIRS = 0.7
"""The lengths of the three sorts of features as vectors: groups of patterns, stems, pairs of neighbouring stems."""

LONGEST = 40
"""Tokens from which on a sentence is judged in pieces, too: people in distress leave the full stops out."""

_PIECE = 24
_STEP = 12
_MOST_SPANS = 5
"""Spans of one group that are looked at for one that stands."""

Features = dict[str, float]


class Extractor:
    """Makes features of lines that were read; `signs` are the names of the groups that count."""

    __slots__ = ("_signs",)

    def __init__(self, signs: Iterable[str]) -> None:
        self._signs = frozenset(signs)

    def parts(self, reading: Reading, spans: Spans, excuser: Excuser) -> Iterator[Features]:
        """The features of a line, then those of its sentences, and of pieces of long ones, where there are several.

        A group is one feature where it stands and another where an excuse covers it.
        """
        signs = [
            (name, span, excuser.excuses(span))
            for name in spans.groups()
            if name in self._signs
            for span in spans.of(name)[:_MOST_SPANS]
        ]
        stems = [
            _stem(token[0] if token else typed) for token, typed in zip(reading.tokens, reading.typed, strict=True)
        ]
        for start, end in _parts(reading):
            inside: dict[str, bool] = {}
            for name, span, excused in signs:
                if start <= span[0] and span[1] <= end:
                    inside[name] = excused and inside.get(name, True)
            yield _features(inside, stems[start:end])


def without_signs(features: Features) -> Features:
    """The features less those of groups."""
    return {name: value for name, value in features.items() if name[:1] not in _MARKS}


def without_pairs(features: Features) -> Features:
    """The features less those of pairs of stems."""
    return {name: value for name, value in features.items() if " " not in name}


_STANDING = "+"
_EXCUSED = "-"
_MARKS = frozenset((_STANDING, _EXCUSED))

_stem = lru_cache(maxsize=4_000)(stem)


def _features(signs: dict[str, bool], stems: Sequence[str]) -> Features:
    named = {f"{_EXCUSED if excused else _STANDING}{name}" for name, excused in signs.items()}
    pairs = {f"{left} {right}" for left, right in zip(["^", *stems], [*stems, "$"], strict=True)}
    features = {"": 1.0}
    for names, length in ((named, SIGNS), (set(stems), WORDS), (pairs, PAIRS)):
        features.update(dict.fromkeys(sorted(names), length / (sqrt(len(names)) or 1.0)))
    return features


def _parts(reading: Reading) -> Iterator[Span]:
    """The whole line, its sentences if it has several, and the pieces of long sentences."""
    total = len(reading.tokens)
    yield 0, total
    sentences = list(_sentences(reading))
    if len(sentences) > 1:
        yield from sentences
    for start, end in sentences:
        if end - start > LONGEST:
            yield from ((first, min(first + _PIECE, end)) for first in range(start, end - _STEP, _STEP))


def _sentences(reading: Reading) -> Iterator[Span]:
    edges = sorted({0, *reading.hard, len(reading.tokens)})
    return ((start, end) for start, end in pairwise(edges) if end > start)
