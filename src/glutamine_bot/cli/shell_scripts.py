"""Completion scripts for bash, zsh and fish, made from a description of the commands."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import Final

from glutamine_bot.domain.values import frozen

DIRECTORY: Final = "DIR"
"""How a value that is a directory is called in help."""

_GROUP: Final = "for authors of knowledge bases"


@frozen
class Option:
    """A long option with its help; `value` is how its value is called, empty where it takes none."""

    flag: str
    told: str
    value: str = ""
    choices: tuple[str, ...] = ()


@frozen
class Described:
    """A command of one or two words, what it does, its options, and the words of which it takes one, if it does."""

    name: str
    summary: str
    options: tuple[Option, ...]
    choices: tuple[str, ...] = ()


def bash(program: str, commands: Sequence[Described]) -> str:
    """The script for bash 4 and later: what the words before the cursor name decides what may follow."""
    longest_first = sorted(commands, key=lambda command: -len(command.name))
    firsts = " ".join(_first_words(commands))
    cases = [f'        "") words="{firsts}" options="{_flags(_default(commands).options)}" ;;']
    cases += [f'        "{group} ") words="{" ".join(seconds)}" ;;' for group, seconds in _groups(commands).items()]
    for command in longest_first:
        words = f'words="{" ".join(command.choices)}" ' if command.choices else ""
        cases.append(f'        "{command.name} "*) {words}options="{_flags(command.options)}" ;;')
    valued = _valued(commands)
    values = [f"        {option.flag}) {_bash_value(option)}; return ;;" for option in valued]
    return _filled(_BASH, program, CASES=cases, VALUES=values, VALUED=["|".join(option.flag for option in valued)])


def zsh(program: str, commands: Sequence[Described]) -> str:
    """The script for zsh, to be sourced or put into a directory of $fpath."""
    named = [f"        {_quoted(f'{name}:{summary}')}" for name, summary in _first_words(commands).items()]
    groups = [f"        ({group}) {_zsh_group(seconds)} ;;" for group, seconds in _groups(commands).items()]
    options = [f"        ({_quoted(command.name)}) {_zsh_arguments(command)} ;;" for command in commands]
    return _filled(
        _ZSH, program, NAMED=named, GROUPS=groups, CASES=options, DEFAULT=[_zsh_arguments(_default(commands))]
    )


def fish(program: str, commands: Sequence[Described]) -> str:
    """The script for fish."""
    start = f"complete -c {program}"
    lines = [f"# fish completion for {program}", f"{start} -f"]
    for name, summary in _first_words(commands).items():
        lines.append(f"{start} -n __fish_use_subcommand -a {name} -d {_quoted(summary)}")
    lines += [f"{start} -n __fish_use_subcommand {_fish_option(option)}" for option in _default(commands).options]
    for group, seconds in _groups(commands).items():
        unsaid = f"__fish_seen_subcommand_from {group}; and not __fish_seen_subcommand_from {' '.join(seconds)}"
        lines.append(f"{start} -n {_quoted(unsaid)} -a {_quoted(' '.join(seconds))}")
    for command in commands:
        seen = f"{start} -n '__fish_seen_subcommand_from {command.name.split()[-1]}'"
        lines += [f"{seen} {_fish_option(option)}" for option in command.options]
        lines += [f"{seen} -a {_quoted(' '.join(command.choices))}"] if command.choices else []
        lines += [f"{seen} -F"] if " " in command.name else []
    return "\n".join(lines) + "\n"


SCRIPTS: Final[Mapping[str, Callable[[str, Sequence[Described]], str]]] = {"bash": bash, "zsh": zsh, "fish": fish}

_BASH: Final = """\
# bash completion for PROGRAM
_glutamine_bot() {
    local current="${COMP_WORDS[COMP_CWORD]}" previous="${COMP_WORDS[COMP_CWORD-1]}"
    local before="" word words="" options="" value=""
    for word in "${COMP_WORDS[@]:1:COMP_CWORD-1}"; do
        if [[ $value ]]; then value=""; continue; fi
        case "$word" in
            VALUED) value=1 ;;
            -*) ;;
            *) before+="$word " ;;
        esac
    done
    case "$previous" in
VALUES
    esac
    case "$before" in
CASES
    esac
    [[ $current == -* ]] && words=$options
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
    if [[ $words[2] == -* ]]; then
        DEFAULT
        return
    fi
    if (( CURRENT == 2 )); then
        _describe 'command' commands
        return
    fi
    local command=$words[2]
    case "$command" in
GROUPS
    esac
    case "$command" in
CASES
    esac
}
if [[ $zsh_eval_context[-1] == loadautofunc ]]; then
    _glutamine_bot "$@"
else
    compdef _glutamine_bot PROGRAM
fi
"""


def _filled(template: str, program: str, **lines: Sequence[str]) -> str:
    for name, found in lines.items():
        template = template.replace(name, "\n".join(found))
    return template.replace("PROGRAM", program)


def _default(commands: Sequence[Described]) -> Described:
    """The command that runs where none is named."""
    return commands[0]


def _flags(options: Iterable[Option]) -> str:
    return " ".join(option.flag for option in options)


def _valued(commands: Iterable[Described]) -> list[Option]:
    """The options of all commands that take a value, each once."""
    return list({option.flag: option for command in commands for option in command.options if option.value}.values())


def _bash_value(option: Option) -> str:
    if option.choices:
        return f'COMPREPLY=($(compgen -W "{" ".join(option.choices)}" -- "$current"))'
    return 'COMPREPLY=($(compgen -d -- "$current"))' if option.value == DIRECTORY else "COMPREPLY=()"


def _zsh_group(seconds: Sequence[str]) -> str:
    """Offers the second word; once it is there, both are the command."""
    return f'if (( CURRENT == 3 )); then compadd -- {" ".join(seconds)}; return; fi; command+=" $words[3]"'


def _zsh_arguments(command: Described) -> str:
    choices = f" '*:word:({' '.join(command.choices)})'" if command.choices else " '*: :_default'"
    return f"_arguments {' '.join(map(_zsh_option, command.options))}{choices}"


def _zsh_option(option: Option) -> str:
    value = ""
    if option.value:
        action = (
            f"({' '.join(option.choices)})" if option.choices else "_files -/" if option.value == DIRECTORY else " "
        )
        value = f":{option.value.lower()}:{action}"
    return _quoted(f"{option.flag}[{_bare(option.told)}]{value}")


def _fish_option(option: Option) -> str:
    value = ""
    if option.value:
        offered = "(__fish_complete_directories)" if option.value == DIRECTORY else " ".join(option.choices)
        value = f" -x -a {_quoted(offered)}" if offered else " -x"
    return f"-l {option.flag[2:]}{value} -d {_quoted(option.told)}"


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
