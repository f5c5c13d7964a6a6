"""Known questions are found from what has been typed so far."""

import pytest

from glutamine_bot.domain.topics import Topic
from glutamine_bot.terminal.question_index import QuestionIndex


def topic(name: str, question: str, *phrasings: str) -> Topic:
    return Topic(name, question, phrasings, "", ())


INDEX = QuestionIndex(
    {
        one.id: one
        for one in (
            topic("adults", "How much should an adult take a day?", "daily dose", "how many grams"),
            topic("children", "May a child take it?", "kids", "how much for a child"),
            topic("storage", "How should it be stored?", "keep it in the fridge"),
            topic("pregnancy", "Is it safe in pregnancy?", "preggo", "while expecting"),
        )
    }
)


@pytest.mark.parametrize(
    ("typed", "first"),
    [
        ("how much sh", "adults"),
        ("HOW MUCH for a ch", "children"),
        ("preg", "pregnancy"),
        ("pregnnacy", "pregnancy"),
        ("fridge", "storage"),
        ("day adult", "adults"),
        ("kids", "children"),
        ("is it sa", "pregnancy"),
    ],
)
def test_the_likeliest_question_comes_first(typed: str, first: str) -> None:
    assert INDEX.find(typed)[0] == first


@pytest.mark.parametrize("typed", ["", "   ", "?!", "zeppelin", "how much zeppelin", "word " * 50])
def test_what_no_question_has_finds_none(typed: str) -> None:
    assert INDEX.find(typed) == []
