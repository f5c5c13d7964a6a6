"""Working out what an amount comes to in a day, and how that stands to the figures of the documents.

All of it is exact: fractions in, fractions out. Words come from templates (english/arithmetic.yaml).
"""

from collections.abc import Iterable, Mapping, Sequence
from enum import StrEnum
from fractions import Fraction

from glutamine_bot.domain.limits import Limit
from glutamine_bot.domain.quantity import Bound, Dimension, Quantity
from glutamine_bot.domain.values import frozen

Wording = Mapping[str, str]

_CENT = 100
_DAYS_A_WEEK = 7
_ONE = Fraction(1)


class Side(StrEnum):
    """Where an amount stands to a figure."""

    BELOW = "below"
    WITHIN = "within"
    ABOVE = "above"
    ACROSS = "across"  # a range that is on both sides of an end of the figure


@frozen
class Comparison:
    """How a day's amount stands to a limit, whose figure is `low` to `high` grams (for the body weight, if per kg)."""

    limit: Limit
    side: Side
    low: Fraction | None
    high: Fraction


def number(value: Fraction) -> tuple[str, bool]:
    """A number in plain decimals, at most two and rounded half up, and whether it was rounded: ("34.93", True)."""
    cents = (abs(value) * _CENT * 2 + 1) // 2
    whole, rest = divmod(int(cents), _CENT)
    digits = f"{whole}.{rest:02d}".rstrip("0").rstrip(".")
    sign = "-" if value < 0 and cents else ""
    return sign + digits, Fraction(cents, _CENT) != abs(value)


def amount(low: Fraction, high: Fraction, unit: str, wording: Wording) -> str:
    """Forms like "5 g", "10-15 g", "about 28.35 g": an amount with its unit; pieces take their plural."""
    first, rounded = number(low)
    second, rounded_too = number(high)
    digits = first if first == second else wording["range"].format(low=first, high=second)
    text = wording["amount"].format(number=digits, unit=_unit(unit, high, wording)) if unit else digits
    return wording["about"].format(amount=text) if rounded or rounded_too else text


def shown(quantity: Quantity, wording: Wording) -> str:
    """A single amount in the unit that was used, without its rhythm: "500 mg", "0.5 g per kg of body weight"."""
    factor = _factor(quantity)
    unit = "g" if quantity.per_kg else quantity.unit
    text = amount(quantity.low / factor, quantity.high / factor, unit, wording)
    if quantity.per_kg:
        return wording["per_kg"].format(amount=text)
    return wording["per_unit"].format(amount=text, unit=quantity.per_unit) if quantity.per_unit else text


def in_grams(low: Fraction, high: Fraction, wording: Wording) -> str:
    """An amount of grams, written so, or in the next smaller unit where two decimals would not show it."""
    for unit in ("g", "mg"):
        if high == 0 or high * _CENT >= 1:
            return amount(low, high, unit, wording)
        low, high = low * 1000, high * 1000
    return amount(low, high, "mcg", wording)


def said_back(quantity: Quantity, wording: Wording) -> str:
    """What was said and what it comes to: "5 g twice a day is 10 g a day"; empty where nothing was to be worked out.

    Doses are summed up in grams, body weights in kilograms, pieces by their number.
    """
    if quantity.per_kg or quantity.per_unit or quantity.dimension in (Dimension.AGE, Dimension.BARE):
        return ""
    said, many = _counted(quantity, wording)
    said, total = _said_often(said, quantity.per_day, wording), _total(quantity, wording)
    if said == total or not _worked_out(quantity):
        return ""
    if number(quantity.low / quantity.factor)[1] and not quantity.count:
        return wording["comes_to"].format(total=total)
    return wording["equal_many" if many and quantity.per_day in (None, _ONE) else "equal_one"].format(
        said=said, total=total
    )


def said_back_parts(parts: Sequence[Quantity], total: Quantity, wording: Wording) -> str:
    """Forms like "5 g and 8 g are 13 g a day": the parts of a day (see `day_total`) and their sum."""
    said = shown(parts[0], wording)
    for part in parts[1:]:
        said = wording["joined"].format(first=said, second=shown(part, wording))
    low, high = total.daily()
    day = wording["daily"].format(amount=in_grams(low, high, wording))
    return wording["equal_many"].format(said=said, total=day)


def of_pieces(each: Quantity, pieces: Quantity) -> Quantity | None:
    """The dose in a number of pieces that hold `each` ("500 mg each", "6 capsules a day"); None if not of one kind."""
    if each.dimension is not Dimension.DOSE or each.per_kg or not each.per_unit:
        return None
    counted = pieces.dimension is Dimension.BARE or each.per_unit in {pieces.unit, "each"}
    if not counted or pieces.dimension not in (Dimension.UNWEIGHED, Dimension.BARE):
        return None
    return Quantity(
        Dimension.DOSE,
        each.low * pieces.low,
        each.high * pieces.high,
        pieces.text,
        unit=each.unit,
        factor=each.factor,
        per_day=pieces.per_day,
        part=pieces.part,
        bound=pieces.bound,
        doubtful=each.doubtful or pieces.doubtful,
        count=pieces.low if pieces.low == pieces.high else None,
        container=pieces.unit or each.per_unit,
        start=pieces.start,
        end=pieces.end,
    )


def for_weight(
    per_kg_low: Fraction, per_kg_high: Fraction, weight_low: Fraction, weight_high: Fraction
) -> tuple[Fraction, Fraction]:
    """Grams for a body weight in kilograms, from grams for each kilogram; callers heed that it is for adults."""
    return per_kg_low * weight_low, per_kg_high * weight_high


def compare(quantity: Quantity, limit: Limit, weight: Fraction | None = None) -> Comparison | None:
    """How the daily amount of a dose stands to a limit; None where they cannot be compared.

    A figure for each kilogram is worked out for `weight` in kilograms; two of them are compared as they are. An amount
    in an unknown number of pieces, or in no unit of mass, is not compared.
    """
    if quantity.dimension is not Dimension.DOSE or quantity.per_unit:
        return None
    own, figure = _ONE, _ONE
    if quantity.per_kg != limit.per_kg:
        if weight is None:
            return None
        own, figure = (weight, _ONE) if quantity.per_kg else (_ONE, weight)
    low, high = quantity.daily()
    least = None if limit.low is None or limit.ceiling else limit.low * figure
    most = limit.high * figure
    return Comparison(limit, _side(low * own, high * own, quantity.bound, least, most), least, most)


def compare_all(quantity: Quantity, limits: Iterable[Limit], weight: Fraction | None = None) -> tuple[Comparison, ...]:
    """The comparisons with all limits that the amount can be compared with, in their order."""
    found = (compare(quantity, limit, weight) for limit in limits)
    return tuple(comparison for comparison in found if comparison)


def compared(comparison: Comparison, daily: str, wording: Wording) -> str:
    """A comparison in words; `daily` is the amount as it is to be written."""
    key = comparison.side.value + ("_ceiling" if comparison.limit.ceiling else "")
    return wording[key].format(amount=daily, figure=comparison.limit.figure)


def _side(low: Fraction, high: Fraction, bound: Bound, least: Fraction | None, most: Fraction) -> Side:
    """The side of an amount; "more than" reaches up without end, "less than" down to nothing."""
    over, under = bound is Bound.OVER, bound is Bound.UNDER
    low = Fraction(0) if under else low
    if low > most or (over and low == most):
        return Side.ABOVE
    if least is not None and (high < least or (under and high == least)):
        return Side.BELOW
    reaches_in = least is None or low >= least
    return Side.WITHIN if reaches_in and high <= most and not over else Side.ACROSS


def _factor(quantity: Quantity) -> Fraction:
    return _ONE if quantity.per_kg else quantity.factor


def _unit(unit: str, count: Fraction, wording: Wording) -> str:
    """A unit after a number; symbols never change, pieces have a plural above one."""
    if f"unit.{unit}" in wording:
        return wording[f"unit.{unit}"]
    if count <= 1:
        return unit
    return wording.get(f"plural.{unit}") or wording["plural_s"].format(unit=unit)


def _counted(quantity: Quantity, wording: Wording) -> tuple[str, bool]:
    """What was said without its rhythm, "2 500 mg capsules" or "3 times 5 g", and whether it speaks of several."""
    if not quantity.count:
        return shown(quantity, wording), False
    count = number(quantity.count)[0]
    scale = quantity.count * quantity.factor
    each = amount(quantity.low / scale, quantity.high / scale, quantity.unit, wording)
    if not quantity.container:
        return wording["times"].format(count=count, each=each), False
    pieces = _unit(quantity.container, quantity.count, wording)
    count = wording.get(f"number.{count}", count)
    return wording["pieces"].format(count=count, each=each, pieces=pieces), quantity.count > 1


def _said_often(said: str, per_day: Fraction | None, wording: Wording) -> str:
    """What was said with its rhythm."""
    if per_day is None:
        return said
    if per_day in (1, 2):
        return wording["daily" if per_day == 1 else "twice"].format(amount=said)
    if per_day == Fraction(1, _DAYS_A_WEEK):
        return wording["weekly"].format(amount=said)
    if per_day < 1:
        return wording["rarely"].format(amount=said, days=number(1 / per_day)[0])
    return wording["often"].format(amount=said, times=number(per_day)[0])


def _total(quantity: Quantity, wording: Wording) -> str:
    low, high = quantity.daily()
    if quantity.dimension is Dimension.BODY_WEIGHT:
        return amount(low, high, "kg", wording)
    if quantity.dimension is Dimension.DOSE:
        total = in_grams(low, high, wording)
    else:
        factor = quantity.factor
        total = amount(low / factor, high / factor, quantity.unit, wording)
    return wording["daily"].format(amount=total) if quantity.per_day else total


def _worked_out(quantity: Quantity) -> bool:
    """Whether the total is anything else than what was said."""
    if quantity.per_day not in (None, _ONE) or quantity.count:
        return True
    return quantity.dimension in (Dimension.DOSE, Dimension.BODY_WEIGHT) and quantity.factor != 1
