"""`config`: where the settings of the chat lie, what they are, and what else is kept."""

import sys
from argparse import ArgumentParser, Namespace
from pathlib import Path

from glutamine_bot.cli import exits
from glutamine_bot.cli.streams import NAME
from glutamine_bot.domain.errors import BotError
from glutamine_bot.domain.values import contents, names_of
from glutamine_bot.reply.cleaning import visible
from glutamine_bot.terminal.settings import (
    TEMPLATE,
    Settings,
    history_path,
    load_settings,
    recorded_path,
    settings_path,
)


def configure(parser: ArgumentParser) -> None:
    """Describes the arguments of `config`."""
    parser.description = (
        "Shows the settings of the chat and the files that it uses. Nothing is written unless asked for."
    )
    parser.epilog = f"examples:\n  {NAME} config --init\n  {NAME} config --path\n"
    what = parser.add_mutually_exclusive_group()
    what.add_argument("--path", action="store_true", help="print where the settings file is or would be")
    what.add_argument("--init", action="store_true", help="write a commented settings file; keeps one that is there")


def run(arguments: Namespace) -> int:
    """Does the one thing that was asked for."""
    path = _needed(settings_path())
    if arguments.path:
        _say(str(path))
    elif arguments.init:
        _write_template(path)
    else:
        _show(path, load_settings())
    return exits.ANSWERED


def _show(path: Path, settings: Settings) -> None:
    _say(f"# {path}{'' if path.exists() else ' (not there: these are the defaults)'}")
    for name, value in zip(names_of(settings), contents(settings), strict=True):
        _say(f"{name} = {str(value).lower() if isinstance(value, bool) else chr(34) + value + chr(34)}")
    for what, kept in (("history", history_path()), ("lines recorded for review", recorded_path())):
        if kept and kept.exists():
            _say(f"# {what}: {kept} ({NAME} forget deletes it)")


def _write_template(path: Path) -> None:
    try:
        path.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
        with path.open("x", encoding="utf-8") as file:
            file.write(TEMPLATE)
    except FileExistsError:
        raise BotError(f"{path} is there already; it was left as it is") from None
    except OSError as error:
        raise BotError(f"{path} cannot be written: {error.strerror}") from None
    _say(str(path))


def _say(line: str) -> None:
    sys.stdout.write(f"{visible(line)}\n")


def _needed(path: Path | None) -> Path:
    if path is None:
        raise BotError("you have no home directory here, so there is no place for settings")
    return path
