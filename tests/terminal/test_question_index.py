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
            topic("stress", "Can stress make a gut leaky?", "leaky when I get stressed"),
            topic("leaky", "What is leaky gut?"),
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
        ("leaky g", "leaky"),
        ("is it sa", "pregnancy"),
    ],
)
def test_the_likeliest_question_comes_first(typed: str, first: str) -> None:
    assert INDEX.find(typed)[0] == first


def test_only_what_is_near_the_best_is_offered() -> None:
    assert INDEX.find("stored") == ["storage"]


def test_of_a_mistyped_word_the_nearest_known_ones_count() -> None:
    index = QuestionIndex({t.id: t for t in (topic("a", "pregnant"), topic("b", "prevent"))})
    assert index.find("pregnent ") == ["a"]


@pytest.mark.parametrize("typed", ["x" * 3000, "fridge " + "x" * 3000, "kids " * 600])
def test_a_text_that_no_menu_could_complete_is_not_looked_at(typed: str) -> None:
    assert INDEX.find(typed) == []


@pytest.mark.parametrize("typed", ["", "   ", "?!", "zeppelin", "how much zeppelin", "word " * 50])
def test_what_no_question_has_finds_none(typed: str) -> None:
    assert INDEX.find(typed) == []
