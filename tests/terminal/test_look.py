"""What a person sees of a chat, at three widths, with and without colour."""

from collections.abc import Callable

import pytest

from tests.terminal.screen import Terminal

Start = Callable[..., Terminal]
EMERGENCY = "my tongue is swelling and I can't breathe"
DOSE = "how much should an adult take a day?"


@pytest.mark.parametrize("columns", [40, 80, 120])
def test_a_reply_fits_the_screen_and_ends_at_a_readable_measure(terminal: Start, columns: int) -> None:
    screen = terminal(columns=columns, rows=60)
    assert "not medical advice" in screen.said()
    screen.ask(DOSE)
    rows = screen.rows()
    answer = next(number for number, row in enumerate(rows) if row.startswith("  ") and number > 5)
    assert all(len(row) <= min(columns - 1, 76) for row in rows[answer:-1])
    assert "healthcare professional" in screen.said()
    assert "3-6 g" in screen.said()


def test_answer_disclaimer_sources_and_related_come_in_this_order(terminal: Start) -> None:
    screen = terminal()
    screen.ask(DOSE)
    text = screen.text()
    places = [text.index(part) for part in ("\n  │ ", "\n  [1] ", "You can also ask:", "\n  1. ")]
    assert places == sorted(places)
    assert text.index("3-6 g") < places[0]


def test_colour_is_bold_dim_and_red_alone(terminal: Start) -> None:
    screen = terminal(rows=60)
    screen.ask(DOSE)
    assert b"\x1b[2m" in screen.raw
    screen.ask(EMERGENCY)
    assert b"\x1b[1;31m" in screen.raw


def test_without_colour_nothing_is_coloured(terminal: Start) -> None:
    screen = terminal(rows=60, NO_COLOR="1")
    screen.ask(DOSE)
    assert screen.style_of("[1]").fg == "default"
    screen.ask(EMERGENCY)
    assert b"31m" not in screen.raw


def test_the_doses_are_drawn_with_the_amount_that_was_named(terminal: Start) -> None:
    screen = terminal(rows=60)
    screen.ask("would 18 grams daily be alright?")
    screen.ask("/doses")
    assert "you said 18 g a day" in screen.text()
    picture = screen.text()[screen.text().index("grams a day, as the documents") :]
    assert "█" in picture
    assert "┊" in picture
    assert "healthcare professional" in " ".join(picture.replace("│", " ").split())


def test_a_resized_window_is_used_at_once(terminal: Start) -> None:
    screen = terminal(columns=120)
    screen.keys("what is leaky")
    screen.resize(40)
    screen.keys(" gut?\r")
    screen.wait(lambda: screen.prompt() == ">", "no new prompt")
    assert "what is leaky gut?" in screen.said()
    answer = screen.text().split("what is leaky gut?")[-1]
    assert max(map(len, answer.splitlines()[:-1])) < 40


def test_a_very_small_window_still_shows_what_is_typed(terminal: Start) -> None:
    screen = terminal(columns=20, rows=6)
    screen.keys("leaky")
    screen.wait(lambda: screen.prompt() == "> leaky", "it is not shown")
    screen.keys("\x15/q")
    screen.wait(lambda: "/quit" in screen.text(), "no menu")


def test_control_sequences_in_what_is_typed_or_pasted_do_not_reach_the_screen(terminal: Start) -> None:
    screen = terminal()
    screen.keys("\x1b[200~what about \x1b]0;owned\x07zinc \x1b[31mred\x1b[201~")
    screen.keys(" or \x1b[31mred")
    assert screen.prompt().endswith("red or red")
    screen.keys("\r")
    screen.wait(lambda: screen.prompt() == ">", "no new prompt")
    assert b"\x1b]0;owned" not in screen.raw
    assert "owned" not in screen.text()
