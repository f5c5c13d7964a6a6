"""The line under the prompt: what it shows when, and that it never is wider than the terminal."""

from fractions import Fraction

from hypothesis import given
from hypothesis import strategies as st

from glutamine_bot.dialogue.state import Person, State, Turn
from glutamine_bot.domain.concepts import Concept, ConceptKind
from glutamine_bot.domain.utterance import SELF
from glutamine_bot.domain.values import replace
from glutamine_bot.reply.wrapping import cells
from glutamine_bot.terminal.toolbar import toolbar_text
from tests.reply.making import reply

PREGNANT = Concept("pregnancy", ConceptKind.CONDITION, "pregnancy", (), "pregnant")
TOLD = State(people=(Person(SELF, (PREGNANT,), Fraction(70)),))


def after(turns: int) -> State:
    return replace(TOLD, turns=(Turn("hi", reply("hi")),) * turns)


def test_hints_are_shown_at_the_start_only() -> None:
    assert "/help" in toolbar_text(State(), 80, ", ")
    assert "/help" in toolbar_text(after(1), 80, ", ")
    assert toolbar_text(after(3), 80, ", ") == " pregnancy, 70 kg"


def test_it_says_of_whom_it_speaks_unless_that_is_oneself() -> None:
    son = replace(after(3), people=(Person("son", (), Fraction(30), Fraction(9)),), about="son")
    assert toolbar_text(son, 80, ", ") == " son: 9 years, 30 kg"
    assert toolbar_text(replace(son, people=()), 80, ", ") == " "


def test_what_one_is_is_said_as_one_says_it() -> None:
    told = replace(PREGNANT, they="is pregnant")
    assert toolbar_text(replace(after(3), people=(Person(SELF, (told,)),)), 80, ", ") == " pregnant"


@given(st.integers(1, 120), st.integers(0, 4))
def test_it_fits(columns: int, turns: int) -> None:
    assert cells(toolbar_text(after(turns), columns, " \u00b7 ")) <= columns
