"""A line that puts the one before right changes what is kept, and takes back no more than it says."""

import pytest

from tests.dialogue.talking import Talk


def test_another_condition_takes_the_place_of_the_last(talk: Talk) -> None:
    talk("my dad has liver problems")
    talk("no sorry, kidney problems").answers("safety.kidney")
    assert talk.knows("father") == {"kidney_disease"}


@pytest.mark.parametrize("line", ["sorry, I also have epilepsy", "sorry, I have epilepsy"])
def test_one_condition_more_takes_none_back(talk: Talk, line: str) -> None:
    talk("I have kidney disease")
    talk(line)
    assert talk.knows() == {"kidney_disease", "seizures"}


@pytest.mark.parametrize("line", ["wait, that's my dad, not me", "that was for my dad"])
def test_what_was_told_is_said_of_another(talk: Talk, line: str) -> None:
    talk("I have kidney disease")
    talk(line)
    assert (talk.knows(), talk.knows("father")) == (set(), {"kidney_disease"})
    talk("how much can I take?").answers("dosage.adults")
    talk("and him?").answers("safety.kidney")


def test_another_weight_is_in_the_unit_of_the_first(talk: Talk) -> None:
    talk("I weigh 150 lb")
    talk("oops, 110")
    talk("how much by body weight?").says("49.9 kg")


@pytest.mark.parametrize(
    ("told", "line"),
    [
        ("I'm pregnant", "sorry I lied, I'm not"),
        ("I'm pregnant", "false alarm"),
        ("I have bipolar disorder", "that was a misdiagnosis"),
        ("I'm breastfeeding", "well I was, we stopped in March"),
        ("my liver is bad", "kidding, my liver is fine"),
        ("I have kidney problems", "I told you I have kidney problems, that's wrong"),
        ("my wife is nursing", "she stopped nursing yesterday"),
    ],
)
def test_a_fact_is_taken_back_without_naming_it(talk: Talk, told: str, line: str) -> None:
    talk(told)
    talk(line)
    assert talk.state.profiles == ()


@pytest.mark.parametrize(
    "line", ["I'm not sure", "is that wrong?", "I have not stopped breastfeeding", "no more than 5 g?", "why not?"]
)
def test_nothing_else_takes_a_fact_back(talk: Talk, line: str) -> None:
    talk("I'm breastfeeding")
    talk(line)
    assert talk.knows() == {"breastfeeding"}


def test_an_age_that_cannot_be_the_childs_is_somebody_elses(talk: Talk) -> None:
    talk("my son is 16")
    talk("what about the swimming lady, she's 40")
    talk("how much for my son?").answers("dosage.children")


def test_an_amount_is_put_right(talk: Talk) -> None:
    talk("is 20 g a day ok?")
    talk("oops, 2.0 g not 20").leads("2 g").never("20 g a day is above")
