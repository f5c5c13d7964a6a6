"""The files of a knowledge base and of the language, as bytes: which there are, and which there must be."""

import errno
import os
import stat
from collections.abc import Iterable

from glutamine_bot.domain.errors import Fault
from glutamine_bot.domain.values import frozen

FILE_LIMIT = 2 * 1024 * 1024
FOLDER_LIMIT = 16 * 1024 * 1024
MOST_FILES = 2_000

_LEAST_READ = 65_536  # bytes; files of the system do not tell their size

OBLIGATORY = ("bot.yaml", "sources.yaml", "facts.yaml")
TOPICS = "topics/"
OPTIONAL = (
    "gaps.yaml",
    "limits.yaml",
    "smalltalk.yaml",
    "other_subjects.yaml",
    "safety.yaml",
    "safety_examples.yaml",
    "vocabulary/words.yaml",
    "vocabulary/kinds.yaml",
    "vocabulary/concepts.yaml",
    "vocabulary/medicines.yaml",
    "vocabulary/others.yaml",
)

_WRITE = "write it, or see that its name is spelt like this"
_MOVE = "put a file of text in its place that you may read"

_FOLDER = "see that it is a folder of a few files that you may read"

PACKAGE = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))


@frozen
class File:
    """A file that was read: `name` within its folder with forward slashes, `path` as it is shown to people."""

    name: str
    path: str
    content: bytes


@frozen
class Folder:
    """The files of one folder, with what was wrong in getting at the `unread` ones."""

    files: tuple[File, ...]
    unread: tuple[str, ...]
    faults: tuple[Fault, ...]


def read_knowledge(folder: str) -> Folder:
    """The files that make a knowledge base; one that is missing or unreadable is a fault, the rest is read."""
    if not os.path.isdir(folder):
        return Folder((), (), (Fault(folder, 1, 1, "missing-file", "there is no such folder"),))
    try:
        names = _knowledge_names(folder)
    except OSError as error:
        message = f"this folder cannot be read: {error.strerror}"
        return Folder((), (), (Fault(os.fspath(error.filename), 1, 1, "unreadable", message, _FOLDER),))
    return _read(folder, names)


def read_english() -> Folder:
    """The word lists and reply templates of the language, which ship with the program."""
    folder = os.path.join(PACKAGE, "english")
    return _read(folder, _yaml_names(folder, ""))


def _knowledge_names(folder: str) -> list[str]:
    """The files that there must be and those that there are. Raises OSError where a folder's cannot be told."""
    topics = _yaml_names(folder, TOPICS) or [f"{TOPICS}*.yaml"]
    present = (*_yaml_names(folder, ""), *_yaml_names(folder, "vocabulary/"))
    return [*OBLIGATORY, *topics, *(name for name in present if name not in OBLIGATORY)]


def _yaml_names(folder: str, within: str) -> list[str]:
    """The YAML files of a folder within the folder (its name ends with a slash, or is empty), by name.

    There are none where there is no such folder. Raises OSError where it cannot be read, or there are too many in it.
    """
    path = os.path.join(folder, within)
    try:
        names = sorted(os.listdir(path))
    except FileNotFoundError:
        if not within:
            raise
        return []
    if len(names) > MOST_FILES:
        raise OSError(errno.EINVAL, f"there are more than {MOST_FILES:,} files in it", path)
    return [within + name for name in names if name.endswith((".yaml", ".yml")) and not name.startswith(".")]


def _read(folder: str, names: Iterable[str]) -> Folder:
    files: list[File] = []
    unread: dict[str, Fault] = {}
    left = FOLDER_LIMIT
    for name in names:
        path = os.path.join(folder, *name.split("/"))
        found = _read_file(name, path, min(FILE_LIMIT, left))
        if isinstance(found, File):
            files.append(found)
            left -= len(found.content)
        else:
            unread[name] = found
    return Folder(tuple(files), tuple(unread), tuple(unread.values()))


def read_regular(path: str, most: int) -> bytes:
    """The content of a file, at most so many bytes. Raises OSError, also for what is no regular file."""
    status = os.stat(path)
    if not stat.S_ISREG(status.st_mode):
        raise OSError(errno.EINVAL, "this is no regular file", path)
    with open(path, "rb", opener=_without_waiting) as stream:
        # No more is asked for than there is, since memory is taken for all that is.
        content = stream.read(min(most, max(status.st_size, _LEAST_READ) + 1))
    if content is None:
        raise BlockingIOError(errno.EAGAIN, "there is nothing in it yet", path)
    return content


def _without_waiting(path: str, flags: int) -> int:
    """Some files of the system pass for regular, and have whoever reads them wait."""
    return os.open(path, flags | getattr(os, "O_NONBLOCK", 0))


def _read_file(name: str, path: str, limit: int) -> File | Fault:
    try:
        content = read_regular(path, limit + 1)
    except FileNotFoundError:
        what = "one file of topics, or more" if name.startswith(TOPICS) else "this file"
        return Fault(path, 1, 1, "missing-file", f"a knowledge base must have {what}", _WRITE)
    except OSError as error:
        return Fault(path, 1, 1, "unreadable", f"cannot be read: {error.strerror}", _MOVE)
    if len(content) > limit:
        size = f"{FILE_LIMIT // 2**20} MiB a file, {FOLDER_LIMIT // 2**20} MiB in all"
        return Fault(path, 1, 1, "too-large", f"is larger than knowledge may be ({size})", "split it, or shorten it")
    return File(name, path, content)
