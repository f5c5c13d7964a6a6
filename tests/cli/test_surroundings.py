"""The program where things are missing, closed, full or interrupted: no traceback, and an exit code that tells."""

import json
import os
import signal
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.cli.process import PROGRAM, surroundings

Bot = Callable[..., subprocess.CompletedProcess[bytes]]
QUESTION = "how much should an adult take a day?"


def shell(command: str, home: Path) -> subprocess.CompletedProcess[bytes]:
    """Runs a line of shell in which $bot is the program."""
    environment = surroundings(home, bot=" ".join(PROGRAM))
    return subprocess.run(["bash", "-c", command], env=environment, capture_output=True, timeout=60, check=False)


@pytest.mark.parametrize("command", ["ask -", "ask --json -", "chat"])
def test_a_closed_pipe_is_silent(tmp_path: Path, command: str) -> None:
    lines = f"yes thanks | head -3000 | $bot {command} | head -1; echo ${{PIPESTATUS[2]}}"
    ran = shell(lines, tmp_path)
    assert ran.stderr == b""
    assert ran.stdout.splitlines()[-1] == b"141"


@pytest.mark.parametrize("command", ["topics | true", "--help | true", "ask thanks | true", "doses | true"])
def test_a_reader_that_is_already_gone_is_no_trouble(tmp_path: Path, command: str) -> None:
    assert shell(f"$bot {command}", tmp_path).stderr == b""


def test_a_full_disk_is_said_in_one_line(tmp_path: Path) -> None:
    ran = shell("$bot topics > /dev/full; echo $?", tmp_path)
    assert ran.stdout == b"2\n"
    assert ran.stderr == b"glutamine-bot: No space left on device\n"


@pytest.mark.parametrize("closed", ["<&-", ">&-", "2>&-", "<&- >&- 2>&-"])
def test_closed_streams_are_no_trouble(tmp_path: Path, closed: str) -> None:
    ran = shell(f"$bot ask thanks {closed}; echo $?; $bot chat {closed}", tmp_path)
    assert ran.stdout.splitlines()[-1].strip() or b">&-" in closed.encode()
    assert b"Traceback" not in ran.stderr + ran.stdout


@pytest.mark.parametrize("command", [["ask", "-"], ["chat"]])
def test_ctrl_c_ends_quietly_with_130(tmp_path: Path, command: list[str]) -> None:
    pipe = subprocess.PIPE
    with subprocess.Popen(
        [*PROGRAM, *command], stdin=pipe, stdout=pipe, stderr=pipe, env=surroundings(tmp_path)
    ) as process:
        assert process.stdin
        assert process.stdout
        assert process.stderr
        process.stdin.write(b"thanks\n")
        process.stdin.flush()
        process.stdout.readline()
        process.send_signal(signal.SIGINT)
        assert process.wait(20) == 130
        assert process.stderr.read() == b""


def test_without_a_home_or_a_locale_or_a_place_to_write(bot: Bot, tmp_path: Path) -> None:
    locked = tmp_path / "locked"
    locked.mkdir(mode=0o500)
    bare = {"HOME": None, "LANG": "C", "LC_ALL": "C", "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0", "PATH": "/nowhere"}
    ran = bot(["ask", "--json", QUESTION], cwd=locked, **bare)
    assert (ran.returncode, ran.stderr) == (0, b"")
    assert ran.stdout.isascii()
    assert json.loads(ran.stdout)["disclaimers"]
    assert os.listdir(locked) == []


def test_a_question_in_another_encoding_than_the_terminals(bot: Bot) -> None:
    ran = bot(["ask", "--json", b"what is leaky gut \xff\xfe"], LANG="C", LC_ALL="C")
    assert json.loads(ran.stdout)["text"]
    assert ran.stderr == b""


def test_a_broken_knowledge_base_is_one_line_and_exit_2(bot: Bot, tmp_path: Path) -> None:
    (tmp_path / "broken").mkdir()
    (tmp_path / "broken" / "bot.yaml").write_text("name: [")
    for arguments in (["ask", "hi"], ["chat"], ["topics"]):
        ran = bot([*arguments, "--knowledge", str(tmp_path / "broken")])
        assert ran.returncode == 2
        assert ran.stdout == b""
        assert len(ran.stderr.splitlines()) == 1
        assert ran.stderr.startswith(b"glutamine-bot: ")


def test_debug_shows_where_an_error_came_from(bot: Bot, tmp_path: Path) -> None:
    ran = bot(["ask", "hi", "--debug", "--knowledge", str(tmp_path / "nowhere")])
    assert ran.stderr.startswith(b"Traceback")


def test_nothing_is_written_unless_asked_for(bot: Bot, tmp_path: Path) -> None:
    bot(["chat"], said=b"I am pregnant\n/quit\n")
    bot(["config"])
    assert os.listdir(tmp_path) == []
