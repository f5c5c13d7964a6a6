import pytest
from hypothesis import given
from hypothesis import strategies as st

from glutamine_bot.language.stemming import stem


@pytest.mark.parametrize(
    "family",
    [
        "dose doses dosed dosing dosage",
        "pregnant pregnancy",
        "safe safely safety",
        "digest digestion digestive digesting",
        "supplement supplements supplementation supplementing",
        "medicine medicines medication medical",
        "recommend recommended recommendation",
        "take takes taking taken took",
        "study studies studying studied",
        "breastfeed breastfeeding",
        "allergy allergies allergic",
        "constipation constipated",
        "cancel cancelled cancellation canceling",
        "child children",
        "use uses used using",
    ],
)
def test_a_family_of_words_shares_one_stem(family: str) -> None:
    assert len({stem(word) for word in family.split()}) == 1


@pytest.mark.parametrize(
    ("one", "other"),
    [("kidney", "kid"), ("liver", "live"), ("nothing", "not"), ("meal", "mean"), ("need", "nee"), ("loss", "lose")],
)
def test_different_words_keep_different_stems(one: str, other: str) -> None:
    assert stem(one) != stem(other)


@pytest.mark.parametrize("word", ["a", "of", "12", "2.5", "glutamine2", "дозы", "剂量"])
def test_short_words_numbers_and_other_scripts_stay(word: str) -> None:
    assert stem(word) == word


@given(st.text())
def test_no_word_loses_all_its_letters(word: str) -> None:
    assert bool(stem(word)) == bool(word)
