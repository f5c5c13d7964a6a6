"""`knowledge review`: goes through recorded lines, and learns from those that an author takes."""

import sys
from argparse import ArgumentParser, Namespace
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from glutamine_bot.cli import exits
from glutamine_bot.cli.streams import NAME, complain
from glutamine_bot.domain.errors import BotError, InputError
from glutamine_bot.domain.match import Match

if TYPE_CHECKING:
    from glutamine_bot.review.groups import Group
    from glutamine_bot.terminal.recorded import Recorded

_CASES = "reviewed.yaml"


def configure(parser: ArgumentParser) -> None:
    """Describes the arguments of `knowledge review`."""
    parser.description = (
        "Shows lines that were recorded because they were not answered, or because /bad was typed: in groups of those\n"
        "alike, the most frequent first, with the nearest topic. Each can become a way to ask for a topic, a gap or a\n"
        "test question, or be dropped. What is written is checked before it is saved; remarks and order stay."
    )
    parser.epilog = (
        f"examples:\n  {NAME} chat --record-unanswered\n  {NAME} knowledge review --knowledge knowledge\n"
        f"  {NAME} knowledge review --json\n"
    )
    parser.add_argument("--json", action="store_true", help="print each group as one line of JSON, and change nothing")
    parser.add_argument(
        "--cases", metavar="FILE", default=_CASES, help=f"where test questions are added (default: {_CASES})"
    )


def run(arguments: Namespace) -> int:
    """Goes through the groups, or prints them."""
    from glutamine_bot.knowledge.locating import default_folder
    from glutamine_bot.review.groups import Grouper

    folder = arguments.knowledge or default_folder()
    kept = _kept()
    grouper = Grouper.load(folder)
    groups = grouper.groups(kept)
    if not groups:
        others = f" ({len(kept)} of other bots)" if kept else ""
        complain(
            f"nothing is recorded for {grouper.bot.knowledge.name}{others}; to turn recording on: "
            f"{NAME} chat --record-unanswered, or record_unanswered = true in the settings ({NAME} config)"
        )
    elif arguments.json:
        sys.stdout.writelines(map(_json_line, groups))
    else:
        from glutamine_bot.review.session import Session
        from glutamine_bot.review.workbench import Workbench

        Session(grouper.bot.knowledge, Workbench(folder, arguments.cases), _asker(), _say).run(groups)
    return exits.ANSWERED


def _kept() -> "list[tuple[Path, Recorded]]":
    from glutamine_bot.terminal.recorded import kept
    from glutamine_bot.terminal.settings import recorded_path

    folder = recorded_path()
    try:
        return list(kept(folder)) if folder else []
    except OSError as error:
        raise BotError(f"{folder} cannot be read: {error.strerror}") from None


def _asker() -> Callable[[str], str]:
    """What shows a prompt and returns the next line of standard input."""
    from glutamine_bot.terminal.lines import piped_lines

    if sys.stdin.isatty() and sys.stdout.isatty():
        return input
    lines = piped_lines(sys.stdin.buffer)
    return lambda prompt: _next(lines, prompt)


def _next(lines: Iterator[str | InputError], prompt: str) -> str:
    _say(prompt.rstrip())
    line = next(lines, None)
    if line is None:
        raise EOFError
    if isinstance(line, InputError):
        raise line
    return line


def _say(line: str) -> None:
    sys.stdout.write(f"{line}\n")
    sys.stdout.flush()


def _json_line(group: "Group") -> str:
    from json import dumps

    content = {
        "count": group.count,
        "lines": [
            {
                "line": wording.line,
                "count": len(wording.paths),
                "reported": wording.reported,
                "kinds": sorted({recorded.kind for recorded in wording.recorded}),
                "topics": sorted({topic for recorded in wording.recorded for topic in recorded.topics}),
            }
            for wording in group.wordings
        ],
        "now": {"kind": str(group.now.kind), "topics": list(group.now.draft.topics)},
        "nearest_topics": list(map(_sure, group.topics)),
        "nearest_gaps": list(map(_sure, group.gaps)),
    }
    return dumps(content) + "\n"


def _sure(match: Match) -> dict[str, str | float]:
    return {"id": match.label, "confidence": round(match.confidence, 4)}
