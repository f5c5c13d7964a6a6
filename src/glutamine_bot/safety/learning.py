"""Learning from examples what tells an emergency from a harmless line, and the kinds of emergency apart."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from glutamine_bot.domain.buckets import packed
from glutamine_bot.matching.packed import Packing
from glutamine_bot.matching.training import VALUE_SCALE, WEIGHT_SCALE, Example, train
from glutamine_bot.safety.classifier import SCALE
from glutamine_bot.safety.features import Features, without_pairs, without_signs

EPOCHS = 5
"""Passes over the examples; fitted by cross-validation."""

LAST_RATE = 0.05
"""The rate that learning falls to: so low that the last examples say no more than the first."""

_LEAST = 2
"""Examples that a feature must be in to be learned: most pairs of stems are in one, and tell nothing of others."""

_NEGLIGIBLE = 0.2
"""Weights so near to nothing that they are left out."""


def learned(emergencies: Mapping[str, Sequence[Features]], calm: Sequence[Features]) -> dict[str, Any]:
    """What `classifier.Classifier.from_data` takes, of example lines by kind of emergency and of harmless ones.

    An emergency is given as the features of its whole line: which part of it tells, nobody said. No part of a harmless
    line is alarming, so that `calm` holds the features of each. The same examples give the same weights.
    """
    kinds = list(emergencies)
    emergency = [(features, kind) for kind, lines in enumerate(emergencies.values()) for features in lines]
    telling = [(features, 1) for features, _ in emergency] + [(features, 0) for features in calm]
    both = _weights(telling, 2)
    danger = {name: alarming - calm for name, (calm, alarming) in both.items()}
    apart = _weights([(without_pairs(features), kind) for features, kind in emergency], len(kinds))
    return {
        "kinds": kinds,
        "danger": packed({name: round(SCALE * weight) for name, weight in danger.items() if _counts(weight)}),
        "apart": packed({name: text for name, row in apart.items() if (text := _sparse(row))}),
    }


def _weights(examples: Sequence[tuple[Features, int]], labels: int) -> dict[str, list[float]]:
    """The weight of each feature for every label.

    Examples are learned from twice, once by their words alone: where a group of patterns says it all, these would be
    left unlearned, and it is the words that are met where no group is.
    """
    examples = [*examples, *((without_signs(features), label) for features, label in examples)]
    counts = Counter(name for features, _ in examples for name in features)
    numbers = {name: number for number, name in enumerate(name for name, count in counts.items() if count >= _LEAST)}
    packing = Packing(labels)
    rows = [0] * len(numbers)
    train(rows, [_example(features, label, numbers) for features, label in examples], packing, EPOCHS, LAST_RATE)
    return {
        name: [weight / WEIGHT_SCALE for weight in packing.unpack(rows[number])] for name, number in numbers.items()
    }


def _example(features: Features, label: int, numbers: Mapping[str, int]) -> Example:
    known = [(numbers[name], round(value * VALUE_SCALE)) for name, value in features.items() if name in numbers]
    return Example(tuple(number for number, _ in known), tuple(value for _, value in known), label)


def _sparse(row: Iterable[float]) -> str:
    """The labels that have a weight, and that weight in units of 1 / SCALE, in turn."""
    return " ".join(f"{label} {round(SCALE * weight)}" for label, weight in enumerate(row) if _counts(weight))


def _counts(weight: float) -> bool:
    return abs(weight) >= _NEGLIGIBLE
