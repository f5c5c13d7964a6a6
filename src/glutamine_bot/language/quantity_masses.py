"""Amounts that have a unit: masses, pieces and volumes, with what multiplies or divides them."""

from fractions import Fraction

from glutamine_bot.domain.quantity import Dimension
from glutamine_bot.language.quantity_lexicon import Lexicon, Unit
from glutamine_bot.language.quantity_numbers import Number, past_fraction, read_number, read_range
from glutamine_bot.language.quantity_rhythms import rhythm_at
from glutamine_bot.language.quantity_tokens import TokenLine


class Measure:
    """An amount being read: `low` to `high` of a dimension in its own unit, as far as the place `end`."""

    __slots__ = ("container", "count", "dimension", "end", "high", "low", "per_kg", "per_unit", "unit")

    def __init__(self, dimension: Dimension, low: Fraction, high: Fraction, unit: Unit, end: int) -> None:
        self.dimension = dimension
        self.low = low
        self.high = high
        self.unit = unit
        self.end = end
        self.count: Fraction | None = None
        self.container = ""
        self.per_kg = False
        self.per_unit = ""

    def add(self, more: Fraction, end: int) -> None:
        """Make this so much more, as far as the place `end`."""
        self.low, self.high, self.end = self.low + more, self.high + more, end

    def multiply(self, low: Fraction, high: Fraction) -> None:
        """Make this so many times as much."""
        self.low, self.high = self.low * low, self.high * high
        self.count = low * (self.count or 1) if low == high else self.count


def unit_at(line: TokenLine, lexicon: Lexicon, place: int) -> tuple[Unit, int] | None:
    """The unit at a place, adjectives and a hyphen passed over, and the place after it."""
    place += line.word(place) == "-" and line.at(place).glued
    for _ in range(3):
        if not lexicon.has("adjectives", line.word(place)):
            break
        place += 1
    found = lexicon.units.match(line, place)
    if found is None or _is_prefix(line, found):
        return None
    return found


def _is_prefix(line: TokenLine, found: tuple[Unit, int]) -> bool:
    """Whether a letter taken for a volume begins a longer name, as in "l-glutamine"."""
    unit, end = found
    joined = line.word(end) == "-" and line.at(end).glued and line.at(end + 1).glued
    return joined and unit.dimension is Dimension.VOLUME


def measure(line: TokenLine, lexicon: Lexicon, number: Number) -> Measure | None:
    """The amount of a number with its unit, or of a number of dosed pieces; None where there is no unit."""
    found = unit_at(line, lexicon, number.end)
    measured = _of_unit(line, lexicon, number, *found) if found else _times_dose(line, lexicon, number)
    if measured:
        _take_container(line, lexicon, measured)
        _take_division(line, lexicon, measured)
        _take_times(line, lexicon, measured)
    return measured


def _of_unit(line: TokenLine, lexicon: Lexicon, number: Number, unit: Unit, end: int) -> Measure:
    measured = Measure(unit.dimension, number.low * unit.factor, number.high * unit.factor, unit, end)
    _take_fraction(line, lexicon, measured)
    _take_smaller(line, lexicon, measured)
    _take_range(line, lexicon, measured)
    if unit.dimension is Dimension.UNWEIGHED:
        _take_contents(line, lexicon, measured)
    return measured


def _times_dose(line: TokenLine, lexicon: Lexicon, number: Number) -> Measure | None:
    """Forms like "3x5g", "two 500 mg capsules", "two of the 500 mg capsules"."""
    times = lexicon.has("times", line.word(number.end))
    of = lexicon.phrases("count_of").match(line, number.end)
    dose = read_range(line, lexicon, number.end + 1 if times else of[1] if of else number.end)
    found = unit_at(line, lexicon, dose.end) if dose else None
    if dose is None or found is None or found[0].body:
        return None
    measured = _of_unit(line, lexicon, dose, *found)
    if times:
        _take_container(line, lexicon, measured)
    elif measured.dimension is not Dimension.DOSE or not (
        _is_share(line, number) or _take_container(line, lexicon, measured)
    ):
        return None
    measured.per_unit = ""
    measured.multiply(number.low, number.high)
    return measured


def _is_share(line: TokenLine, number: Number) -> bool:
    """Whether a number multiplies the amount after it: "double 5 g", "half of 10 g"."""
    return not number.bare and number.low != 1 and line.at(number.end).value is not None


def _take_fraction(line: TokenLine, lexicon: Lexicon, measured: Measure) -> None:
    """Forms like "a scoop and a half", "a scoop or two"."""
    factor = measured.unit.factor
    more = past_fraction(line, lexicon, measured.end)
    if more and unit_at(line, lexicon, more[1]) is None:
        measured.add(more[0] * factor, more[1])
    elif lexicon.has("alternatives", line.word(measured.end)) and measured.low == measured.high == factor:
        other = read_number(line, lexicon, measured.end + 1)
        in_words = line.at(measured.end + 1).value is None
        if other and other.bare and in_words and unit_at(line, lexicon, other.end) is None:
            measured.high, measured.end = other.high * factor, other.end


def _take_smaller(line: TokenLine, lexicon: Lexicon, measured: Measure) -> None:
    """Forms like "11 stone 4", "11 st 4 lb", "7 lb 4 oz"."""
    id_ = measured.unit.id
    if id_ not in lexicon.smaller:
        return
    number = read_number(line, lexicon, measured.end)
    if number is None or number.low >= lexicon.smaller_below[id_] or lexicon.has("articles", line.word(measured.end)):
        return
    smaller = lexicon.units_by_id[lexicon.smaller[id_]]
    named = unit_at(line, lexicon, number.end)
    if named[0].id != smaller.id if named else not _ends_weight(line, lexicon, number.end):
        return
    measured.add(number.low * smaller.factor, named[1] if named else number.end)


def _ends_weight(line: TokenLine, lexicon: Lexicon, place: int) -> bool:
    """Whether a number that ends at a place counts nothing else."""
    word = line.word(place)
    return not word or (not word[0].isalnum() and word not in "'/-%") or lexicon.has("followers", word)


def _take_range(line: TokenLine, lexicon: Lexicon, measured: Measure) -> None:
    """Forms like "10 g to 15 g", "500 mg - 1 g": a range whose both ends have their unit."""
    link = line.word(measured.end)
    if not lexicon.has("range_links", link) and not lexicon.has("between_and", link):
        return
    number = read_number(line, lexicon, measured.end + 1)
    found = unit_at(line, lexicon, number.end) if number else None
    if number is None or found is None or found[0].dimension is not measured.dimension:
        return
    if lexicon.has("between_and", link) and not lexicon.has("between", _before_number(line, lexicon, measured)):
        return
    ends = sorted((measured.low, number.low * found[0].factor))
    measured.low, measured.high, measured.end = ends[0], ends[1], found[1]


def _before_number(line: TokenLine, lexicon: Lexicon, measured: Measure) -> str:
    """The "between" that stands before an amount of at most four words, if any."""
    return next((w for p in range(2, 6) if lexicon.has("between", w := line.word(measured.end - p))), "")


def _take_contents(line: TokenLine, lexicon: Lexicon, measured: Measure) -> None:
    """Forms like "4 caps of 750mg", "2 scoops at 5 g", "2 capsules 500 mg": pieces whose mass is told make a dose."""
    contents = lexicon.phrases("contents").match(line, measured.end)
    if contents is None and not lexicon.has("counted_pieces", measured.unit.id):
        return
    number = read_number(line, lexicon, contents[1] if contents else measured.end)
    found = unit_at(line, lexicon, number.end) if number else None
    if number is None or found is None or found[0].dimension is not Dimension.DOSE or found[0].body:
        return
    each = past_each(line, lexicon, found[1])
    if line.word(measured.end) == "(" and not each and measured.low != 1:
        return  # "2 spoons (10 g)": what both hold, as like as not
    count, high, container = measured.low, measured.high, measured.unit.id
    measured.dimension, measured.unit, measured.end, measured.container = Dimension.DOSE, found[0], found[1], container
    measured.low = measured.high = number.low * found[0].factor
    measured.multiply(count, high)
    measured.end = each or measured.end
    measured.end += line.word(measured.end) == ")" and line.word(measured.end - 1) != ")"


def past_each(line: TokenLine, lexicon: Lexicon, place: int) -> int:
    """The place after an "each" that means every piece and neither every day nor every time; 0 where there is none."""
    each = lexicon.phrases("each").match(line, place)
    if each is None or lexicon.phrases("each_time").match(line, place) or rhythm_at(line, lexicon, place):
        return 0
    return each[1]


def _take_container(line: TokenLine, lexicon: Lexicon, measured: Measure) -> bool:
    """Forms like "500 mg capsules": the piece that holds a dose. Several without a count leave the dose unknown."""
    if measured.dimension is not Dimension.DOSE or measured.container:
        return False
    found = unit_at(line, lexicon, measured.end)
    if found is None or found[0].dimension is not Dimension.UNWEIGHED:
        return False
    if line.word(found[1] - 1) in lexicon.plurals or line.word(found[1] - 1).endswith("s"):
        measured.per_unit = found[0].id
    measured.container, measured.end = found[0].id, found[1]
    return True


def _take_division(line: TokenLine, lexicon: Lexicon, measured: Measure) -> None:
    """Forms like "0.5 g/kg", "per pound of body weight", "5 g per scoop": what the amount is for each of."""
    place = measured.end + (line.word(measured.end) == "-" and line.at(measured.end).glued)
    per = lexicon.phrases("per").match(line, place)
    if per is None or lexicon.phrases("each_time").match(line, place) or measured.dimension is not Dimension.DOSE:
        return
    number = None if lexicon.has("articles", line.word(per[1])) else read_number(line, lexicon, per[1])
    found = unit_at(line, lexicon, number.end if number else per[1])
    if found is None or (number and not number.low):
        return
    unit, measured.end = found
    if unit.body:
        share = unit.body * (number.low if number else 1)
        measured.low, measured.high, measured.per_kg = measured.low / share, measured.high / share, True
        of_body = lexicon.phrases("of_body").match(line, measured.end)
        measured.end = of_body[1] if of_body else measured.end
    else:
        measured.per_unit = unit.id


def _take_times(line: TokenLine, lexicon: Lexicon, measured: Measure) -> None:
    """Forms like "5g x 3"; "5 g x 3 times a day" is a rhythm."""
    if not lexicon.has("times", line.word(measured.end)):
        return
    number = read_number(line, lexicon, measured.end + 1)
    if number is None or lexicon.has("often_times", line.word(number.end)) or unit_at(line, lexicon, number.end):
        return
    if not lexicon.has("articles", line.word(measured.end + 1)):
        measured.per_unit = ""
        measured.multiply(number.low, number.high)
        measured.end = number.end
