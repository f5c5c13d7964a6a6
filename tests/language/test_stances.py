"""What a mention of a condition says, and of whom."""

import pytest

from glutamine_bot import Bot
from glutamine_bot.domain.utterance import SELF, Stance
from glutamine_bot.language.normalizing import words
from glutamine_bot.language.people import PeopleReader
from glutamine_bot.language.stances import StanceReader


@pytest.fixture(scope="module")
def people(shipped: Bot) -> PeopleReader:
    return PeopleReader(shipped.knowledge.cues, shipped.knowledge.words["relations"])


@pytest.fixture(scope="module")
def reader(shipped: Bot, people: PeopleReader) -> StanceReader:
    return StanceReader(shipped.knowledge.cues, people)


def read(reader: StanceReader, people: PeopleReader, line: str) -> tuple[Stance, str]:
    """Stance and holder of what stands between square brackets."""
    before, rest = line.split("[")
    inside, after = rest.split("]")
    start = len(words(before))
    end = start + len(words(inside))
    said = [*words(before), *words(inside), *words(after)]
    return reader.stance(said, start, end, stated=False), people.holder(said, start, end)


@pytest.mark.parametrize(
    ("line", "holder"),
    [
        ("I'm [pregnant]", SELF),
        ("i am currently [pregnant]", SELF),
        ("I have [epilepsy]", SELF),
        ("I've got [kidney disease]", SELF),
        ("I've been diagnosed with [bipolar]", SELF),
        ("I was diagnosed with [bipolar]", SELF),
        ("I've had [epilepsy] since birth", SELF),
        ("I was born with [kidney disease]", SELF),
        ("I take [metformin]", SELF),
        ("I'm on [warfarin]", SELF),
        ("I was recently put on [lithium]", SELF),
        ("I suffer from [seizures]", SELF),
        ("I still have [epilepsy]", SELF),
        ("my wife is [pregnant]", "wife"),
        ("my mum has [kidney disease]", "mother"),
        ("my dad takes [warfarin]", "father"),
        ("my partner is also [pregnant]", "partner"),
        ("she is [pregnant]", "she"),
        ("he has [epilepsy]", "he"),
    ],
)
def test_what_is_stated_holds(reader: StanceReader, people: PeopleReader, line: str, holder: str) -> None:
    assert read(reader, people, line) == (Stance.HOLDS, holder)


@pytest.mark.parametrize(
    "line",
    [
        "I'm not [pregnant]",
        "I am not actually [pregnant]",
        "actually I'm not [pregnant]",
        "I'm no longer [pregnant]",
        "I don't have [epilepsy]",
        "I do not even have [epilepsy]",
        "I never had [seizures]",
        "no, not [pregnant]",
        "I have no [kidney disease]",
        "without [kidney disease]",
        "I'm free of [kidney disease]",
        "neither [pregnant]",
        "my [kidney] is fine",
        "my [kidneys] are healthy",
    ],
)
def test_what_is_denied(reader: StanceReader, people: PeopleReader, line: str) -> None:
    assert read(reader, people, line)[0] is Stance.DENIED


@pytest.mark.parametrize(
    "line",
    [
        "I was [pregnant]",
        "I was [nursing] until last spring",
        "I used to have [epilepsy]",
        "I was previously on [lithium]",
        "I had [seizures] as a child",
        "I had [kidney disease] years ago",
    ],
)
def test_what_is_past(reader: StanceReader, people: PeopleReader, line: str) -> None:
    assert read(reader, people, line)[0] is Stance.PAST


@pytest.mark.parametrize(
    "line",
    [
        "if I were [pregnant]",
        "if I am [pregnant]",
        "suppose I have [epilepsy]",
        "what if I was [pregnant]",
        "in case I am [pregnant]",
        "imagine my wife is [pregnant]",
        "hypothetically I have [kidney disease]",
        "if I was not [pregnant]",
    ],
)
def test_what_is_only_supposed(reader: StanceReader, people: PeopleReader, line: str) -> None:
    assert read(reader, people, line)[0] is Stance.SUPPOSED


@pytest.mark.parametrize(
    "line",
    [
        "is it safe in [pregnancy]",
        "[pregnant]",
        "does it cause [seizures]",
        "what about [kidney disease]",
        "is it bad for the [liver]",
        "should it not be taken in [pregnancy]",
        "I read about [epilepsy]",
        "can it be taken with [metformin]",
        "why should people with [epilepsy] be careful",
    ],
)
def test_what_is_only_spoken_of(reader: StanceReader, people: PeopleReader, line: str) -> None:
    assert read(reader, people, line)[0] is Stance.NAMED


@pytest.mark.parametrize("line", ["[pregnant]", "I'm not [pregnant]", "if [pregnant]"])
def test_a_name_that_states_it_yields_to_denial_and_supposition(reader: StanceReader, line: str) -> None:
    before = words(line.split("[", maxsplit=1)[0])
    said = [*before, "pregnant"]
    plain = reader.stance(said, len(before), len(said), stated=False)
    stated = reader.stance(said, len(before), len(said), stated=True)
    assert stated is (Stance.HOLDS if plain is Stance.NAMED else plain)
