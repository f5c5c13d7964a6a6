"""From the words of the command line to a command and its arguments; common options may stand anywhere."""

import os
from argparse import ArgumentParser, HelpFormatter, Namespace, RawDescriptionHelpFormatter
from collections.abc import Iterator
from itertools import chain
from typing import Final, NoReturn

from glutamine_bot import __version__
from glutamine_bot.cli.display import columns
from glutamine_bot.cli.plain_question import KNOWLEDGE_VARIABLE
from glutamine_bot.cli.streams import NAME
from glutamine_bot.cli.table import COMMANDS, Command
from glutamine_bot.domain.errors import BotError
from glutamine_bot.reply.wrapping import wrap

_MEASURE: Final = 100  # columns beyond which help does not grow wider
_MOST_DIGITS: Final = 4  # of the width that $COLUMNS tells
_COMMON_VALUED: Final = frozenset({"--knowledge", "--color"})
_HELP: Final = "help"
_NEAR: Final = 0.6  # least similarity, 1 - edits / length, of a mistyped command to the one that is suggested
_EXAMPLES: Final = f"""examples:
  {NAME}                                 talk
  {NAME} ask how much a day              one answer
  {NAME} ask --json - < questions.txt    an answer a line, as JSON
  {NAME} doses                           the dose figures at a glance
"""


class UsageError(BotError):
    """Arguments that the program cannot make sense of."""


class Parser(ArgumentParser):
    """An argument parser that raises UsageError where argparse would print its usage and exit."""

    def error(self, message: str) -> NoReturn:
        """Raises UsageError."""
        raise UsageError(f"{message} (see {self.prog} --help)")


def parse(words: list[str]) -> tuple[Command, Namespace]:
    """The command that the words name, chat where they name none, and its arguments.

    Raises UsageError, and SystemExit after --help and --version.
    """
    if _asks_for_help(words):
        top_parser().print_help()
        raise SystemExit(0)
    command, rest = _find(words)
    command = command or COMMANDS[0]
    parser = parser_of(command)
    return command, parser.parse_args(_options_first(rest, _valued_flags(parser)))


def parser_of(command: Command) -> Parser:
    """The parser of a command's arguments, the common options among them."""
    parser = Parser(f"{NAME} {command.name}", formatter_class=_formatter, allow_abbrev=False, add_help=False)
    command.load().configure(parser)
    _add_common(parser)
    return parser


def top_parser() -> Parser:
    """The parser that only knows the common options and prints the general help."""
    listed = "\n".join(f"  {command.name:17} {command.summary}" for command in COMMANDS)
    parser = Parser(
        NAME,
        usage=f"{NAME} [COMMAND] [OPTION]...",
        description="Answers questions from its documents: offline, with sources, and with care about amounts.",
        epilog=f"commands ({NAME} COMMAND --help tells more):\n{listed}\n\n{_EXAMPLES}",
        formatter_class=_formatter,
        add_help=False,
    )
    _add_common(parser)
    return parser


def _formatter(prog: str) -> HelpFormatter:
    """What lays help out; told the width, argparse does not load `shutil` for it, which takes longer than all else."""
    told = os.environ.get("COLUMNS", "")
    wide = int(told) if told.isdecimal() and len(told) <= _MOST_DIGITS else 0
    return _Formatter(prog, width=min(wide or columns(), _MEASURE) - 2)


class _Formatter(RawDescriptionHelpFormatter):
    """Wraps descriptions as they fit the terminal, and leaves lines that are set apart by blanks as they are."""

    def _fill_text(self, text: str, width: int, indent: str) -> str:
        lines = (
            [line] if line.startswith(" ") or "  " in line.strip() else wrap(line, width, indent)
            for line in text.splitlines()
        )
        return "\n".join(chain.from_iterable(lines))


def _add_common(parser: ArgumentParser) -> None:
    common = parser.add_argument_group("common options")
    common.add_argument(
        "--knowledge",
        metavar="DIR",
        default=os.environ.get(KNOWLEDGE_VARIABLE) or None,
        help=f"answer from this knowledge base (also ${KNOWLEDGE_VARIABLE})",
    )
    common.add_argument(
        "--plain", action="store_true", help="plain lines, for screen readers and simple terminals (also $ACCESSIBLE=1)"
    )
    common.add_argument("--color", choices=("auto", "always", "never"), help="when to use colour (default: auto)")
    common.add_argument("--no-color", dest="color", action="store_const", const="never", help="same as --color never")
    common.add_argument("--debug", action="store_true", help="show where an error came from")
    common.add_argument("--version", action="version", version=f"{NAME} {__version__}", help="print the version")
    common.add_argument("-h", "--help", action="help", help="print this help")


def _asks_for_help(words: list[str]) -> bool:
    """Whether help is wanted and not on one command: `--help`, `help`, `knowledge --help`."""
    named = [words[place] for place in _free_places(words, _COMMON_VALUED)]
    if named == [_HELP]:
        return True
    group = len(named) == 1 and bool(_within(named[0]))
    return not {"-h", "--help"}.isdisjoint(words) and (not named or group)


def _within(group: str) -> list[str]:
    """The last words of the commands of a group; none where there is no such group."""
    return [command.name.removeprefix(f"{group} ") for command in COMMANDS if command.name.startswith(f"{group} ")]


def _find(words: list[str]) -> tuple[Command | None, list[str]]:
    """The command named by the first words that are no option, and the words without its name."""
    places = list(_free_places(words, _COMMON_VALUED))
    if not places:
        return None, words
    named = {command.name: command for command in COMMANDS}
    for count in (2, 1):
        command = named.get(" ".join(words[place] for place in places[:count]))
        if command and len(places) >= count:
            return command, [word for place, word in enumerate(words) if place not in places[:count]]
    raise UsageError(_unknown(words[places[0]], alone=len(places) == 1))


def _unknown(word: str, *, alone: bool) -> str:
    """What is said to a word that is no command: with others it is probably the beginning of a question."""
    if within := _within(word):
        return f"{word} needs one of: {', '.join(within)}"
    names = [command.name for command in COMMANDS]
    near = _nearest(word, names) if alone else None
    told = f"did you mean {near}?" if near else f"there are {', '.join(names)}."
    return f"there is no command {word[:40]!r}; {told} To ask a question: {NAME} ask {word[:40]} ..."


def _nearest(word: str, names: list[str]) -> str | None:
    from rapidfuzz import process  # here, since few commands are mistyped and it takes long to load
    from rapidfuzz.distance import OSA

    near = process.extractOne(word, names, scorer=OSA.normalized_similarity, score_cutoff=_NEAR)
    return near[0] if near else None


def _free_places(words: list[str], valued: frozenset[str]) -> Iterator[int]:
    """Places of the words that are neither an option nor its value, as far as `--`."""
    value = False
    for place, word in enumerate(words):
        if word == "--":
            return
        if not value and not (word.startswith("-") and word != "-"):
            yield place
        value = not value and word in valued


def _options_first(words: list[str], valued: frozenset[str]) -> list[str]:
    """The words with the free ones last, since argparse takes only those that stand together."""
    end = words.index("--") if "--" in words else len(words)
    free = list(_free_places(words, valued))
    options = [word for place, word in enumerate(words[:end]) if place not in free]
    rest = [*(words[place] for place in free), *words[end + 1 :]]
    return [*options, "--", *rest] if rest else options


def _valued_flags(parser: ArgumentParser) -> frozenset[str]:
    """The parser's options that take a value."""
    actions = parser._actions  # noqa: SLF001 - argparse has no public list of a parser's options
    return frozenset(flag for action in actions if action.nargs != 0 for flag in action.option_strings)
