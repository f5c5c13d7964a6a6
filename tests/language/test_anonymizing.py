"""What is kept of a line does not tell who wrote it."""

import pytest

from glutamine_bot import Bot
from glutamine_bot.language.anonymizing import LONGEST, Anonymizer, readable


@pytest.fixture(scope="module")
def anonymizer(shipped: Bot) -> Anonymizer:
    return shipped.anonymizer()


@pytest.mark.parametrize(
    ("line", "kept"),
    [
        ("I take 20g twice a day in a sauna", "I take [amount] in a sauna"),
        ("two scoops before a sauna?", "[amount] before a sauna?"),
        ("I weigh 80 kilos", "I weigh [weight]"),
        ("he is 70 years old and likes saunas", "he is [age] and likes saunas"),
        ("since 12/03/1985", "since [number]"),
        ("it took two weeks and 1,500 steps", "it took [number] weeks and [number] steps"),
        ("room 101 for 3½ hours", "room [number] for [number] hours"),
    ],
)
def test_amounts_weights_ages_and_numbers_are_left_out(anonymizer: Anonymizer, line: str, kept: str) -> None:
    assert anonymizer.anonymous(line) == kept


@pytest.mark.parametrize(
    ("line", "kept"),
    [
        ("my name is Adaeze and I sleep badly", "my name is [name] and I sleep badly"),
        ("i'm called nkechi", "i'm called [name]"),
        ("my wife Sarah Miller likes saunas", "my wife [name] likes saunas"),
        ("my son timmy likes saunas", "my son [name] likes saunas"),
        ("my friend lynnette uses it in the sauna", "my friend [name] uses it in the sauna"),
        ("is sarah's tub the same", "is [name] tub the same"),
        ("dr patel and mrs brown agreed", "dr [name] and mrs [name] agreed"),
        ("Mark takes it in the sauna", "[name] takes it in the sauna"),
        ("Gareth Okonkwo asks about saunas", "[name] asks about saunas"),
        ("hi Nkechi, does it work in a sauna", "hi [name], does it work in a sauna"),
        ("IS IT OK FOR MY DAD BRIAN WITH WINE", "IS IT OK FOR MY DAD [name] WITH WINE"),
        ("thanks bob", "thanks [name]"),
        ("I live with Oluwaseun by the sea", "I live with [name] by the sea"),
        ("ask @some_one about it", "ask [name] about it"),
    ],
)
def test_names_of_people_are_left_out(anonymizer: Anonymizer, line: str, kept: str) -> None:
    assert anonymizer.anonymous(line) == kept


def test_ways_to_reach_somebody_are_left_out(anonymizer: Anonymizer) -> None:
    line = "write to jo.b@example.co.uk or +44 7700 900123, see https://a.example/b?c=d or www.example.org"
    assert anonymizer.anonymous(line) == "write to [email] or [phone], see [link] or [link]"


@pytest.mark.parametrize(
    "line",
    [
        "Will it help, may I ask",
        "is it ok with St John's wort and vitamin B12",
        "I have Crohn's and type 2 diabetes",
        "Is L-Glutamine any good for IBS?",
        "Zepbound ok with it?",
        "my husband will take it in may",
        "can i tke glutmine wth alchol",
        "hope this helps, can it go in a rose tea",
    ],
)
def test_what_is_no_name_and_no_number_stays(anonymizer: Anonymizer, line: str) -> None:
    assert anonymizer.anonymous(line) == line


@pytest.mark.parametrize(
    "line", ["Jose aqui, siempre tengo mucho dolor de barriga por la noche", "меня зовут Иван и я болен", ""]
)
def test_nothing_is_kept_of_a_line_in_which_names_cannot_be_told(anonymizer: Anonymizer, line: str) -> None:
    assert anonymizer.anonymous(line) == ""


def test_a_story_is_cut_and_a_bracket_of_ones_own_is_no_placeholder(anonymizer: Anonymizer) -> None:
    assert len(anonymizer.anonymous("what about the sea " * 100)) <= LONGEST
    assert anonymizer.anonymous("is [amount] fine in the sea") == "is (amount) fine in the sea"


def test_an_anonymous_line_is_its_own_anonymous_form(anonymizer: Anonymizer) -> None:
    once = anonymizer.anonymous("my wife Sarah takes 20 g in the sauna")
    assert anonymizer.anonymous(once.replace("[", "(").replace("]", ")")).replace("(", "[").replace(")", "]") == once


def test_what_was_left_out_is_read_as_any_amount_and_as_no_name() -> None:
    assert readable("my son [name] weighs [weight] and takes [amount]") == "my son weighs kilos and takes grams"
