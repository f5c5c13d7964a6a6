"""`knowledge check`: every fault at its place, in three formats."""

import json
import shutil
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest

Bot = Callable[..., subprocess.CompletedProcess[bytes]]


@pytest.fixture
def faulty(tmp_path: Path, second_subject: Path) -> Path:
    """A knowledge base with two faults, in two files."""
    folder = tmp_path / "faulty"
    shutil.copytree(second_subject, folder)
    for name in ("bot.yaml", "sources.yaml"):
        (folder / name).write_text((folder / name).read_text() + "\nsurprise: [1]\n")
    return folder


def test_a_sound_knowledge_base_passes(bot: Bot, second_subject: Path) -> None:
    ran = bot(["knowledge", "check", str(second_subject)])
    assert (ran.returncode, ran.stdout) == (0, b"")


def test_every_fault_is_shown_with_its_line(bot: Bot, faulty: Path) -> None:
    ran = bot(["knowledge", "check", str(faulty)])
    text = ran.stdout.decode()
    assert ran.returncode == 1
    for name in ("bot.yaml", "sources.yaml"):
        line = (faulty / name).read_text().splitlines().index("surprise: [1]") + 1
        assert f"{name}:{line}:" in text
    assert "    surprise: [1]\n    ^" in text


def test_json_and_github_formats(bot: Bot, faulty: Path) -> None:
    lines = bot(["knowledge", "check", str(faulty), "--format", "json"]).stdout.splitlines()
    assert {"path", "line", "column", "code", "message", "hint"} == set(json.loads(lines[0]))
    github = bot(["knowledge", "check", str(faulty), "--format", "github"]).stdout.decode().splitlines()
    assert len(github) == len(lines)
    assert all(line.startswith("::error file=") for line in github)
