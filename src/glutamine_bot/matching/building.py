"""Building an index from phrasings."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import InitVar, dataclass, field
from math import log

from glutamine_bot.language.normalizing import words
from glutamine_bot.matching.averaging import direction_weights, term_weights
from glutamine_bot.matching.features import FeatureExtractor, Features, of_length, pairs_of, sum_of_vectors
from glutamine_bot.matching.index import CENTROID_LENGTH, MAX_PACKED, SCALE, Index, row_of
from glutamine_bot.matching.packed import Packing
from glutamine_bot.matching.reading import Synonyms, read_phrasing
from glutamine_bot.matching.training import VALUE_SCALE, WEIGHT_SCALE, Example, train
from glutamine_bot.matching.vectors import LENGTH_OF_ONE, WordVectors
from glutamine_bot.matching.vocabulary import Vocabulary

_DIGITS = 3
_NEGLIGIBLE = round(0.1 * WEIGHT_SCALE)  # weights below are left out of the postings


def build_index(phrasings: Mapping[str, Sequence[str]], vocabulary: Vocabulary, vectors: WordVectors) -> Index:
    """The index of labels and their phrasings. Raises ValueError where there is no label with a phrasing."""
    given = {label: list(dict.fromkeys(texts)) for label, texts in phrasings.items() if texts}
    if not given:
        raise ValueError("nothing to match against: no label has a phrasing")
    synonyms = Synonyms(vocabulary)
    read = [[read_phrasing(text, synonyms) for text in texts] for texts in given.values()]
    stems = [[[term.stem for term in terms] for terms in texts] for texts in read]
    idf = inverse_label_frequency(stems)
    extractor = FeatureExtractor(idf, len(given))
    texts = [_Text(extractor.extract(terms), label, vectors) for label, group in enumerate(read) for terms in group]
    centroids = _centroids(texts, len(given), vectors.dimensions)
    postings, directions = _learned(texts, idf, len(given)) if len(given) <= MAX_PACKED else _averaged(texts, centroids)
    return Index(
        labels=list(given),
        phrasings=list(given.values()),
        read=[[" ".join(text) for text in texts] for texts in stems],
        counts=_word_counts(given, vocabulary),
        idf=idf,
        postings=postings,
        directions=directions,
        centroids=[row_of(round(part * CENTROID_LENGTH) for part in centroid) for centroid in centroids],
    )


def inverse_label_frequency(read: Sequence[Sequence[Sequence[str]]]) -> dict[str, float]:
    """log((1 + labels) / (1 + labels with the term)) + 1 for each stem and pair, smoothed as is usual for TF-IDF.

    Pairs that stand in one phrasing only are left out: they are most of all pairs and tell next to nothing.
    """
    frequency: Counter[str] = Counter()
    pairs = Counter(pair for texts in read for stems in texts for pair in set(pairs_of(stems)))
    for texts in read:
        frequency.update({stem for stems in texts for stem in stems})
        frequency.update({pair for stems in texts for pair in pairs_of(stems) if pairs[pair] > 1})
    total = 1 + len(read)
    return {term: round(log(total / (1 + count)) + 1, _DIGITS) for term, count in sorted(frequency.items())}


@dataclass(slots=True)
class _Text:
    """A phrasing, its label's number, and the sum of its word vectors."""

    features: Features
    label: int
    vectors: InitVar[WordVectors]
    meaning: list[float] = field(init=False)

    def __post_init__(self, vectors: WordVectors) -> None:
        weighted = [(weight, vector) for word, weight in self.features.words.items() if (vector := vectors.get(word))]
        self.meaning = sum_of_vectors(weighted, vectors.dimensions)


def _learned(texts: Sequence[_Text], idf: Mapping[str, float], labels: int) -> tuple[dict[str, str], list[str]]:
    """The weights of terms and of the directions of word vectors, learned from the phrasings."""
    dimensions = len(texts[0].meaning)
    numbers = {term: dimensions + number for number, term in enumerate(idf)}
    rows = train([_example(text, numbers) for text in texts], dimensions + len(idf), labels)
    unpack = Packing(labels).unpack
    postings = {term: row_of(_posting(unpack(rows[number]))) for term, number in numbers.items()}
    return postings, [row_of(map(_weight, unpack(row))) for row in rows[:dimensions]]


def _averaged(texts: Sequence[_Text], centroids: Sequence[Sequence[float]]) -> tuple[dict[str, str], list[str]]:
    """The weights of terms and of the directions of word vectors, from the mean phrasing of each label."""
    weights = term_weights([(text.features.terms, text.label) for text in texts], len(centroids))
    postings = {
        term: row_of(number for label, weight in posting.items() for number in (label, round(weight * SCALE)))
        for term, posting in weights.items()
    }
    return postings, [row_of(round(weight * SCALE) for weight in row) for row in direction_weights(centroids)]


def _example(text: _Text, numbers: Mapping[str, int]) -> Example:
    terms = text.features.terms
    values = [*(component / LENGTH_OF_ONE for component in text.meaning), *terms.values()]
    return Example(
        features=(*range(len(text.meaning)), *(numbers[term] for term in terms)),
        values=tuple(round(value * VALUE_SCALE) for value in values),
        label=text.label,
    )


def _centroids(texts: Sequence[_Text], labels: int, dimensions: int) -> list[list[float]]:
    """The mean direction of the phrasings of each label, of length one."""
    sums = [[0.0] * dimensions for _ in range(labels)]
    for text in texts:
        direction = of_length(text.meaning, 1.0)
        sums[text.label] = [total + part for total, part in zip(sums[text.label], direction, strict=True)]
    return [of_length(total, 1.0) for total in sums]


def _posting(weights: Sequence[int]) -> list[int]:
    """Labels and weights in turn, those that count."""
    counting = [label for label, weight in enumerate(weights) if not -_NEGLIGIBLE < weight < _NEGLIGIBLE]
    return [number for label in counting for number in (label, _weight(weights[label]))]


def _weight(learned: int) -> int:
    """A learned weight in the units of the index."""
    return round(learned * SCALE / WEIGHT_SCALE)


def _word_counts(phrasings: Mapping[str, Sequence[str]], vocabulary: Vocabulary) -> dict[str, int]:
    counts = Counter(word for texts in phrasings.values() for text in texts for word in words(text))
    for phrase in (*vocabulary.synonyms, *vocabulary.synonyms.values(), *vocabulary.fillers):
        counts.update(words(phrase))
    return dict(sorted(counts.items()))
