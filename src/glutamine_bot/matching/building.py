"""Building an index from phrasings."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from heapq import nlargest
from math import log, sqrt

from glutamine_bot.language.normalizing import words
from glutamine_bot.matching.features import FeatureExtractor, of_length, pairs_of, sum_of_vectors
from glutamine_bot.matching.index import CENTROID_LENGTH, SCALE, Index, row_of
from glutamine_bot.matching.learning import Text, learned_weights
from glutamine_bot.matching.packed import text_of
from glutamine_bot.matching.reading import Synonyms, Term, read_phrasing
from glutamine_bot.matching.vectors import WordVectors
from glutamine_bot.matching.vocabulary import Vocabulary

_DIGITS = 3
_LENGTH_DIGITS = 6
_LONGEST = 150  # labels kept for a term, at most


def build_index(phrasings: Mapping[str, Sequence[str]], vocabulary: Vocabulary, vectors: WordVectors) -> Index:
    """The index of labels and their phrasings. Raises ValueError where there is no label with a phrasing."""
    given = {label: list(dict.fromkeys(texts)) for label, texts in phrasings.items() if texts}
    if not given:
        raise ValueError("nothing to match against: no label has a phrasing")
    synonyms = Synonyms.of(vocabulary)
    read = [[read_phrasing(text, synonyms) for text in texts] for texts in given.values()]
    stems = [[[term.stem for term in terms] for terms in texts] for texts in read]
    idf = inverse_label_frequency(stems)
    texts = _texts(read, FeatureExtractor(idf, len(given), vocabulary.kinship), vectors)
    centroids = _centroids(texts, len(given), vectors.dimensions)
    weights = learned_weights(texts, centroids)
    return Index(
        labels=list(given),
        phrasings=list(given.values()),
        read=[[" ".join(text) for text in group] for group in stems],
        lengths=[" ".join(str(_length(text, idf)) for text in group) for group in stems],
        counts=_word_counts(given, vocabulary),
        idf=idf,
        postings={term: _posting(posting) for term, posting in weights.terms.items()},
        directions=[text_of([round(weight * SCALE) for weight in row]) for row in weights.directions],
        centroids=[text_of([round(part * CENTROID_LENGTH) for part in centroid]) for centroid in centroids],
        kinship=vocabulary.kinship,
    )


def inverse_label_frequency(read: Sequence[Sequence[Sequence[str]]]) -> dict[str, float]:
    """log((1 + labels) / (1 + labels with the term)) + 1 for each stem and pair, smoothed as is usual for TF-IDF.

    Pairs that stand in one phrasing only are left out: they are most of all pairs and tell next to nothing.
    """
    pairs = Counter(pair for texts in read for stems in texts for pair in set(pairs_of(stems)))
    frequency: Counter[str] = Counter()
    for texts in read:
        frequency.update({stem for stems in texts for stem in stems})
        frequency.update({pair for stems in texts for pair in pairs_of(stems) if pairs[pair] > 1})
    total = 1 + len(read)
    return {term: round(log(total / (1 + count)) + 1, _DIGITS) for term, count in sorted(frequency.items())}


def _texts(read: Sequence[Sequence[Sequence[Term]]], extractor: FeatureExtractor, vectors: WordVectors) -> list[Text]:
    texts: list[Text] = []
    for label, group in enumerate(read):
        for terms in group:
            features = extractor.extract(terms)
            weighted = [(weight, vector) for word, weight in features.words.items() if (vector := vectors.get(word))]
            texts.append(Text(features.terms, sum_of_vectors(weighted, vectors.dimensions), label))
    return texts


def _length(stems: Iterable[str], idf: Mapping[str, float]) -> float:
    """The length of a phrasing; 1 for one without a word."""
    return round(sqrt(sum([idf[stem] ** 2 for stem in sorted(set(stems))])), _LENGTH_DIGITS) or 1.0


def _centroids(texts: Sequence[Text], labels: int, dimensions: int) -> list[list[float]]:
    """The mean direction of the phrasings of each label, of length one."""
    sums = [[0.0] * dimensions for _ in range(labels)]
    for text in texts:
        direction = of_length(text.meaning, 1.0)
        sums[text.label] = [total + part for total, part in zip(sums[text.label], direction, strict=True)]
    return [of_length(total, 1.0) for total in sums]


def _posting(posting: Mapping[int, float]) -> str:
    """Labels and weights in turn; of very many the strongest."""
    kept = list(posting)
    if len(kept) > _LONGEST:
        kept = nlargest(_LONGEST, kept, key=lambda label: (abs(posting[label]), -label))
    return row_of(number for label in kept for number in (label, round(posting[label] * SCALE)))


def _word_counts(phrasings: Mapping[str, Sequence[str]], vocabulary: Vocabulary) -> dict[str, int]:
    counts = Counter(word for texts in phrasings.values() for text in texts for word in words(text))
    for phrase in (*vocabulary.synonyms, *vocabulary.synonyms.values(), *vocabulary.fillers):
        counts.update(words(phrase))
    return dict(sorted(counts.items()))
