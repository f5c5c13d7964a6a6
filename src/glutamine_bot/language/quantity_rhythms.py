"""How often an amount is taken: "twice a day", "every 8 hours", "in the morning and at night"."""

from fractions import Fraction
from typing import NamedTuple

from glutamine_bot.language.quantity_lexicon import Lexicon
from glutamine_bot.language.quantity_numbers import Number, read_number
from glutamine_bot.language.quantity_tokens import TokenLine

MAX_GAP = 5
"""Words that may stand between an amount and its rhythm ("20 g of the powder a day")."""

MAX_MOMENTS = 6


class Rhythm(NamedTuple):
    """Doses a day and the place after the words; `part` where it is one time of the day, beside which others may be."""

    per_day: Fraction
    end: int
    part: bool = False


def rhythm_after(line: TokenLine, lexicon: Lexicon, place: int) -> tuple[Rhythm, bool] | None:
    """The rhythm that follows an amount ending at a place, and whether it follows at once."""
    rhythm = _together(line, lexicon, place)
    if rhythm:
        return rhythm, True
    for _ in range(MAX_GAP):
        place = _past_gap(line, lexicon, place)
        if place < 0:
            return None
        rhythm = rhythm_at(line, lexicon, place, loose=False)
        if rhythm:
            return rhythm, False
    return None


def _together(line: TokenLine, lexicon: Lexicon, place: int) -> Rhythm | None:
    """All rhythm that stands at a place in a row: what is said of the day outweighs times of the day."""
    found = _counted_a_day(line, lexicon, place) or rhythm_at(line, lexicon, place)
    while found:
        more = rhythm_at(line, lexicon, found.end)
        if more is None or more.end <= found.end:
            break
        found = more if found.part and not more.part else found._replace(end=more.end)
    return found


def _counted_a_day(line: TokenLine, lexicon: Lexicon, place: int) -> Rhythm | None:
    """Forms like "5 g 2 a day": only where the count follows at once."""
    number = read_number(line, lexicon, place) if line.at(place).value else None
    period = lexicon.periods.match(line, number.end) if number else None
    return Rhythm(number.low / period[0], period[1]) if number and period else None


def _past_gap(line: TokenLine, lexicon: Lexicon, place: int) -> int:
    """The place after one step of a gap: a word that the rhythm may be sought beyond, or a duration; -1 for none."""
    duration = _past_duration(line, lexicon, place)
    if duration:
        return duration
    token = line.at(place)
    passable = token.text[:1].isalpha() or token.text in (",", "(", "-", "/")
    if not passable or token.value is not None or lexicon.has("gap_stops", token.text):
        return -1
    return -1 if token.text in lexicon.values else place + 1


def _past_duration(line: TokenLine, lexicon: Lexicon, place: int) -> int:
    """The place after "for 8 weeks", 0 where there is no such thing."""
    number = read_number(line, lexicon, place + 1) if line.word(place) == "for" else None
    return number.end + 1 if number and lexicon.has("durations", line.word(number.end)) else 0


def rhythm_at(line: TokenLine, lexicon: Lexicon, place: int, *, loose: bool = True) -> Rhythm | None:
    """The rhythm that begins at a place. `loose` lets a bare time of day ("mornings") count."""
    each = lexicon.phrases("each_time").match(line, place)
    place = each[1] if each else place
    return (
        _fixed(line, lexicon, place)
        or _hourly(line, lexicon, place)
        or _counted(line, lexicon, place)
        or _moments(line, lexicon, place, loose=loose)
    )


def _fixed(line: TokenLine, lexicon: Lexicon, place: int) -> Rhythm | None:
    rhythm = lexicon.rhythms.match(line, place)
    if rhythm:
        return Rhythm(*rhythm)
    if lexicon.phrases("moment_before").match(line, place) and _moment(line, lexicon, place, loose=False) is not None:
        return None  # "every morning" is a time of the day before it is a period
    period = lexicon.periods.match(line, place)
    return Rhythm(1 / period[0], period[1]) if period else None


def _hourly(line: TokenLine, lexicon: Lexicon, place: int) -> Rhythm | None:
    """Forms like "every 8 hours", "every two days"."""
    number = read_number(line, lexicon, place + 1) if lexicon.has("every", line.word(place)) else None
    if number is None or not number.low:
        return None
    hours = lexicon.hours.get(line.word(number.end))
    return Rhythm(24 / (number.low * hours), number.end + 1) if hours else None


def _counted(line: TokenLine, lexicon: Lexicon, place: int) -> Rhythm | None:
    """Forms like "twice", "twice daily", "3 times a week", "2x/day"."""
    often = _often(line, lexicon, place)
    if often is None:
        return None
    period = lexicon.periods.match(line, often.end)
    return Rhythm(often.low / period[0], period[1]) if period else Rhythm(often.low, often.end)


def _often(line: TokenLine, lexicon: Lexicon, place: int) -> Number | None:
    word = line.word(place)
    if word in lexicon.often:
        return Number(lexicon.often[word], lexicon.often[word], place + 1)
    number = read_number(line, lexicon, place)
    if number is None or not lexicon.has("often_times", line.word(number.end)):
        return None
    factor = read_number(line, lexicon, number.end + 1)
    if factor and not lexicon.has("articles", line.word(number.end + 1)):
        return None  # "3 times 5 g" multiplies
    return number._replace(end=number.end + 1)


def _moments(line: TokenLine, lexicon: Lexicon, place: int, *, loose: bool) -> Rhythm | None:
    """Times of the day in a row, each of them one dose."""
    end = _moment(line, lexicon, place, loose=loose)
    if end is None:
        return None
    count = 1
    while count < MAX_MOMENTS:
        joined = end + 1 if lexicon.has("moment_joins", line.word(end)) else end
        joined += lexicon.has("moment_joins", line.word(joined)) and joined > end
        more = _moment(line, lexicon, joined, loose=True)
        if more is None or more <= joined:
            break
        end, count = more, count + 1
    return Rhythm(Fraction(count), end, part=count == 1)


def _moment(line: TokenLine, lexicon: Lexicon, place: int, *, loose: bool) -> int | None:
    """The place after one time of the day, None where there is none; an event that is not known stays outside of it."""
    before = lexicon.phrases("moment_before").match(line, place)
    if before is None:
        return place + 1 if loose and _is_time(line, lexicon, place) else None
    end = before[1]
    number = read_number(line, lexicon, end)
    if number and lexicon.phrases("clock").match(line, number.end):
        return number.end + 1
    while lexicon.has("moment_filler", line.word(end)) and end < before[1] + 2:
        end += 1
    if lexicon.has("moment_words", line.word(end)) or lexicon.has("moment_nouns", line.word(end)):
        return end + 1
    if not lexicon.has("moment_open", line.word(place)):
        return None
    alone = end == before[1] and not line.word(end).isalpha()
    return before[1] if alone or _is_joint(line, lexicon, end) else place


def _is_joint(line: TokenLine, lexicon: Lexicon, place: int) -> bool:
    """Whether a time of the day or an amount is joined on: "before and after training"."""
    return lexicon.has("moment_joins", line.word(place))


def _is_time(line: TokenLine, lexicon: Lexicon, place: int) -> bool:
    """Whether a word alone is a time of day; "am" is not before "I"."""
    word = line.word(place)
    return lexicon.has("moment_words", word) and not (word == "am" and line.word(place + 1) == "i")
