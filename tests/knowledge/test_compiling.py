"""The compiled form is what was compiled, kept where it can be, and never in anybody's way."""

import os
import stat
import subprocess
import sys
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any

import pytest

from glutamine_bot.domain.errors import KnowledgeError
from glutamine_bot.domain.knowledge_base import KnowledgeBase
from glutamine_bot.knowledge import compiling
from glutamine_bot.knowledge.cache import store
from glutamine_bot.knowledge.codec import decode, encode
from glutamine_bot.knowledge.compiling import load_compiled
from glutamine_bot.knowledge.loading import load
from tests.support.drafts import Draft

PROGRAM = """
import sys
from glutamine_bot.knowledge.compiling import load_compiled
base, index = load_compiled(sys.argv[1], lambda base: sorted(base.topics))
print(",".join(index), *sorted({"yaml", "rapidfuzz"} & set(sys.modules)))
"""


class Builder:
    """Builds an index and counts how often."""

    def __init__(self) -> None:
        self.builds = 0

    def __call__(self, base: KnowledgeBase) -> Any:
        self.builds += 1
        return {"topics": tuple(base.topics)}


@pytest.fixture
def build() -> Builder:
    return Builder()


@pytest.fixture
def cache(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An empty cache directory of this test's own; what the program stores is in the folder within."""
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    return tmp_path / "cache" / "glutamine_bot"


def run(program: str, draft: Draft) -> str:
    """What a process of its own prints."""
    command = [sys.executable, "-c", program, str(draft.folder)]
    return subprocess.run(command, capture_output=True, text=True, check=True).stdout


def stored(cache: Path) -> Path:
    (file,) = cache.iterdir()
    return file


def test_a_knowledge_base_survives_compiling(draft: Draft) -> None:
    draft.advise()
    limit = "who: w, purpose: p, low: 0.1 g, high: 3 g, label: l, says: s, figure: f, fact: oil-often, topic: oil.how"
    draft.write("limits.yaml", f"a: {{{limit}}}")
    draft.write("safety.yaml", "kinds: {fire: {signs: smoke, reply: Run.}}\nnumbers: {half: 0.5}\n")
    draft.append("vocabulary/concepts.yaml", "  ages: [0, 17]\n")
    base = load(draft.folder)
    assert decode(encode(base, ["index"])) == (base, ["index"])


def test_the_shipped_knowledge_base_survives_compiling(root: Path) -> None:
    base = load(root / "knowledge")
    assert decode(encode(base, ["index"])) == (base, ["index"])


def test_the_second_start_builds_nothing(draft: Draft, cache: Path, build: Builder) -> None:
    first = load_compiled(draft.folder, build)
    second = load_compiled(draft.folder, build)
    assert first == second
    assert first[0] == load(draft.folder)
    assert first[1] == {"topics": ["clean.how", "oil.how", "wear.replace", "wear.rust"]}
    assert build.builds == 1


def test_an_edit_is_seen_whatever_the_clock_says(draft: Draft, cache: Path, build: Builder) -> None:
    load_compiled(draft.folder, build)
    path = draft.folder / "smalltalk.yaml"
    status = path.stat()
    draft.replace("smalltalk.yaml", "Ride safely.", "Ride slowly.")
    os.utime(path, ns=(status.st_atime_ns, status.st_mtime_ns))
    base, _ = load_compiled(draft.folder, build)
    assert base.smalltalk["thanks"].reply == "You are welcome. Ride slowly."


def test_a_file_that_comes_goes_or_moves_is_seen(draft: Draft, cache: Path, build: Builder) -> None:
    load_compiled(draft.folder, build)
    (draft.folder / "topics" / "wear.yaml").rename(draft.folder / "topics" / "age.yaml")
    load_compiled(draft.folder, build)
    (draft.folder / "smalltalk.yaml").unlink()
    base, _ = load_compiled(draft.folder, build)
    assert not base.smalltalk
    assert build.builds == 3


def test_a_file_that_becomes_unreadable_is_seen(draft: Draft, cache: Path, build: Builder) -> None:
    (draft.folder / "smalltalk.yaml").unlink()
    load_compiled(draft.folder, build)
    (draft.folder / "smalltalk.yaml").symlink_to("smalltalk.yaml")
    with pytest.raises(KnowledgeError):
        load_compiled(draft.folder, build)


def test_another_version_of_the_program_builds_anew(
    draft: Draft, cache: Path, build: Builder, monkeypatch: pytest.MonkeyPatch
) -> None:
    load_compiled(draft.folder, build)
    monkeypatch.setattr(compiling, "__version__", "0.0.0")
    load_compiled(draft.folder, build)
    assert build.builds == 2


def test_each_folder_has_one_entry(draft: Draft, cache: Path, build: Builder, second_subject: Path) -> None:
    for text in ("One.", "Two.", "Three."):
        draft.append("gaps.yaml", f"# {text}\n")
        load_compiled(draft.folder, build)
    assert len(list(cache.iterdir())) == 1
    load_compiled(second_subject, build)
    assert len(list(cache.iterdir())) == 2


def test_what_a_killed_writer_left_is_swept_away(draft: Draft, cache: Path, build: Builder) -> None:
    load_compiled(draft.folder, build)
    entry = stored(cache)
    left = entry.with_name(f"{entry.name}.0123456789abcdef")
    left.touch()
    draft.append("gaps.yaml", "# changed\n")
    load_compiled(draft.folder, build)
    assert not left.exists()


@pytest.mark.parametrize(
    "harm",
    [
        lambda content: b"",
        lambda content: content[: len(content) // 2],
        lambda content: content[:-1],
        lambda content: content.replace(b"leaflet", b"leaflit", 1),
        lambda content: content.split(b"\n")[0],
        lambda content: b"\x00\xff" * 1000,
        lambda content: b"{}",
    ],
)
def test_a_harmed_entry_is_built_anew(draft: Draft, cache: Path, build: Builder, harm: Any) -> None:
    first = load_compiled(draft.folder, build)
    entry = stored(cache)
    whole = entry.read_bytes()
    entry.write_bytes(harm(whole))
    assert load_compiled(draft.folder, build) == first
    assert build.builds == 2
    assert entry.read_bytes() == whole


@pytest.mark.parametrize("text", ["{}", "[]", '{"knowledge": [], "index": 1}', '{"knowledge": {"a": 1}}', "?"])
def test_a_sound_entry_of_something_else_is_built_anew(draft: Draft, cache: Path, build: Builder, text: str) -> None:
    first = load_compiled(draft.folder, build)
    entry = stored(cache)
    store(entry.name, entry.read_bytes().split()[0].decode(), text)
    assert load_compiled(draft.folder, build) == first
    assert build.builds == 2


@pytest.mark.parametrize("make", [os.mkfifo, os.mkdir, lambda path: os.symlink("/dev/zero", path)])
def test_an_entry_that_is_no_file_is_left_alone(
    draft: Draft, cache: Path, build: Builder, make: Callable[[Path], None]
) -> None:
    load_compiled(draft.folder, build)
    (entry,) = cache.rglob("*.json")
    entry.unlink()
    make(entry)
    assert load_compiled(draft.folder, build)[0].name


def test_the_entry_is_the_users_alone(draft: Draft, cache: Path, build: Builder) -> None:
    load_compiled(draft.folder, build)
    assert stat.S_IMODE(cache.stat().st_mode) == 0o700
    assert stat.S_IMODE(stored(cache).stat().st_mode) == 0o600


def test_a_directory_that_others_may_write_to_is_not_used(draft: Draft, cache: Path, build: Builder) -> None:
    load_compiled(draft.folder, build)
    cache.chmod(0o777)
    load_compiled(draft.folder, build)
    draft.append("gaps.yaml", "# changed\n")
    before = stored(cache).read_bytes()
    load_compiled(draft.folder, build)
    assert stored(cache).read_bytes() == before
    assert build.builds == 3


@pytest.mark.parametrize("obstacle", ["file", "device", "relative", "missing home"])
def test_it_goes_on_where_nothing_can_be_kept(
    draft: Draft, tmp_path: Path, build: Builder, monkeypatch: pytest.MonkeyPatch, obstacle: str
) -> None:
    (tmp_path / "file").touch()
    places = {"file": str(tmp_path / "file"), "device": "/dev/full", "relative": "here", "missing home": ""}
    monkeypatch.setenv("XDG_CACHE_HOME", places[obstacle])
    monkeypatch.setenv("HOME", str(tmp_path / "file"))
    monkeypatch.chdir(tmp_path)
    for _ in range(2):
        load_compiled(draft.folder, build)
    assert build.builds == 2
    assert sorted(path.name for path in tmp_path.iterdir()) == ["file", "knowledge"]


def test_a_disk_that_fills_up_leaves_nothing_behind(draft: Draft, cache: Path) -> None:
    limited = f"import resource; resource.setrlimit(resource.RLIMIT_FSIZE, (4096, 4096)){PROGRAM}"
    assert run(limited, draft) == "clean.how,oil.how,wear.replace,wear.rust rapidfuzz yaml\n"
    assert list(cache.iterdir()) == []


def test_a_broken_knowledge_base_is_never_kept(draft: Draft, cache: Path, build: Builder) -> None:
    draft.replace("topics/care.yaml", "clean-how]", "clean-who]")
    with pytest.raises(KnowledgeError):
        load_compiled(draft.folder, build)
    assert build.builds == 0
    assert not cache.exists()


def test_a_second_process_needs_neither_yaml_nor_rapidfuzz(draft: Draft, cache: Path) -> None:
    assert run(PROGRAM, draft) == "clean.how,oil.how,wear.replace,wear.rust rapidfuzz yaml\n"
    assert run(PROGRAM, draft) == "clean.how,oil.how,wear.replace,wear.rust\n"


def test_processes_that_start_at_once_all_succeed(draft: Draft, cache: Path) -> None:
    with ThreadPoolExecutor() as pool:
        told = list(pool.map(lambda _: run(PROGRAM, draft), range(4)))
    assert {line.split()[0] for line in told} == {"clean.how,oil.how,wear.replace,wear.rust"}
    assert len(list(cache.iterdir())) == 1
