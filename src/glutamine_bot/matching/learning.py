"""From phrasings to the weights of terms and meanings for labels."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from glutamine_bot.domain.values import frozen
from glutamine_bot.matching.averaging import direction_weights, term_weights
from glutamine_bot.matching.index import MAX_PACKED
from glutamine_bot.matching.packed import Packing
from glutamine_bot.matching.training import VALUE_SCALE, WEIGHT_SCALE, Example, train
from glutamine_bot.matching.vectors import LENGTH_OF_ONE

_NEGLIGIBLE = round(0.1 * WEIGHT_SCALE)  # weights of terms below are left out


@frozen
class Text:
    """A phrasing to learn from: its terms by weight, the weighted sum of its word vectors, its label's number."""

    terms: Mapping[str, float]
    meaning: Sequence[float]
    label: int


@frozen
class Weights:
    """What each term says for labels, and each dimension of the word vectors for every label."""

    terms: Mapping[str, Mapping[int, float]]
    directions: Sequence[Sequence[float]]


def learned_weights(texts: Sequence[Text], centroids: Sequence[Sequence[float]]) -> Weights:
    """The weights that tell labels apart; those of their mean phrasings where there are too many to compare."""
    labels = len(centroids)
    start = Weights(term_weights([(text.terms, text.label) for text in texts], labels), direction_weights(centroids))
    return _trained(start, texts, Packing(labels)) if labels <= MAX_PACKED else start


def _trained(start: Weights, texts: Sequence[Text], packing: Packing) -> Weights:
    dimensions = len(start.directions)
    numbers = {term: dimensions + number for number, term in enumerate(start.terms)}
    rows = [_packed(dict(enumerate(row)), packing) for row in start.directions]
    rows.extend(_packed(posting, packing) for posting in start.terms.values())
    train(rows, [_example(text, numbers) for text in texts], packing)
    directions = [[weight / WEIGHT_SCALE for weight in packing.unpack(row)] for row in rows[:dimensions]]
    terms = {term: _counting(packing.unpack(rows[number])) for term, number in numbers.items()}
    return Weights(terms, directions)


def _counting(weights: Sequence[int]) -> dict[int, float]:
    """The weights that count, by label."""
    return {
        label: weight / WEIGHT_SCALE for label, weight in enumerate(weights) if not -_NEGLIGIBLE < weight < _NEGLIGIBLE
    }


def _packed(weights: Mapping[int, float], packing: Packing) -> int:
    return packing.pack_sparse([(label, round(weight * WEIGHT_SCALE)) for label, weight in weights.items()])


def _example(text: Text, numbers: Mapping[str, int]) -> Example:
    values = [*(component / LENGTH_OF_ONE for component in text.meaning), *text.terms.values()]
    return Example(
        features=(*range(len(text.meaning)), *(numbers[term] for term in text.terms)),
        values=tuple(round(value * VALUE_SCALE) for value in values),
        label=text.label,
    )
