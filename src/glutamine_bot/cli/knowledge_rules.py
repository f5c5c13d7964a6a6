"""`knowledge rules`: what the checker looks for, and why."""

import sys
from argparse import ArgumentParser, Namespace
from collections.abc import Iterator
from typing import Any, Final

from glutamine_bot.cli import exits
from glutamine_bot.cli.arguments import UsageError
from glutamine_bot.cli.display import look_of
from glutamine_bot.cli.streams import NAME
from glutamine_bot.knowledge.rules.rule import Example, Rule
from glutamine_bot.reply.cleaning import clean
from glutamine_bot.reply.looks import Look
from glutamine_bot.reply.wrapping import cut, wrap

_LONGEST: Final = 24  # lines of an example
_WIDEST: Final = 100  # cells of a line of an example


def configure(parser: ArgumentParser) -> None:
    """Describes the arguments of `knowledge rules`."""
    parser.description = "Lists the rules by which 'knowledge check' judges a knowledge base, or explains one of them."
    parser.epilog = f"examples:\n  {NAME} knowledge rules\n  {NAME} knowledge rules dangling-id\n"
    parser.add_argument("code", metavar="CODE", nargs="?", help="the rule to explain, by the code that faults have")


def run(arguments: Namespace) -> int:
    """Prints the rules. Raises UsageError for a code that none has."""
    from glutamine_bot.checking.rules import ALL
    from glutamine_bot.knowledge.hints import did_you_mean

    look = look_of(arguments)
    rules = {rule.code: rule for rule in ALL}
    if arguments.code is None:
        lines = [line for rule in rules.values() for line in _listed(rule, look)]
    elif arguments.code in rules:
        lines = list(_explained(rules[arguments.code], look))
    else:
        hint = did_you_mean(arguments.code, rules) or f"'{NAME} knowledge rules' lists them"
        raise UsageError(f"there is no rule {arguments.code[:40]!r}; {hint}")
    sys.stdout.writelines(f"{line}\n" for line in lines)
    return exits.ANSWERED


def _listed(rule: Rule[Any], look: Look) -> Iterator[str]:
    yield f"{look.margin}{rule.code}{' (warning)' if rule.warning else ''}"
    yield from wrap(rule.finds, look.width, f"{look.margin}    ")


def _explained(rule: Rule[Any], look: Look) -> Iterator[str]:
    yield from _listed(rule, look)
    yield from ("", f"{look.margin}Why it matters:", *wrap(rule.matters, look.width, f"{look.margin}    "))
    for title, example in (("passes", rule.passes), ("fails", rule.fails)):
        yield from ("", f"{look.margin}An example that {title}{_place(example)}")
        yield from (f"{look.margin}    {line}" for line in _text(example))


def _place(example: Example) -> str:
    return f": without a file {example.file}." if example.text is None else f", in {example.file}:"


def _text(example: Example) -> Iterator[str]:
    lines = (example.text or "").encode("utf-8", "surrogateescape").decode("utf-8", "replace").rstrip("\n").split("\n")
    yield from (cut(clean(line), _WIDEST) for line in lines[:_LONGEST] if example.text is not None)
    if len(lines) > _LONGEST:
        yield f"… and {len(lines) - _LONGEST:,} lines more"
