"""Recorded lines: each whole or not there at all, for the user's eyes alone, from as many programs as there are."""

import stat
import subprocess
import sys
from pathlib import Path

import pytest

from glutamine_bot.terminal import recorded
from glutamine_bot.terminal.recorded import FullError, Recorded, drop, drop_all, keep, kept
from tests.cli.process import SOURCE

LINE = Recorded("a_bot", "is it [amount]?", "unknown", ("a.b",))
WRITER = """
import sys
from pathlib import Path
from glutamine_bot.terminal.recorded import Recorded, keep
for number in range(200):
    keep(Path(sys.argv[1]), Recorded("a_bot", f"{sys.argv[2]} {number}", "unknown"))
"""


def test_a_line_comes_back_as_it_was_kept_and_goes_when_it_is_dropped(tmp_path: Path) -> None:
    path = keep(tmp_path / "a" / "recorded", LINE)
    assert list(kept(path.parent)) == [(path, LINE)]
    drop(path)
    drop(path)
    assert list(kept(path.parent)) == []


def test_nobody_else_can_read_it(tmp_path: Path) -> None:
    around = tmp_path / "a"
    around.mkdir(mode=0o755)
    path = keep(around / "recorded", LINE)
    modes = [stat.S_IMODE(place.stat().st_mode) for place in (path, path.parent, around)]
    assert modes == [0o600, 0o700, 0o700]


def test_two_programs_at_once_lose_nothing(tmp_path: Path) -> None:
    folder = tmp_path / "a" / "recorded"
    command = [sys.executable, "-c", WRITER, str(folder)]
    writers = [subprocess.Popen([*command, name], env={"PYTHONPATH": SOURCE}) for name in ("one", "two")]
    assert [writer.wait(60) for writer in writers] == [0, 0]
    lines = {line.line for _, line in kept(folder)}
    assert lines == {f"{name} {number}" for name in ("one", "two") for number in range(200)}


def test_a_full_folder_takes_no_more(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(recorded, "MOST", 2)
    folder = tmp_path / "a" / "recorded"
    keep(folder, LINE)
    keep(folder, LINE)
    with pytest.raises(FullError):
        keep(folder, LINE)
    assert len(list(kept(folder))) == 2


@pytest.mark.parametrize("content", [b"", b"{", b"[]", b"\xff", b'{"line": 3}', b'{"line": "x"}', b"x" * 100_000])
def test_what_is_no_recorded_line_is_passed_over(tmp_path: Path, content: bytes) -> None:
    path = keep(tmp_path / "a" / "recorded", LINE)
    (path.parent / "other.json").write_bytes(content)
    assert list(kept(path.parent)) == [(path, LINE)]


def test_all_are_deleted_with_what_a_killed_program_left(tmp_path: Path) -> None:
    path = keep(tmp_path / "a" / "recorded", LINE)
    (path.parent / "0123456789abcdef").write_text("{")
    assert drop_all(path.parent) == 1
    assert not path.parent.exists()
    assert drop_all(path.parent) == 0


def test_a_link_in_its_place_is_removed_and_not_followed(tmp_path: Path) -> None:
    other = tmp_path / "other"
    other.mkdir()
    (other / "mine.json").write_text("{}")
    (tmp_path / "recorded").symlink_to(other)
    drop_all(tmp_path / "recorded")
    assert (other / "mine.json").exists()
    assert not (tmp_path / "recorded").is_symlink()
