"""Ages and body weights: what makes a number one of somebody rather than of something taken."""

from fractions import Fraction

from glutamine_bot.domain.quantity import Bound
from glutamine_bot.language.quantity_lexicon import Lexicon
from glutamine_bot.language.quantity_numbers import Number, read_number
from glutamine_bot.language.quantity_tokens import TokenLine

_CLOSING = frozenset('.,;:!?)]}"\u2026')
_REACH = 4
"""Words before an amount in which a change of weight or a price is looked for."""


def stands_free(line: TokenLine, lexicon: Lexicon, place: int, followers: str) -> bool:
    """Whether a number that ends at a place counts nothing: the end, a stop or a word of `followers` comes next."""
    token = line.at(place)
    if not token.text or token.text in _CLOSING:
        return True
    return not token.glued and (token.text in ("-", "(") or lexicon.has(followers, token.text))


def age_of(line: TokenLine, lexicon: Lexicon, place: int, number: Number) -> tuple[Fraction, int] | None:
    """The length in years of the unit that a number from `place` is an age in, and the place after; None for no age."""
    end = number.end + 1 if line.word(number.end) == "-" else number.end
    stated = lexicon.ages.match(line, end)
    if stated:
        return stated
    place = before_about(line, lexicon, place)
    if not number.bare or not _of_somebody(line, lexicon, place):
        return None
    young = lexicon.young_ages.match(line, number.end)
    if young:
        return young if _is_young(line, lexicon, place, young[1]) else None
    if stands_free(line, lexicon, number.end, "age_followers"):
        return Fraction(1), number.end
    return None


def age_bound(line: TokenLine, lexicon: Lexicon, place: int) -> Bound | None:
    """Over or under where an age is given as a bound of named people ("children under 12"), else None."""
    bound, start = bound_before(line, lexicon, place)
    if bound is Bound.EXACT or not lexicon.person(line.word(start - 1)):
        return None
    return bound


def bound_before(line: TokenLine, lexicon: Lexicon, place: int) -> tuple[Bound, int]:
    """Whether "more than" or "less than" stands before a place, and where that begins."""
    for group, bound in (("over", Bound.OVER), ("under", Bound.UNDER)):
        start = lexicon.phrases(group).before(line, place, reach=2)
        if start is not None and not lexicon.has("unbound", line.word(start - 1)):
            return bound, start
    return Bound.EXACT, place


def _is_young(line: TokenLine, lexicon: Lexicon, place: int, end: int) -> bool:
    """Whether "18 months" is somebody's age: not of whoever writes, nor a time since something."""
    return not lexicon.has("expecting", line.word(end)) and not lexicon.has("oneself", line.word(place - 1))


def _of_somebody(line: TokenLine, lexicon: Lexicon, place: int) -> bool:
    """Whether what stands before a place is somebody whose age would be told there."""
    if lexicon.phrases("aged").before(line, place) is not None:
        return True
    start = lexicon.phrases("self_is").before(line, place)
    if start is not None:
        return not lexicon.has("like", line.word(start - 1))
    before = line.word(place - 1)
    if _was(line, lexicon, place):
        return False
    if lexicon.has("copulas", before):
        return lexicon.person(line.word(place - 2)) or _weight_follows(line, lexicon, place)
    if before in (",", "(", "of"):
        return lexicon.person(line.word(place - 2))
    return lexicon.person(before)


def is_somebody(line: TokenLine, lexicon: Lexicon, place: int) -> bool:
    """Whether a number tells of somebody though it is no age now: "when he was six", "as if I'm twelve"."""
    start = before_about(line, lexicon, place)
    return _was(line, lexicon, start) or lexicon.phrases("self_is").before(line, start) is not None


def _was(line: TokenLine, lexicon: Lexicon, place: int) -> bool:
    return lexicon.phrases("was_aged").before(line, place) is not None


def _weight_follows(line: TokenLine, lexicon: Lexicon, place: int) -> bool:
    """Forms like "is 9 and 30 kg": whatever it is that is nine, it has a body weight too."""
    number = read_number(line, lexicon, place)
    if number is None or not lexicon.has("between_and", line.word(number.end)):
        return False
    weight = read_number(line, lexicon, number.end + 1)
    unit = lexicon.units.match(line, weight.end) if weight else None
    return bool(unit and unit[0].body)


def weighed(line: TokenLine, lexicon: Lexicon, place: int) -> bool:
    """Whether somebody is said to weigh what follows at a place."""
    return lexicon.phrases("weigh").before(line, before_about(line, lexicon, place), reach=2) is not None


def is_body_weight(line: TokenLine, lexicon: Lexicon, place: int, end: int, *, likely: bool) -> bool:
    """Whether an amount from `place` to `end`, in a unit that people are weighed in, is a body weight and no dose.

    `likely` tells whether anybody weighs so much: it decides where the words do not.
    """
    after = line.word(end + 1) if line.word(end) == "-" else line.word(end)
    if lexicon.person(after) or weighed(line, lexicon, place):
        return True
    start = before_about(line, lexicon, place)
    if lexicon.phrases("taken").before(line, start, reach=2) is not None:
        return False
    if line.word(end) == "of" and lexicon.phrases("of_body").match(line, end) is None:
        return False
    if lexicon.has("articles", line.word(place)):
        return False
    return likely


def is_weight_change(line: TokenLine, lexicon: Lexicon, place: int, end: int) -> bool:
    """Whether an amount is of weight lost or gained, of a thing lifted, sold or packed: nobody's weight."""
    if lexicon.has("packages", line.word(end)):
        return True
    changes = lexicon.phrases("changes")
    return any(changes.match(line, start) for start in range(max(0, place - _REACH), place))


def before_about(line: TokenLine, lexicon: Lexicon, place: int) -> int:
    """The place before "about" and its like."""
    for _ in range(3):
        start = lexicon.phrases("about").before(line, place, reach=2)
        if start is None:
            break
        place = start
    return place
