"""`completion`: a script that lets a shell complete our commands and options."""

import sys
from argparse import Action, ArgumentParser, Namespace

from glutamine_bot.cli import exits
from glutamine_bot.cli.shell_scripts import SCRIPTS, Described, Option
from glutamine_bot.cli.streams import NAME


def configure(parser: ArgumentParser) -> None:
    """Describes the arguments of `completion`."""
    parser.description = "Prints a completion script for a shell."
    parser.epilog = (
        "examples:\n"
        f"  {NAME} completion bash > ~/.local/share/bash-completion/completions/{NAME}\n"
        f"  {NAME} completion zsh > ~/.zfunc/_{NAME}      (in a directory of $fpath)\n"
        f"  {NAME} completion fish > ~/.config/fish/completions/{NAME}.fish\n"
    )
    parser.add_argument("shell", metavar="SHELL", choices=tuple(SCRIPTS), help=f"one of {', '.join(SCRIPTS)}")


def run(arguments: Namespace) -> int:
    """Prints the script."""
    sys.stdout.write(SCRIPTS[arguments.shell](NAME, described_commands()))
    return exits.ANSWERED


def described_commands() -> list[Described]:
    """Every command with its summary, its long options and what it lets one choose from, read from its own parser."""
    from glutamine_bot.cli.arguments import parser_of
    from glutamine_bot.cli.table import COMMANDS

    return [_described(command.name, command.summary, parser_of(command)) for command in COMMANDS]


def _described(name: str, summary: str, parser: ArgumentParser) -> Described:
    actions = parser._actions  # noqa: SLF001 - argparse has no public list of a parser's options
    options = tuple(
        Option(flag, action.help or "", _value(action), tuple(action.choices or ()))
        for action in actions
        for flag in action.option_strings
        if flag.startswith("--")
    )
    choices = tuple(word for action in actions if not action.option_strings for word in action.choices or ())
    return Described(name, summary, options, choices)


def _value(action: Action) -> str:
    """How the value of an option is called; empty where it takes none."""
    return "" if action.nargs == 0 else str(action.metavar or action.dest)
