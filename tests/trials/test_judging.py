"""A reply is held against everything that was expected of it, and against nothing else."""

import re

import pytest

from glutamine_bot.domain.reply import Draft, Reply, ReplyKind
from glutamine_bot.trials.cases import Expectation
from glutamine_bot.trials.judging import Failing, Judge
from tests.support.guards import NEVER, guard

ANSWER = (ReplyKind.ANSWER,)

GUARD = guard("Ask a doctor.", topics=["dose"], asks=NEVER, amount=NEVER)
JUDGE = Judge(re.compile("doctor"))


def reply(
    text: str = "It’s 3–6 g a day. Ask first.", kind: ReplyKind = ReplyKind.ANSWER, topic: str = "dose", note: str = ""
) -> Reply:
    return Reply(Draft(kind, text, (), (topic,), notices=(note,) if note else ()), GUARD)


def failings(expected: Expectation, given: Reply) -> list[Failing]:
    return [complaint.failing for complaint in JUDGE.complaints(expected, given)]


@pytest.mark.parametrize(
    "expected",
    [
        Expectation(ANSWER),
        Expectation((ReplyKind.UNKNOWN, ReplyKind.ANSWER)),
        Expectation(ANSWER, topics=("other", "dose")),
        Expectation(ANSWER, must=(("14 g", "3-6 G"), ("ask",))),
        Expectation(ANSWER, must=(("it's",),)),
        Expectation(ANSWER, first=(("a day",),)),
        Expectation(ANSWER, never=("^ask", "^3-6", "14 g")),
        Expectation(ANSWER, disclaimer=True),
    ],
)
def test_what_was_expected_passes(expected: Expectation) -> None:
    assert failings(expected, reply()) == []


@pytest.mark.parametrize(
    ("expected", "failing"),
    [
        (Expectation((ReplyKind.UNKNOWN, ReplyKind.CLARIFY)), Failing.KIND),
        (Expectation(ANSWER, topics=("other",)), Failing.TOPIC),
        (Expectation(ANSWER, must=(("3-6 g",), ("14 g",))), Failing.MUST),
        (Expectation(ANSWER, first=(("ask",),)), Failing.FIRST),
        (Expectation(ANSWER, never=("^It's",)), Failing.NEVER),
        (Expectation(ANSWER, never=("ask",)), Failing.NEVER),
    ],
)
def test_what_was_not_expected_fails(expected: Expectation, failing: Failing) -> None:
    assert failings(expected, reply()) == [failing]


def test_a_disclaimer_must_name_a_professional() -> None:
    due = Expectation(ANSWER, disclaimer=True)
    assert failings(due, reply(topic="other")) == [Failing.DISCLAIMER]
    assert failings(due, reply(topic="other", note="Take care.")) == [Failing.DISCLAIMER]
    assert failings(due, reply(topic="other", note="See a doctor.")) == []


def test_topics_are_asked_of_answers_alone() -> None:
    expected = Expectation((ReplyKind.UNKNOWN, ReplyKind.ANSWER), topics=("other",))
    assert failings(expected, reply(kind=ReplyKind.UNKNOWN)) == []


def test_everything_wrong_is_told() -> None:
    expected = Expectation((ReplyKind.CLARIFY,), must=(("14 g",), ("20 g",)), never=("ask",))
    assert failings(expected, reply()) == [Failing.KIND, Failing.MUST, Failing.MUST, Failing.NEVER]
