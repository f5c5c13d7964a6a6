"""Around the talk: the toolbar, export, history, signals, and terminals that can do little."""

import json
import re
import signal
import stat
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.terminal.screen import Terminal

Start = Callable[..., Terminal]


def test_the_toolbar_hints_at_first_and_then_shows_what_was_said_of_oneself(terminal: Start) -> None:
    screen = terminal()
    screen.see("/help lists commands")
    assert "/help" in screen.rows()[-1]
    for line in ("I am pregnant", "I weigh 70 kg", "thanks"):
        screen.ask(line)
    assert "pregnan" in screen.rows()[-1]
    assert "70 kg" in screen.rows()[-1]
    assert "/help" not in screen.rows()[-1]


def test_the_toolbar_can_be_switched_off(terminal: Start) -> None:
    assert "/help" not in terminal("--no-toolbar").text()


def test_export_keeps_what_was_said_with_disclaimers_and_does_not_overwrite(terminal: Start, tmp_path: Path) -> None:
    screen = terminal()
    screen.ask("how much should an adult take a day?")
    screen.ask("/export talk.md")
    screen.see("Saved 1 turn to talk.md")
    written = tmp_path / "talk.md"
    assert stat.S_IMODE(written.stat().st_mode) == 0o600
    assert "**how much should an adult take a day?**" in written.read_text()
    assert "Please note: " in written.read_text()
    screen.ask("/export talk.md")
    screen.see("talk.md exists.")
    screen.ask("/export talk.md overwrite")
    screen.ask("/export talk.json")
    assert json.loads((tmp_path / "talk.json").read_text())["turns"][0]["reply"]["disclaimers"]
    screen.ask("/export talk.doc")
    screen.see("must be .md or .json")


def test_an_export_reads_as_it_was_said(terminal: Start, tmp_path: Path) -> None:
    screen = terminal()
    screen.ask("is *it* safe <b>?")
    screen.ask("/export talk.md")
    screen.see("Saved 1 turn")
    written = (tmp_path / "talk.md").read_text()
    assert r"**is \*it\* safe \<b\>?**" in written
    assert re.search(r'^\[1\] "L-glutamine", .*  \n\[2\] "How Much', written, re.MULTILINE)


def test_history_is_kept_only_where_asked_for_and_for_oneself(terminal: Start, tmp_path: Path) -> None:
    screen = terminal()
    screen.ask("thanks a lot")
    screen.keys("\x04")
    assert screen.end() == 0
    assert list(tmp_path.iterdir()) == []
    screen = terminal("--history", XDG_STATE_HOME=str(tmp_path / "state"))
    screen.ask("thanks a lot")
    screen.keys("\x04")
    screen.end()
    [kept] = [path for path in tmp_path.rglob("history") if path.is_file()]
    assert stat.S_IMODE(kept.stat().st_mode) == 0o600
    screen = terminal("--history", XDG_STATE_HOME=str(tmp_path / "state"))
    screen.keys("\x1b[A")
    screen.wait(lambda: screen.prompt() == "> thanks a lot", "the line before does not come back")


def test_bad_keeps_the_last_line_for_review_where_only_oneself_can_read_it(terminal: Start, tmp_path: Path) -> None:
    screen = terminal()
    screen.ask("what is leaky gut?")
    screen.ask("/bad")
    assert 'Kept for review: "what is leaky gut?"' in screen.said()
    [kept] = tmp_path.rglob("recorded/*.json")
    assert stat.S_IMODE(kept.stat().st_mode) == 0o600
    screen.ask("/help")
    assert "/bad " in screen.said()


def test_who_waits_for_the_knowledge_base_to_be_read_is_told_why(
    terminal: Start, second_subject: Path, tmp_path: Path
) -> None:
    told = "reading the knowledge base, once after each change"
    own = ("--knowledge", str(second_subject))
    assert told in terminal(*own, XDG_CACHE_HOME=str(tmp_path / "cache")).said()
    assert told not in terminal(*own, XDG_CACHE_HOME=str(tmp_path / "cache")).said()


def test_in_plain_lines_ctrl_c_drops_the_line_and_twice_leaves(terminal: Start) -> None:
    screen = terminal("--plain")
    screen.keys("half a thou")
    screen.keys("\x03")
    screen.ask("thanks")
    screen.keys("\x03")
    screen.see("Ctrl-C again")
    screen.keys("\x03")
    assert screen.end() == 130


@pytest.mark.parametrize("command", ["/doses", "/help"])
def test_a_command_in_an_emergency_shows_the_emergency_alone(terminal: Start, command: str) -> None:
    screen = terminal()
    screen.ask(f"{command} my tongue is swelling and I can't breathe")
    assert "Call your local emergency number now" in screen.said()
    assert "3-6 g" not in screen.text()
    assert "/quit" not in screen.text()


def test_a_talk_goes_on_without_what_cannot_be_read_or_kept(terminal: Start, tmp_path: Path) -> None:
    (tmp_path / "config" / "glutamine_bot" / "settings.toml").mkdir(parents=True)
    (tmp_path / "state").touch()
    screen = terminal(
        "--history", XDG_CONFIG_HOME=str(tmp_path / "config"), XDG_STATE_HOME=str(tmp_path / "state"), columns=200
    )
    assert "settings.toml: cannot be read: Is a directory" in screen.said()
    assert "What you type is not kept: " in screen.said()
    screen.ask("thanks")
    assert "welcome" in screen.said()


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGHUP, signal.SIGQUIT])
@pytest.mark.parametrize("arguments", [[], ["--plain"]])
def test_a_signal_leaves_the_terminal_as_it_was(terminal: Start, number: signal.Signals, arguments: list[str]) -> None:
    screen = terminal(*arguments)
    screen.keys("half a thou")
    assert not screen.is_cooked()
    screen.kill(number)
    assert screen.end() == 128 + number
    assert screen.is_cooked()


@pytest.mark.parametrize(
    ("arguments", "changes"), [(["--plain"], {}), ([], {"ACCESSIBLE": "1"}), ([], {"TERM": "dumb"})]
)
def test_plain_draws_and_repaints_nothing(terminal: Start, arguments: list[str], changes: dict[str, str]) -> None:
    screen = terminal(*arguments, "--no-color", **changes)
    assert "not medical advice." in screen.said()
    screen.ask("how much should an adult take a day?")
    assert "Please note: " in screen.text()
    assert "│" not in screen.text()
    screen.keys("half a thou")
    screen.keys("\x03")
    screen.see("Ctrl-C again")
    screen.ask("/doses")
    assert "█" not in screen.text()
    assert b"\x1b[" not in screen.raw.replace(b"\x1b[?2004h", b"").replace(b"\x1b[?2004l", b"")
    screen.keys("\x04")
    assert screen.end() == 0
