"""Faults and the errors that carry them."""

import pytest

from glutamine_bot.domain.errors import BotError, Fault, InputError, KnowledgeError

FIRST = Fault("topics/a.yaml", 3, 5, "unknown-key", "no such key", "remove it")
SECOND = Fault("topics/a.yaml", 12, 1, "unsourced", "no fact")


def test_a_fault_is_told_with_its_place() -> None:
    assert str(FIRST) == "topics/a.yaml:3:5: unknown-key no such key"


@pytest.mark.parametrize(("faults", "told"), [((FIRST,), ""), ((FIRST, SECOND), "1 more")])
def test_an_error_is_one_line_with_the_first_fault(faults: tuple[Fault, ...], told: str) -> None:
    error = KnowledgeError(faults)
    assert error.faults == faults
    assert str(error).startswith(str(FIRST))
    assert told in str(error)
    assert "\n" not in str(error)


def test_every_error_of_the_program_is_one_sort() -> None:
    assert issubclass(KnowledgeError, BotError)
    assert issubclass(InputError, BotError)
