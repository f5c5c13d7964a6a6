"""Wrapping by words and cells."""

from hypothesis import given
from hypothesis import strategies as st

from glutamine_bot.reply.wrapping import cells, cut, wrap


def test_wide_and_combining_characters_are_measured_in_cells() -> None:
    assert cells("abc") == 3
    assert cells("\u5bbf\u820e") == 4
    assert cells("e\u0301") == 1


def test_words_stay_whole_and_prefixes_count() -> None:
    assert wrap("one two three four", 9) == ["one two", "three", "four"]
    assert wrap("one two three", 9, "- ") == ["- one two", "  three"]
    assert wrap("one two three", 9, "| ", "| ") == ["| one two", "| three"]


def test_a_word_wider_than_the_line_is_broken_and_no_width_means_no_break() -> None:
    assert wrap("abcdefgh ij", 4) == ["abcd", "efgh", "ij"]
    assert wrap("one  two\nthree", None, "- ") == ["- one two three"]


def test_cut_marks_what_is_missing() -> None:
    assert cut("pregnant", 8) == "pregnant"
    assert cut("pregnant, 70 kg", 9) == "pregnant\u2026"


@given(st.text(), st.integers(1, 90))
def test_nothing_is_lost_and_no_line_is_too_wide(text: str, width: int) -> None:
    lines = wrap(text, width)
    assert "".join("".join(lines).split()) == "".join(text.split())
    assert all(cells(line) <= max(width, 2) for line in lines)
