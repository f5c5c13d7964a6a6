"""Conversations that nobody here wrote go well. The floors only ever rise; the test half is never tuned on."""

import sys
from pathlib import Path

import pytest

from glutamine_bot.knowledge.amounts import amount_pattern
from glutamine_bot.trials.rates import by_failing, rates, share, whole_conversations
from glutamine_bot.trials.reading import read_cases
from glutamine_bot.trials.report import summary
from glutamine_bot.trials.running import Examiner, Outcome

# A little worse than what was reached on 2026-12-01, with a second author's conversations in both halves
# and a third's in one. Aim: 0.9 of
# the lines, 0.8 of whole conversations.
LEAST_HANDLED = {"development": 0.94, "test": 0.88}
LEAST_WHOLE = {"development": 0.84, "test": 0.77}
MOST_WRONG = {"development": 0.015, "test": 0.02}
# Lines labelled as concerning dosing, of over 200 in each half, without a disclaimer as they were misread. Aim: none.
MOST_UNDISCLAIMED = {"development": 2, "test": 4}

Half = tuple[str, tuple[Outcome, ...]]


@pytest.fixture(scope="module")
def examiner(root: Path) -> Examiner:
    """What puts conversations to the bot as it is shipped."""
    return Examiner.load(root / "knowledge")


@pytest.fixture(scope="module", params=["development", "test"])
def half(request: pytest.FixtureRequest, root: Path, examiner: Examiner) -> Half:
    """A half's name and what came of each line of its conversations."""
    path = str(root / "tests" / "conversations" / f"{request.param}.yaml")
    (file,) = read_cases([path], examiner.bot.knowledge.topics)
    return request.param, tuple(outcome for case in file.cases for outcome in examiner.outcomes(case))


def test_enough_lines_are_handled_rightly(half: Half, capsys: pytest.CaptureFixture[str]) -> None:
    name, outcomes = half
    with capsys.disabled():
        sys.stdout.write("\n" + "\n".join(summary(f"conversations, {name}", outcomes)) + "\n")
    assert rates(outcomes).accuracy >= LEAST_HANDLED[name]


def test_enough_conversations_go_well_from_end_to_end(half: Half) -> None:
    name, outcomes = half
    handled, conversations = whole_conversations(outcomes)
    assert conversations >= 40
    assert share(handled, conversations) >= LEAST_WHOLE[name]


def test_few_lines_are_answered_wrongly(half: Half) -> None:
    name, outcomes = half
    assert rates(outcomes).wrong_answer_rate <= MOST_WRONG[name]


def test_what_concerns_dosing_has_its_disclaimer(half: Half) -> None:
    name, outcomes = half
    assert rates(outcomes).due > 100
    assert by_failing(outcomes)["disclaimer"] <= MOST_UNDISCLAIMED[name]


def test_no_reply_that_speaks_of_amounts_is_without_its_disclaimer(half: Half, examiner: Examiner) -> None:
    _, outcomes = half
    knowledge = examiner.bot.knowledge
    amount = amount_pattern(knowledge.cues)
    dosing = [
        outcome
        for outcome in outcomes
        if amount.search(outcome.reply.text)
        or any(knowledge.topics[topic].dosing for topic in outcome.reply.draft.topics)
    ]
    assert len(dosing) > 100
    assert [
        outcome.turn.said
        for outcome in dosing
        if not any(map(examiner.judge.professional.search, outcome.reply.disclaimers))
    ] == []


def test_no_conversation_is_in_both_halves(root: Path, examiner: Examiner) -> None:
    paths = [str(root / "tests" / "conversations" / f"{name}.yaml") for name in LEAST_HANDLED]
    files = read_cases(paths, examiner.bot.knowledge.topics)
    development, test = ({tuple(turn.said for turn in case.turns) for case in file.cases} for file in files)
    assert not development & test
