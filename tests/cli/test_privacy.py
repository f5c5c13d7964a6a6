"""Nothing leaves the machine, and nothing is written unless it is asked for."""

import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from tests.cli.process import SOURCE, run
from tests.terminal.screen import COMPILING, Terminal

# An event loop wakes itself through a pair of sockets, which leads nowhere; all else is refused, whoever asks for it.
OFFLINE = """
import sys
def refuse(event, arguments):
    if event.startswith("socket.") and not (event == "socket.__new__" and arguments[1] == 1):
        raise RuntimeError(f"the network was used: {event}")
sys.addaudithook(refuse)
"""


@pytest.fixture
def offline(tmp_path: Path) -> dict[str, str]:
    """Surroundings in which a process that uses the network fails."""
    (tmp_path / "offline").mkdir()
    (tmp_path / "offline" / "sitecustomize.py").write_text(OFFLINE)
    return {"PYTHONPATH": os.pathsep.join((str(tmp_path / "offline"), SOURCE)), "XDG_CACHE_HOME": str(tmp_path / "c")}


@pytest.mark.parametrize(
    "arguments",
    [
        *(["ask", "how much a day"], ["ask", "-"], ["chat"], ["chat", "--json"], ["topics"], ["sources"], ["doses"]),
        *(["config"], ["completion", "bash"], ["knowledge", "check"], ["--help"], ["--version"]),
    ],
)
def test_every_command_runs_with_sockets_forbidden(
    tmp_path: Path, offline: dict[str, Any], arguments: list[str]
) -> None:
    ran = run(arguments, tmp_path, b"how much a day\n/doses\n", **offline)
    assert ran.returncode == 0
    assert b"network" not in ran.stdout + ran.stderr


def test_the_hook_that_forbids_them_works(tmp_path: Path, offline: dict[str, Any]) -> None:
    spy = tmp_path / "spy.py"
    spy.write_text("import socket\nsocket.create_connection(('127.0.0.1', 9), 1)\n")
    spied = subprocess.run([sys.executable, str(spy)], env={**os.environ, **offline}, capture_output=True, check=False)
    assert b"the network was used" in spied.stderr


def test_a_talk_on_a_terminal_uses_no_network_and_writes_nothing(tmp_path: Path, offline: dict[str, Any]) -> None:
    home = tmp_path / "home"
    home.mkdir()
    screen = Terminal(home, **offline)
    try:
        screen.wait(lambda: any(line.startswith(">") for line in screen.rows()), "no prompt", COMPILING)
        screen.ask("I am pregnant, how much should I take?")
        screen.keys("\x04")
        assert screen.end() == 0
    finally:
        screen.close()
    assert "network" not in screen.text()
    assert os.listdir(home) == []
