"""How a stated amount is told from other text, by the language's words for numbers and units of mass."""

import re
from collections.abc import Iterable, Mapping


def amount_pattern(cues: Mapping[str, Iterable[str]]) -> re.Pattern[str]:
    """Matches an amount such as "14 g", "500mg" or "two ounces", from the cues `number_words` and `mass_units`."""
    numbers, units = (_either(cues.get(name, ())) for name in ("number_words", "mass_units"))
    return re.compile(rf"(?:\d|\b(?:{numbers})\b)[\s-]*(?:{units})\b", re.IGNORECASE)


def words_pattern(words: Iterable[str]) -> re.Pattern[str]:
    """Matches any of the words or phrases as such."""
    return re.compile(rf"\b(?:{_either(words)})\b", re.IGNORECASE)


def _either(phrases: Iterable[str]) -> str:
    longest_first = sorted(phrases, key=len, reverse=True)
    return "|".join(r"\s+".join(map(re.escape, phrase.split())) for phrase in longest_first) or "(?!)"
