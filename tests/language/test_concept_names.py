"""People, conditions and things found by their names."""

import json
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from glutamine_bot import Bot
from glutamine_bot.domain.concepts import Concept, ConceptKind
from glutamine_bot.language.concept_names import LONGEST_NAME, ConceptNames, NamedSpan
from glutamine_bot.language.normalizing import words


def concept(id: str, *names: str, states: tuple[str, ...] = ()) -> Concept:
    return Concept(id, ConceptKind.CONDITION, id, names, id, states)


NAMES = ConceptNames.of(
    [
        concept("asthma", "asthma"),
        concept("kidney", "kidney", "kidney disease", "renal failure"),
        concept("hay", "hay fever", states=("sneezing all day",)),
        concept("fever", "fever", "hay fever"),
    ]
)


def found(line: str) -> list[tuple[str, str]]:
    said = words(line)
    return [(span.concept, " ".join(said[span.start : span.end])) for span in NAMES.find(said)]


@pytest.mark.parametrize(
    ("line", "spans"),
    [
        ("", []),
        ("nothing of the kind", []),
        ("I have asthma", [("asthma", "asthma")]),
        ("Asthma!", [("asthma", "asthma")]),
        ("my kidney", [("kidney", "kidney")]),
        ("my kidneys", [("kidney", "kidneys")]),
        ("kidney disease", [("kidney", "kidney disease")]),
        ("kidney diseases", [("kidney", "kidney diseases")]),
        ("renal failure and asthma", [("kidney", "renal failure"), ("asthma", "asthma")]),
        ("a fever", [("fever", "fever")]),
        ("renal", []),
        ("asthmatic", []),
    ],
)
def test_names_are_found_where_they_stand(line: str, spans: list[tuple[str, str]]) -> None:
    assert found(line) == spans


def test_the_first_concept_keeps_a_name_that_two_claim() -> None:
    assert found("hay fever") == [("hay", "hay fever")]


def test_a_way_to_state_it_is_told_from_a_name() -> None:
    assert [span.stated for span in NAMES.find(words("sneezing all day with asthma"))] == [True, False]


def test_names_outlive_being_written_down() -> None:
    data = json.loads(json.dumps(NAMES.to_data()))
    line = words("hay fever, kidneys, sneezing all day")
    assert list(ConceptNames.from_data(data).find(line)) == list(NAMES.find(line))


@given(st.lists(st.sampled_from(["hay", "fever", "kidney", "kidneys", "disease", "renal", "failure", "and", "asthma"])))
def test_spans_are_in_order_and_apart(said: list[str]) -> None:
    spans = list(NAMES.find(said))
    assert all(span.start < span.end <= len(said) for span in spans)
    assert all(first.end <= second.start for first, second in pairwise(spans))


@pytest.fixture(scope="module")
def names(shipped: Bot) -> ConceptNames:
    return ConceptNames.of(shipped.knowledge.concepts.values())


@pytest.mark.parametrize(
    ("said", "concept"),
    [
        ("preggo", "pregnancy"),
        ("expecting mother", "pregnancy"),
        ("trying for a baby", "trying_to_conceive"),
        ("nursing mother", "breastfeeding"),
        ("lactating", "breastfeeding"),
        ("on dialysis", "kidney_disease"),
        ("ckd", "kidney_disease"),
        ("cirrhosis", "liver_disease"),
        ("epileptic", "seizures"),
        ("bipolar", "bipolar"),
        ("reye's syndrome", "reye_syndrome"),
        ("toddler", "child"),
    ],
)
def test_what_people_call_it_is_known(names: ConceptNames, said: str, concept: str) -> None:
    assert concept in {span.concept for span in names.find(words(said))}


@pytest.mark.parametrize("medicine", ["warfarin", "metformin", "lisinopril", "ibuprofen", "blood thinners", "Lipitor"])
def test_medicines_are_known(shipped: Bot, names: ConceptNames, medicine: str) -> None:
    kinds = {shipped.knowledge.concepts[span.concept].kind for span in names.find(words(f"I take {medicine} daily"))}
    assert ConceptKind.MEDICINE in kinds


@pytest.mark.parametrize("line", ["hives", "heavy weights", "am I able", "the liveried driver", "kid gloves off"])
def test_words_that_merely_look_alike_are_no_condition(shipped: Bot, names: ConceptNames, line: str) -> None:
    kinds = {shipped.knowledge.concepts[span.concept].kind for span in names.find(words(line))}
    assert ConceptKind.CONDITION not in kinds


def test_every_name_that_is_not_another_s_finds_its_concept(shipped: Bot, names: ConceptNames) -> None:
    claimed: set[str] = set()
    for concept in shipped.knowledge.concepts.values():
        for name in (*concept.names, *concept.states):
            said = words(name)
            if len(said) <= LONGEST_NAME and name not in claimed:
                assert _covers(list(names.find(said)), len(said)), name
            claimed.add(name)


def _covers(spans: list[NamedSpan], length: int) -> bool:
    return bool(spans) and (spans[0].start, spans[0].end) == (0, length)
