"""What holds of the triage for any surroundings and any input."""

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from glutamine_bot.safety.triage import Triage
from tests.safety.corpora import corpus

_EMERGENCIES = [
    item["line"]
    for item in corpus("independent.yaml")
    if item["expect"] == "emergency" and 1 < len(item["line"].split()) < 12 and item["line"].isascii()
]
_HARMLESS = [
    "I have been taking it for my gut.",
    "It tastes fine with juice.",
    "The tub is a white one from the shop.",
    "My sister recommended it to me.",
    "I read the label twice.",
    "How do I store the powder?",
    "I go to the gym on Mondays.",
    "What does an allergic reaction look like?",
    "My legs are killing me after squats!",
    "I fainted once as a child.",
]
_settings = settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])


@_settings
@given(
    st.sampled_from(_EMERGENCIES),
    st.lists(st.sampled_from(_HARMLESS), max_size=12),
    st.lists(st.sampled_from(_HARMLESS), max_size=12),
)
def test_harmless_sentences_around_it_hide_no_emergency(
    triage: Triage, line: str, before: list[str], after: list[str]
) -> None:
    ramble = " ".join([*before, line.rstrip(".!?") + ".", *after])
    assert triage.assess(ramble) is not None


@_settings
@given(st.sampled_from(_EMERGENCIES), st.sampled_from([" ", "   ", "\t", "\u00a0 "]))
def test_capitals_and_spaces_change_nothing(triage: Triage, line: str, space: str) -> None:
    assert triage.assess(line.upper().replace(" ", space)) is not None


@_settings
@given(st.text(max_size=400), st.frozensets(st.text(max_size=10), max_size=3))
def test_any_text_is_judged_and_always_alike(triage: Triage, line: str, background: frozenset[str]) -> None:
    first = triage.assess(line, background)
    assert triage.assess(line, background) == first
    triage.context(line)


@_settings
@given(st.lists(st.sampled_from(_EMERGENCIES + _HARMLESS), max_size=6), st.text(max_size=30))
def test_pieces_of_lines_are_judged(triage: Triage, lines: list[str], noise: str) -> None:
    triage.assess(noise.join(lines))
