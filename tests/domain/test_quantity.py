"""Amounts as exact numbers."""

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from glutamine_bot.domain.quantity import Bound, Dimension, Quantity, day_total

amounts = st.fractions(min_value=0, max_value=1000)


def dose(low: Fraction | int, high: Fraction | int | None = None, **more: object) -> Quantity:
    ends = (Fraction(low), Fraction(low if high is None else high))
    return Quantity(Dimension.DOSE, *ends, "", **more)  # type: ignore[arg-type]


def test_an_amount_without_a_rhythm_is_a_day_s() -> None:
    assert dose(5, 10).daily() == (Fraction(5), Fraction(10))


@given(amounts, amounts, st.fractions(min_value=Fraction(1, 30), max_value=24))
def test_a_day_s_amount_is_exact(low: Fraction, more: Fraction, times: Fraction) -> None:
    assert dose(low, low + more, per_day=times).daily() == (low * times, (low + more) * times)


@given(st.lists(st.tuples(amounts, amounts), min_size=2, max_size=5))
def test_the_parts_of_a_day_add_up(parts: list[tuple[Fraction, Fraction]]) -> None:
    total = day_total(dose(low, low + more, part=True) for low, more in parts)
    assert total is not None
    assert total.daily() == (sum(low for low, _ in parts), sum(low + more for low, more in parts))
    assert not total.part


@pytest.mark.parametrize(
    "others", [[], [dose(5)], [dose(5, part=True, per_kg=True)], [dose(5, part=True, per_unit="scoop")]]
)
def test_a_single_part_has_no_total(others: list[Quantity]) -> None:
    assert day_total([dose(3, part=True), *others]) is None


def test_a_doubtful_part_makes_a_doubtful_total() -> None:
    total = day_total([dose(3, part=True), dose(5, part=True, doubtful=True)])
    assert total is not None
    assert total.doubtful


def test_a_bare_number_becomes_a_dose_in_its_unit() -> None:
    bare = Quantity(Dimension.BARE, Fraction(500), Fraction(500), "500", bound=Bound.OVER)
    meant = bare.as_dose("mg", Fraction(1, 1000))
    assert (meant.dimension, meant.low, meant.unit, meant.bound) == (
        Dimension.DOSE,
        Fraction(1, 2),
        "mg",
        Bound.OVER,
    )
    assert bare.as_dose().daily() == (Fraction(500), Fraction(500))
