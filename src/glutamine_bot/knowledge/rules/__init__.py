"""What must hold across the files of a knowledge base: a module for each rule.

A rule's docstring is its documentation; CODE names it in faults; `check` finds what breaks it. A rule that needs the
ids of a section stays silent while the section is not whole, so that one unreadable file does not condemn the rest.
"""

from collections.abc import Iterator
from typing import Protocol

from glutamine_bot.domain.errors import Fault
from glutamine_bot.knowledge.parsing import Parsed
from glutamine_bot.knowledge.rules import (
    dangling_id,
    dosing_disclaimer,
    duplicate_id,
    duplicate_name,
    duplicate_phrasing,
    reply_template,
    reversed_range,
    unflagged_dose,
    unsourced,
    unused_fact,
)


class Rule(Protocol):
    """A module that checks one thing."""

    CODE: str

    def check(self, parsed: Parsed) -> Iterator[Fault]:
        """Every fault of this rule's kind."""


RULES: tuple[Rule, ...] = (
    duplicate_id,
    dangling_id,
    unsourced,
    unused_fact,
    duplicate_phrasing,
    duplicate_name,
    unflagged_dose,
    dosing_disclaimer,
    reply_template,
    reversed_range,
)
