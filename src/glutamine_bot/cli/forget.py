"""`forget`: deletes all that was kept of what somebody typed."""

import sys
from argparse import ArgumentParser, Namespace
from collections.abc import Callable
from pathlib import Path

from glutamine_bot.cli import exits
from glutamine_bot.cli.streams import NAME, complain
from glutamine_bot.domain.errors import BotError
from glutamine_bot.terminal.recorded import drop_all
from glutamine_bot.terminal.settings import history_path, recorded_path


def configure(parser: ArgumentParser) -> None:
    """Describes the arguments of `forget`."""
    parser.description = (
        "Deletes what was kept because you asked for it: the history of what you typed in chats, and the lines\n"
        "recorded for review. Files that you wrote with /export stay where you put them, and so do your settings."
    )
    parser.epilog = f"examples:\n  {NAME} forget\n"


def run(_: Namespace) -> int:
    """Deletes it, and says what was deleted."""
    places = ((history_path(), _history), (recorded_path(), _recorded))
    deleted = [_deleted(path, delete) for path, delete in places if path and (path.is_symlink() or path.exists())]
    sys.stdout.writelines(f"{said}\n" for said in deleted)
    if not deleted:
        complain("nothing was kept, so there is nothing to delete")
    return exits.ANSWERED


def _deleted(path: Path, delete: Callable[[Path], str]) -> str:
    """Deletes what is there and returns what that was. Raises BotError where it cannot."""
    try:
        return delete(path)
    except OSError as error:
        raise BotError(f"{error.filename or path} cannot be deleted: {error.strerror}") from None


def _history(path: Path) -> str:
    path.unlink()
    return f"deleted the history of what you typed: {path}"


def _recorded(folder: Path) -> str:
    count = drop_all(folder)
    return f"deleted {count} {'line' if count == 1 else 'lines'} recorded for review: {folder}"
