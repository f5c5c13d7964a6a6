"""A file is there as it was or as it is to be, whatever happens while it is saved."""

import signal
import stat
import subprocess
import sys
from pathlib import Path

import pytest

from glutamine_bot.domain.errors import BotError
from glutamine_bot.knowledge.saving import save
from tests.cli.process import SOURCE

KILLED = """
import os, signal, sys
from glutamine_bot.knowledge.saving import save
def end(*_): os.kill(os.getpid(), signal.SIGKILL)
{hook}
save({path!r}, b"old", b"new" * 100_000)
"""


@pytest.fixture
def file(tmp_path: Path) -> Path:
    path = tmp_path / "a.yaml"
    path.write_bytes(b"old")
    path.chmod(0o640)
    return path


def test_the_new_content_takes_the_place_of_the_old_with_its_mode(file: Path) -> None:
    save(str(file), b"old", b"new")
    assert file.read_bytes() == b"new"
    assert stat.S_IMODE(file.stat().st_mode) == 0o640
    assert [path.name for path in file.parent.iterdir()] == ["a.yaml"]


def test_a_file_behind_a_link_is_replaced_and_the_link_stays(file: Path, tmp_path: Path) -> None:
    link = tmp_path / "link.yaml"
    link.symlink_to(file)
    save(str(link), b"old", b"new")
    assert link.is_symlink()
    assert file.read_bytes() == b"new"


@pytest.mark.parametrize("before", [b"older", None])
def test_what_somebody_else_wrote_meanwhile_is_not_overwritten(file: Path, before: bytes | None) -> None:
    with pytest.raises(BotError, match="changed meanwhile"):
        save(str(file), before, b"new")
    assert file.read_bytes() == b"old"
    assert [path.name for path in file.parent.iterdir()] == ["a.yaml"]


def test_a_folder_that_is_not_there_is_said(tmp_path: Path) -> None:
    with pytest.raises(BotError, match="cannot be written"):
        save(str(tmp_path / "gone" / "a.yaml"), None, b"new")


@pytest.mark.parametrize("hook", ["os.fsync = end", "os.chmod = end", "os.replace = end"])
def test_killed_in_the_middle_the_old_file_is_there_and_the_next_save_clears_up(file: Path, hook: str) -> None:
    script = KILLED.format(hook=hook, path=str(file))
    killed = subprocess.run([sys.executable, "-c", script], env={"PYTHONPATH": SOURCE}, check=False)
    assert killed.returncode == -signal.SIGKILL
    assert file.read_bytes() == b"old"
    assert len(list(file.parent.iterdir())) == 2
    save(str(file), b"old", b"new")
    assert [path.name for path in file.parent.iterdir()] == ["a.yaml"]
