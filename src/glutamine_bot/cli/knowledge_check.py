"""`knowledge check`: every fault of a knowledge base, each at its place, with the line shown and what to do."""

import sys
from argparse import ArgumentParser, Namespace
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Final

from glutamine_bot.cli import exits
from glutamine_bot.cli.streams import NAME, complain
from glutamine_bot.domain.errors import Fault, KnowledgeError
from glutamine_bot.domain.values import contents, names_of
from glutamine_bot.reply.cleaning import clean

_LONGEST_SHOWN: Final = 160  # characters of a line of a file


def configure(parser: ArgumentParser) -> None:
    """Describes the arguments of `knowledge check`."""
    parser.description = "Lists every fault of a knowledge base as file:line:column: code message."
    parser.epilog = f"exit status: 0 no fault; 1 faults\n\nexamples:\n  {NAME} knowledge check my-subject\n"
    parser.add_argument("folder", metavar="DIR", nargs="?", help="the knowledge base (default: the one that answers)")
    parser.add_argument(
        "--format", choices=tuple(_FORMATS), default="text", help="text, JSON lines, or GitHub annotations"
    )


def run(arguments: Namespace) -> int:
    """Prints the faults; the verdict goes to standard error."""
    from glutamine_bot import Bot

    try:
        Bot.load(arguments.folder or arguments.knowledge)
    except KnowledgeError as error:
        show = _FORMATS[arguments.format]
        sys.stdout.writelines(show(fault) + "\n" for fault in error.faults)
        count = len(error.faults)
        complain(f"{count} {'fault' if count == 1 else 'faults'}")
        return exits.NOT_ANSWERED
    complain("no faults")
    return exits.ANSWERED


def as_text(fault: Fault) -> str:
    """The fault for people: where and what, the line with a mark under the column, and what to do."""
    return "\n".join(
        map(clean, (str(fault), *_shown_line(fault), *([f"    hint: {fault.hint}"] if fault.hint else [])))
    )


def as_json_line(fault: Fault) -> str:
    """The fault as one line of JSON."""
    from json import dumps

    return dumps(dict(zip(names_of(fault), contents(fault), strict=True)))


def as_github(fault: Fault) -> str:
    """The fault as a workflow command that makes GitHub show it beside the line."""
    message = (
        clean(f"{fault.code} {fault.message}{f' ({fault.hint})' if fault.hint else ''}")
        .replace("%", "%25")
        .replace("\n", "%0A")
    )
    path = clean(fault.path).replace("%", "%25").replace(":", "%3A").replace(",", "%2C")
    return f"::error file={path},line={fault.line},col={fault.column}::{message}"


_FORMATS: Final[dict[str, Callable[[Fault], str]]] = {"text": as_text, "json": as_json_line, "github": as_github}


def _shown_line(fault: Fault) -> Iterator[str]:
    """The line of the file that the fault is in, and under it a mark; nothing where the file cannot be read."""
    try:
        lines = Path(fault.path).read_text(encoding="utf-8", errors="replace").splitlines()
    except OSError:
        return
    if 1 <= fault.line <= len(lines) and lines[fault.line - 1].strip():
        line = clean(lines[fault.line - 1])
        yield f"    {line[:_LONGEST_SHOWN]}"
        if fault.column <= min(len(line) + 1, _LONGEST_SHOWN):
            yield f"    {' ' * (fault.column - 1)}^"
