"""`knowledge test`: puts labelled questions and conversations to the bot, and tells how it does."""

import sys
from argparse import ArgumentParser, ArgumentTypeError, Namespace
from collections.abc import Iterable, Iterator, Sequence
from itertools import islice
from time import monotonic
from typing import TYPE_CHECKING, Final

from glutamine_bot.cli import exits
from glutamine_bot.cli.display import is_plain
from glutamine_bot.cli.streams import NAME, complain
from glutamine_bot.domain.errors import KnowledgeError
from glutamine_bot.reply.cleaning import clean

if TYPE_CHECKING:
    from glutamine_bot.trials.running import Outcome

_PATIENCE: Final = 1.0  # seconds before progress is shown
_STEP: Final = 0.2  # seconds between two signs of it


def configure(parser: ArgumentParser) -> None:
    """Describes the arguments of `knowledge test`."""
    parser.description = (
        "Puts labelled questions and conversations to the bot and tells how many lines it handles rightly, how many "
        "it answers wrongly or refuses falsely, and the reason for each failure. A file is a list of questions "
        "(q, expect) and of conversations (name, kind, turns with say and expect); beside expect may stand topics, "
        "must, first, never, disclaimer and gap."
    )
    parser.epilog = (
        "exit status: 0 every file keeps to the thresholds; 1 one does not; 2 a faulty file or knowledge base\n\n"
        f"examples:\n  {NAME} knowledge test questions.yaml\n"
        f"  {NAME} knowledge test *.yaml --quiet --least 0.93 --most-wrong 0.03\n"
    )
    parser.add_argument("files", metavar="FILE", nargs="+", help="labelled questions or conversations, as YAML")
    parser.add_argument(
        "--json", action="store_true", help="one line of JSON for each line said, and one for each file"
    )
    parser.add_argument(
        "--least", metavar="SHARE", type=_share, default=0.0, help="least share handled rightly, 0 to 1"
    )
    parser.add_argument("--most-wrong", metavar="SHARE", type=_share, default=1.0, help="most wrong answers, 0 to 1")
    parser.add_argument("--quiet", action="store_true", help="only the rates: no failures, no progress")


def run(arguments: Namespace) -> int:
    """Prints what came of each file, and returns whether all kept to the thresholds."""
    from glutamine_bot.trials.reading import read_cases
    from glutamine_bot.trials.running import Examiner

    examiner = Examiner.load(arguments.knowledge)
    try:
        files = read_cases(arguments.files, examiner.bot.knowledge.topics)
    except KnowledgeError as error:
        return _faulty(error)
    total = sum(file.size for file in files)
    watched = not arguments.quiet and sys.stderr.isatty() and not is_plain(arguments)
    outcomes = (outcome for file in files for case in file.cases for outcome in examiner.outcomes(case))
    came = iter(tuple(_progress(outcomes, total) if watched else outcomes))
    return max([_report(file.path, tuple(islice(came, file.size)), arguments) for file in files])


def _faulty(error: KnowledgeError) -> int:
    from glutamine_bot.cli.faults import as_text

    sys.stdout.flush()
    sys.stderr.writelines(as_text(fault) + "\n" for fault in error.faults)
    complain(f"{len(error.faults)} {'fault' if len(error.faults) == 1 else 'faults'}; nothing was tested")
    return exits.UNUSABLE


def _report(path: str, outcomes: Sequence["Outcome"], arguments: Namespace) -> int:
    """Prints what came of one file, and returns its exit code."""
    lines = _json_lines if arguments.json else _text_lines
    sys.stdout.writelines(line + "\n" for line in lines(path, outcomes, quiet=arguments.quiet))
    return _verdict(path, outcomes, arguments)


def _json_lines(path: str, outcomes: Sequence["Outcome"], *, quiet: bool) -> Iterator[str]:
    from glutamine_bot.trials.as_json import outcome_line, summary_line

    if not quiet:
        yield from map(outcome_line, outcomes)
    yield summary_line(path, outcomes)


def _text_lines(path: str, outcomes: Sequence["Outcome"], *, quiet: bool) -> Iterator[str]:
    from glutamine_bot.trials.report import failures, summary

    if not quiet:
        yield from map(clean, failures(outcomes))
    yield from map(clean, summary(path, outcomes))


def _verdict(path: str, outcomes: Sequence["Outcome"], arguments: Namespace) -> int:
    from glutamine_bot.trials.rates import rates

    counted = rates(outcomes)
    code = exits.ANSWERED
    if counted.accuracy < arguments.least:
        complain(f"{path}: {counted.accuracy:.4f} handled rightly, less than {arguments.least:g}")
        code = exits.NOT_ANSWERED
    if counted.wrong_answer_rate > arguments.most_wrong:
        complain(f"{path}: {counted.wrong_answer_rate:.4f} wrong answers, more than {arguments.most_wrong:g}")
        code = exits.NOT_ANSWERED
    return code


def _progress(outcomes: Iterable["Outcome"], total: int) -> Iterator["Outcome"]:
    """The outcomes; while they take long, how many there are so far is shown on standard error."""
    due = monotonic() + _PATIENCE
    shown = ""
    for number, outcome in enumerate(outcomes, 1):
        yield outcome
        if monotonic() >= due:
            shown = f"{number} of {total} lines"
            sys.stderr.write(f"\r{shown}")
            sys.stderr.flush()
            due = monotonic() + _STEP
    sys.stderr.write(f"\r{' ' * len(shown)}\r" if shown else "")


def _share(text: str) -> float:
    """A number from 0 to 1."""
    try:
        value = float(text)
    except ValueError:
        value = -1.0
    if not 0 <= value <= 1:
        raise ArgumentTypeError(f"expected a number from 0 to 1, not {text[:40]!r}")
    return value
