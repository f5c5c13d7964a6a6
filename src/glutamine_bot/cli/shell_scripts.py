"""Completion scripts for bash, zsh and fish, made from a description of the commands."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import Final

from glutamine_bot.domain.values import frozen

_GROUP: Final = "for authors of knowledge bases"


@frozen
class Described:
    """A command of one or two words, what it does, and its long options with their help."""

    name: str
    summary: str
    options: Mapping[str, str]


def bash(program: str, commands: Sequence[Described]) -> str:
    """The script for bash 4 and later: what the words before the cursor name decides what may follow."""
    longest_first = sorted(commands, key=lambda command: -len(command.name))
    cases = [f'        "") words="{" ".join(_first_words(commands))}" ;;']
    cases += [f'        "{group} ") words="{" ".join(seconds)}" ;;' for group, seconds in _groups(commands).items()]
    cases += [f'        "{command.name} "*) words="{" ".join(command.options)}" ;;' for command in longest_first]
    return _BASH.replace("PROGRAM", program).replace("CASES", "\n".join(cases))


def zsh(program: str, commands: Sequence[Described]) -> str:
    """The script for zsh."""
    named = [f"        {_quoted(f'{name}:{summary}')}" for name, summary in _first_words(commands).items()]
    cases = [f"        ({group}) compadd -- {' '.join(seconds)} ;;" for group, seconds in _groups(commands).items()]
    cases += [_zsh_case(command) for command in commands if " " not in command.name]
    return _ZSH.replace("PROGRAM", program).replace("NAMED", "\n".join(named)).replace("CASES", "\n".join(cases))


def fish(program: str, commands: Sequence[Described]) -> str:
    """The script for fish."""
    start = f"complete -c {program}"
    lines = [f"# fish completion for {program}", f"{start} -f -n __fish_use_subcommand"]
    for name, summary in _first_words(commands).items():
        lines.append(f"{start} -n __fish_use_subcommand -a {name} -d {_quoted(summary)}")
    for group, seconds in _groups(commands).items():
        lines.append(f"{start} -f -n '__fish_seen_subcommand_from {group}' -a {_quoted(' '.join(seconds))}")
    for command in commands:
        seen = f"-n '__fish_seen_subcommand_from {command.name.split()[-1]}'"
        lines += [f"{start} {seen} -l {flag[2:]} -d {_quoted(text)}" for flag, text in command.options.items()]
    return "\n".join(lines) + "\n"


SCRIPTS: Final[Mapping[str, Callable[[str, Sequence[Described]], str]]] = {"bash": bash, "zsh": zsh, "fish": fish}

_BASH: Final = """\
# bash completion for PROGRAM
_glutamine_bot() {
    local current="${COMP_WORDS[COMP_CWORD]}" previous="${COMP_WORDS[COMP_CWORD-1]}" before="" word words=""
    for word in "${COMP_WORDS[@]:1:COMP_CWORD-1}"; do [[ $word == -* ]] || before+="$word "; done
    case "$before" in
CASES
    esac
    case "$previous" in
        --knowledge) COMPREPLY=($(compgen -d -- "$current")); return ;;
        --color) words="auto always never" ;;
    esac
    COMPREPLY=($(compgen -W "$words" -- "$current"))
}
complete -o default -F _glutamine_bot PROGRAM
"""

_ZSH: Final = """\
#compdef PROGRAM
_glutamine_bot() {
    local -a commands
    commands=(
NAMED
    )
    if (( CURRENT == 2 )); then
        _describe 'command' commands
        return
    fi
    case "$words[2]" in
CASES
    esac
}
_glutamine_bot "$@"
"""


def _zsh_case(command: Described) -> str:
    options = " ".join(_quoted(f"{flag}[{_bare(text)}]") for flag, text in command.options.items())
    return f"        ({command.name}) _arguments {options} '*::: :_default' ;;"


def _first_words(commands: Iterable[Described]) -> dict[str, str]:
    """The first word of each command with what it does; the word of a group once."""
    words: dict[str, str] = {}
    for command in commands:
        word, _, second = command.name.partition(" ")
        words.setdefault(word, _GROUP if second else command.summary)
    return words


def _groups(commands: Iterable[Described]) -> dict[str, list[str]]:
    """The second words of the commands of two words, by the first."""
    groups: dict[str, list[str]] = {}
    for command in commands:
        word, _, second = command.name.partition(" ")
        if second:
            groups.setdefault(word, []).append(second)
    return groups


def _quoted(text: str) -> str:
    return "'" + text.replace("'", "'\\''") + "'"


def _bare(text: str) -> str:
    """A text without the characters that have a meaning in zsh's descriptions of options."""
    return text.translate(str.maketrans("[]:", "() "))
