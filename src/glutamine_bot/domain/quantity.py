"""Amounts as exact numbers: what somebody said they take, weigh, or ask about."""

from collections.abc import Iterable
from enum import StrEnum
from fractions import Fraction

from glutamine_bot.domain.values import frozen, replace


class Dimension(StrEnum):
    """What a quantity measures, so that body weight is never taken for a dose."""

    DOSE = "dose"  # a mass to take, in grams
    BODY_WEIGHT = "body_weight"  # in kilograms
    AGE = "age"  # in years
    UNWEIGHED = "unweighed"  # spoons, scoops, tablets: no sourced weight
    VOLUME = "volume"  # in millilitres: no sourced weight either
    BARE = "bare"  # a number without a unit: what it measures is for the talk to decide


class Bound(StrEnum):
    """Whether an amount stands for itself or for all that lies beyond it."""

    EXACT = "exact"
    OVER = "over"  # "more than 14 g"
    UNDER = "under"  # "less than 3 g"


@frozen
class Quantity:
    """An amount, from `low` to `high` (equal where it is no range), in the dimension's own unit.

    Doses are grams, body weights kilograms, ages years, volumes millilitres. `unit` is the id of the unit that was
    used ("mg", "scoop"; empty where none was said) and `factor` how much of the dimension's unit one of it is, so that
    `low / factor` is the figure that was said. `text` is what was typed, characters `start` to `end` of the line.

    `per_day` is the number of such doses a day where that was said (1 for "a day", 2 for "twice a day"), else None.
    `per_kg` marks grams for each kilogram of body weight, `per_unit` names the piece that holds the amount ("5 g per
    scoop"): neither is a day's amount. `count` is how often a smaller amount was taken to make this one ("two 500 mg
    capsules", "3x5g"), `container` the piece that it was counted in.
    """

    dimension: Dimension
    low: Fraction
    high: Fraction
    text: str
    unit: str = ""
    per_day: Fraction | None = None
    per_kg: bool = False
    doubtful: bool = False  # a likely slip: "5 mg" where grams are usual, "15 kg a day", a weight without its unit
    start: int = 0
    end: int = 0
    factor: Fraction = Fraction(1)
    per_unit: str = ""
    count: Fraction | None = None
    container: str = ""
    part: bool = False  # taken at one time of the day ("in the morning"): the parts of a day add up
    bound: Bound = Bound.EXACT
    holder: str = ""  # whose weight or age it is, as a mention's; empty where that is not said

    def daily(self) -> tuple[Fraction, Fraction]:
        """Low and high amount a day, in the dimension's unit; an amount without a rhythm is taken as a day's."""
        times = self.per_day or Fraction(1)
        return self.low * times, self.high * times

    def as_dose(self, unit: str = "g", factor: Fraction = Fraction(1)) -> "Quantity":
        """This bare number as a dose in a unit of `factor` grams, once the talk has told that it is one."""
        return replace(
            self, dimension=Dimension.DOSE, unit=unit, factor=factor, low=self.low * factor, high=self.high * factor
        )


def day_total(amounts: Iterable[Quantity]) -> Quantity | None:
    """The day's dose that amounts taken at different times of the day add up to; None where fewer than two are parts.

    The parts may come from several lines. Amounts in another dimension, for each kilogram or for each piece are left
    out; a doubtful part makes the total doubtful.
    """
    parts = [a for a in amounts if a.part and a.dimension is Dimension.DOSE and not a.per_kg and not a.per_unit]
    if len(parts) <= 1:
        return None
    days = [part.daily() for part in parts]
    return replace(
        parts[0],
        low=sum((low for low, _ in days), Fraction(0)),
        high=sum((high for _, high in days), Fraction(0)),
        text="",
        end=parts[-1].end,
        per_day=Fraction(1),
        part=False,
        count=None,
        container="",
        doubtful=any(part.doubtful for part in parts),
    )
