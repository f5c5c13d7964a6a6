"""Comparing a question with the phrasings of one label."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from math import sqrt

from glutamine_bot.matching.index import Index
from glutamine_bot.matching.packed import numbers_in


class LabelPhrasings:
    """The phrasings of one label, found by their stems."""

    __slots__ = ("_by_stem", "_lengths", "centroid")

    def __init__(self, read: Sequence[str], lengths: Sequence[float], centroid: Sequence[int]) -> None:
        self.centroid = centroid
        self._by_stem: dict[str, list[int]] = {}
        self._lengths = lengths
        for number, text in enumerate(read):
            for stem in set(text.split()):
                self._by_stem.setdefault(stem, []).append(number)

    def __contains__(self, stem: object) -> bool:
        return stem in self._by_stem

    def coverage(self, asked: Mapping[str, float]) -> float:
        """The share of the stems asked that the phrasings hold, by weight; 0 to 1."""
        held = sum([weight for stem, weight in asked.items() if stem in self._by_stem])
        return held / (sum(asked.values()) or 1.0)

    def nearest(self, asked: Mapping[str, float]) -> tuple[int, float]:
        """The nearest phrasing's number and its cosine with the stems asked, given by weight; 0 to 1."""
        shared: dict[int, float] = {}
        for stem, weight in asked.items():
            square = weight * weight
            for number in self._by_stem.get(stem, ()):
                shared[number] = shared.get(number, 0.0) + square
        if not shared:
            return 0, 0.0
        lengths = self._lengths
        best, nearest = 0.0, 0
        for number, weight in shared.items():
            cosine = weight / lengths[number]
            if cosine > best or (cosine == best and number < nearest):
                best, nearest = cosine, number
        return nearest, min(1.0, best / sqrt(sum([weight * weight for weight in asked.values()])))


class Phrasings:
    """The phrasings of every label; a label's are prepared when they are first looked at."""

    __slots__ = ("_index", "_prepared")

    def __init__(self, index: Index) -> None:
        self._index = index
        self._prepared: dict[int, LabelPhrasings] = {}

    def of(self, label: int) -> LabelPhrasings:
        """The phrasings of a label."""
        prepared = self._prepared.get(label)
        if prepared is None:
            prepared = self._prepared[label] = LabelPhrasings(
                self._index.read[label],
                list(map(float, self._index.lengths[label].split())),
                numbers_in(self._index.centroids[label]),
            )
        return prepared
