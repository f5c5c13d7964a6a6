"""Slash commands: what they show, and what they do to the conversation."""

import pytest

from glutamine_bot.dialogue.commands import COMMANDS
from glutamine_bot.domain.reply import ReplyKind
from tests.dialogue.talking import Talk


def test_help_lists_every_command(talk: Talk) -> None:
    talk("/help").is_(ReplyKind.SMALLTALK).says(*(f"/{command.name}" for command in COMMANDS))


@pytest.mark.parametrize("line", ["help", "Help me!", "/", "how does this work?"])
def test_who_wants_help_is_told_what_can_be_typed(talk: Talk, line: str) -> None:
    talk("how much is too much?")
    talk(line).is_(ReplyKind.SMALLTALK).says("/help", "/topics")


@pytest.mark.parametrize("line", ["help", "help me", "/help", "/"])
@pytest.mark.parametrize("told", ["my tongue is swelling and I can't breathe", "I want to kill myself"])
def test_who_calls_for_help_in_an_emergency_is_answered_as_in_one(talk: Talk, told: str, line: str) -> None:
    talk(told)
    talk(line).is_(ReplyKind.EMERGENCY)


def test_topics_lists_questions(talk: Talk) -> None:
    talk("/topics").says("How much L-glutamine should an adult take a day?", "Is L-glutamine safe in pregnancy?")


def test_topics_with_a_word_lists_those_with_it(talk: Talk) -> None:
    lines = talk("/topics Pregnancy").says("Is L-glutamine safe in pregnancy?").reply.text.splitlines()
    assert all("pregnancy" in line.lower() for line in lines)
    talk("/topics xyzzy").says("xyzzy")


def test_sources_names_both_documents_and_their_sections(talk: Talk) -> None:
    talk("/sources").says("How Much Glutamine Should You Take for Leaky Gut?", "Dosage", "Precautions")


def test_doses_lists_the_figures_with_the_disclaimer(talk: Talk) -> None:
    talk("/doses").says("3-6 g", "5-10 g", "14 g", "0.7 g").disclaims()


def test_why_tells_how_the_last_line_was_read(talk: Talk) -> None:
    talk("/why").is_(ReplyKind.SMALLTALK)
    talk("how mcuh should I take, I'm pregnant")
    talk("/why").says("mcuh -> much", "pregnancy")


def test_why_speaks_of_the_last_line_and_not_of_a_command(talk: Talk) -> None:
    talk("is it safe in pregnancy?")
    first = talk("/why").reply.text
    talk("/help")
    assert talk("/why").reply.text == first


def test_profile_shows_what_is_kept(talk: Talk) -> None:
    talk("/profile").says("nothing")
    talk("I'm pregnant and weigh 70 kg")
    talk("my son has epilepsy")
    talk("/profile").says("You", "pregnan", "70 kg", "son", "epilepsy")


def test_forget_clears_it(talk: Talk) -> None:
    talk("I'm pregnant and weigh 70 kg")
    talk("/forget").is_(ReplyKind.SMALLTALK)
    assert talk.state.profiles == ()
    talk("/profile").says("nothing")


def test_undo_takes_the_last_turn_back(talk: Talk) -> None:
    talk("is it safe in pregnancy?")
    before = talk.state
    talk("I have epilepsy")
    talk("/undo").says("I have epilepsy")
    assert (talk.state.people, talk.state.subject, talk.state.asked, talk.state.options) == (
        before.people,
        before.subject,
        before.asked,
        before.options,
    )


def test_undo_goes_back_turn_by_turn(talk: Talk) -> None:
    talk("I have epilepsy")
    talk("I'm pregnant")
    talk("/undo").says("I'm pregnant")
    assert talk.knows() == {"seizures"}
    talk("/undo").says("I have epilepsy")
    assert talk.knows() == set()
    assert talk("/undo").reply.text


@pytest.mark.parametrize(
    ("line", "meant"), [("/hlep", "/help"), ("/profle", "/profile"), ("/souces", "/sources"), ("/forgot", "/forget")]
)
def test_a_mistyped_command_is_guessed_at_and_not_carried_out(talk: Talk, line: str, meant: str) -> None:
    talk("I'm pregnant")
    talk(line).is_(ReplyKind.SMALLTALK).says(line, meant)
    assert talk.knows() == {"pregnancy"}


@pytest.mark.parametrize("line", ["/frobnicate", "/", "/ help me", "//", "/\u202e", "/\x1b[31m"])
def test_an_unknown_command_points_to_help(talk: Talk, line: str) -> None:
    talk(line).is_(ReplyKind.SMALLTALK).says("/help")


@pytest.mark.parametrize(("line", "part"), [("/HELP", "/topics"), ("  /help  ", "/topics"), ("/prof", "nothing")])
def test_case_blanks_and_beginnings_do(talk: Talk, line: str, part: str) -> None:
    talk(line).says(part)


@pytest.mark.parametrize(
    "command", [f"/{command.name}" for command in COMMANDS if command.name not in ("forget", "undo")]
)
def test_what_only_shows_changes_nothing(talk: Talk, command: str) -> None:
    talk("I'm pregnant")
    talk("is it safe?")
    before = talk.state
    talk(command)
    after = talk.state
    assert (after.people, after.subject, after.asked, after.about) == (
        before.people,
        before.subject,
        before.asked,
        before.about,
    )
