"""What a mention of a condition says, and of whom."""

import pytest

from glutamine_bot import Bot
from glutamine_bot.domain.utterance import SELF, Stance
from glutamine_bot.language.normalizing import words
from glutamine_bot.language.stances import ANOTHER, StanceReader


@pytest.fixture(scope="module")
def reader(shipped: Bot) -> StanceReader:
    return StanceReader(shipped.knowledge.cues, shipped.knowledge.words["relations"])


def read(reader: StanceReader, line: str) -> tuple[Stance, str]:
    """Stance and holder of what stands between square brackets."""
    before, rest = line.split("[")
    inside, after = rest.split("]")
    start = len(words(before))
    end = start + len(words(inside))
    said = [*words(before), *words(inside), *words(after)]
    return reader.stance(said, start, end, stated=False), reader.holder(said, start, end)


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
def test_what_is_stated_holds(reader: StanceReader, line: str, holder: str) -> None:
    assert read(reader, line) == (Stance.HOLDS, holder)


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
def test_what_is_denied(reader: StanceReader, line: str) -> None:
    assert read(reader, line)[0] is Stance.DENIED


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
def test_what_is_past(reader: StanceReader, line: str) -> None:
    assert read(reader, line)[0] is Stance.PAST


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
def test_what_is_only_supposed(reader: StanceReader, line: str) -> None:
    assert read(reader, line)[0] is Stance.SUPPOSED


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
def test_what_is_only_spoken_of(reader: StanceReader, line: str) -> None:
    assert read(reader, line)[0] is Stance.NAMED


@pytest.mark.parametrize(
    ("line", "people"),
    [
        ("it is for my wife", ("wife",)),
        ("my mom and my dad", ("mother", "father")),
        ("my mum, yes my mum", ("mother",)),
        ("for me", ()),
        ("", ()),
        ("the toddler", ("child",)),
    ],
)
def test_people_are_named_by_their_relation(reader: StanceReader, line: str, people: tuple[str, ...]) -> None:
    assert reader.people(words(line)) == people


@pytest.mark.parametrize("line", ["I take it", "how much for me", "me too", "it is for myself"])
def test_a_line_speaks_of_the_writer(reader: StanceReader, line: str) -> None:
    assert reader.speaks_of_self(words(line))


@pytest.mark.parametrize("line", ["how much", "is it safe", "for my wife", "tell me about it"])
def test_a_line_that_does_not_speak_of_the_writer(reader: StanceReader, line: str) -> None:
    assert not reader.speaks_of_self(words(line))


def test_a_line_speaks_of_somebody_else(reader: StanceReader) -> None:
    assert reader.speaks_of_another(words("how much can she take"))
    assert reader.speaks_of_another(words("is it ok for him"))
    assert not reader.speaks_of_another(words("how much can I take"))


def test_a_relation_is_no_pronoun(reader: StanceReader) -> None:
    assert reader.is_relation("wife")
    assert not reader.is_relation("she")
    assert not reader.is_relation(SELF)


@pytest.mark.parametrize(
    ("line", "at", "holder"),
    [
        ("my 7 year old", 1, ANOTHER),
        ("i weigh 80", 2, SELF),
        ("she weighs 60", 2, "she"),
        ("my wife weighs 60", 3, "wife"),
        ("weight 60", 1, ""),
    ],
)
def test_whose_weight_or_age_it_is(reader: StanceReader, line: str, at: int, holder: str) -> None:
    assert reader.measured(words(line), at) == holder


@pytest.mark.parametrize("line", ["[pregnant]", "I'm not [pregnant]", "if [pregnant]"])
def test_a_name_that_states_it_yields_to_denial_and_supposition(reader: StanceReader, line: str) -> None:
    before = words(line.split("[", maxsplit=1)[0])
    said = [*before, "pregnant"]
    plain = reader.stance(said, len(before), len(said), stated=False)
    stated = reader.stance(said, len(before), len(said), stated=True)
    assert stated is (Stance.HOLDS if plain is Stance.NAMED else plain)
