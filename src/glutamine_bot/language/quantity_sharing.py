"""Bare numbers that share the unit of an amount beside them: "5 g in the morning and 5 at night"."""

from collections.abc import Sequence
from fractions import Fraction

from glutamine_bot.domain.quantity import Dimension, Quantity
from glutamine_bot.domain.values import replace
from glutamine_bot.language.quantity_lexicon import Lexicon


def with_shared_units(
    line: str, lexicon: Lexicon, found: Sequence[Quantity], usual: tuple[Fraction, Fraction] | None
) -> list[Quantity]:
    """The amounts of a line, bare numbers given the unit they share. Doses outside of `usual` grams are doubtful."""
    shared = list(found)
    for place, amount in enumerate(shared):
        lender = _lender(line, lexicon, shared, place) if amount.dimension is Dimension.BARE else None
        if lender:
            shared[place] = _lent(amount, lender, usual)
    return shared


def _lender(line: str, lexicon: Lexicon, found: Sequence[Quantity], place: int) -> Quantity | None:
    """The amount whose unit a bare number shares: an alternative beside it, a dosed piece, another part of the day."""
    amount = found[place]
    before = found[place - 1] if place else None
    after = found[place + 1] if place + 1 < len(found) else None
    if before and _has_unit(before) and _are_alternatives(line, lexicon, before, amount):
        return before
    if after and _has_unit(after) and _are_alternatives(line, lexicon, amount, after):
        return after
    if amount.part:
        others = (*reversed(found[:place]), *found[place + 1 :])
        return next((other for other in others if _has_unit(other)), None)
    if before and before.per_unit and amount.per_day:
        return replace(before, dimension=Dimension.UNWEIGHED, unit=before.per_unit, factor=Fraction(1))
    return None


def _has_unit(amount: Quantity) -> bool:
    return amount.dimension in (Dimension.DOSE, Dimension.UNWEIGHED) and not amount.per_kg and not amount.per_unit


def _are_alternatives(line: str, lexicon: Lexicon, first: Quantity, second: Quantity) -> bool:
    """Whether two amounts are put side by side: "90 g instead of 9", "5, 10 or 15 g"."""
    between = " ".join(line[first.end : second.start].lower().split())
    if between == ",":
        return first.high < second.low < second.high
    return lexicon.has("alternatives", between)


def _lent(amount: Quantity, lender: Quantity, usual: tuple[Fraction, Fraction] | None) -> Quantity:
    low, high = amount.low * lender.factor, amount.high * lender.factor
    doubtful = lender.dimension is Dimension.DOSE and usual is not None and not usual[0] <= low <= high <= usual[1]
    lent = replace(amount, dimension=lender.dimension, low=low, high=high, unit=lender.unit, factor=lender.factor)
    return replace(lent, doubtful=doubtful)
