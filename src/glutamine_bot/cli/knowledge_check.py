"""`knowledge check`: every fault of a knowledge base, each at its place, with the line shown and what to do."""

import sys
from argparse import ArgumentParser, Namespace
from collections.abc import Callable
from typing import TYPE_CHECKING, Final

from glutamine_bot.cli import exits
from glutamine_bot.cli.faults import as_github, as_json_line, for_people
from glutamine_bot.cli.streams import NAME, complain
from glutamine_bot.domain.errors import Fault

if TYPE_CHECKING:
    from glutamine_bot.checking.checking import Report

_FORMATS: Final[dict[str, Callable[[Fault], str]]] = {"text": for_people, "json": as_json_line, "github": as_github}


def configure(parser: ArgumentParser) -> None:
    """Describes the arguments of `knowledge check`."""
    parser.description = (
        "Lists all that is wrong with a knowledge base, in one run, as file:line:column: code message, with the line\n"
        "and what to do; then, as warnings, what might be better. 'knowledge rules CODE' explains a code."
    )
    parser.epilog = (
        "formats:\n"
        "  text    for people; ends with a summary\n"
        "  json    an object a line: path, line, column, code, severity (error or warning), message, hint\n"
        "  github  workflow commands, which GitHub shows beside the lines of a pull request\n\n"
        "exit status: 0 no errors; 1 errors, or with --strict warnings; 2 the folder cannot be used\n\n"
        f"examples:\n  {NAME} knowledge check my-subject\n"
        f"  {NAME} knowledge check my-subject --strict --format github\n"
    )
    parser.add_argument("folder", metavar="DIR", nargs="?", help="the knowledge base (default: the one that answers)")
    parser.add_argument(
        "--format", choices=tuple(_FORMATS), default="text", help="text, JSON lines, or GitHub annotations"
    )
    parser.add_argument("--strict", action="store_true", help="warnings fail the check too")


def run(arguments: Namespace) -> int:
    """Prints the faults and, where people read them, a summary."""
    from datetime import datetime

    from glutamine_bot.checking.checking import check
    from glutamine_bot.knowledge.locating import default_folder

    today = datetime.now().astimezone().date()
    report = check(arguments.folder or arguments.knowledge or default_folder(), today)
    show = _FORMATS[arguments.format]
    sys.stdout.writelines(show(fault) + "\n" for fault in report.faults)
    if arguments.format == "text":
        sys.stdout.write(f"{_summary(report)}\n")
    if not report.whole:
        complain("there is too much to list; mend these, and check again")
    failed = report.errors or (arguments.strict and report.warnings)
    return exits.NOT_ANSWERED if failed else exits.ANSWERED


def _summary(report: "Report") -> str:
    read = f"{_count(report.files, 'file')}, {_count(report.topics, 'topic')}"
    return f"{read}: {_count(report.errors, 'error')}, {_count(report.warnings, 'warning')}"


def _count(number: int, what: str) -> str:
    return f"{number or 'no'} {what}{'' if number == 1 else 's'}"
