"""Building an index from phrasings."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from math import log

from glutamine_bot.language.normalizing import words
from glutamine_bot.matching.features import FeatureExtractor, Features, pairs_of, sum_of_vectors
from glutamine_bot.matching.index import SCALE, Index
from glutamine_bot.matching.packed import Packing
from glutamine_bot.matching.reading import Synonyms, Term, read_phrasing
from glutamine_bot.matching.training import VALUE_SCALE, WEIGHT_SCALE, Example, train
from glutamine_bot.matching.vectors import LENGTH_OF_ONE, WordVectors
from glutamine_bot.matching.vocabulary import Vocabulary

_DIGITS = 3
_NEGLIGIBLE = round(0.03 * SCALE)  # weights below are left out of the postings


def build_index(phrasings: Mapping[str, Sequence[str]], vocabulary: Vocabulary, vectors: WordVectors) -> Index:
    """The index of labels and their phrasings. Raises ValueError where there is no label with a phrasing."""
    given = {label: list(dict.fromkeys(texts)) for label, texts in phrasings.items() if texts}
    if not given:
        raise ValueError("nothing to match against: no label has a phrasing")
    synonyms = Synonyms(vocabulary)
    read = [[read_phrasing(text, synonyms) for text in texts] for texts in given.values()]
    stems = [[[term.stem for term in terms] for terms in texts] for texts in read]
    idf = inverse_label_frequency(stems)
    postings, directions = _learned(read, idf, vectors)
    return Index(
        labels=list(given),
        phrasings=list(given.values()),
        read=[[" ".join(text) for text in texts] for texts in stems],
        counts=_word_counts(given, vocabulary),
        idf=idf,
        postings=postings,
        directions=directions,
    )


def inverse_label_frequency(read: Sequence[Sequence[Sequence[str]]]) -> dict[str, float]:
    """log((1 + labels) / (1 + labels with the term)) + 1 for each stem and pair, smoothed as is usual for TF-IDF."""
    frequency: Counter[str] = Counter()
    for texts in read:
        frequency.update({term for stems in texts for term in (*stems, *pairs_of(stems))})
    total = 1 + len(read)
    return {term: round(log(total / (1 + count)) + 1, _DIGITS) for term, count in sorted(frequency.items())}


def _learned(
    read: Sequence[Sequence[Sequence[Term]]], idf: Mapping[str, float], vectors: WordVectors
) -> tuple[dict[str, list[int]], list[list[int]]]:
    """The weights of terms and of the directions of word vectors, learned from the phrasings."""
    extractor = FeatureExtractor(idf, len(read))
    numbers = {term: vectors.dimensions + number for number, term in enumerate(idf)}
    examples = [
        _example(extractor.extract(terms), label, numbers, vectors)
        for label, texts in enumerate(read)
        for terms in texts
    ]
    rows = train(examples, vectors.dimensions + len(idf), len(read))
    unpack = Packing(len(read)).unpack
    ratio = SCALE / WEIGHT_SCALE
    weights = [[round(weight * ratio) for weight in unpack(row)] for row in rows]
    postings = {term: _posting(weights[number]) for term, number in numbers.items()}
    return postings, weights[: vectors.dimensions]


def _example(features: Features, label: int, numbers: Mapping[str, int], vectors: WordVectors) -> Example:
    weighted = [(weight, vector) for word, weight in features.words.items() if (vector := vectors.get(word))]
    meaning = sum_of_vectors(weighted, vectors.dimensions)
    values = [*(component / LENGTH_OF_ONE for component in meaning), *features.terms.values()]
    return Example(
        features=(*range(vectors.dimensions), *(numbers[term] for term in features.terms)),
        values=tuple(round(value * VALUE_SCALE) for value in values),
        label=label,
    )


def _posting(weights: Sequence[int]) -> list[int]:
    """Labels and weights in turn, those that count."""
    return [number for pair in enumerate(weights) if abs(pair[1]) >= _NEGLIGIBLE for number in pair]


def _word_counts(phrasings: Mapping[str, Sequence[str]], vocabulary: Vocabulary) -> dict[str, int]:
    counts = Counter(word for texts in phrasings.values() for text in texts for word in words(text))
    for phrase in (*vocabulary.synonyms, *vocabulary.synonyms.values(), *vocabulary.fillers):
        counts.update(words(phrase))
    return dict(sorted(counts.items()))
