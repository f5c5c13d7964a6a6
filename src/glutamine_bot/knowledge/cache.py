"""Texts kept in the user's cache directory, each with the key it was made for; safe to delete at any moment.

Whatever is wrong with the directory or a file, the program goes on without: what is missing, cut short, damaged,
made for another key or open to others is as good as not there, and what cannot be written is left.
"""

import os
import sys
from contextlib import suppress
from zlib import crc32

from glutamine_bot.knowledge.files import read_regular

LARGEST = 256 * 1024 * 1024
"""Bytes of a file of which more are not read; the compiled form of the largest knowledge base has a part of that."""

_FOLDER = "glutamine_bot"
_OPEN_TO_OTHERS = 0o022


def cache_directory() -> str | None:
    """Where this program may keep what it can make again, or None where no such place is known."""
    if sys.platform == "win32":
        base = os.environ.get("LOCALAPPDATA", "")
    elif sys.platform == "darwin":
        base = os.path.expanduser("~/Library/Caches")
    else:
        base = os.environ.get("XDG_CACHE_HOME", "")
        base = base if os.path.isabs(base) else os.path.expanduser("~/.cache")
    return os.path.join(base, _FOLDER) if os.path.isabs(base) else None


def fetch(name: str, key: str) -> str | None:
    """What was stored under the name, if it was stored with this key and is unharmed."""
    directory = cache_directory()
    try:
        if directory is None or _is_open_to_others(directory):
            return None
        head, _, content = read_regular(os.path.join(directory, name), LARGEST).partition(b"\n")
        return content.decode() if head == _head(key, content) else None
    except (OSError, UnicodeDecodeError):
        return None


def store(name: str, key: str, text: str) -> None:
    """Keep the text under the name, whole and at once, in place of what was there; only the user can read it."""
    directory = cache_directory()
    if directory is None:
        return
    content = text.encode()
    temporary = os.path.join(directory, f"{name}.{os.urandom(8).hex()}")
    with suppress(OSError):
        os.makedirs(directory, mode=0o700, exist_ok=True)
        if not _is_open_to_others(directory):
            _sweep(directory, name)
            _write(temporary, _head(key, content) + b"\n" + content)
            os.replace(temporary, os.path.join(directory, name))
            return
    with suppress(OSError):
        os.unlink(temporary)


def keep_newest(beginning: str, most: int) -> None:
    """Remove the oldest texts whose names begin so, as far as there are more than `most`."""
    directory = cache_directory()
    if directory is None:
        return
    with suppress(OSError):
        paths = [os.path.join(directory, name) for name in os.listdir(directory) if name.startswith(beginning)]
        for path in sorted(paths, key=os.path.getmtime)[:-most]:
            os.unlink(path)


def _head(key: str, content: bytes) -> bytes:
    return f"{key} {len(content)} {crc32(content):08x}".encode()


def _is_open_to_others(directory: str) -> bool:
    """Whether anybody else could have put something here for us to read."""
    status = os.stat(directory)
    return hasattr(os, "getuid") and (status.st_uid != os.getuid() or bool(status.st_mode & _OPEN_TO_OTHERS))


def _sweep(directory: str, name: str) -> None:
    """Remove what writers that were killed have left; one that is at it right now merely goes without."""
    for left in os.listdir(directory):
        if left.startswith(f"{name}."):
            with suppress(OSError):
                os.unlink(os.path.join(directory, left))


def _write(path: str, content: bytes) -> None:
    with open(os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "wb") as stream:
        stream.write(content)
