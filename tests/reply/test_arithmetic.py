"""Amounts written plainly, said back and compared with figures."""

from fractions import Fraction
from pathlib import Path

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from glutamine_bot.domain.limits import Limit
from glutamine_bot.domain.quantity import day_total
from glutamine_bot.language.quantities import QuantityReader
from glutamine_bot.reply.arithmetic import (
    Side,
    amount,
    compare,
    compare_all,
    compared,
    for_weight,
    number,
    of_pieces,
    said_back,
    said_back_parts,
    shown,
)

ENGLISH = Path(__file__).parents[2] / "src" / "glutamine_bot" / "english"
READER = QuantityReader(yaml.safe_load((ENGLISH / "units.yaml").read_text(encoding="utf-8")))
WORDING = yaml.safe_load((ENGLISH / "arithmetic.yaml").read_text(encoding="utf-8"))


def limit(low: str | None, high: str, *, per_kg: bool = False, ceiling: bool = False) -> Limit:
    return Limit(
        id="id",
        who="adults",
        purpose="any",
        low=Fraction(low) if low else None,
        high=Fraction(high),
        per_kg=per_kg,
        ceiling=ceiling,
        label="",
        says="",
        fact="",
        topic="",
        figure="LABEL",
    )


USUAL = limit("3", "6")
CEILING = limit(None, "14", ceiling=True)
PER_KG = limit("0.5", "0.5", per_kg=True)


@pytest.mark.parametrize(
    ("value", "written"),
    [
        ("1/2", "0.5"),
        ("5", "5"),
        ("100", "100"),
        ("5/4", "1.25"),
        ("1.10", "1.1"),
        ("1/3", "0.33"),
        ("2/3", "0.67"),
        ("1.005", "1.01"),
        ("0.125", "0.13"),
        ("0.994", "0.99"),
        ("0.995", "1"),
        ("0", "0"),
    ],
)
def test_a_number_is_written_plainly_and_rounded_half_up(value: str, written: str) -> None:
    assert number(Fraction(value)) == (written, Fraction(written) != Fraction(value))


@given(st.fractions(0, 10_000))
def test_a_written_number_is_within_half_a_hundredth(value: Fraction) -> None:
    written, rounded = number(value)
    assert abs(Fraction(written) - value) <= Fraction(1, 200)
    assert rounded == (Fraction(written) != value)
    assert written[0].isdigit()


@pytest.mark.parametrize(
    ("line", "written"),
    [
        (".5 g", "0.5 g"),
        ("10-15 g", "10-15 g"),
        ("1.25 grams", "1.25 g"),
        ("750mg", "750 mg"),
        ("0.5 g/kg", "0.5 g per kg of body weight"),
        ("5 g per scoop", "5 g in each scoop"),
        ("a third of a gram", "about 0.33 g"),
        ("two scoops", "2 scoops"),
        ("a scoop", "1 scoop"),
        ("82 kilos", "82 kg"),
    ],
)
def test_an_amount_is_shown_in_the_unit_that_was_used(line: str, written: str) -> None:
    assert shown(READER.read(line)[0], WORDING) == written


@pytest.mark.parametrize(
    ("line", "said"),
    [
        ("5g twice a day", "5 g twice a day is 10 g a day"),
        ("two 500 mg capsules", "two 500 mg capsules are 1 g"),
        ("a 500 mg capsule 3 times a day", "one 500 mg capsule 3 times a day is 1.5 g a day"),
        ("four 750mg capsules twice daily", "four 750 mg capsules twice a day is 6 g a day"),
        ("3x5g a day", "3 times 5 g a day is 15 g a day"),
        ("1,500 mg x 3", "3 times 1500 mg is 4.5 g"),
        ("12000mg/d", "12000 mg a day is 12 g a day"),
        ("an ounce", "1 oz is about 28.35 g"),
        ("half an ounce twice a day", "0.5 oz twice a day is about 28.35 g a day"),
        ("100 g a week", "100 g a week is about 14.29 g a day"),
        ("5 g every other day", "5 g every 2 days is 2.5 g a day"),
        ("5 grams every 6 hours", "5 g 4 times a day is 20 g a day"),
        ("1-2 g twice a day", "1-2 g twice a day is 2-4 g a day"),
        ("two scoops twice a day", "2 scoops twice a day is 4 scoops a day"),
        ("150 lb", "150 lb is about 68.04 kg"),
        ("11 stone 4", "that is about 71.67 kg"),
        ("5 g a day", ""),
        ("10-15 g", ""),
        ("82 kg", ""),
        ("is 14 ok", ""),
        ("she's 6", ""),
        ("0.5 g/kg", ""),
        ("5 g per scoop", ""),
        ("5 mg", ""),
    ],
)
def test_what_was_worked_out_is_said_back(line: str, said: str) -> None:
    assert said_back(READER.read(line)[0], WORDING) == said


def test_the_parts_of_a_day_are_said_back_with_their_sum() -> None:
    parts = READER.read("7 g in the morning and 8 g at night")
    total = day_total(parts)
    assert total is not None
    assert said_back_parts(parts, total, WORDING) == "7 g and 8 g are 15 g a day"


def test_pieces_whose_content_was_told_make_a_dose() -> None:
    each, pieces = READER.read("my capsules are 500 mg each")[0], READER.read("can I take six capsules a day")[0]
    dose = of_pieces(each, pieces)
    assert dose is not None
    assert dose.daily() == (Fraction(3), Fraction(3))
    assert said_back(dose, WORDING) == "six 500 mg capsules a day are 3 g a day"


@pytest.mark.parametrize("pieces", ["two scoops", "5 g", "she's 6"])
def test_pieces_of_another_kind_make_no_dose(pieces: str) -> None:
    assert of_pieces(READER.read("500 mg per capsule")[0], READER.read(pieces)[0]) is None


@pytest.mark.parametrize(
    ("line", "figure", "side"),
    [
        ("2 g a day", USUAL, Side.BELOW),
        ("3 g", USUAL, Side.WITHIN),
        ("6 g", USUAL, Side.WITHIN),
        ("3-6 g", USUAL, Side.WITHIN),
        ("6.01 g", USUAL, Side.ABOVE),
        ("5-10 g", USUAL, Side.ACROSS),
        ("2-4 g", USUAL, Side.ACROSS),
        ("1-20 g", USUAL, Side.ACROSS),
        ("5 g twice a day", USUAL, Side.ABOVE),
        ("less than 3 grams", USUAL, Side.BELOW),
        ("more than 6 grams", USUAL, Side.ABOVE),
        ("more than 4 grams", USUAL, Side.ACROSS),
        ("14 g", CEILING, Side.WITHIN),
        ("14.5 grams", CEILING, Side.ABOVE),
        ("more than 14 g", CEILING, Side.ABOVE),
        ("10-15 g a day", CEILING, Side.ACROSS),
        ("an ounce", CEILING, Side.ABOVE),
        ("12000 mg", CEILING, Side.WITHIN),
        ("100 g a week", CEILING, Side.ABOVE),
        ("0.5 g/kg", PER_KG, Side.WITHIN),
        ("0.7 g/kg", PER_KG, Side.ABOVE),
    ],
)
def test_a_daily_amount_is_set_beside_a_figure(line: str, figure: Limit, side: Side) -> None:
    comparison = compare(READER.read(line)[0], figure)
    assert comparison is not None
    assert comparison.side is side


def test_a_figure_for_each_kilogram_is_worked_out_for_the_weight() -> None:
    comparison = compare(READER.read("18 g")[0], PER_KG, weight=Fraction(82))
    assert comparison is not None
    assert (comparison.side, comparison.low, comparison.high) == (Side.BELOW, Fraction(41), Fraction(41))


def test_an_amount_for_each_kilogram_is_worked_out_for_the_weight() -> None:
    comparison = compare(READER.read("0.5 g/kg")[0], CEILING, weight=Fraction(60))
    assert comparison is not None
    assert comparison.side is Side.ABOVE


@pytest.mark.parametrize("line", ["two scoops", "82 kg", "is 14 ok", "5 g per scoop", "100 ml"])
def test_what_is_no_dose_is_not_compared(line: str) -> None:
    assert compare_all(READER.read(line)[0], [USUAL, CEILING], Fraction(70)) == ()


def test_without_a_weight_only_figures_of_the_same_kind_are_compared() -> None:
    assert [c.limit for c in compare_all(READER.read("5 g")[0], [USUAL, PER_KG, CEILING])] == [USUAL, CEILING]
    assert [c.limit for c in compare_all(READER.read("0.5 g/kg")[0], [USUAL, PER_KG, CEILING])] == [PER_KG]


@given(st.fractions(0, 100), st.fractions(0, 100))
def test_above_and_below_are_what_numbers_say(one: Fraction, other: Fraction) -> None:
    low, high = sorted((one, other))
    dose = READER.read("1-2 g")[0]
    comparison = compare(type(dose)(dose.dimension, low, high, ""), USUAL)
    assert comparison is not None
    assert (comparison.side is Side.ABOVE) == (low > 6)
    assert (comparison.side is Side.BELOW) == (high < 3)
    assert (comparison.side is Side.WITHIN) == (low >= 3 and high <= 6)


def test_grams_for_a_weight_are_exact() -> None:
    assert for_weight(Fraction("0.5"), Fraction("0.7"), Fraction(80), Fraction(80)) == (Fraction(40), Fraction(56))


@pytest.mark.parametrize(
    ("line", "figure", "words"),
    [
        ("20 g", CEILING, "20 g is above LABEL"),
        ("14 g", CEILING, "14 g is not above LABEL"),
        ("10-15 g", CEILING, "10-15 g goes above LABEL at its upper end"),
        ("2 g", USUAL, "2 g is below LABEL"),
        ("4 g", USUAL, "4 g is within LABEL"),
        ("5-10 g", USUAL, "5-10 g is partly within LABEL"),
    ],
)
def test_a_comparison_is_worded(line: str, figure: Limit, words: str) -> None:
    dose = READER.read(line)[0]
    comparison = compare(dose, figure)
    assert comparison is not None
    assert compared(comparison, shown(dose, WORDING), WORDING) == words


def test_every_template_takes_the_placeholders_it_is_given() -> None:
    assert amount(Fraction(1), Fraction(2), "gummy", WORDING) == "1-2 gummies"
    assert amount(Fraction(5), Fraction(5), "", WORDING) == "5"
