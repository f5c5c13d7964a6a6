"""Whatever state a folder is in, there is one clear account of it."""

import os
import shutil
from pathlib import Path

import pytest

from glutamine_bot.domain.errors import KnowledgeError
from glutamine_bot.knowledge.files import FILE_LIMIT, MOST_FILES, read_knowledge, read_regular
from glutamine_bot.knowledge.loading import load
from tests.support.drafts import Draft

OPTIONAL = ["gaps.yaml", "smalltalk.yaml", "vocabulary/words.yaml", "vocabulary/others.yaml"]


@pytest.mark.parametrize("name", ["bot.yaml", "sources.yaml", "facts.yaml"])
def test_an_obligatory_file_is_missed(draft: Draft, name: str) -> None:
    (draft.folder / name).unlink()
    assert draft.places() == [f"{name}:1:1 missing-file"]


def test_topics_are_missed(draft: Draft) -> None:
    for topics in (draft.folder / "topics").iterdir():
        topics.unlink()
    assert draft.places() == ["topics/*.yaml:1:1 missing-file"]


@pytest.mark.parametrize("name", OPTIONAL)
def test_all_else_is_optional(draft: Draft, name: str) -> None:
    (draft.folder / name).unlink()
    assert draft.faults() == ()


@pytest.mark.parametrize(
    ("name", "hint"),
    [
        ("gap.yaml", "did you mean 'gaps.yaml'?"),
        ("vocabulary/word.yaml", "did you mean 'vocabulary/words.yaml'?"),
        ("topics/more.yml", "its name must end in .yaml"),
        ("zebra.yaml", "no file of that name is read"),
    ],
)
def test_a_file_that_nobody_would_read_is_reported(draft: Draft, name: str, hint: str) -> None:
    draft.write(name, "a: 1\n")
    (fault,) = draft.faults()
    assert (fault.code, fault.hint, fault.path) == ("unknown-file", hint, str(draft.folder / name))


def test_notes_and_hidden_files_are_left_alone(draft: Draft) -> None:
    draft.write("README.md", "# {not: yaml")
    draft.write(".topics.yaml", "[")
    draft.write("topics/.#care.yaml", "[")
    assert draft.faults() == ()


@pytest.mark.parametrize("name", ["facts.yaml", "topics/care.yaml", "gaps.yaml"])
def test_a_symlink_to_itself_is_refused(draft: Draft, name: str) -> None:
    (draft.folder / name).unlink(missing_ok=True)
    (draft.folder / name).symlink_to(draft.folder / name)
    assert draft.places()[0] == f"{name}:1:1 unreadable"


def test_a_device_or_a_pipe_or_a_folder_is_not_read(draft: Draft) -> None:
    draft.write("gaps.yaml", "")
    for name, make in (("gaps.yaml", os.mkfifo), ("limits.yaml", os.mkdir)):
        (draft.folder / name).unlink(missing_ok=True)
        make(draft.folder / name)
    (draft.folder / "safety.yaml").symlink_to("/dev/zero")
    assert draft.places() == ["gaps.yaml:1:1 unreadable", "limits.yaml:1:1 unreadable", "safety.yaml:1:1 unreadable"]


@pytest.mark.parametrize("name", ["vocabulary", "topics"])
def test_a_folder_within_that_cannot_be_listed_is_named(draft: Draft, name: str) -> None:
    shutil.rmtree(draft.folder / name)
    (draft.folder / name).symlink_to(name)
    assert draft.places() == [f"{name}:1:1 unreadable"]
    (draft.folder / name).unlink()
    draft.write(name, "")
    assert draft.places() == [f"{name}:1:1 unreadable"]


def test_too_many_files_are_refused_unread(draft: Draft) -> None:
    for number in range(MOST_FILES):
        draft.write(f"topics/z{number}.yaml", "")
    assert draft.places() == ["topics:1:1 unreadable"]


@pytest.mark.parametrize("before", range(4))
def test_a_folder_that_vanishes_while_it_is_read_is_no_knowledge_base(
    draft: Draft, monkeypatch: pytest.MonkeyPatch, before: int
) -> None:
    opened: list[str] = []

    def read(path: str, most: int) -> bytes:
        if len(opened) == before:
            shutil.rmtree(draft.folder)
        opened.append(path)
        return read_regular(path, most)

    monkeypatch.setattr("glutamine_bot.knowledge.files.read_regular", read)
    folder = read_knowledge(str(draft.folder))
    assert {fault.code for fault in folder.faults} == {"missing-file"}
    assert len(folder.files) == before


def test_the_fault_that_is_named_first_is_the_one_that_others_follow_from(draft: Draft) -> None:
    draft.append("facts.yaml", "x: &a [*a]\n")
    with pytest.raises(KnowledgeError) as caught:
        load(draft.folder)
    assert ": alias " in str(caught.value)


@pytest.mark.skipif(os.geteuid() == 0, reason="root may read everything")
def test_a_file_without_permission_is_named(draft: Draft) -> None:
    (draft.folder / "gaps.yaml").chmod(0)
    assert draft.places() == ["gaps.yaml:1:1 unreadable"]


def test_a_huge_file_is_refused_and_the_largest_is_read(draft: Draft) -> None:
    text = (draft.folder / "gaps.yaml").read_text()
    draft.write("gaps.yaml", text + "#" * (FILE_LIMIT - len(text)))
    assert draft.faults() == ()
    draft.append("gaps.yaml", "#")
    assert draft.places() == ["gaps.yaml:1:1 too-large"]


def test_many_large_files_are_refused_together(draft: Draft) -> None:
    for number in range(9):
        draft.write(f"topics/z{number}.yaml", "#" * FILE_LIMIT)
    large = [place for place in draft.places() if place.endswith("too-large")]
    assert large == ["topics/z7.yaml:1:1 too-large", "topics/z8.yaml:1:1 too-large"]


@pytest.mark.parametrize("name", ["absent", "file"])
def test_a_folder_that_is_none_is_named(tmp_path: Path, name: str) -> None:
    (tmp_path / "file").touch()
    with pytest.raises(KnowledgeError) as caught:
        load(tmp_path / name)
    assert str(caught.value) == f"{tmp_path / name}:1:1: missing-file there is no such folder"
