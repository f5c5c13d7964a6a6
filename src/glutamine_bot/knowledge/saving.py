"""Replacing a file whole: whatever happens meanwhile, either the old content is there or the new."""

import os
from contextlib import suppress
from typing import Final

from glutamine_bot.domain.errors import BotError

_UNFINISHED: Final = ".unfinished"


def save(path: str, before: bytes | None, after: bytes) -> None:
    """Puts the content `after` in the place of `before`; None where there is no file yet.

    Raises BotError where the file is no longer as it was read, or cannot be written; it is left as it is then.
    """
    path = os.path.realpath(path)
    folder, name = os.path.split(path)
    unfinished = os.path.join(folder, f".{name}.{os.urandom(8).hex()}{_UNFINISHED}")
    try:
        mode = os.stat(path).st_mode & 0o777 if before is not None else 0o666 & ~_umask()
        _sweep(folder, name)
        with open(os.open(unfinished, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "wb") as file:
            file.write(after)
            file.flush()
            os.fsync(file.fileno())
        os.chmod(unfinished, mode)
        if _content(path) != before:
            raise BotError(f"{path} was changed meanwhile; nothing was saved")
        os.replace(unfinished, path)
    except OSError as error:
        raise BotError(f"{path} cannot be written: {error.strerror}; nothing was saved") from None
    finally:
        with suppress(OSError):
            os.unlink(unfinished)


def _sweep(folder: str, name: str) -> None:
    """Removes what a program that was killed has left; one that is at it right now fails, and saves nothing."""
    for left in os.listdir(folder):
        if left.startswith(f".{name}.") and left.endswith(_UNFINISHED):
            os.unlink(os.path.join(folder, left))


def _content(path: str) -> bytes | None:
    try:
        with open(path, "rb") as file:
            return file.read()
    except FileNotFoundError:
        return None


def _umask() -> int:
    """What the user's new files are not allowed; it can only be read by setting it."""
    mask = os.umask(0o077)
    os.umask(mask)
    return mask
