"""What could be used in place of our matcher, each as its documentation shows it."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import Any

_WORD = r"(?u)\b\w+\b"

Entries = Mapping[str, Sequence[str]]
Best = Callable[[str], tuple[str, float]]
"""From a question to the best label and its score."""


def ours(entries: Entries) -> Best:
    from glutamine_bot.matching.benchmark import BenchmarkMatcher

    matcher = BenchmarkMatcher()
    matcher.build(entries)
    return matcher.best


def rapidfuzz(scorer: str) -> Callable[[Entries], Best]:
    def build(entries: Entries) -> Best:
        from rapidfuzz import fuzz, process, utils

        owners = [label for label, texts in entries.items() for _ in texts]
        known = [utils.default_process(text) for texts in entries.values() for text in texts]
        score = getattr(fuzz, scorer)

        def best(question: str) -> tuple[str, float]:
            _, similarity, number = process.extractOne(utils.default_process(question), known, scorer=score)
            return owners[number], similarity

        return best

    return build


def bm25(entries: Entries) -> Best:
    import bm25s
    import Stemmer

    options: dict[str, Any] = {"stemmer": Stemmer.Stemmer("english"), "stopwords": [], "show_progress": False}
    owners = [label for label, texts in entries.items() for _ in texts]
    index = bm25s.BM25()
    index.index(bm25s.tokenize([text for texts in entries.values() for text in texts], **options), show_progress=False)

    def best(question: str) -> tuple[str, float]:
        words = bm25s.tokenize([question], return_ids=False, **options)
        numbers, scores = index.retrieve(words, k=1, show_progress=False)
        return owners[numbers[0, 0]], float(scores[0, 0])

    return best


def logistic_regression(entries: Entries) -> Best:
    from sklearn.feature_extraction.text import TfidfVectorizer
    from sklearn.linear_model import LogisticRegression
    from sklearn.pipeline import make_pipeline, make_union

    model = make_pipeline(
        make_union(
            TfidfVectorizer(ngram_range=(1, 2), token_pattern=_WORD, sublinear_tf=True),
            TfidfVectorizer(analyzer="char_wb", ngram_range=(2, 5), sublinear_tf=True),
        ),
        LogisticRegression(C=10.0, max_iter=300),
    )
    texts = [text for texts in entries.values() for text in texts]
    model.fit(texts, [label for label, texts in entries.items() for _ in texts])
    classes = list(model.classes_)

    def best(question: str) -> tuple[str, float]:
        shares = model.predict_proba([question])[0]
        number = int(shares.argmax())
        return classes[number], float(shares[number])

    return best


PEERS: Mapping[str, Callable[[Entries], Best]] = {
    "ours": ours,
    "rapidfuzz ratio": rapidfuzz("ratio"),
    "rapidfuzz token_set_ratio": rapidfuzz("token_set_ratio"),
    "bm25s, stemmed": bm25,
    "TF-IDF, logistic regression": logistic_regression,
}
