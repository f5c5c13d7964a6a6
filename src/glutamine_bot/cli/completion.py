"""`completion`: a script that lets a shell complete our commands and options."""

import sys
from argparse import ArgumentParser, Namespace

from glutamine_bot.cli import exits
from glutamine_bot.cli.shell_scripts import SCRIPTS, Described
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
    parser.add_argument("shell", choices=tuple(SCRIPTS))


def run(arguments: Namespace) -> int:
    """Prints the script."""
    sys.stdout.write(SCRIPTS[arguments.shell](NAME, described_commands()))
    return exits.ANSWERED


def described_commands() -> list[Described]:
    """Every command with its summary and its long options, read from its own parser."""
    from glutamine_bot.cli.arguments import parser_of
    from glutamine_bot.cli.table import COMMANDS

    return [Described(command.name, command.summary, _long_options(parser_of(command))) for command in COMMANDS]


def _long_options(parser: ArgumentParser) -> dict[str, str]:
    return {
        flag: action.help or ""
        for action in parser._actions  # noqa: SLF001 - argparse has no public list of a parser's options
        for flag in action.option_strings
        if flag.startswith("--")
    }
