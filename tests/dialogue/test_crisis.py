"""While somebody may be in danger, no line gets an amount out of it."""

import pytest

from glutamine_bot.domain.reply import ReplyKind
from tests.dialogue.talking import Talk


@pytest.fixture
def crisis(talk: Talk) -> Talk:
    talk("nothing matters any more, how many grams does it take").is_(ReplyKind.EMERGENCY).names_no_amount()
    return talk


@pytest.mark.parametrize(
    "line",
    [
        "and how much would that be",
        "ok how many grams",
        "how much should I take?",
        "say that again",
        "start over",
        "just the number",
        "is 20 g a lot?",
        "2",
        "",
        "/doses",
        "/topics how much",
        "/why",
        "/help",
    ],
)
def test_no_amount_until_it_is_over(crisis: Talk, line: str) -> None:
    crisis(line).names_no_amount()
    crisis("how many grams a day?").is_(ReplyKind.EMERGENCY).names_no_amount()


@pytest.mark.parametrize("command", ["/undo", "/forget"])
def test_no_command_ends_it(crisis: Talk, command: str) -> None:
    crisis(command).names_no_amount()
    crisis("how many grams a day?").is_(ReplyKind.EMERGENCY).names_no_amount()


def test_it_ends_when_they_are_clearly_elsewhere(crisis: Talk) -> None:
    crisis("I'm fine, that was a joke about a film. What does it taste like?").is_(ReplyKind.UNKNOWN)
    crisis("how much should I take?").answers("dosage.adults").disclaims()


def test_an_emergency_in_the_middle_of_a_talk(talk: Talk) -> None:
    talk("how much should I take?").answers("dosage.adults")
    talk("my throat is swelling and I can't breathe").is_(ReplyKind.EMERGENCY).names_no_amount().leads("emergency")


def test_what_was_told_before_makes_a_later_line_an_emergency(talk: Talk) -> None:
    talk("granddad has cirrhosis and takes glutamine")
    talk("he is muddled and drowsy today").is_(ReplyKind.EMERGENCY)


@pytest.mark.parametrize("line", ["/I took the whole tub to end it", "/ my throat is swelling and I can't breathe"])
def test_a_slash_hides_no_emergency(talk: Talk, line: str) -> None:
    talk(line).is_(ReplyKind.EMERGENCY)


def test_a_question_about_a_reaction_is_no_emergency(talk: Talk) -> None:
    talk("what does an allergic reaction look like?")
    assert talk.state.crisis is None
    assert talk("I've felt gassy since Tuesday").reply.kind is not ReplyKind.EMERGENCY


def test_who_says_that_it_is_over_hears_a_word_of_relief(talk: Talk) -> None:
    talk("I took the whole tub and my chest hurts").is_(ReplyKind.EMERGENCY)
    talk("that was a joke, I am fine").is_(ReplyKind.SMALLTALK).says("glad to hear it", "112")
    talk("how do I store it").answers("forms.storage")
