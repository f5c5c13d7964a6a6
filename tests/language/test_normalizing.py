import pytest
from hypothesis import given
from hypothesis import strategies as st

from glutamine_bot.language.normalizing import MAX_WORDS, fold, words


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("What is it?", ["what", "is", "it"]),
        ("L-glutamine", ["l", "glutamine"]),
        ("20g or 2.5 kg", ["20", "g", "or", "2.5", "kg"]),
        ("I don’t know", ["i", "do", "not", "know"]),
        ("i dont know", ["i", "do", "not", "know"]),
        ("what's my wife's dose", ["what", "is", "my", "wife", "dose"]),
        ("can't, won't, cannot", ["can", "not", "will", "not", "can", "not"]),
        ("couldn't've", ["could", "not", "have"]),
        ("café naïve Straße", ["cafe", "naive", "strasse"]),
        ("ＳＡＦＥ ﬁne", ["safe", "fine"]),
        ("", []),
        ("?! ... 👍", []),
    ],
)
def test_words_of_a_line(text: str, expected: list[str]) -> None:
    assert words(text) == expected


def test_one_line_takes_bounded_work() -> None:
    assert len(words("dose " * 100_000)) == MAX_WORDS
    assert words("a" * 1_000_000) == words("a" * 4_000)


@given(st.text())
def test_every_word_is_folded_and_nonempty(text: str) -> None:
    for word in words(text):
        assert word
        assert word == word.strip()
        assert fold(word) == word


@given(st.text(alphabet=st.characters(min_codepoint=32, max_codepoint=126)))
def test_case_never_matters(text: str) -> None:
    assert words(text) == words(text.upper())
