"""`completion`: a script that lets a shell complete our commands and options, made from the parsers themselves."""

import sys
from argparse import ArgumentParser, Namespace
from collections.abc import Callable, Iterator
from typing import Final

from glutamine_bot.cli import exits
from glutamine_bot.cli.streams import NAME


def configure(parser: ArgumentParser) -> None:
    """Describes the arguments of `completion`."""
    parser.description = "Prints a completion script for a shell."
    parser.epilog = (
        f"examples:\n"
        f"  {NAME} completion bash > ~/.local/share/bash-completion/completions/{NAME}\n"
        f"  {NAME} completion zsh > ~/.zfunc/_{NAME}      (a directory of $fpath)\n"
        f"  {NAME} completion fish > ~/.config/fish/completions/{NAME}.fish\n"
    )
    parser.add_argument("shell", choices=tuple(_SCRIPTS))


def run(arguments: Namespace) -> int:
    """Prints the script."""
    sys.stdout.write(_SCRIPTS[arguments.shell]())
    return exits.ANSWERED


def _options() -> Iterator[tuple[str, str, list[tuple[str, str]]]]:
    """Each command with its summary and its long options with their help."""
    from glutamine_bot.cli.arguments import parser_of
    from glutamine_bot.cli.table import COMMANDS

    for command in COMMANDS:
        parser = parser_of(command)
        options = [
            (flag, (action.help or "").replace("%%", "%"))
            for action in parser._actions  # noqa: SLF001 - argparse has no public list of a parser's options
            for flag in action.option_strings
            if flag.startswith("--")
        ]
        yield command.name, command.summary, options


def bash() -> str:
    """Completion for bash 4 and later."""
    cases = "".join(
        f'        "{name}"*) words="{" ".join(flag for flag, _ in options)}" ;;\n'
        for name, _, options in sorted(_options(), reverse=True)
    )
    first = " ".join(dict.fromkeys(name.split()[0] for name, _, _ in _options()))
    groups = "".join(f'        "{group} ") words="{" ".join(seconds)}" ;;\n' for group, seconds in _groups().items())
    return f"""# bash completion for {NAME}
_glutamine_bot() {{
    local current="${{COMP_WORDS[COMP_CWORD]}}" before="" word words=""
    for word in "${{COMP_WORDS[@]:1:COMP_CWORD-1}}"; do [[ $word == -* ]] || before+="$word "; done
    case "$before" in
        "") words="{first}" ;;
{groups}{cases}    esac
    case "${{COMP_WORDS[COMP_CWORD-1]}}" in
        --knowledge) COMPREPLY=($(compgen -d -- "$current")); return ;;
        --color) words="auto always never" ;;
    esac
    COMPREPLY=($(compgen -W "$words" -- "$current"))
}}
complete -o default -F _glutamine_bot {NAME}
"""


def zsh() -> str:
    """Completion for zsh."""
    first = "\n".join(f"        {_quoted(f'{name}:{summary}')}" for name, summary in _first_words())
    cases = "".join(
        f"        ({name.split()[0]})\n            _arguments {' '.join(_quoted(f'{flag}[{_bare(text)}]') for flag, text in options)}"
        f" '*:: :_default'\n            ;;\n"
        for name, _, options in _options()
        if " " not in name
    )
    groups = "".join(
        f"        ({group}) _values 'command' {' '.join(seconds)} ;;\n" for group, seconds in _groups().items()
    )
    return f"""#compdef {NAME}
_glutamine_bot() {{
    local -a commands
    commands=(
{first}
    )
    if (( CURRENT == 2 )); then
        _describe 'command' commands
        return
    fi
    case "$words[2]" in
{cases}{groups}    esac
}}
_glutamine_bot "$@"
"""


def fish() -> str:
    """Completion for fish."""
    lines = [f"# fish completion for {NAME}", f"complete -c {NAME} -f -n __fish_use_subcommand"]
    for name, summary in _first_words():
        lines.append(f"complete -c {NAME} -f -n __fish_use_subcommand -a {name} -d {_quoted(summary)}")
    for group, seconds in _groups().items():
        lines.append(f"complete -c {NAME} -f -n '__fish_seen_subcommand_from {group}' -a {_quoted(' '.join(seconds))}")
    for name, _, options in _options():
        seen = f"'__fish_seen_subcommand_from {name.split()[-1]}'"
        lines += [f"complete -c {NAME} -n {seen} -l {flag[2:]} -d {_quoted(_bare(text))}" for flag, text in options]
    return "\n".join(lines) + "\n"


_SCRIPTS: Final[dict[str, Callable[[], str]]] = {"bash": bash, "zsh": zsh, "fish": fish}


def _first_words() -> list[tuple[str, str]]:
    """The first word of each command with its summary; a group once."""
    words: dict[str, str] = {}
    for name, summary, _ in _options():
        words.setdefault(name.split()[0], summary if " " not in name else "for authors of knowledge bases")
    return list(words.items())


def _groups() -> dict[str, list[str]]:
    """The second words of the commands of two words, by the first."""
    groups: dict[str, list[str]] = {}
    for name, _, _ in _options():
        group, _, second = name.partition(" ")
        if second:
            groups.setdefault(group, []).append(second)
    return groups


def _quoted(text: str) -> str:
    return "'" + text.replace("'", "'\\''") + "'"


def _bare(text: str) -> str:
    """Help without the characters that zsh's option descriptions give a meaning to."""
    return "".join(" " if char in "[]:\n" else char for char in text)
