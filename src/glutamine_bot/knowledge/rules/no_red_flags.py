"""A base that speaks of doses anywhere knows what an emergency is."""

import os
from collections.abc import Iterator

from glutamine_bot.domain.errors import Fault
from glutamine_bot.knowledge.nodes import Table
from glutamine_bot.knowledge.parsing import Parsed
from glutamine_bot.knowledge.rules.dosing_disclaimer import speaks_of_doses
from glutamine_bot.knowledge.rules.rule import Example, Rule

CODE = "no-red-flags"
_HINT = "write at least one kind of emergency under 'kinds', with its signs and its reply"


def _check(parsed: Parsed) -> Iterator[Fault]:
    """One fault where no kind of emergency is written."""
    safety = parsed.safety_file
    if not safety.whole or safety.lost or not speaks_of_doses(parsed):
        return
    message = "doses are spoken of, and no emergency would be recognised"
    for node in safety.nodes:
        kinds = node.get("kinds") if isinstance(node, Table) else None
        if not isinstance(kinds, Table) or not kinds.entries:
            yield (kinds or node).place.fault(CODE, message, _HINT)
    for bot in () if safety.nodes else parsed.bot.entries:
        path = os.path.join(os.path.dirname(bot.place.path), "safety.yaml")
        yield Fault(path, 1, 1, CODE, f"{message}: there is no such file", _HINT)


_SAFETY = """\
kinds:
  fire: {signs: on fire, reply: Leave the house and call for help.}
"""

RULE = Rule(
    code=CODE,
    finds="A safety.yaml that is missing or empty, or has no kind of emergency, where something speaks of doses.",
    matters="Somebody who took too much must be told to get help, and not how much is usual.",
    passes=Example("safety.yaml", _SAFETY),
    fails=Example("safety.yaml", "kinds: {}\n"),
    check=_check,
)
