"""A whole talk on narrow, usual and wide screens, with colour and without: what a person sees at each step."""

import json
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.terminal.screen import Terminal

Start = Callable[..., Terminal]
DOWN, CTRL_C, CTRL_D = "\x1b[B", "\x03", "\x04"
ROWS = 30


@pytest.fixture(params=[40, 80, 120])
def columns(request: pytest.FixtureRequest) -> int:
    """How wide the screen is."""
    return int(request.param)


@pytest.fixture(params=["always", "never"])
def color(request: pytest.FixtureRequest) -> str:
    """When colour is used."""
    return str(request.param)


@pytest.fixture
def screen(terminal: Start, columns: int, color: str) -> Terminal:
    """The chat at its first prompt, with the line under it."""
    started = terminal("--color", color, columns=columns, rows=ROWS)
    started.wait(lambda: "/help" in started.rows()[-1], "no toolbar")
    return started


def test_typing(screen: Terminal, columns: int) -> None:
    screen.keys("leaky g")
    screen.see(" What is leaky gut?")
    screen.keys(DOWN)
    screen.wait(lambda: screen.prompt() != "> leaky g", "nothing is chosen")
    taken = screen.prompt()
    screen.keys("\r")
    assert screen.prompt() == taken  # taken, and not sent
    assert " What is leaky gut?" not in screen.text().replace(taken, "")
    screen.keys(CTRL_C)
    assert screen.prompt() == ">"
    screen.keys("\x1b[200~I have two questions.\nThe first is this:\nhow should I store it?\x1b[201~")
    assert "[1]" not in screen.text()
    screen.keys("\r")
    screen.see("[1] L-glutamine: FAQs")
    assert max(map(len, screen.rows())) <= columns
    screen.keys("half a thou")
    screen.keys(CTRL_C)
    assert screen.prompt() == ">"
    screen.keys(CTRL_D)
    assert screen.end() == 0
    assert screen.is_cooked()


def test_talking(screen: Terminal, columns: int, color: str, tmp_path: Path) -> None:
    screen.ask("does it help with IBS?")
    screen.see("3. ")
    screen.keys(DOWN)
    screen.keys(DOWN)
    screen.keys("\r")
    screen.see("increased permeability" if columns > 40 else "permeability")
    screen.ask("I weigh 70 kg")
    assert screen.rows()[-1].startswith(" 70 kg")
    screen.ask("/export talk.json")
    screen.wait(lambda: "turns to talk.json" in screen.said(), "nothing is saved")
    assert len(json.loads((tmp_path / "talk.json").read_text())["turns"]) == 3
    screen.ask("my tongue is swelling and I can't breathe")
    assert (b"\x1b[1;31m" in screen.raw) is (color == "always")
    assert (b"\x1b[2m" in screen.raw) is (color == "always")


def test_a_window_that_changes_its_size_while_a_reply_is_shown(screen: Terminal, columns: int) -> None:
    screen.ask("what is leaky gut?")
    screen.keys("how sh")
    other = 60 if columns != 60 else 80
    screen.resize(other, ROWS)
    screen.wait(lambda: screen.prompt() == "> how sh", "what was typed is gone")
    screen.keys("ould I store it?")
    screen.keys("\r")
    screen.see("[1] L-glutamine: FAQs")
    shown = screen.text()[screen.text().rindex("how should I store it?") :]
    assert max(map(len, shown.splitlines())) < other


@pytest.mark.parametrize(("width", "height"), [(80, 24), (40, 30)])
def test_an_answer_its_disclaimer_and_its_sources_are_seen_at_once(terminal: Start, width: int, height: int) -> None:
    screen = terminal(columns=width, rows=height)
    screen.ask("would 18 grams daily be alright?")
    said = screen.said()
    for part in ("18 g a day is above the 14 g", "healthcare professional", "[2] Leaky gut article: Recommended"):
        assert part in said
    screen.ask("how much is too much?")
    assert screen.said().index("how much is too much?") < screen.said().index("There is a limit")


def test_where_there_is_room_more_is_offered_and_elsewhere_less(terminal: Start) -> None:
    offers = {}
    for height in (18, 22, 40):
        screen = terminal(rows=height)
        screen.ask("how much is too much?")
        offers[height] = sum(row.startswith(("  1. ", "  2. ", "  3. ")) for row in screen.rows())
    assert offers[18] == 0 < offers[22] < offers[40] == 3
