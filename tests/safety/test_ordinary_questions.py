"""Ordinary questions are taken for no emergency: none that the topics answer, few of what people are known to ask."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import yaml

from glutamine_bot.safety.triage import LEARNED, Triage
from tests.safety.corpora import report

_AT_LEAST = 4_000
_MAX_FALSE_ALARMS = 0.02
_MAX_RED_FLAGS = 0.004
_MAX_LEARNED = 0.001


def _loaded(path: Path) -> Any:
    return yaml.safe_load(path.read_text(encoding="utf-8"))


def _phrasings(root: Path) -> Iterator[str]:
    for path in sorted((root / "knowledge" / "topics").glob("*.yaml")):
        for topic in _loaded(path).values():
            yield from (topic["question"], *topic.get("ask", ()))


def _asked(root: Path) -> Iterator[str]:
    """The questions of the development halves that are not labelled as emergencies."""
    for item in _loaded(root / "tests" / "questions" / "development.yaml"):
        if "emergency" not in item["expect"]:
            yield item["q"]
    for conversation in _loaded(root / "tests" / "conversations" / "development.yaml"):
        yield from (turn["say"] for turn in conversation["turns"] if "emergency" not in turn.get("expect", ""))


def test_hardly_a_phrasing_of_a_topic_alarms_unless_it_is_a_red_flag(root: Path, triage: Triage) -> None:
    """A few are: what somebody asks with a swelling tongue leads to a topic as well, but is answered as it must be."""
    phrasings = set(_phrasings(root))
    flags = {line: flag for line in phrasings if (flag := triage.assess(line))}
    assert len(phrasings) > _AT_LEAST
    learned = [line for line, flag in flags.items() if flag.sign == LEARNED]
    assert len(learned) < _MAX_LEARNED * len(phrasings), learned
    assert len(flags) < _MAX_RED_FLAGS * len(phrasings), sorted(flags)


def test_few_questions_for_development_alarm(root: Path, triage: Triage) -> None:
    asked = list(_asked(root))
    alarmed = [line for line in asked if triage.assess(line)]
    report(f"questions for development: false alarms {len(alarmed)} of {len(asked)}")
    assert len(alarmed) < _MAX_FALSE_ALARMS * len(asked), alarmed


@pytest.mark.parametrize(
    "line", ["hives, what do I do", "threw up an hour after my first scoop", "baby won't latch on left side"]
)
def test_a_mild_sign_with_a_worry_is_no_emergency(line: str, triage: Triage) -> None:
    assert triage.assess(line) is None
