"""Faults in red-flag data are named with their place, and patterns mean what safety.yaml says they mean."""

from typing import Any

import pytest

from glutamine_bot.domain.red_flags import RedFlagRules, RuleError
from glutamine_bot.language.normalizing import words
from glutamine_bot.safety.patterns import PatternError, inflections, parse
from glutamine_bot.safety.triage import Triage

_KIND = {"reply": "Call now.", "signs": "alpha .. beta"}


def _triage(**sections: Any) -> Triage:
    return Triage(RedFlagRules.from_data({"kinds": {"bad": _KIND}, **sections}))


@pytest.mark.parametrize(
    ("data", "where"),
    [
        ({}, ("kinds",)),
        ({"kinds": []}, ("kinds",)),
        ({"kinds": {"bad": {"signs": "a"}}}, ("kinds", "bad", "reply")),
        ({"kinds": {"bad": {"reply": "x", "sings": "a"}}}, ("kinds", "bad", "sings")),
        ({"kinds": {}, "words": {"x": 3}}, ("words", "x")),
        ({"kinds": {}, "numbers": {"ten": "10"}}, ("numbers", "ten")),
        ({"kinds": {}, "excuses": {"idiom": "a"}}, ("excuses", "idiom")),
    ],
)
def test_faults_name_their_place(data: dict[str, Any], where: tuple[str, ...]) -> None:
    with pytest.raises(RuleError) as caught:
        RedFlagRules.from_data(data)
    assert caught.value.where == where


@pytest.mark.parametrize(
    "signs",
    ["<nowhere> beta", "<bad> beta", ".. beta", "alpha ..", "alpha| beta", "<bad", "al(pha", "alpha>beta", "a .. .. b"],
)
def test_patterns_that_cannot_be_used(signs: str) -> None:
    with pytest.raises(PatternError):
        Triage(RedFlagRules.from_data({"kinds": {"bad": {"reply": "x", "signs": signs}}}))


@pytest.mark.parametrize(
    ("line", "met"),
    [
        ("alpha beta", True),
        ("alpha one two three beta", True),
        ("alpha one two three four beta", False),
        ("alpha not beta", False),
        ("it goes alpha. And beta", False),
        ("beta alpha", False),
        ("alhpa betta", True),
    ],
)
def test_dots_let_a_few_words_in_but_no_negation_nor_sentence_end(line: str, *, met: bool) -> None:
    triage = _triage(excuses={"barriers": "not", "negations": "not"})
    assert (triage.assess(line) is not None) is met


def test_right_words_are_no_slips() -> None:
    assert _triage().assess("alphas beta") is not None
    assert _triage(right_words="alphas").assess("alphas beta") is None


@pytest.mark.parametrize(
    ("line", "met"), [("took 60 g", True), ("took 59 g", False), ("took a hundred and five grams", True)]
)
def test_amounts(line: str, *, met: bool) -> None:
    triage = Triage(
        RedFlagRules.from_data(
            {
                "kinds": {"bad": {"reply": "x", "signs": "took .. <large>"}},
                "amounts": {"gram": {"words": "g, gram+", "sizes": {"large": 60}}},
                "numbers": {"hundred": 100, "and": 0, "five": 5},
                "fillers": "a",
            }
        )
    )
    assert (triage.assess(line) is not None) is met


def test_inflections() -> None:
    assert inflections("choke") == ("choke", "chokes", "choked", "choking")
    assert inflections("retch") == ("retch", "retches", "retched", "retching")
    assert inflections("try") == ("try", "tries", "tried", "trying")


def test_every_word_of_the_rules_is_a_word_as_lines_are_read(triage: Triage) -> None:
    """A word that reading would split or spell out ("can't") could never be met."""
    assert [word for word in triage.vocabulary if words(word) != [word]] == []


def test_no_pattern_of_the_rules_is_empty(rules: RedFlagRules) -> None:
    assert all(parse(pattern) for kind in rules.kinds for pattern in kind.signs)


@pytest.mark.parametrize("name", ["two words", "one,two"])
def test_a_group_has_a_name_that_patterns_can_use(name: str) -> None:
    with pytest.raises(PatternError):
        _triage(words={name: "fall"})
