"""What the red-flag triage promises of single lines, by kind."""

import pytest

from glutamine_bot.domain.red_flags import RedFlagRules
from glutamine_bot.safety.reading import MAX_CHARACTERS, MAX_TOKENS
from glutamine_bot.safety.triage import Triage


@pytest.mark.parametrize(
    ("line", "kind"),
    [
        ("tounge swelling cant swalow", "anaphylaxis"),
        ("CANTBREATHE", "breathing"),
        ("mythroatisclosing", "anaphylaxis"),
        ("trbl brthng", "breathing"),
        ("k m s", "self_harm"),
        ("i want to d1e", "self_harm"),
        ("nothing matters any more, how many grams does it take", "self_harm"),
        ("I took the whole tub because I want to die", "self_harm_taken"),
        ("the kid ate half the tub", "child_ingestion"),
        ("swallowed 200 g", "overdose"),
        ("my husband is having a fit", "seizure"),
        ("she collapsed after her shake", "collapse"),
        ("crushing pain in my chest", "chest"),
        ("I'm vomiting blood", "bleeding"),
        ("granddad (cirrhosis) is muddled today, he takes glutamine", "confusion"),
        ("my baby is floppy", "infant"),
        ("one side of his face is drooping", "stroke"),
        ("call an ambulance", "other"),
    ],
)
def test_kinds(line: str, kind: str, triage: Triage) -> None:
    flag = triage.assess(line)
    assert flag
    assert flag.kind == kind


@pytest.mark.parametrize(
    "line",
    [
        "I've felt gassy since Tuesday",
        "my legs are killing me after squats",
        "I'd kill for one that tastes good",
        "drowning in work",
        "choked up at the film",
        "is skipping a day serious",
        "what does an allergic reaction look like",
        "does it set off fits",
        "no trouble breathing, just bloated",
        "no swelling, hives or trouble breathing",
        "I had a seizure ten years ago, is it safe now",
        "I took two capsules",
        "I take 5 g a day",
        "my 15 year old took 5 g",
        "hives on my arm since Monday",
        "",
        "   ",
    ],
)
def test_harmless(line: str, triage: Triage) -> None:
    assert triage.assess(line) is None


@pytest.mark.parametrize(
    "line",
    [
        "my legs are killing me after squats and I can't breathe",
        "What does an allergic reaction look like? My throat is closing up",
        "does it cause fits, my son is having one now",
        "I had a seizure ten years ago but now I can't breathe",
        "no rash but chest pain",
        "never had chest pain like this",
        "no, my throat is closing",
        "I choked up at the film. Now my tongue is swelling",
    ],
)
def test_an_excuse_hides_no_other_sign(line: str, triage: Triage) -> None:
    assert triage.assess(line) is not None


def test_what_the_conversation_knows_counts(triage: Triage) -> None:
    line = "he's rather sleepy"
    assert triage.assess(line) is None
    assert triage.assess(line, frozenset({"liver_disease"})) is not None
    assert triage.assess(line, triage.context("my dad has cirrhosis")) is not None


def test_hives_need_another_sign(triage: Triage) -> None:
    assert triage.assess("I've got hives") is None
    assert triage.assess("I've got hives and my lips feel odd") is not None


@pytest.mark.parametrize(
    ("line", "stays"),
    [
        ("and how much would that be", True),
        ("why", True),
        ("I'm fine, so how many grams is it", True),
        ("that was a film quote, I'm fine. How do I store the powder?", False),
        ("sorry, I was joking, I'm ok", False),
    ],
)
def test_turns_after_self_harm(line: str, *, stays: bool, triage: Triage) -> None:
    after = triage.assess("I want to die")
    assert after
    assert after.self_harm
    assert (triage.still_in_crisis(line, after) is not None) is stays


def test_no_amount_after_an_overdose(triage: Triage) -> None:
    after = triage.assess("I took the whole tub")
    assert after is not None
    assert triage.still_in_crisis("what should tomorrow's dose be", after) == after
    assert triage.still_in_crisis("which foods have it", after) is None


@pytest.mark.parametrize(
    ("line", "language"),
    [("no puedo respirar", "es"), ("meine Zunge schwillt an", "de"), ("je ne peux plus respirer", "fr")],
)
def test_other_languages_get_the_numbers(line: str, language: str, triage: Triage) -> None:
    flag = triage.assess(line)
    assert flag
    assert flag.language == language
    assert "112" in flag.text


def test_a_sign_is_found_at_either_end_of_a_long_line(triage: Triage) -> None:
    filler = "I like the taste of it in the morning. " * (3 * MAX_CHARACTERS // 39)
    assert triage.assess("I can't breathe. " + filler) is not None
    assert triage.assess(filler + "I can't breathe.") is not None


@pytest.mark.parametrize(
    "unit", ["a", "cantbreathe", "not ", "my tongue swelling ", "i,", "\u0301", "\U0001f92e", "\ufdfa"]
)
def test_a_megabyte_is_read_in_bounded_work(unit: str, triage: Triage) -> None:
    line = unit * (1_000_000 // len(unit))
    reading = triage.read(line)
    assert len(reading.tokens) <= MAX_TOKENS
    assert sum(map(len, reading.tokens)) <= MAX_TOKENS * 20
    triage.assess(line)


def test_replies_are_short_and_name_help_first(rules: RedFlagRules) -> None:
    for kind in rules.kinds:
        first = kind.reply.split(".")[0].casefold()
        assert any(word in first for word in ("emergency number", "poison centre")), kind.id
        assert len(kind.reply.split()) <= 70, (kind.id, len(kind.reply.split()))
    assert len(rules.crisis.reply.split()) <= 70


def test_replies_name_no_amount(rules: RedFlagRules) -> None:
    for text in [rules.crisis.reply, *(kind.reply for kind in rules.kinds)]:
        assert " g " not in text
        assert "gram" not in text
