"""Replies as text: the order of their parts, how they are set apart, and that no disclaimer is ever left out."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from glutamine_bot.domain.reply import ReplyKind
from glutamine_bot.reply.looks import Look, plain_look, screen_look
from glutamine_bot.reply.plain import render
from glutamine_bot.reply.wrapping import cells
from tests.reply.making import DISCLAIMER, OPTIONS, SOURCES, reply

SCREEN = screen_look(80, "utf-8", color=False)


def test_a_reply_for_a_pipe_is_a_paragraph_a_line() -> None:
    text = render(reply("Take care.\n\nIt helps.", sources=SOURCES, related=OPTIONS), Look())
    assert text == (
        "Take care.\n"
        "\n"
        "It helps.\n"
        "\n"
        f"Please note: {DISCLAIMER}\n"
        "\n"
        '[1] "Short", Dosage; Precautions\n'
        '[2] "How Much Should You Take?", Recommended Amounts\n'
        "\n"
        "You can also ask:\n"
        "1. What is it?\n"
        "2. How is it stored?\n"
    )


def test_a_text_that_announces_questions_has_them_right_after_it() -> None:
    text = render(reply("I can tell you about:", ReplyKind.OUT_OF_SCOPE, related=OPTIONS), SCREEN)
    assert text.startswith("  I can tell you about:\n\n  1. What is it?\n  2. How is it stored?\n\n  \u2502 General")
    assert "You can also ask:" not in text


def test_on_a_screen_references_are_short_and_keep_the_numbers_of_their_documents() -> None:
    text = render(reply("It helps.", sources=SOURCES), SCREEN)
    assert "\n  [1] Short: Dosage; Precautions\n  [2] Article: Recommended Amounts\n" in text
    assert render(reply("It helps.", sources=SOURCES[2:]), SCREEN).endswith("\n  [2] Article: Recommended Amounts\n")


@pytest.mark.parametrize(("height", "offered"), [(None, 2), (11, 2), (10, 1), (9, 0), (0, 0)])
def test_no_more_is_offered_than_there_is_room_for(height: int | None, offered: int) -> None:
    look = screen_look(80, "utf-8", color=False, height=height)
    text = render(reply("It helps.", sources=SOURCES, related=OPTIONS), look)
    assert DISCLAIMER in " ".join(text.replace("\u2502", " ").split())
    assert sum(option.question in text for option in OPTIONS) == offered
    assert ("You can also ask:" in text) is (offered > 0)


def test_a_term_before_two_blanks_has_what_it_means_hanging_beside_it() -> None:
    text = render(reply("/topics [WORD]   " + "what there is " * 6), screen_look(60, "utf-8", color=False))
    first, second, *_ = text.splitlines()
    assert len(second) - len(second.lstrip()) == first.index("what") == 19


def test_choices_follow_the_question_that_they_belong_to() -> None:
    text = render(reply("Which do you mean?", ReplyKind.CLARIFY, options=OPTIONS, related=OPTIONS), SCREEN)
    assert text.startswith("  Which do you mean?\n\n  1. What is it?\n  2. How is it stored?\n\n  \u2502 General")
    assert text.count("What is it?") == 1


def test_lists_keep_their_lines_and_hang_under_their_marks() -> None:
    text = render(reply("Ways:\n- by mouth " + "with water " * 8 + "\n- or not"), screen_look(41, "utf-8", color=False))
    assert text.startswith("  Ways:\n  - by mouth with water with water with\n    water with water")
    assert "\n  - or not\n" in text


def test_what_leads_because_of_who_you_are_is_bold_and_what_is_urgent_is_red_too() -> None:
    color = screen_look(80, "utf-8", color=True)
    assert "\x1b[1m  You said you are pregnant" in render(
        reply("You said you are pregnant: no.\n\nMore.", lead="You said you are pregnant: no."), color
    )
    urgent = render(reply("Call now. Take no more.", ReplyKind.EMERGENCY), color)
    assert "\x1b[1;31m  Call now.\x1b[0m\n" in urgent
    assert "\n  Take no more.\n" in urgent


def test_without_utf8_bars_are_ascii() -> None:
    assert "  | General" in render(reply("x"), screen_look(80, "ascii", color=False))


looks = st.one_of(
    st.builds(plain_look, st.none() | st.integers(0, 300), color=st.booleans()),
    st.builds(screen_look, st.integers(0, 300), st.sampled_from(["utf-8", "ascii"]), color=st.booleans()),
)


@given(st.text(), st.sampled_from(ReplyKind), looks)
def test_every_layout_shows_every_disclaimer_and_no_control_character(text: str, kind: ReplyKind, look: Look) -> None:
    shown = render(reply(text, kind, sources=SOURCES, options=OPTIONS), look)
    words = shown.replace("\u2502", " ").replace("|", " ").split()
    if look.width is None or look.width > 30:
        assert DISCLAIMER in " ".join(words)
    plain = shown.replace("\x1b[1;31m", "").replace("\x1b[1m", "").replace("\x1b[2m", "").replace("\x1b[0m", "")
    assert not [char for char in plain if (char < " " and char != "\n") or "\x7f" <= char < "\xa0"]


@pytest.mark.parametrize("columns", [1, 20, 40, 80, 300])
def test_no_line_is_wider_than_the_screen_or_the_measure(columns: int) -> None:
    text = render(reply("word " * 60 + "x" * 200 + " \u5bbf\u820e" * 50), screen_look(columns, "utf-8", color=False))
    assert max(map(cells, text.splitlines())) <= max(20, min(columns - 1, 76))
