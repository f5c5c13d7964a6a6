"""Numbers without a unit: which may be an amount, and which belong to a name, a date or a count of things."""

from glutamine_bot.language.quantity_lexicon import Lexicon
from glutamine_bot.language.quantity_masses import unit_at
from glutamine_bot.language.quantity_numbers import Number, read_range
from glutamine_bot.language.quantity_people import before_about, is_somebody, stands_free
from glutamine_bot.language.quantity_rhythms import rhythm_after
from glutamine_bot.language.quantity_tokens import TokenLine

_YEARS = range(1900, 2100)
_RUN_ON = 3
"""Letters of the shortest word that an amount may be run together with ("took5g", not "b5")."""


def is_bare(line: TokenLine, lexicon: Lexicon, place: int, number: Number, last: int) -> bool:
    """Whether a number without a unit may be an amount: it counts nothing and is no date, time or grade.

    `last` is the character of the line where the amount before it ends.
    """
    if lexicon.phrases("clock").match(line, number.end) or is_somebody(line, lexicon, place):
        return False
    if line.at(place).value is None and _points_back(line, lexicon, place, last):
        return False
    if _is_measured(line, lexicon, place) or _is_year(line, place, number):
        return False
    if line.word(number.end) == ".":
        return not line.at(number.end + 1).glued
    if past_those(line, lexicon, number.end) > number.end:
        return True
    return _counts_nothing(line, lexicon, number.end)


def past_those(line: TokenLine, lexicon: Lexicon, place: int) -> int:
    """The place after "of those" and its like, or the place itself."""
    those = lexicon.phrases("count_of").match(line, place)
    return those[1] if those and those[1] > place + 1 else place


def past_listed(line: TokenLine, lexicon: Lexicon, place: int, end: int) -> int:
    """The place after a number that is none, and after another joined to it ("weeks one and two")."""
    if not lexicon.has("not_after", line.word(place - 1)) or not lexicon.has("between_and", line.word(end)):
        return end
    more = read_range(line, lexicon, end + 1)
    return more.end if more and more.bare and unit_at(line, lexicon, more.end) is None else end


def is_code(line: TokenLine, lexicon: Lexicon, place: int, number: Number) -> bool:
    """Whether a number is part of a name ("B12", "omega 3", "covid-19"), of a price or of a percentage."""
    before = line.word(place - 1)
    if lexicon.has("codes", before) or lexicon.has("currencies", before) or line.word(number.end) == "'":
        return True
    if lexicon.has("percent", line.word(number.end)):
        return True
    if not line.at(place).glued or line.at(place).value is None:
        return False
    if before == "-":
        return line.at(place - 1).glued and line.word(place - 2)[:1].isalpha()
    if lexicon.has("times", before):
        return False
    run_on = len(before) >= _RUN_ON and lexicon.units.match(line, number.end) is not None
    return before == "_" or (before[-1:].isalpha() and not run_on)


def _is_measured(line: TokenLine, lexicon: Lexicon, place: int) -> bool:
    """Whether the number is a grade, a time or a reading: "stage 3", "at about eleven", "eGFR is 38"."""
    if lexicon.has("not_after", line.word(before_about(line, lexicon, place) - 1)):
        return True
    return any(lexicon.has("measures", line.word(place - back)) for back in (1, 2))


def _is_year(line: TokenLine, place: int, number: Number) -> bool:
    return line.at(place).value == number.low and number.low.denominator == 1 and int(number.low) in _YEARS


def _points_back(line: TokenLine, lexicon: Lexicon, place: int, last: int) -> bool:
    """Whether a number word means things spoken of ("the two") or next to nothing ("a minute or two")."""
    before = line.word(place - 1)
    if lexicon.has("alternatives", before):
        return last != line.at(place - 2).end
    return lexicon.has("pointing", before)


def _counts_nothing(line: TokenLine, lexicon: Lexicon, place: int) -> bool:
    following = line.word(place)
    if lexicon.has("moment_words", following) and following.endswith("s"):
        return False
    if stands_free(line, lexicon, place, "followers"):
        return True
    after = rhythm_after(line, lexicon, place)
    return bool(after and after[1])
