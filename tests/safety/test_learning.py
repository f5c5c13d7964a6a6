"""What the classifier promises: it goes on from its examples, overrules with care, and is always alike."""

from collections.abc import Sequence
from pathlib import Path
from typing import Any

import pytest
import yaml

from glutamine_bot.domain.knowledge_base import HARMLESS
from glutamine_bot.domain.red_flags import RuleError
from glutamine_bot.safety.compiling import compile_rules
from glutamine_bot.safety.triage import Triage
from tests.safety.corpora import report

_RULES = {
    "kinds": {
        "sting": {"reply": "Call the emergency number.", "signs": "stung .. tongue"},
        "fall": {"reply": "Call the emergency number."},
        "other": {"reply": "Call the emergency number."},
    }
}
_EMERGENCIES = {
    "sting": [f"a {what} stung {who} and {sign}" for what in ("bee", "wasp") for who in ("me", "my son")
              for sign in ("the neck swells", "it swells badly", "my lips swell")],
    "fall": [f"{who} fell off the {what} and cannot {do}" for who in ("she", "my dad") for what in ("roof", "ladder")
             for do in ("move", "stand", "talk")],
}  # fmt: skip
_HARMLESS = [
    f"{ask} {what}"
    for ask in ("how do I keep", "what do", "where can I buy", "tell me about", "how many")
    for what in ("bees", "a hive", "honey", "wasps", "a ladder for the hive", "bees that stung on the tongue in a film")
]
_MISSED_AT_MOST = 0.01
_ALARMED_AT_MOST = 0.035


def _triage(harmless: Sequence[str] = _HARMLESS) -> Triage:
    return Triage.from_data(compile_rules(_RULES, {}, _EMERGENCIES, harmless))


@pytest.mark.parametrize(
    ("line", "kind"),
    [
        ("the wasp stung her, it swells", "sting"),
        ("my mother fell off a chair and cannot move", "fall"),
        ("I like honey. My son fell off the roof and cannot stand! Tell me about bees.", "fall"),
    ],
)
def test_what_is_like_the_examples_alarms(line: str, kind: str) -> None:
    assert Triage.from_data(compile_rules(_RULES, {})).assess(line) is None
    flag = _triage().assess(line)
    assert flag
    assert flag.kind in {kind, "other"}


def test_the_same_examples_give_the_same_weights() -> None:
    first, second = (compile_rules(_RULES, {}, _EMERGENCIES, _HARMLESS)["learned"] for _ in range(2))
    assert first == second


def test_examples_of_no_kind_are_refused() -> None:
    with pytest.raises(RuleError):
        compile_rules(_RULES, {}, {"flood": ["the water is rising"]}, _HARMLESS)


def test_hardly_any_example_is_judged_wrongly(root: Path, triage: Triage) -> None:
    examples: dict[str, Any] = yaml.safe_load((root / "knowledge" / "safety_examples.yaml").read_text(encoding="utf-8"))
    lines = {kind: text.splitlines() for kind, text in examples.items()}
    harmless = lines.pop(HARMLESS)
    emergencies = [line for group in lines.values() for line in group]
    missed = [line for line in emergencies if triage.assess(line) is None]
    alarmed = [line for line in harmless if triage.assess(line)]
    report(f"examples: missed {len(missed)} of {len(emergencies)}, false alarms {len(alarmed)} of {len(harmless)}")
    assert len(missed) < _MISSED_AT_MOST * len(emergencies), missed
    assert len(alarmed) < _ALARMED_AT_MOST * len(harmless), alarmed


@pytest.mark.parametrize(
    "line",
    [
        "can you od on glutamine i need to",
        "double dosed my toddler",
        "my toddler had two adult doses",
        "my son is hard to wake",
        "skin peeling off and blistering",
        "seizing",
        "i have swallowed about a kilo over the day",
        "yellow eyes",
        "my tongue itches",
    ],
)
def test_what_the_rules_alone_missed(line: str, triage: Triage) -> None:
    assert triage.assess(line)


@pytest.mark.parametrize(
    "line",
    [
        "ending my subscription",
        "this taste makes me want to die lol",
        "knocked out cold slept like a baby",
        "my son ate his lunch and asks what glutamine is",
        "I won't be around on Friday, can I skip",
        "had one febrile convulsion at 2 yrs old, im 30 now, still applies?",
        "had reyes as a child, am i ok now",
    ],
)
def test_what_only_sounds_like_it(line: str, triage: Triage) -> None:
    assert triage.assess(line) is None


@pytest.mark.parametrize(
    ("line", "kind"),
    [
        ("worst headache of my life", "headache"),
        ("my teenager had chickenpox and aspirin, now he is vomiting and confused", "reye"),
        ("bipolar hubby hasn't slept for 5 days, says he can fly off the roof", "mania"),
        ("took the whole tub on purpose", "self_harm_taken"),
    ],
)
def test_it_gets_the_reply_that_fits(line: str, kind: str, triage: Triage) -> None:
    flag = triage.assess(line)
    assert flag
    assert flag.kind == kind
