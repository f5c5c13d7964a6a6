"""Numbers in digits and in words, and ranges of them, as exact fractions."""

from fractions import Fraction
from typing import NamedTuple

from glutamine_bot.language.quantity_lexicon import Lexicon
from glutamine_bot.language.quantity_tokens import TokenLine

_TEN = 10
MAX_NUMBER_WORDS = 8
"""Words of one number beyond this are not read."""


class Number(NamedTuple):
    """A number or range and the place after it. `bare` where it can mean something without a unit."""

    low: Fraction
    high: Fraction
    end: int
    bare: bool = True


def read_range(line: TokenLine, lexicon: Lexicon, place: int) -> Number | None:
    """The number at a place, or the range that begins there: "10-15", "ten to fifteen", "between 10 and 15"."""
    first = read_number(line, lexicon, place)
    if first is None:
        return None
    link = line.word(first.end)
    if link == "/":
        return _slash_range(line, first)
    spread = lexicon.has("between", line.word(place - 1)) and lexicon.has("between_and", link)
    if not spread and not lexicon.has("from_to", link):
        return first
    second = read_number(line, lexicon, first.end + 1)
    if second is None or lexicon.has("articles", line.word(first.end + 1)):
        return first
    low, high = sorted((first.low, second.high))
    return Number(low, high, second.end, first.bare and second.bare)


def _slash_range(line: TokenLine, first: Number) -> Number:
    """Forms like "5/10" as five or ten, but only with a unit; "24/7" and "120/80" are no amounts at all."""
    second = line.at(first.end + 1).value
    if second is None:
        return first
    return Number(first.low, max(first.low, second), first.end + 2, bare=False)


def read_number(line: TokenLine, lexicon: Lexicon, place: int) -> Number | None:
    """The single number at a place: "1,500", "1 1/2", "twenty-five", "half a", "one and a half", "a" (one)."""
    token = line.at(place)
    if token.value is not None:
        number: Number | None = _in_digits(line, lexicon, place, token.value)
    elif lexicon.has("articles", token.text):
        inner = None if lexicon.has("articles", line.word(place + 1)) else _in_words(line, lexicon, place + 1)
        number = inner or Number(Fraction(1), Fraction(1), place + 1, bare=False)
    else:
        number = _in_words(line, lexicon, place)
    return number and _with_fraction(line, lexicon, number)


def _in_digits(line: TokenLine, lexicon: Lexicon, place: int, value: Fraction) -> Number:
    slashed = _slashed(line, lexicon, place)
    if slashed:
        return _of_one(line, lexicon, slashed)
    end = place + 1
    following = line.word(end)
    if following in lexicon.scales:
        return _exactly(value * lexicon.scales[following], end + 1)
    if following in lexicon.parts and following.endswith("s"):
        return _of_one(line, lexicon, _exactly(value * lexicon.parts[following], end + 1))
    if following in lexicon.signs:
        return _exactly(value + lexicon.signs[following], end + 1)
    more = _slashed(line, lexicon, end) if value.denominator == 1 else None
    return _exactly(value + more.low, more.end) if more else _exactly(value, end)


def _slashed(line: TokenLine, lexicon: Lexicon, place: int) -> Number | None:
    """A proper fraction of two whole numbers and a slash."""
    above, below = line.at(place).value, line.at(place + 2).value
    if above is None or below is None or line.word(place + 1) != "/" or not line.at(place + 2).glued:
        return None
    if below not in lexicon.denominators or not 0 < above < below or above.denominator != 1:
        return None
    return _exactly(above / below, place + 3, bare=False)


def _in_words(line: TokenLine, lexicon: Lexicon, place: int) -> Number | None:
    word = line.word(place)
    if word in lexicon.parts:
        return _of_one(line, lexicon, _exactly(lexicon.parts[word], place + 1, bare=False))
    if lexicon.has("point", word):
        return _decimals(line, lexicon, Fraction(0), place)
    if word not in lexicon.values and word not in lexicon.scales:
        return None
    total, end = _counted(line, lexicon, place)
    following = line.word(end + 1) if line.word(end) == "-" else line.word(end)
    if following in lexicon.parts and (following.endswith("s") or total == 1):
        end += 2 if line.word(end) == "-" else 1
        return _of_one(line, lexicon, _exactly(total * lexicon.parts[following], end, bare=False))
    if lexicon.has("point", line.word(end)):
        return _decimals(line, lexicon, total, end) or _exactly(total, end)
    bare = not lexicon.has("never_bare", line.word(end - 1))
    if lexicon.has("couples", line.word(end - 1)) and line.word(end) == "of":
        end += 1
    return _exactly(total, end, bare=bare)


def _counted(line: TokenLine, lexicon: Lexicon, place: int) -> tuple[Fraction, int]:
    """The whole number in words that begins at a place ("two hundred and twenty-five") and the place after it."""
    total = Fraction(0)
    end = place
    for _ in range(MAX_NUMBER_WORDS):
        word = line.word(end)
        if word in lexicon.scales:
            total = max(total, Fraction(1)) * lexicon.scales[word]
        elif end == place or _continues(lexicon, total, word):
            total += lexicon.values[word]
        else:
            break
        end = _past_joint(line, lexicon, end + 1, total)
    return (total, end) if line.word(end - 1) not in ("and", "-") else (total, end - 1)


def _continues(lexicon: Lexicon, total: Fraction, word: str) -> bool:
    """Whether a number word adds to what was counted: units to tens, both to hundreds."""
    value = lexicon.values.get(word)
    if not value or lexicon.has("couples", word):
        return False
    tens = total % 100
    room = 100 if tens == 0 else 10 if tens % 10 == 0 and tens > _TEN else 0
    return total > 0 and value < room


def _past_joint(line: TokenLine, lexicon: Lexicon, place: int, total: Fraction) -> int:
    """The place after an "and" or hyphen that another number word follows ("hundred and five", "twenty-five")."""
    joint = line.word(place)
    if joint == "-" or (lexicon.has("between_and", joint) and total % 100 == 0):
        return place + 1 if _continues(lexicon, total, line.word(place + 1)) else place
    return place


def _decimals(line: TokenLine, lexicon: Lexicon, whole: Fraction, place: int) -> Number | None:
    """Forms like "two point five": the number with the digits that are named after the point at a place."""
    value, step, end = whole, Fraction(1, 10), place + 1
    while end < place + MAX_NUMBER_WORDS:
        digit = lexicon.values.get(line.word(end), line.at(end).value)
        if digit is None or digit >= _TEN:
            break
        value, step, end = value + digit * step, step / 10, end + 1
    return _exactly(value, end) if end > place + 1 else None


def _of_one(line: TokenLine, lexicon: Lexicon, part: Number) -> Number:
    """A fraction with what may stand between it and the unit: "half a", "a quarter of an"."""
    end = part.end
    if line.word(end) == "of":
        end += 1
    if lexicon.has("articles", line.word(end)):
        end += 1
    return part._replace(end=end)


def _with_fraction(line: TokenLine, lexicon: Lexicon, number: Number) -> Number:
    """The number and the fraction that follows it in words: "one and a half", "2 and 1/2"."""
    end = past_fraction(line, lexicon, number.end)
    if end is None or number.low.denominator != 1:
        return number
    more = end[0]
    return Number(number.low + more, number.high + more, end[1], bare=True)


def past_fraction(line: TokenLine, lexicon: Lexicon, place: int) -> tuple[Fraction, int] | None:
    """The fraction that is added at a place, "and a half", and the place after it."""
    if line.word(place) != "and":
        return None
    start = place + 2 if lexicon.has("articles", line.word(place + 1)) else place + 1
    word = line.word(start)
    if word in lexicon.parts:
        return lexicon.parts[word], start + 1
    if word in lexicon.signs:
        return lexicon.signs[word], start + 1
    slashed = _slashed(line, lexicon, start)
    return (slashed.low, slashed.end) if slashed else None


def _exactly(value: Fraction, end: int, *, bare: bool = True) -> Number:
    return Number(value, value, end, bare)
