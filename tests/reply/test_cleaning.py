"""What a terminal would obey is taken out; everything else stays."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from glutamine_bot.reply.cleaning import clean, visible


@pytest.mark.parametrize(
    ("typed", "left"),
    [
        ("is it safe?", "is it safe?"),
        ("na\u00efve \u5bbf\u820e \U0001f469\u200d\U0001f52c", "na\u00efve \u5bbf\u820e \U0001f469\u200d\U0001f52c"),
        ("two\nlines", "two\nlines"),
        ("a\tb\rc", "a b c"),
        ("\x1b[1;31mred\x1b[0m", "red"),
        ("\x9b31mred", "red"),
        ("\x1b]0;title\x07x", "x"),
        ("\x1b]8;;http://x\x1b\\link\x1b]8;;\x1b\\", "link"),
        ("\x1bPq#0\x1b\\x\x1b(Bz\x1b", "xz"),
        ("an unfinished \x1b]0;title", "an unfinished 0;title"),
        ("glu\x00ta\x08mine\x7f", "glutamine"),
        ("a\u202eb\u2066c\ufeffd", "abcd"),
        ("half \ud83d", "half \ufffd"),
    ],
)
def test_cleaning(typed: str, left: str) -> None:
    assert clean(typed) == left


@given(st.text(st.characters() | st.sampled_from("\x1b[]\x9b\x9d\x07;m0\\")))
def test_no_control_character_is_left_and_nothing_more_comes_off(typed: str) -> None:
    once = clean(typed)
    assert not [char for char in once if (char < " " and char != "\n") or "\x7f" <= char < "\xa0"]
    once.encode("utf-8")
    assert clean(once) == once


@given(st.text(st.characters() | st.sampled_from("\x1b[]\x9b\u202e\n")))
def test_a_name_is_shown_on_one_line_with_nothing_lost_or_obeyed(typed: str) -> None:
    shown = visible(typed)
    assert clean(shown) == shown
    assert len(shown.splitlines()) <= 1
    assert bool(shown) == bool(typed)
    assert visible(shown) == shown
