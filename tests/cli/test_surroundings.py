"""The program where things are missing, closed, full or interrupted: no traceback, and an exit code that tells."""

import json
import os
import signal
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.cli.process import LIMIT, PROGRAM, surroundings

Bot = Callable[..., subprocess.CompletedProcess[bytes]]
QUESTION = "how much should an adult take a day?"


def shell(command: str, home: Path) -> subprocess.CompletedProcess[bytes]:
    """Runs a line of shell in which $bot is the program."""
    environment = surroundings(home, bot=" ".join(PROGRAM))
    return subprocess.run(["bash", "-c", command], env=environment, capture_output=True, timeout=LIMIT, check=False)


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
    ran = bot(["ask", "hi", "--debug", "--knowledge", str(tmp_path / "\x1b[31mnowhere")])
    assert ran.stderr.startswith(b"Traceback")
    assert b"\x1b" not in ran.stderr
    assert ran.returncode == 2


def test_nothing_is_written_unless_asked_for(bot: Bot, tmp_path: Path) -> None:
    bot(["chat"], said=b"I am pregnant\n/quit\n")
    bot(["config"])
    assert os.listdir(tmp_path) == []


# What Python itself does before it reads a line of ours, about 10 ms, nobody can change.
WHILE_LOADING = """
import os, signal, sys, threading, time
from glutamine_bot.cli import main as module
def interrupt():
    time.sleep(float(sys.argv[1]))
    os.kill(os.getpid(), signal.SIGINT)
threading.Thread(target=interrupt, daemon=True).start()
sys.exit(module.main(["ask", "-"]))
"""


@pytest.mark.parametrize("delay", [0.001, 0.003, 0.006, 0.01, 0.02, 0.03, 0.05, 0.08])
def test_ctrl_c_while_it_starts_is_as_quiet(tmp_path: Path, delay: float) -> None:
    pipe = subprocess.PIPE
    command = [sys.executable, "-c", WHILE_LOADING, str(delay)]
    with subprocess.Popen(command, stdin=pipe, stdout=pipe, stderr=pipe, env=surroundings(tmp_path)) as process:
        assert process.wait(30) == 130
        assert process.stderr
        assert process.stderr.read() == b""


def test_ctrl_c_that_a_shell_has_turned_off_stays_so(tmp_path: Path) -> None:
    ran = shell("trap '' INT; (sleep 1; echo thanks) | ($bot ask - & kill -INT $!; wait)", tmp_path)
    assert ran.stdout


ESCAPED = "\x1b[31m\x9b1m\u202e"


@pytest.mark.parametrize(
    "arguments",
    [
        *(["--knowledge", ESCAPED, "ask", "hi"], [ESCAPED], ["ask", f"--{ESCAPED}"], ["chat", f"-{ESCAPED}"]),
        *(["doses", "--amount", ESCAPED], ["topics", ESCAPED], ["knowledge", "test", ESCAPED], ["config", ESCAPED]),
        *(["ask", "hi", "--debug", "--knowledge", ESCAPED], ["ask", ESCAPED], ["completion", ESCAPED]),
    ],
)
def test_no_escape_in_an_argument_reaches_the_terminal(bot: Bot, arguments: list[str]) -> None:
    ran = bot(arguments)
    assert not set((ran.stdout + ran.stderr).decode()) & set("\x1b\x9b\u202e")


@pytest.mark.parametrize("arguments", [["config"], ["config", "--path"]])
def test_no_escape_in_the_name_of_a_folder_reaches_the_terminal(bot: Bot, tmp_path: Path, arguments: list[str]) -> None:
    folder = str(tmp_path / "\x1b[31m")
    ran = bot(arguments, XDG_CONFIG_HOME=folder, XDG_STATE_HOME=folder)
    assert b"\\x1b[31m" in ran.stdout + ran.stderr
    assert b"\x1b" not in ran.stdout + ran.stderr


@pytest.mark.parametrize("columns", ["0", "x", "-5", "\u00b2", "9" * 5_000])
def test_any_width_that_the_environment_tells(bot: Bot, columns: str) -> None:
    ran = bot(["--help"], COLUMNS=columns)
    assert (ran.returncode, ran.stderr) == (0, b"")


def test_a_folder_that_was_deleted_under_it(tmp_path: Path) -> None:
    gone = f"cd {tmp_path}; mkdir gone; cd gone; rmdir ../gone"
    ran = shell(f"{gone}; $bot ask thanks; $bot ask hi --knowledge ./x", tmp_path)
    assert ran.stdout
    assert ran.stderr.endswith(b"./x:1:1: missing-file there is no such folder\n")


@pytest.mark.parametrize("command", ["ask -", "chat --json"])
@pytest.mark.parametrize("end", [b"\n", b""])
def test_a_line_beyond_all_measure_is_refused_in_one(tmp_path: Path, command: str, end: bytes) -> None:
    """It is larger than the memory that the program is given here."""
    (tmp_path / "line").write_bytes(b"how much " * 25_000_000 + end)
    ran = shell(f"$bot {command} < /dev/null; ulimit -v 200000; $bot {command} < {tmp_path / 'line'}", tmp_path)
    assert ran.stdout == b""
    assert ran.stderr == b"glutamine-bot: line 1 is longer than 64 KiB and was not read\n"
