"""What the rooms above the knowledge can tell of it, and advice: a module for each rule.

The rules without which a knowledge base is not loaded are in `knowledge.rules`.
"""

from typing import Any

from glutamine_bot.checking.base import Base
from glutamine_bot.checking.rules import (
    bad_pattern,
    few_phrasings,
    idle_synonym,
    long_answer,
    lost_question,
    near_duplicate,
    review_due,
    uncited_section,
    unread_file,
    unsourced_figure,
)
from glutamine_bot.knowledge.rules import RULES as OF_LOADING
from glutamine_bot.knowledge.rules.rule import Rule, registered

RULES: tuple[Rule[Base], ...] = registered(
    lost_question.RULE,
    unsourced_figure.RULE,
    bad_pattern.RULE,
    few_phrasings.RULE,
    near_duplicate.RULE,
    long_answer.RULE,
    uncited_section.RULE,
    review_due.RULE,
    idle_synonym.RULE,
    unread_file.RULE,
)

ALL: tuple[Rule[Any], ...] = registered(*OF_LOADING, *RULES)
"""These, behind those without which nothing is loaded."""
