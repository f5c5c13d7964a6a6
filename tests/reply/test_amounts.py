"""What is said of an amount beside the documents' figures; never a recommendation."""

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from glutamine_bot import Bot
from glutamine_bot.domain.quantity import Dimension, Quantity
from glutamine_bot.language.quantities import QuantityReader
from glutamine_bot.reply.amounts import AmountWriter
from glutamine_bot.reply.composing import Remark

CEILING = "mm-dosage-maximum"


@pytest.fixture(scope="module")
def writer(shipped: Bot) -> AmountWriter:
    return AmountWriter(shipped.knowledge)


def verdict(bot: Bot, line: str) -> Remark:
    (quantity,) = QuantityReader(bot.knowledge.units, bot.knowledge.plausible).read(line)
    return AmountWriter(bot.knowledge).verdict([quantity])


@pytest.mark.parametrize(
    "line", ["18 g", "14.5 g a day", "15000 mg", "5 g three times a day", "more than 14 g", "30 g"]
)
def test_above_the_ceiling(shipped: Bot, line: str) -> None:
    said = verdict(shipped, line)
    assert "above the 14 g" in said.text
    assert "disagree" in said.text
    assert CEILING in said.facts


def test_a_range_across_the_ceiling(shipped: Bot) -> None:
    said = verdict(shipped, "10-15 g").text
    assert "goes above the 14 g" in said
    assert "upper end" in said


@pytest.mark.parametrize(
    ("line", "figures"),
    [
        ("3 g", ["3-6 g"]),
        ("5 g", ["3-6 g", "5-10 g"]),
        ("8 g", ["5-10 g"]),
        ("10 g", ["5-10 g", "10-15 g"]),
        ("14 g", ["10-15 g"]),
    ],
)
def test_within_the_figures(shipped: Bot, line: str, figures: list[str]) -> None:
    said = verdict(shipped, line)
    assert all(figure in said.text for figure in figures)
    assert "not above the 14 g" in said.text
    assert "professional" in said.text


def test_below_the_figures(shipped: Bot) -> None:
    said = verdict(shipped, "1 g").text
    assert "below the 3-6 g" in said
    assert "within" not in said


def test_what_was_said_is_counted_first(shipped: Bot) -> None:
    assert verdict(shipped, "5 g twice a day").text.startswith("5 g twice a day is 10 g a day.")
    assert verdict(shipped, "12000 mg a day").text.startswith("12000 mg a day is 12 g a day.")


def test_grams_for_each_kilogram_are_compared_with_their_like(shipped: Bot) -> None:
    assert "0.5 g per kg" in verdict(shipped, "0.5 g/kg").text
    assert "children" not in verdict(shipped, "0.5 g/kg").text


@given(grams=st.fractions(min_value=Fraction(1, 100), max_value=200))
def test_every_amount_has_a_verdict_that_recommends_nothing(shipped: Bot, grams: Fraction) -> None:
    said = AmountWriter(shipped.knowledge).verdict([Quantity(Dimension.DOSE, grams, grams, "", unit="g")])
    assert ("above the 14 g a day" in said.text.replace("not above the 14 g a day", "")) is (grams > 14)
    assert said.facts
    for word in ("take ", "should have", "safe for you", "{", "}"):
        assert word not in said.text


@given(weight=st.fractions(min_value=30, max_value=250))
def test_a_weight_is_worked_out_with_the_ceiling_beside_it(shipped: Bot, weight: Fraction) -> None:
    said = AmountWriter(shipped.knowledge).for_weight(weight)
    assert said is not None
    assert "14 g" in said.text
    assert ("not without medical supervision" in said.text) is (weight * Fraction(1, 2) > 14)


def test_for_80_kilograms(writer: AmountWriter) -> None:
    said = writer.for_weight(Fraction(80))
    assert said is not None
    assert "80 kg" in said.text
    assert "40 g" in said.text


def test_a_spoon_is_not_weighed(writer: AmountWriter) -> None:
    said = writer.unweighed(Quantity(Dimension.UNWEIGHED, Fraction(2), Fraction(2), "2 spoons", unit="spoon"))
    assert "no weight for a spoon" in said.text
    assert "label" in said.text


def test_a_slip_is_asked_about(writer: AmountWriter) -> None:
    slip = Quantity(
        Dimension.DOSE, Fraction(5, 1000), Fraction(5, 1000), "5 mg", unit="mg", factor=Fraction(1, 1000), doubtful=True
    )
    assert writer.slip(slip).text.startswith("Is 5 mg what you mean?")
