"""What is kept of a talk: nothing unless asked for, and then only what was not answered, without what tells of whom."""

import json
import stat
import subprocess
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from tests.cli.process import LIMIT, PROGRAM, surroundings

Bot = Callable[..., subprocess.CompletedProcess[bytes]]
UNANSWERED = "can my wife Sarah take 20g before a parachute jump at 80 kilos"
ASIDE = "does it make me good at chess"
EMERGENCY = "I want to end it all tonight"


def recorded(home: Path) -> list[dict[str, Any]]:
    return [json.loads(path.read_text()) for path in sorted(home.rglob("recorded/*.json"))]


def lines(home: Path) -> list[str]:
    return sorted(line["line"] for line in recorded(home))


def said(*lines: str) -> bytes:
    return "".join(f"{line}\n" for line in lines).encode()


def test_nothing_is_recorded_unless_asked_for(bot: Bot, tmp_path: Path) -> None:
    bot(["chat"], said=said(ASIDE, "chess?"))
    bot(["ask", ASIDE])
    assert [path for path in tmp_path.iterdir() if path.name != ".cache"] == []


def test_what_is_not_answered_is_recorded_for_oneself_alone(bot: Bot, tmp_path: Path) -> None:
    ran = bot(
        ["chat", "--json", "--record-unanswered"], said=said("I am pregnant", ASIDE, "what is leaky gut?", "thanks")
    )
    assert ran.stderr == b""
    [kept] = recorded(tmp_path)
    kind = json.loads(ran.stdout.splitlines()[1])["kind"]
    assert kind in ("unknown", "out_of_scope", "clarify")
    assert kept == {"bot": "glutamine_bot", "line": ASIDE, "kind": kind, "topics": [], "reported": False}
    [path] = tmp_path.rglob("recorded/*.json")
    assert stat.S_IMODE(path.stat().st_mode) == 0o600
    assert stat.S_IMODE(path.parent.stat().st_mode) == 0o700


def test_the_setting_does_as_the_option_does_and_the_option_wins(bot: Bot, tmp_path: Path) -> None:
    settings = Path(bot(["config", "--path"]).stdout.decode().strip())
    settings.parent.mkdir(parents=True)
    settings.write_text("record_unanswered = true\n")
    bot(["chat", "--no-record-unanswered"], said=said(ASIDE))
    assert lines(tmp_path) == []
    bot(["chat"], said=said(ASIDE))
    assert lines(tmp_path) == [ASIDE]
    assert "recorded for review: " in bot(["config"]).stdout.decode()


def test_questions_of_a_file_are_recorded_each_by_itself(bot: Bot, tmp_path: Path) -> None:
    ran = bot(
        ["ask", "--json", "--record-unanswered", "-"], said=said(ASIDE, EMERGENCY, "what is leaky gut?", "chess?")
    )
    assert len(ran.stdout.splitlines()) == 4
    assert lines(tmp_path) == ["chess?", ASIDE]


def test_amounts_and_names_are_left_out(bot: Bot, tmp_path: Path) -> None:
    bot(["chat"], said=said(UNANSWERED, "/bad"))
    [line] = lines(tmp_path)
    assert line == "can my wife [name] take [amount] before a parachute jump at [weight]"


@pytest.mark.parametrize("after", ["chess again?", "/bad", "/help", "and how much of it"])
def test_nothing_is_kept_of_a_talk_with_an_emergency(bot: Bot, tmp_path: Path, after: str) -> None:
    ran = bot(["chat", "--json", "--record-unanswered"], said=said(ASIDE, EMERGENCY, after))
    assert json.loads(ran.stdout.splitlines()[1])["kind"] == "emergency"
    assert lines(tmp_path) == []


@pytest.mark.parametrize("command", ["/bad", "/quit"])
def test_an_emergency_behind_a_command_is_met(bot: Bot, tmp_path: Path, command: str) -> None:
    ran = bot(["chat", "--json"], said=said("what is leaky gut?", f"{command} {EMERGENCY}"))
    assert json.loads(ran.stdout.splitlines()[1])["kind"] == "emergency"
    assert lines(tmp_path) == []


def in_shell(command: str, home: Path, lines: bytes) -> subprocess.CompletedProcess[bytes]:
    environment = surroundings(home, bot=" ".join(PROGRAM))
    return subprocess.run(
        ["bash", "-c", command], input=lines, env=environment, capture_output=True, timeout=LIMIT, check=False
    )


def test_a_full_disk_is_one_warning_and_the_talk_goes_on(tmp_path: Path) -> None:
    ran = in_shell("ulimit -f 0; $bot chat --json --record-unanswered", tmp_path, said(ASIDE, "chess?", "is it safe?"))
    assert len(ran.stdout.splitlines()) == 3
    assert len(ran.stderr.splitlines()) == 1
    assert b"not recorded: File too large. The talk goes on." in ran.stderr
    assert list(tmp_path.rglob("recorded/*")) == []


@pytest.mark.parametrize("command", [["chat", "--json"], ["ask", "--json", "-"]])
def test_no_place_to_write_to_is_one_warning_and_the_talk_goes_on(bot: Bot, tmp_path: Path, command: list[str]) -> None:
    (tmp_path / "file").write_text("")
    ran = bot([*command, "--record-unanswered"], said=said(ASIDE, "chess?"), XDG_DATA_HOME=str(tmp_path / "file"))
    assert len(ran.stdout.splitlines()) == 2
    assert len(ran.stderr.splitlines()) == 1


def test_bad_keeps_the_last_exchange_and_says_what_where_and_how_to_remove_it(bot: Bot, tmp_path: Path) -> None:
    ran = bot(["chat", "--json"], said=said("I am pregnant", "what is leaky gut?", "/why", "/bad because of Bob"))
    assert len(ran.stdout.splitlines()) == 3
    [kept] = recorded(tmp_path)
    assert kept == {
        "bot": "glutamine_bot",
        "line": "what is leaky gut?",
        "kind": "answer",
        "topics": ["gut.leaky"],
        "reported": True,
    }
    [path] = tmp_path.rglob("recorded/*.json")
    [told] = ran.stderr.decode().splitlines()
    assert "what is leaky gut?" in told
    assert str(path) in told
    assert "Left out" in told
    assert "glutamine-bot forget" in told
    assert stat.S_IMODE(path.stat().st_mode) == 0o600


def test_bad_before_any_reply_and_where_it_cannot_be_kept_is_said(bot: Bot, tmp_path: Path) -> None:
    assert b"no reply yet" in bot(["chat"], said=said("/bad")).stderr
    (tmp_path / "file").write_text("")
    ran = bot(["chat"], said=said(ASIDE, "/bad", "thanks"), XDG_DATA_HOME=str(tmp_path / "file"))
    assert len(ran.stderr.splitlines()) == 1
    assert b"cannot be kept" in ran.stderr


def test_forget_deletes_all_that_was_kept_and_says_so(bot: Bot, tmp_path: Path) -> None:
    assert b"nothing was kept" in bot(["forget"]).stderr
    bot(["chat", "--record-unanswered"], said=said(ASIDE, "chess?"))
    history = tmp_path / ".local" / "state" / "glutamine_bot" / "history"
    history.parent.mkdir(parents=True)
    history.write_text("# now\n+thanks\n")
    ran = bot(["forget"])
    assert ran.returncode == 0
    assert "deleted the history of what you typed: " in ran.stdout.decode()
    assert "deleted 2 lines recorded for review: " in ran.stdout.decode()
    assert not history.exists()
    assert list(tmp_path.rglob("recorded")) == []
