"""Lines kept for an author to review: each in a file of its own, which only the user can read.

So there is nothing to lock or to tear: two programs never write the same file, a file is there whole or not at all,
and to drop a line is to delete its file.
"""

import os
from collections.abc import Iterator
from contextlib import suppress
from json import dumps, loads
from pathlib import Path
from typing import Any, Final

from glutamine_bot.domain.values import contents, frozen, names_of

MOST: Final = 10_000
"""Lines that are kept at most: nobody reviews more, and a loop of questions must not fill a disk."""

_SUFFIX: Final = ".json"
_LARGEST: Final = 65_536  # bytes of a file of ours; what is larger is none


class FullError(OSError):
    """No more lines are kept."""


@frozen
class Recorded:
    """A line without what tells who wrote it, and what came of it.

    `bot` names the knowledge base that replied, `kind` and `topics` are the reply's; `reported` where the person said
    that the reply was bad.
    """

    bot: str
    line: str
    kind: str
    topics: tuple[str, ...] = ()
    reported: bool = False


def keep(folder: Path, recorded: Recorded) -> Path:
    """Keeps a line; returns its file. Raises OSError where it cannot, FullError where there are MOST already."""
    _make_private(folder)
    if len(os.listdir(folder)) >= MOST:
        raise FullError(None, f"{MOST:,} lines are kept already")
    name = os.urandom(8).hex()
    unfinished, path = folder / name, folder / f"{name}{_SUFFIX}"
    try:
        with open(os.open(unfinished, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "w", encoding="utf-8") as file:
            file.write(dumps(dict(zip(names_of(recorded), contents(recorded), strict=True))) + "\n")
        unfinished.replace(path)
    except BaseException:
        drop(unfinished)
        raise
    return path


def kept(folder: Path) -> Iterator[tuple[Path, Recorded]]:
    """Every line that is kept, with its file; none where there is no such folder. Raises OSError."""
    try:
        names = sorted(os.listdir(folder))
    except FileNotFoundError:
        return
    for name in names:
        if name.endswith(_SUFFIX) and (found := _read(folder / name)):
            yield folder / name, found


def drop(path: Path) -> None:
    """Deletes a line's file, if it is there still. Raises OSError."""
    path.unlink(missing_ok=True)


def drop_all(folder: Path) -> int:
    """Deletes the folder and all that is in it; returns how many lines there were. Raises OSError."""
    if folder.is_symlink():
        folder.unlink()
        return 0
    count = 0
    with suppress(FileNotFoundError):
        for path in folder.iterdir():
            drop(path)
            count += path.suffix == _SUFFIX
        folder.rmdir()
    return count


def _make_private(folder: Path) -> None:
    """Makes sure that the folder and the one around it are there, and that nobody else can look into them."""
    folder.parent.parent.mkdir(parents=True, exist_ok=True)
    for place in (folder.parent, folder):
        place.mkdir(mode=0o700, exist_ok=True)
        if place.stat().st_mode & 0o077:
            place.chmod(0o700)


def _read(path: Path) -> Recorded | None:
    """What a file holds, if it is one of ours and unharmed."""
    try:
        with path.open("rb") as file:
            fields: Any = loads(file.read(_LARGEST))
        recorded = Recorded(**{**fields, "topics": tuple(fields["topics"])})
    except (OSError, ValueError, TypeError, KeyError):
        return None
    texts = (recorded.bot, recorded.line, recorded.kind, *recorded.topics)
    return recorded if all(isinstance(text, str) for text in texts) and recorded.line else None
