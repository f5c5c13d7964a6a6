import pytest
from hypothesis import given
from hypothesis import strategies as st

from glutamine_bot.language.spelling import MIN_SIMILARITY, SpellingCorrector

KNOWN = {
    "glutamine": 40,
    "dose": 10,
    "need": 12,
    "beef": 1,
    "side": 5,
    "effects": 5,
    "pregnant": 4,
    "what": 30,
    "kidney": 2,
}
CORRECTOR = SpellingCorrector(KNOWN)


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("glutamin", "glutamine"),
        ("gluatmine", "glutamine"),
        ("glutammine", "glutamine"),
        ("kindey", "kidney"),
        ("wat", "what"),
        ("pregnent", "pregnant"),
    ],
)
def test_slips_are_mended(typed: str, meant: str) -> None:
    correction = CORRECTOR.correct(typed)
    assert correction is not None
    assert correction.meant == meant


def test_the_commoner_of_two_words_as_near_is_meant() -> None:
    assert [found.meant for found in CORRECTOR.candidates("beed")] == ["need", "beef"]


@pytest.mark.parametrize("word", ["dose", "of", "xylophone", "1234", ""])
def test_known_short_and_far_words_are_left_alone(word: str) -> None:
    assert CORRECTOR.correct(word) is None


def test_an_accepted_word_is_right_as_it_is() -> None:
    assert SpellingCorrector(KNOWN, accepted={"doze"}).correct("doze") is None
    assert SpellingCorrector(KNOWN).correct("doze") is not None


def test_words_run_together_are_split() -> None:
    assert CORRECTOR.split("sideeffects") == ("side", "effects")
    assert CORRECTOR.split("sidecar") is None


@given(st.text())
def test_a_correction_is_a_known_word_that_is_like_it(word: str) -> None:
    correction = CORRECTOR.correct(word)
    if correction is not None:
        assert correction.meant in KNOWN
        assert MIN_SIMILARITY <= correction.similarity < 1
