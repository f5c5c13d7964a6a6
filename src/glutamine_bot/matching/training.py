"""Learning what each term and each direction of meaning says for every label.

Multinomial logistic regression over the phrasings, by stochastic gradient descent; it stops early, which does what a
penalty on large weights would do. A feature's weights for all labels are one packed row, so that a step costs two
operations on big integers a feature.
"""

from __future__ import annotations

from collections.abc import Sequence
from math import exp, gcd
from operator import mul

from glutamine_bot.domain.values import frozen
from glutamine_bot.matching.packed import Packing

FIRST_RATE = 1.6
LAST_RATE = 0.6
EPOCHS = 2
"""The rate falls evenly over so many passes; fitted on validation questions."""

MAX_WORK = 20_000_000
"""Most steps times labels, so that a build ends in good time: of very many phrasings some are not learned from."""

VALUE_SCALE = 1 << 7
WEIGHT_SCALE = 1 << 17
"""Fixed-point scales of feature values and of weights; a score, their product, stays within 32 bits up to 128."""

_SCORE = 1 / (VALUE_SCALE * WEIGHT_SCALE)
_NEGLIGIBLE = round(4.6 / _SCORE)  # labels so far behind have a hundredth of the best one's probability


@frozen
class Example:
    """A phrasing: the numbers of its features, their fixed-point values, and its label's number."""

    features: tuple[int, ...]
    values: tuple[int, ...]
    label: int


def train(
    rows: list[int], examples: Sequence[Example], packing: Packing, epochs: int = EPOCHS, last_rate: float = LAST_RATE
) -> None:
    """Improves the packed weights of each feature for every label, at WEIGHT_SCALE, in place.

    The rate falls evenly over the epochs, which are passes, to the last one. The same rows and examples give the same
    weights.
    """
    steps = min(epochs * len(examples), MAX_WORK // packing.width)
    order = _shuffled(len(examples))
    for number in range(steps):
        rate = FIRST_RATE + (last_rate - FIRST_RATE) * number / steps
        _step(rows, examples[order[number % len(order)]], rate, packing)


def _step(rows: list[int], example: Example, rate: float, packing: Packing) -> None:
    """One step down the gradient of the logarithm of the probability of the example's label."""
    scores = packing.unpack_raised(sum(map(mul, example.values, map(rows.__getitem__, example.features))))
    highest = max(scores)
    shares = {
        label: exp((score - highest) * _SCORE) for label, score in enumerate(scores) if score > highest - _NEGLIGIBLE
    }
    full = rate * WEIGHT_SCALE / VALUE_SCALE
    part = full / sum(shares.values())
    changes = [0] * packing.width
    for label, share in shares.items():
        changes[label] = -round(share * part)
    changes[example.label] += round(full)
    step = packing.pack(changes)
    for feature, value in zip(example.features, example.values, strict=True):
        rows[feature] += value * step


def _shuffled(count: int) -> list[int]:
    """The numbers below `count`, far jumps apart: neighbours are phrasings of one label."""
    stride = next(step for step in range(int(count * 0.618) + 1, 2 * count + 2) if gcd(step, count) == 1)
    return [step * stride % count for step in range(count)]
