"""A reply of bot.yaml replaces one that the program has, with the same placeholders."""

from collections.abc import Iterator
from string import Formatter

from glutamine_bot.domain.errors import Fault
from glutamine_bot.knowledge.hints import did_you_mean
from glutamine_bot.knowledge.nodes import Node, Scalar, Table
from glutamine_bot.knowledge.parsing import Parsed

CODE = "reply-template"


def check(parsed: Parsed) -> Iterator[Fault]:
    """Every reply with an unknown key, or with other placeholders than the one that it replaces."""
    for bot in parsed.bot.entries:
        replies = bot.get("replies")
        for key, template in replies.entries if isinstance(replies, Table) else ():
            if key.text not in parsed.english.replies:
                hint = did_you_mean(key.text, parsed.english.replies)
                yield key.place.fault(CODE, f"there is no reply {key.text!r}", hint)
            else:
                yield from _compare(template, parsed.english.replies[key.text])


def _compare(template: Node, default: str) -> Iterator[Fault]:
    if not isinstance(template, Scalar):
        return
    wanted = placeholders(default)
    if placeholders(template.text) != wanted:
        names = ", ".join(sorted(f"{{{name}}}" for name in wanted or ())) or "none"
        yield template.place.fault(
            CODE, f"the reply's placeholders must be: {names}", f"the program's own: {default!r}"
        )


def placeholders(template: str) -> frozenset[str] | None:
    """The names in braces, or None where the braces do not match."""
    try:
        return frozenset(name for _, name, _, _ in Formatter().parse(template) if name is not None)
    except ValueError:
        return None
