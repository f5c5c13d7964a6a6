"""Cases are put to the bot as a person would put them, and what comes of them is counted."""

import json
from collections.abc import Callable

import pytest

from glutamine_bot.trials.as_json import outcome_line, summary_line
from glutamine_bot.trials.rates import by_expectation, by_failing, by_kind, rates, whole_conversations
from glutamine_bot.trials.reading import read_cases
from glutamine_bot.trials.report import failures, summary
from glutamine_bot.trials.running import Examiner, Outcome

# What the second subject's bot does with each: right, another topic, answered though unknown was expected, refused.
CASES = """
- {q: "how often should I oil the chain?", expect: answer, topics: [oil.how]}
- {q: "which oil?", expect: answer, topics: [wear.rust]}
- {q: "when should I replace the chain?", expect: unknown, gap: replacing}
- {q: "new disc brake pads for my chain", expect: [answer, clarify], topics: [oil.how]}
- {q: "cheers", expect: smalltalk, must: [carefully]}
- name: "oil, then again"
  kind: repeat
  turns:
    - {say: "how often should I oil the chain?", expect: answer}
    - {say: "say that again", expect: answer, topics: [oil.how]}
- name: "two right, one wrong"
  kind: switch
  turns:
    - {say: "how often should I oil the chain?", expect: answer}
    - {say: "what can I do about a rusty chain?", expect: answer, topics: [wear.rust]}
    - {say: "thanks", expect: smalltalk, disclaimer: true}
"""


@pytest.fixture
def outcomes(examiner: Examiner, write: Callable[[str], str]) -> tuple[Outcome, ...]:
    (file,) = read_cases([write(CASES)], examiner.bot.knowledge.topics)
    return tuple(outcome for case in file.cases for outcome in examiner.outcomes(case))


def test_each_outcome_is_right_wrong_or_refused(outcomes: tuple[Outcome, ...]) -> None:
    told = [(outcome.handled, outcome.wrong_answer, outcome.false_refusal) for outcome in outcomes[:5]]
    assert told == [
        (True, False, False),
        (False, True, False),
        (False, True, False),
        (False, False, True),
        (False, False, False),
    ]


def test_the_lines_of_a_conversation_are_said_in_one(outcomes: tuple[Outcome, ...]) -> None:
    again = outcomes[6]
    assert again.turn.said == "say that again"
    assert again.handled


def test_a_failure_has_its_evidence(outcomes: tuple[Outcome, ...]) -> None:
    right, other_topic = outcomes[:2]
    assert right.matches == ()
    assert other_topic.matches[0].label == "oil.how"
    assert other_topic.matches[0].evidence.phrasing
    assert other_topic.read


def test_rates_count_every_line(outcomes: tuple[Outcome, ...]) -> None:
    counted = rates(outcomes)
    assert (counted.lines, counted.handled, counted.wrong_answers) == (10, 5, 2)
    assert (counted.answerable, counted.false_refusals) == (7, 1)
    assert (counted.due, counted.undisclaimed) == (1, 1)
    assert (counted.accuracy, counted.wrong_answer_rate, counted.false_refusal_rate) == (0.5, 0.2, 1 / 7)
    assert rates(()).accuracy == 0


def test_groups_add_up_to_the_whole(outcomes: tuple[Outcome, ...]) -> None:
    assert {name: group.lines for name, group in by_expectation(outcomes).items()} == {
        "answer": 7,
        "smalltalk": 2,
        "unknown": 1,
    }
    assert {name: (group.handled, group.lines) for name, group in by_kind(outcomes).items()} == {
        "repeat": (2, 2),
        "switch": (2, 3),
    }
    assert whole_conversations(outcomes) == (1, 2)
    assert by_failing(outcomes) == {"kind": 2, "topic": 1, "must": 1, "first": 0, "never": 0, "disclaimer": 1}


def test_the_report_tells_every_failure_with_its_place_and_reason(outcomes: tuple[Outcome, ...]) -> None:
    text = "\n".join(failures(outcomes))
    for outcome in outcomes:
        place = outcome.turn.place
        assert (f"{place.path}:{place.line}:{place.column}: " in text) is not outcome.handled
    assert "topic: oil.how, not wear.rust" in text
    assert "not in the documents: replacing" in text
    assert "in 'two right, one wrong', turn 3" in text
    assert f"by {outcomes[1].matches[0].evidence.phrasing!r}" in text


def test_the_summary_has_the_rates(outcomes: tuple[Outcome, ...]) -> None:
    text = "\n".join(summary("cases.yaml", outcomes))
    for rate in ("50.0%  5 of 10", "20.0%  2 of 10", "14.3%  1 of 7", "50.0%  1 of 2", "0.0%  0 of 1"):
        assert rate in text


def test_json_lines_hold_what_the_report_does(outcomes: tuple[Outcome, ...]) -> None:
    line = json.loads(outcome_line(outcomes[1]))
    assert (line["type"], line["handled"], line["wrong_answer"]) == ("line", False, True)
    assert line["failures"] == [{"in": "topic", "detail": "oil.how, not wear.rust"}]
    assert line["nearest"][0]["label"] == "oil.how"
    assert line["reply"]["kind"] == "answer"
    whole = json.loads(summary_line("cases.yaml", outcomes))
    assert (whole["lines"], whole["handled"], whole["accuracy"]) == (10, 5, 0.5)
    assert (whole["conversations"], whole["conversations_handled"]) == (2, 1)
