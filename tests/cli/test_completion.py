"""`completion`: what the shells are told is what the program takes."""

import os
import shutil
import subprocess
from collections.abc import Callable
from pathlib import Path

import pexpect
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
        (["--knowledge", "x", "do"], ["doses"]),
        (["--v"], ["--vi", "--version"]),
        (["completion", "f"], ["fish"]),
        (["knowledge", "check", "--format", "g"], ["github"]),
    ],
)
def test_bash_completes(tmp_path: Path, words: list[str], expected: list[str]) -> None:
    assert offered(SCRIPTS["bash"]("glutamine-bot", described_commands()), words, tmp_path) == expected


@pytest.mark.skipif(not shutil.which("fish"), reason="there is no fish here")
@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("as", {"ask"}),
        ("knowledge ch", {"check"}),
        ("knowledge check --fo", {"--format"}),
        ("doses --color a", {"auto", "always"}),
        ("completion z", {"zsh"}),
    ],
)
def test_fish_completes(tmp_path: Path, line: str, expected: set[str]) -> None:
    (tmp_path / "script").write_text(SCRIPTS["fish"]("glutamine-bot", described_commands()))
    told = f"source {tmp_path}/script; complete -C 'glutamine-bot {line}'"
    ran = subprocess.run(["fish", "--no-config", "-c", told], capture_output=True, check=True, timeout=20)
    assert {row.split("\t")[0] for row in ran.stdout.decode().splitlines()} == expected


@pytest.mark.skipif(not shutil.which("zsh"), reason="there is no zsh here")
@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("as\t", "glutamine-bot ask"),
        ("knowledge ch\t", "glutamine-bot knowledge check"),
        ("knowledge check --fo\t", "glutamine-bot knowledge check --format"),
        ("doses --color n\t", "glutamine-bot doses --color never"),
        ("completion z\t", "glutamine-bot completion zsh"),
    ],
)
def test_zsh_completes(tmp_path: Path, line: str, expected: str) -> None:
    (tmp_path / "script").write_text(SCRIPTS["zsh"]("glutamine-bot", described_commands()))
    shell = pexpect.spawn("zsh", ["-f"], env={**os.environ, "TERM": "dumb", "HOME": str(tmp_path)}, timeout=20)
    shell.sendline(f"PS1='ready> '; autoload -U compinit; compinit -u -D; source {tmp_path}/script; echo set up")
    shell.expect("set up\r\n")
    shell.send(f"glutamine-bot {line}")
    shell.expect_exact(expected)
    shell.close(force=True)


@pytest.mark.parametrize("shell", sorted(SCRIPTS))
def test_every_script_names_every_command_and_is_sound(shell: str, tmp_path: Path, bot: Bot) -> None:
    script = bot(["completion", shell]).stdout.decode()
    for command in described_commands():
        assert command.name.split()[-1] in script
    if shutil.which(shell):
        (tmp_path / "script").write_text(script)
        assert subprocess.run([shell, "-n", tmp_path / "script"], check=False, timeout=20).returncode == 0
