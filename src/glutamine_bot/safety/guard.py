"""Building the dosing guard of a knowledge base."""

import re
from collections.abc import Iterable

from glutamine_bot.domain.dosing import DosingGuard
from glutamine_bot.domain.knowledge_base import KnowledgeBase


def guard_of(knowledge: KnowledgeBase) -> DosingGuard:
    """The guard of a knowledge base, from its dosing disclaimers and the English cues of dosing questions.

    A knowledge base that speaks of doses and has no such disclaimer is refused when it is loaded.
    """
    units = _either((*knowledge.cues["mass_units"], *knowledge.cues["piece_units"]))
    numbers = _either((*knowledge.cues["number_words"], *knowledge.cues["vague_numbers"]))
    joins = _either(knowledge.cues["amount_joins"])
    return DosingGuard(
        topics=frozenset(knowledge.dosing),
        asks=re.compile(rf"\b(?:{_either(knowledge.cues['asks_amount'])})\b"),
        amount=re.compile(rf"(?:\d|\b(?:{numbers})\b(?:\s+(?:{joins})\b)*)[\s-]*(?:{units})\b"),
        disclaimers=knowledge.disclaimers.dosing,
    )


def _either(phrases: Iterable[str]) -> str:
    """A pattern that matches any of the phrases, the longest first, with any white space between words."""
    longest_first = sorted(phrases, key=len, reverse=True)
    return "|".join(r"\s+".join(re.escape(word) for word in phrase.casefold().split()) for phrase in longest_first)
