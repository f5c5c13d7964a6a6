"""What must hold of the files of a knowledge base, each by itself and together: a module for each rule.

The first are found by the readers while they read, the others in what was read. A rule that looks for what is not
there heeds what could not be read, so that one slip does not condemn the rest.
"""

from glutamine_bot.knowledge.parsing import Parsed
from glutamine_bot.knowledge.rules import (
    alias,
    bad_amount,
    bad_id,
    control_character,
    dangling_id,
    dosing_disclaimer,
    duplicate_id,
    duplicate_key,
    duplicate_name,
    duplicate_phrasing,
    empty_file,
    encoding,
    missing_file,
    missing_key,
    no_red_flags,
    reply_template,
    reversed_range,
    syntax,
    tag,
    too_deep,
    too_large,
    unflagged_dose,
    unknown_file,
    unknown_key,
    unreadable,
    unsourced,
    unused_fact,
    wrong_type,
)
from glutamine_bot.knowledge.rules.rule import Rule, registered

RULES: tuple[Rule[Parsed], ...] = registered(
    missing_file.RULE,
    unknown_file.RULE,
    unreadable.RULE,
    too_large.RULE,
    empty_file.RULE,
    encoding.RULE,
    control_character.RULE,
    syntax.RULE,
    tag.RULE,
    alias.RULE,
    too_deep.RULE,
    wrong_type.RULE,
    bad_amount.RULE,
    missing_key.RULE,
    unknown_key.RULE,
    duplicate_key.RULE,
    bad_id.RULE,
    duplicate_id.RULE,
    dangling_id.RULE,
    unsourced.RULE,
    unused_fact.RULE,
    duplicate_phrasing.RULE,
    duplicate_name.RULE,
    unflagged_dose.RULE,
    dosing_disclaimer.RULE,
    no_red_flags.RULE,
    reply_template.RULE,
    reversed_range.RULE,
)
