"""Choosing from what a clarifying reply lists, or going past it."""

import pytest

from glutamine_bot.domain.reply import ReplyKind
from tests.dialogue.talking import Talk


@pytest.fixture
def menu(talk: Talk) -> list[str]:
    """The topics that naming the subject alone offers."""
    talk("glutamine").is_(ReplyKind.CLARIFY)
    return [option.topic for option in talk.state.options]


def test_two_to_four_questions_are_offered(menu: list[str]) -> None:
    assert 2 <= len(menu) <= 4
    assert len(set(menu)) == len(menu)


@pytest.mark.parametrize(
    ("line", "place"),
    [
        ("1", 0),
        ("2", 1),
        ("2.", 1),
        ("number 2", 1),
        ("option 3 please", 2),
        ("the first one", 0),
        ("the second", 1),
        ("2nd", 1),
        ("third one please", 2),
        ("two", 1),
        ("the last one", -1),
    ],
)
def test_a_number_or_an_ordinal_chooses(talk: Talk, menu: list[str], line: str, place: int) -> None:
    talk(line).answers(menu[place])


@pytest.mark.parametrize("line", ["used for", "the uses"])
def test_words_of_an_option_choose(talk: Talk, menu: list[str], line: str) -> None:
    assert "usage.uses" in menu
    talk(line).answers("usage.uses")


@pytest.mark.parametrize("line", ["0", "5", "99"])
def test_a_number_out_of_range_offers_the_same_again(talk: Talk, menu: list[str], line: str) -> None:
    talk(line).is_(ReplyKind.CLARIFY).offers(*menu)
    talk("1").answers(menu[0])


@pytest.mark.usefixtures("menu")
def test_another_question_goes_past_the_list(talk: Talk) -> None:
    talk("is it safe in pregnancy?").answers("safety.pregnancy")


def test_a_dose_that_is_chosen_has_its_disclaimer(talk: Talk, menu: list[str]) -> None:
    talk(str(menu.index("dosage.adults") + 1)).answers("dosage.adults").disclaims()


def test_related_questions_can_be_chosen_by_number_too(talk: Talk) -> None:
    related = [option.topic for option in talk("is it safe in pregnancy?").reply.draft.related]
    talk("2").answers(related[1])


def test_a_number_chooses_nothing_where_nothing_was_offered(talk: Talk) -> None:
    assert talk("2").reply.kind is not ReplyKind.ANSWER
