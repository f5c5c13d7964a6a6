"""The learned half of the triage: how likely a part of a line tells of an emergency, and of which kind.

A linear classifier whose weights were learned from the examples of a knowledge base when it was compiled (`learning`).
It knows other words than the rules, and weighs all that stands in a line where a rule needs one pattern to fit.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any, Self

from glutamine_bot.domain.buckets import Buckets
from glutamine_bot.safety.features import Features

SCALE = 100
"""Weights are whole numbers, in units of 1 / SCALE."""


class Classifier:
    """Judges features. `danger` weighs each for emergencies against harmless lines, `apart` for each of `kinds`."""

    __slots__ = ("_apart", "_danger", "_kinds")

    def __init__(self, kinds: Sequence[str], danger: Mapping[str, int], apart: Mapping[str, str]) -> None:
        self._kinds = kinds
        self._danger = danger
        self._apart = apart

    @classmethod
    def from_data(cls, data: Mapping[str, Any]) -> Self:
        """The classifier that `learning.learned` gave."""
        return cls(data["kinds"], Buckets(data["danger"], int), Buckets(data["apart"], str))

    def danger(self, features: Features) -> float:
        """The logarithm of the odds that this tells of an emergency."""
        weight = self._danger.get
        return sum([value * (weight(name) or 0) for name, value in features.items()]) / SCALE

    def kind(self, features: Features) -> tuple[str, float]:
        """The likeliest kind of emergency, and by how much its log odds lead those of the next."""
        scores = [0.0] * len(self._kinds)
        for name, value in features.items():
            numbers = (self._apart.get(name) or "").split()
            for label, weight in zip(numbers[::2], numbers[1::2], strict=True):
                scores[int(label)] += value * int(weight)
        first, second, *_ = [*sorted(scores, reverse=True), 0.0, 0.0]
        return self._kinds[scores.index(first)], (first - second) / SCALE
