"""What holds for every question, whatever is typed."""

import json

from hypothesis import given
from hypothesis import strategies as st

from glutamine_bot.language.normalizing import MAX_WORDS
from glutamine_bot.matching.matcher import IntentMatcher
from tests.matching.conftest import PHRASINGS, VOCABULARY

MATCHER = IntentMatcher.build(PHRASINGS, VOCABULARY)
RELOADED = IntentMatcher.from_data(json.loads(json.dumps(MATCHER.to_data())))
WORDS = sorted({word for texts in PHRASINGS.values() for text in texts for word in text.split()})

questions = st.one_of(
    st.text(),
    st.lists(st.sampled_from([*WORDS, "zebra", "bokos", "20g", "não"]), max_size=12).map(" ".join),
)


@given(questions)
def test_labels_are_distinct_and_confidences_are_probabilities_in_order(question: str) -> None:
    matches = MATCHER.rank(question)
    assert len({match.label for match in matches}) == len(matches)
    assert all(0 <= match.confidence <= 1 for match in matches)
    assert [match.confidence for match in matches] == sorted((match.confidence for match in matches), reverse=True)
    assert sum(match.confidence for match in matches) <= 1 + 1e-9


@given(questions)
def test_the_same_question_always_gets_the_same_result(question: str) -> None:
    assert MATCHER.rank(question) == MATCHER.rank(question)
    assert MATCHER.decide(question) == MATCHER.decide(question)


@given(questions)
def test_a_matcher_kept_and_read_again_is_the_same(question: str) -> None:
    assert RELOADED.rank(question) == MATCHER.rank(question)


@given(questions)
def test_evidence_speaks_of_the_question_and_of_the_label(question: str) -> None:
    for match in MATCHER.rank(question):
        assert match.evidence.phrasing in PHRASINGS[match.label]
        assert 0 <= match.evidence.similarity <= 1


def test_building_again_gives_the_same_index() -> None:
    assert IntentMatcher.build(PHRASINGS, VOCABULARY).to_data() == MATCHER.to_data()


def test_words_beyond_the_limit_change_nothing() -> None:
    question = "borrow a book " * MAX_WORDS
    assert MATCHER.rank(question) == MATCHER.rank(question + "zebra " * 10_000)
