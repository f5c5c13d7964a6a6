"""Putting questions that are alike together, by the words that tell most."""

from collections.abc import Callable, Mapping
from math import sqrt
from typing import Final

LEAST: Final = 0.6
"""Least cosine of two questions that are alike."""

_SLIP: Final = 0.85  # least likeness of two stems that are one, spelled in two ways
_SHORTEST: Final = 5  # letters of a stem from which a slip can be told from another word


def grouped(asked: Mapping[str, int], weigh: Callable[[str], Mapping[str, float]]) -> list[list[str]]:
    """The questions in groups of those alike, each group and all of them with the most frequent first.

    `asked` counts each question; `weigh` gives the stems of one and how much each tells. A question joins the group
    whose most frequent question is likest to it. The same questions always make the same groups.
    """
    order = sorted(asked, key=lambda question: (-asked[question], question))
    weighed = _respelled({question: weigh(question) for question in order})
    groups: list[list[str]] = []
    by_stem: dict[str, list[int]] = {}
    for question in order:
        weights = weighed[question]
        place = _likest(weights, groups, by_stem, weighed)
        if place is not None:
            groups[place].append(question)
            continue
        for stem in weights:
            by_stem.setdefault(stem, []).append(len(groups))
        groups.append([question])
    return sorted(groups, key=lambda group: -sum(asked[question] for question in group))


def _likest(
    weights: Mapping[str, float],
    groups: list[list[str]],
    by_stem: Mapping[str, list[int]],
    weighed: Mapping[str, Mapping[str, float]],
) -> int | None:
    """The place of the group whose first question is likest, if any is like enough."""
    shared: dict[int, float] = {}
    for stem, weight in weights.items():
        for place in by_stem.get(stem, ()):
            shared[place] = shared.get(place, 0.0) + weight * weighed[groups[place][0]][stem]
    length = _length(weights)
    cosines = {place: dot / (length * _length(weighed[groups[place][0]])) for place, dot in shared.items()}
    best = max(cosines, key=lambda place: (cosines[place], -place), default=None)
    return best if best is not None and cosines[best] >= LEAST else None


def _length(weights: Mapping[str, float]) -> float:
    return sqrt(sum(weight * weight for weight in weights.values())) or 1.0


def _respelled(weighed: Mapping[str, Mapping[str, float]]) -> dict[str, dict[str, float]]:
    """The weights with stems that differ by a slip made one, the one that was met first."""
    from rapidfuzz import process
    from rapidfuzz.distance import OSA

    spelled: dict[str, str] = {}
    known: list[str] = []
    for stem in (stem for weights in weighed.values() for stem in weights):
        if stem in spelled:
            continue
        near = len(stem) >= _SHORTEST and process.extractOne(
            stem, known, scorer=OSA.normalized_similarity, score_cutoff=_SLIP
        )
        spelled[stem] = near[0] if near else stem
        if not near:
            known.append(stem)
    return {
        question: {spelled[stem]: weight for stem, weight in weights.items()} for question, weights in weighed.items()
    }
