"""`completion`: what the shells are told is what the program takes."""

import shutil
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest

from glutamine_bot.cli.completion import described_commands
from glutamine_bot.cli.shell_scripts import SCRIPTS

Bot = Callable[..., subprocess.CompletedProcess[bytes]]


def offered(script: str, words: list[str], folder: Path) -> list[str]:
    """What bash offers for the last of the words."""
    (folder / "script").write_text(script)
    line = (
        f'source {folder}/script; COMP_WORDS=("$@"); COMP_CWORD={len(words)}; _glutamine_bot; echo "${{COMPREPLY[@]}}"'
    )
    ran = subprocess.run(
        ["bash", "-c", line, "bash", "glutamine-bot", *words], capture_output=True, check=True, timeout=20
    )
    assert ran.stderr == b""
    return ran.stdout.decode().split()


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        (["as"], ["ask"]),
        (["knowledge", "ch"], ["check"]),
        (["ask", "--js"], ["--json"]),
        (["--plain", "doses", "--we"], ["--weight"]),
        (["--color", "a"], ["auto", "always"]),
    ],
)
def test_bash_completes(tmp_path: Path, words: list[str], expected: list[str]) -> None:
    assert offered(SCRIPTS["bash"]("glutamine-bot", described_commands()), words, tmp_path) == expected


@pytest.mark.parametrize("shell", sorted(SCRIPTS))
def test_every_script_names_every_command_and_is_sound(shell: str, tmp_path: Path, bot: Bot) -> None:
    script = bot(["completion", shell]).stdout.decode()
    for command in described_commands():
        assert command.name.split()[-1] in script
    if shutil.which(shell):
        (tmp_path / "script").write_text(script)
        assert subprocess.run([shell, "-n", tmp_path / "script"], check=False, timeout=20).returncode == 0
