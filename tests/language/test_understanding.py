"""A line as it is understood: words mended, concepts and amounts found, and whose they are."""

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from glutamine_bot import Bot
from glutamine_bot.dialogue.assembling import make_reader, word_counts
from glutamine_bot.domain.quantity import Dimension
from glutamine_bot.domain.utterance import SELF, UNNAMED, Mention, Stance
from glutamine_bot.language.concept_names import ConceptNames
from glutamine_bot.language.understanding import Reader


@pytest.fixture(scope="module")
def reader(shipped: Bot) -> Reader:
    """The reader of the shipped knowledge, with the words of its questions and names to spell by."""
    knowledge = shipped.knowledge
    return make_reader(knowledge, ConceptNames.of(knowledge.concepts.values()), word_counts(knowledge))


def mention(reader: Reader, line: str) -> Mention:
    mentions = reader.understand(line).mentions
    assert mentions, line
    return mentions[0]


@pytest.mark.parametrize(
    ("line", "concept", "stance", "holder"),
    [
        ("I'm pregnant", "pregnancy", Stance.HOLDS, SELF),
        ("im pregnant", "pregnancy", Stance.HOLDS, SELF),
        ("I'M PREGNANT!!!", "pregnancy", Stance.HOLDS, SELF),
        ("I\u2019m pregnant", "pregnancy", Stance.HOLDS, SELF),
        ("i am pregnent", "pregnancy", Stance.HOLDS, SELF),
        ("expecting in the spring", "pregnancy", Stance.HOLDS, UNNAMED),
        ("my wife is pregnant", "pregnancy", Stance.HOLDS, "wife"),
        ("I'm not pregnant", "pregnancy", Stance.DENIED, SELF),
        ("if I were pregnant", "pregnancy", Stance.SUPPOSED, SELF),
        ("is it safe in pregnancy", "pregnancy", Stance.NAMED, ""),
        ("my kidneys are bad", "kidney_disease", Stance.HOLDS, SELF),
        ("my kidneys are fine", "kidney_disease", Stance.DENIED, SELF),
        ("I'm on dialysis", "kidney_disease", Stance.HOLDS, SELF),
        ("I have cirrhosis", "liver_disease", Stance.HOLDS, SELF),
        ("I'm epileptic", "seizures", Stance.HOLDS, SELF),
        ("my brother is bipolar", "bipolar", Stance.HOLDS, "brother"),
        ("I was nursing until last spring", "breastfeeding", Stance.PAST, SELF),
        ("my dad is 70 and has bad kidneys", "kidney_disease", Stance.HOLDS, "father"),
        ("I am 34 and have epilepsy", "seizures", Stance.HOLDS, SELF),
    ],
)
def test_what_is_said_of_whom(reader: Reader, line: str, concept: str, stance: Stance, holder: str) -> None:
    found = mention(reader, line)
    assert (found.concept.id, found.stance, found.holder) == (concept, stance, holder)


def test_corrections_are_told(reader: Reader) -> None:
    utterance = reader.understand("is glutamin safe in pregnency")
    assert dict(utterance.corrections) == {"glutamin": "glutamine", "pregnency": "pregnancy"}
    assert utterance.words == ("is", "glutamine", "safe", "in", "pregnancy")


def test_what_is_right_is_not_corrected(reader: Reader) -> None:
    assert reader.understand("is glutamine safe in pregnancy").corrections == {}


@pytest.mark.parametrize(
    ("line", "named"), [("is glutamine safe", True), ("l-glutamine?", True), ("is it safe", False)]
)
def test_whether_a_line_names_the_subject(reader: Reader, line: str, named: bool) -> None:  # noqa: FBT001 - a row of a table
    assert reader.understand(line).names_subject is named


def test_an_amount_reads_as_any_other(reader: Reader) -> None:
    few, many = reader.understand("is 5 g a day ok").clauses[0], reader.understand("is 18 grams a day ok").clauses[0]
    assert few.read == many.read
    assert [quantity.low for quantity in (*few.quantities, *many.quantities)] == [5, 18]


def test_any_medicine_reads_as_any_other(reader: Reader) -> None:
    assert reader.read("can I take it with warfarin") == reader.read("can I take it with metformin")
    assert "warfarin" not in reader.read("can I take it with warfarin")


def test_a_phrasing_is_read_as_the_same_question_is(reader: Reader) -> None:
    for phrasing in ("is it safe while pregnant", "how much for 80 kg", "can I take it with aspirin"):
        assert reader.understand(phrasing).clauses[0].read == reader.read(phrasing)


@pytest.mark.parametrize(
    ("line", "dimension", "value", "holder"),
    [
        ("I weigh 80 kg", Dimension.BODY_WEIGHT, Fraction(80), SELF),
        ("she is 6 years old", Dimension.AGE, Fraction(6), "she"),
        ("my wife weighs 60 kg", Dimension.BODY_WEIGHT, Fraction(60), "wife"),
        ("my 7 year old", Dimension.AGE, Fraction(7), "another"),
    ],
)
def test_whose_measure_it_is(reader: Reader, line: str, dimension: Dimension, value: Fraction, holder: str) -> None:
    (quantity,) = reader.understand(line).quantities
    assert (quantity.dimension, quantity.high, quantity.holder) == (dimension, value, holder)


def test_clauses_keep_what_each_asks(reader: Reader) -> None:
    clauses = reader.understand("I'm pregnant. Is it safe? How much for my son?").clauses
    assert [clause.question for clause in clauses] == [False, True, True]
    assert [clause.people for clause in clauses] == [(), (), ("son",)]
    assert [clause.speaks_of_self for clause in clauses] == [True, False, False]


def test_an_utterance_can_be_one_of_its_clauses(reader: Reader) -> None:
    utterance = reader.understand("I'm pregnant. Is 5 g safe?")
    part = utterance.only(utterance.clauses[1])
    assert (part.mentions, len(part.quantities), part.line) == ((), 1, utterance.line)


@given(line=st.text(max_size=300))
def test_any_line_is_understood(reader: Reader, line: str) -> None:
    utterance = reader.understand(line)
    assert utterance.line == line
    for clause in utterance.clauses:
        assert all(0 <= found.start < found.end <= len(clause.words) for found in clause.mentions)
        assert all(clause.text[found.start : found.end] == found.text for found in clause.quantities)
