"""A reply of bot.yaml replaces one that the program has, with the same placeholders; a kind's lead has but one."""

from collections.abc import Iterator
from string import Formatter

from glutamine_bot.domain.errors import Fault
from glutamine_bot.knowledge.hints import did_you_mean
from glutamine_bot.knowledge.nodes import Node, Scalar, Table
from glutamine_bot.knowledge.parsing import Parsed
from glutamine_bot.knowledge.rules.rule import Example, Rule

CODE = "reply-template"
_NAME = frozenset({"name"})


def _check(parsed: Parsed) -> Iterator[Fault]:
    """Every reply with an unknown key, or with other placeholders than the one that it replaces, and such leads."""
    for kind in parsed.kinds.entries:
        lead = kind.get("lead")
        if isinstance(lead, Scalar) and placeholders(lead.text) not in (frozenset(), _NAME):
            hint = "write {name} where the name of the medicine, substance or condition is to stand"
            yield lead.place.fault(CODE, "the only word in braces may be {name}", hint)
    for bot in parsed.bot.entries:
        replies = bot.get("replies")
        for key, template in replies.entries if isinstance(replies, Table) else ():
            if key.text in parsed.english.replies:
                yield from _compare(template, parsed.english.replies[key.text])
            elif key.text:
                hint = did_you_mean(key.text, parsed.english.replies)
                yield key.place.fault(CODE, f"there is no reply {key.text!r} to replace", hint)


def _compare(template: Node, default: str) -> Iterator[Fault]:
    if not isinstance(template, Scalar):
        return
    wanted = placeholders(default)
    if placeholders(template.text) != wanted:
        names = ", ".join(sorted(f"{{{name}}}" for name in wanted or ())) or "none"
        message = f"the words in braces must be those of the reply that it replaces: {names}"
        yield template.place.fault(CODE, message, f"that is {default!r}")


def placeholders(template: str) -> frozenset[str] | None:
    """The names in braces, or None where the braces do not match."""
    try:
        return frozenset(name for _, name, _, _ in Formatter().parse(template) if name is not None)
    except ValueError:
        return None


_BOT = """\
name: candle_bot
subject: {{name: candles, names: [candle]}}
greeting: Ask me about candles.
disclaimers: {{dosing: [How much is right for you is a question for your doctor.]}}
replies:
  nearest: "{nearest}"
"""

RULE = Rule(
    code=CODE,
    finds="A reply under 'replies' in bot.yaml that the program does not have, or with other words in {braces}.",
    matters="The program puts what somebody asked in the place of each {word}; without it the reply would have a hole.",
    passes=Example("bot.yaml", _BOT.format(nearest="What I do know:")),
    fails=Example("bot.yaml", _BOT.format(nearest="What I know of {matter}:")),
    check=_check,
)
