"""`knowledge check`: every fault at its place, in three formats; `knowledge rules`: what they mean."""

import json
import re
import shutil
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest

from glutamine_bot.checking.rules import ALL

Bot = Callable[..., subprocess.CompletedProcess[bytes]]


@pytest.fixture
def folder(tmp_path: Path, second_subject: Path) -> Path:
    """A copy of the second subject, under a name that formats must escape."""
    return Path(shutil.copytree(second_subject, tmp_path / "50%, new:base"))


@pytest.fixture
def faulty(folder: Path) -> Path:
    """The same with two faults, in two files."""
    for name in ("bot.yaml", "sources.yaml"):
        (folder / name).write_text((folder / name).read_text() + "\nsurprise: [1]\n")
    return folder


def change(path: Path, old: str, new: str) -> None:
    text = path.read_text()
    assert old in text
    path.write_text(text.replace(old, new, 1))


def test_a_sound_knowledge_base_passes(bot: Bot, second_subject: Path) -> None:
    ran = bot(["knowledge", "check", str(second_subject), "--strict"])
    assert (ran.returncode, ran.stderr) == (0, b"")
    assert ran.stdout == b"11 files, 4 topics: no errors, no warnings\n"


def test_the_shipped_knowledge_base_passes_strictly(bot: Bot, root: Path) -> None:
    ran = bot(["knowledge", "check", str(root / "knowledge"), "--strict"])
    assert ran.returncode == 0, ran.stdout.decode()


def test_every_fault_is_shown_with_its_line(bot: Bot, faulty: Path) -> None:
    ran = bot(["knowledge", "check", str(faulty)])
    text = ran.stdout.decode()
    assert ran.returncode == 1
    for name in ("bot.yaml", "sources.yaml"):
        line = (faulty / name).read_text().splitlines().index("surprise: [1]") + 1
        assert f"{name}:{line}:" in text
    assert "    surprise: [1]\n    ^\n    hint: " in text
    assert text.endswith("\n11 files, 4 topics: 2 errors, no warnings\n")


def test_the_mark_stands_under_the_place_in_a_long_line(bot: Bot, folder: Path) -> None:
    question = "Was ist zu tun?"
    change(folder / "topics" / "wear.yaml", "lifespan of a chain]", f"lifespan of a chain, {{{question}: 永}}]")
    lines = bot(["knowledge", "check", str(folder)]).stdout.decode().splitlines()
    shown, mark = lines[1:3]
    assert shown.startswith("    …")
    assert shown[mark.index("^") :].startswith(f"{{{question}")


def test_warnings_fail_only_where_that_is_asked(bot: Bot, folder: Path) -> None:
    change(folder / "sources.yaml", "  title:", "  review_by: 2001-01-31\n  title:")
    lenient, strict = (bot(["knowledge", "check", str(folder), *more]) for more in ([], ["--strict"]))
    assert (lenient.returncode, strict.returncode) == (0, 1)
    assert lenient.stdout == strict.stdout
    assert b"sources.yaml:2:14: review-due warning: " in strict.stdout
    assert strict.stdout.endswith(b"no errors, 1 warning\n")


def test_json_is_an_object_a_line(bot: Bot, faulty: Path) -> None:
    change(faulty / "topics" / "wear.yaml", "is my chain worn, ", "")
    ran = bot(["knowledge", "check", str(faulty), "--format", "json"])
    faults = [json.loads(line) for line in ran.stdout.splitlines()]
    assert ran.returncode == 1
    assert [fault["severity"] for fault in faults] == ["error", "error", "warning"]
    assert {"path", "line", "column", "code", "severity", "message", "hint"} == set(faults[0])
    assert faults[0]["path"] == str(faulty / "bot.yaml")


def test_github_annotations_are_escaped(bot: Bot, faulty: Path) -> None:
    change(faulty / "sources.yaml", "  title:", "  review_by: 100%, surely\n  title:")
    lines = bot(["knowledge", "check", str(faulty), "--format", "github"]).stdout.decode().splitlines()
    pattern = re.compile(r"::(error|warning) file=([^,:]+),line=\d+,col=\d+,title=[a-z-]+::(.+)")
    found = [pattern.fullmatch(line) for line in lines]
    assert len(lines) == 3
    assert all(match and "/50%25%2C new%3Abase/" in match[2] for match in found)
    assert any("'100%25, surely'" in line for line in lines)


@pytest.mark.parametrize(("name", "said"), [("absent", "there is no folder"), ("file", "is a file")])
def test_a_folder_that_cannot_be_used_is_one_line_and_exit_2(bot: Bot, tmp_path: Path, name: str, said: str) -> None:
    (tmp_path / "file").touch()
    ran = bot(["knowledge", "check", str(tmp_path / name)])
    assert (ran.returncode, ran.stdout) == (2, b"")
    assert len(ran.stderr.splitlines()) == 1
    assert said in ran.stderr.decode()


def test_more_faults_than_anybody_reads_are_cut_off(bot: Bot, folder: Path) -> None:
    (folder / "gaps.yaml").write_text("- *a\n" * 600)
    ran = bot(["knowledge", "check", str(folder), "--format", "json"])
    assert (ran.returncode, len(ran.stdout.splitlines())) == (1, 500)
    assert b"too much to list" in ran.stderr


def test_every_rule_is_listed_and_explained(bot: Bot) -> None:
    listed = bot(["knowledge", "rules"]).stdout.decode()
    assert all(f"{rule.code}\n" in listed or f"{rule.code} (warning)\n" in listed for rule in ALL)
    explained = bot(["knowledge", "rules", "dangling-id"]).stdout.decode()
    assert "related: [candle.dye]" in explained
    assert "related: [candle.dey]" in explained


def test_an_unknown_rule_is_bad_usage(bot: Bot) -> None:
    ran = bot(["knowledge", "rules", "dangling"])
    assert ran.returncode == 2
    assert b"'dangling-id'" in ran.stderr
