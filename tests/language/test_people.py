"""Whom words are about."""

import pytest

from glutamine_bot import Bot
from glutamine_bot.domain.utterance import SELF
from glutamine_bot.language.normalizing import words
from glutamine_bot.language.people import ANOTHER, PeopleReader


@pytest.fixture(scope="module")
def reader(shipped: Bot) -> PeopleReader:
    return PeopleReader(shipped.knowledge.cues, shipped.knowledge.words["relations"])


@pytest.mark.parametrize(
    ("line", "people"),
    [
        ("it is for my wife", ("wife",)),
        ("my mom and my dad", ("mother", "father")),
        ("my mum, yes my mum", ("mother",)),
        ("for me", ()),
        ("", ()),
        ("the toddler", ("child",)),
    ],
)
def test_people_are_named_by_their_relation(reader: PeopleReader, line: str, people: tuple[str, ...]) -> None:
    assert reader.people(words(line)) == people


@pytest.mark.parametrize("line", ["I take it", "how much for me", "me too", "it is for myself"])
def test_a_line_speaks_of_the_writer(reader: PeopleReader, line: str) -> None:
    assert reader.speaks_of_self(words(line))


@pytest.mark.parametrize("line", ["how much", "is it safe", "for my wife", "tell me about it"])
def test_a_line_that_does_not_speak_of_the_writer(reader: PeopleReader, line: str) -> None:
    assert not reader.speaks_of_self(words(line))


def test_a_line_speaks_of_somebody_else(reader: PeopleReader) -> None:
    assert reader.speaks_of_another(words("how much can she take"))
    assert reader.speaks_of_another(words("is it ok for him"))
    assert not reader.speaks_of_another(words("how much can I take"))


def test_a_relation_is_no_pronoun(reader: PeopleReader) -> None:
    assert reader.is_relation("wife")
    assert not reader.is_relation("she")
    assert not reader.is_relation(SELF)


@pytest.mark.parametrize(
    ("line", "at", "holder"),
    [
        ("my 7 year old", 1, ANOTHER),
        ("i weigh 80", 2, SELF),
        ("she weighs 60", 2, "she"),
        ("my wife weighs 60", 3, "wife"),
        ("weight 60", 1, ""),
    ],
)
def test_whose_weight_or_age_it_is(reader: PeopleReader, line: str, at: int, holder: str) -> None:
    assert reader.measured(words(line), at) == holder
