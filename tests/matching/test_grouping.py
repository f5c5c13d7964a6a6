"""Questions that ask the same thing in other words come together; others do not."""

from collections.abc import Callable, Mapping

import pytest

from glutamine_bot import Bot
from glutamine_bot.matching.grouping import grouped
from glutamine_bot.matching.matcher import IntentMatcher

ASKED = {"can I take it before a parachute jump": 1, "parachute jumps and glutamine?": 3, "is it good at chess": 2}


@pytest.fixture(scope="module")
def weigh(shipped: Bot) -> Callable[[str], Mapping[str, float]]:
    phrasings = {topic.id: [topic.question, *topic.phrasings] for topic in shipped.knowledge.topics.values()}
    return IntentMatcher.build(phrasings).weights


def test_the_words_that_tell_most_make_the_groups_and_the_most_frequent_is_first(
    weigh: Callable[[str], Mapping[str, float]],
) -> None:
    assert grouped(ASKED, weigh) == [
        ["parachute jumps and glutamine?", "can I take it before a parachute jump"],
        ["is it good at chess"],
    ]


def test_the_order_in_which_they_were_asked_makes_no_difference(weigh: Callable[[str], Mapping[str, float]]) -> None:
    assert grouped(dict(reversed(ASKED.items())), weigh) == grouped(ASKED, weigh)


def test_a_slip_of_the_pen_makes_no_group_of_its_own(weigh: Callable[[str], Mapping[str, float]]) -> None:
    assert len(grouped({"parachute jump": 1, "parachutte jump": 1}, weigh)) == 1


def test_how_a_question_is_put_makes_no_likeness(weigh: Callable[[str], Mapping[str, float]]) -> None:
    assert len(grouped({"can I take it with sauerkraut": 1, "can I take it with marzipan": 1}, weigh)) == 2


def test_questions_without_words_and_none_at_all(weigh: Callable[[str], Mapping[str, float]]) -> None:
    assert grouped({}, weigh) == []
    assert sorted(grouped({"?!": 1, "...": 1}, weigh)) == [["..."], ["?!"]]
