"""Finds the known questions that what has been typed so far may become; fast enough for every key."""

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Mapping
from itertools import takewhile
from typing import Final

from rapidfuzz import process
from rapidfuzz.distance import OSA

from glutamine_bot.domain.knowledge_base import KnowledgeBase
from glutamine_bot.domain.topics import Topic

_CLOSE: Final = 0.75  # least similarity, 1 - edits / length, of a mistyped word to one that is known
_SHORTEST_TYPO: Final = 4
_MOST_WORDS: Final = 20  # a story is no question that a menu could complete
_MOST_LETTERS: Final = 200  # nor is it worth the time at every key
_WORTH_OFFERING: Final = 0.4  # least score of a question, as a share of the best one's
_LONG: Final = 4  # letters from which a word that no question has rules it out
_MOST_OPENINGS: Final = 200
_IN_QUESTION: Final = 1.0
_IN_PHRASING: Final = 0.6
_OTHER_WORD: Final = 0.5
_IN_ORDER: Final = 1.0  # what it tells that a question has the words typed one after the other


class QuestionIndex:
    """The words of every topic's question and phrasings, and how much each tells of the topics that it stands in.

    `other_words` are more words for a topic, by its id: what people call a condition that it speaks of, and synonyms.
    """

    def __init__(self, topics: Mapping[str, Topic], other_words: Iterable[tuple[str, str]] = ()) -> None:
        self._spoken = {topic.id: " " + " ".join(words_of(topic.question)) for topic in topics.values()}
        self._weights: dict[str, dict[str, float]] = {}
        self._openings: list[tuple[str, str, float]] = []
        for topic in topics.values():
            for phrasing in topic.phrasings:
                self._add(phrasing, topic.id, _IN_PHRASING)
            self._add(topic.question, topic.id, _IN_QUESTION)
        for topic_id, text in other_words:
            self._add(text, topic_id, _OTHER_WORD)
        self._words = sorted(self._weights)
        self._openings.sort()

    def find(self, typed: str) -> list[str]:
        """Ids of the topics that every word typed points to, likeliest first; its last word may be unfinished."""
        said = words_of(typed) if len(typed) <= _MOST_LETTERS else []
        if not said or len(said) > _MOST_WORDS:
            return []
        scores: dict[str, float] | None = None
        for place, word in enumerate(said):
            found = self._scores(word, unfinished=place == len(said) - 1 and not typed[-1].isspace())
            if found or len(word) >= _LONG:
                scores = _both(scores, found)
        scores = scores or {}
        start = " ".join(said)
        for topic, weight in self._opened_by(start).items():
            scores[topic] = scores.get(topic, 0.0) + weight
        for topic in scores:
            scores[topic] += _IN_ORDER if f" {start}" in self._spoken[topic] else 0.0
        least = _WORTH_OFFERING * max(scores.values(), default=0.0)
        worth = [topic for topic, score in scores.items() if score >= least]
        return sorted(worth, key=lambda topic: (-scores[topic], len(self._spoken[topic]), topic))

    def _add(self, text: str, topic: str, weight: float) -> None:
        said = words_of(text)
        self._openings.append((" ".join(said), topic, weight))
        for word in said:
            topics = self._weights.setdefault(word, {})
            topics[topic] = max(topics.get(topic, 0.0), weight)

    def _scores(self, word: str, *, unfinished: bool) -> dict[str, float]:
        """How well each topic fits one word: rare words tell more; a whole word more than a beginning or a typo."""
        scores: dict[str, float] = {}
        for known, likeness in self._known(word, unfinished=unfinished):
            topics = self._weights[known]
            rarity = 1.0 / len(topics) ** 0.5
            for topic, weight in topics.items():
                scores[topic] = max(scores.get(topic, 0.0), weight * likeness * (0.2 + rarity))
        return scores

    def _known(self, word: str, *, unfinished: bool) -> Iterator[tuple[str, float]]:
        """Known words that this may be, with its likeness to each."""
        if word in self._weights:
            yield word, 1.0
        if unfinished:
            yield from ((known, 0.9) for known in self._beginning_with(word) if known != word)
        if (
            word in self._weights
            or len(word) < _SHORTEST_TYPO
            or (unfinished and next(self._beginning_with(word), None))
        ):
            return
        near = process.extract(word, self._words, scorer=OSA.normalized_similarity, score_cutoff=_CLOSE, limit=5)
        yield from ((known, 0.8 * likeness) for known, likeness, _ in near if likeness == near[0][1])

    def _opened_by(self, start: str) -> dict[str, float]:
        """Topics that are asked for with this very beginning, and how much that tells: the more the less is left."""
        place = bisect_left(self._openings, (start, "", 0.0))
        best: dict[str, float] = {}
        for text, topic, weight in self._openings[place : place + _MOST_OPENINGS]:
            if not text.startswith(start):
                break
            best[topic] = max(best.get(topic, 0.0), 2 * weight * (1 + len(start) / len(text)))
        return best

    def _beginning_with(self, start: str) -> Iterator[str]:
        place = bisect_left(self._words, start)
        return takewhile(lambda word: word.startswith(start), self._words[place:])


def other_words(knowledge: KnowledgeBase) -> Iterator[tuple[str, str]]:
    """Topics and words that mean what they speak of: the names of its condition, the synonyms of its question."""
    for concept in knowledge.concepts.values():
        if concept.topic:
            yield from ((concept.topic, name) for name in (*concept.names, *concept.states))
    questions = {topic.id: f" {' '.join(words_of(topic.question))} " for topic in knowledge.topics.values()}
    for word, variants in knowledge.synonyms.items():
        for topic, question in questions.items():
            if f" {word} " in question:
                yield from ((topic, variant) for variant in variants)


def _both(scores: dict[str, float] | None, found: dict[str, float]) -> dict[str, float]:
    """Sums for the topics that are in both; the second alone at the start."""
    if scores is None:
        return found
    return {topic: score + found[topic] for topic, score in scores.items() if topic in found}


def words_of(text: str) -> list[str]:
    """The words of a text in lower case; apostrophes join, everything else that is no letter or digit parts."""
    joined = text.lower().replace("'", "").replace("\u2019", "")
    return "".join(char if char.isalnum() else " " for char in joined).split()
