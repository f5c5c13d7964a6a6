"""The weights of each label's mean phrasing: where learning starts from, and all there is for very many labels."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from math import sqrt

TERMS = 5.0
MEANING = 3.0
"""How far agreement with a label's mean phrasing raises its score; fitted on validation questions."""


def term_weights(examples: Sequence[tuple[Mapping[str, float], int]], labels: int) -> dict[str, dict[int, float]]:
    """For each term the labels that it speaks for, with the weight that makes scores cosines times TERMS."""
    sums: list[dict[str, float]] = [{} for _ in range(labels)]
    for terms, label in examples:
        total = sums[label]
        for term, value in terms.items():
            total[term] = total.get(term, 0.0) + value
    postings: dict[str, dict[int, float]] = {}
    for label, total in enumerate(sums):
        scale = TERMS / (sqrt(sum([value * value for value in total.values()])) or 1.0)
        for term, value in total.items():
            postings.setdefault(term, {})[label] = value * scale
    return postings


def direction_weights(centroids: Sequence[Sequence[float]]) -> list[list[float]]:
    """For each dimension its weight for every label, from the labels' centroids: what sets each apart from the mean."""
    if not centroids:
        return []
    columns = [list(column) for column in zip(*centroids, strict=True)]
    means = [sum(column) / len(column) for column in columns]
    return [[MEANING * (component - mean) for component in column] for column, mean in zip(columns, means, strict=True)]
