"""Fragments lean on the question before them, and on no more than that."""

import pytest

from glutamine_bot.domain.reply import ReplyKind
from tests.dialogue.talking import Talk


def test_whoever_is_named_takes_the_place_of_another(talk: Talk) -> None:
    talk("is it ok with epilepsy?").answers("safety.seizures")
    talk("bipolar?").answers("safety.bipolar")
    talk("and Reye's").answers("safety.reye")
    talk("cirrhosis").answers("safety.liver").never("Reye")


def test_a_fragment_may_be_said_twice(talk: Talk) -> None:
    talk("how much a day?")
    first = talk("what about the elderly?").reply.text
    assert talk("what about the elderly?").reply.text == first


def test_from_a_child_back_to_adults(talk: Talk) -> None:
    talk("how much should I take?")
    talk("and for kids?").answers("dosage.children")
    talk("and for adults?").answers("dosage.adults")


def test_a_childs_dose_is_not_what_adults_take(talk: Talk) -> None:
    talk("my son is 7")
    talk("half of what adults take, say?").answers("dosage.children").never("3-6 g", "5-10 g").disclaims()


def test_from_one_person_to_the_other(talk: Talk) -> None:
    talk("I'm pregnant")
    talk("how much can my husband take?").answers("dosage.adults").never("pregnan")
    talk("and me?").answers("safety.pregnancy").disclaims()


def test_what_was_said_of_one_is_not_asked_for_another(talk: Talk) -> None:
    talk("is it safe in pregnancy?")
    talk("and for my husband?").answers("safety.general")


def test_another_subject_in_between_does_not_cut_the_thread(talk: Talk) -> None:
    talk("what are tight junctions?")
    talk("what's the capital of Peru")
    talk("how does glutamine affect them?").answers("gut.junctions")


@pytest.mark.parametrize(
    ("asked", "goes_on", "topic"),
    [
        ("are the side effects bad?", "when do they stop?", "effects.settle"),
        ("what is leaky gut?", "does glutamine fix it?", "gut.helps"),
        ("how should I store it?", "and in summer?", "forms.storage"),
    ],
)
def test_pronouns_and_places_go_on_with_what_was_asked(talk: Talk, asked: str, goes_on: str, topic: str) -> None:
    talk(asked)
    talk(goes_on).answers(topic)


def test_what_was_passed_over_can_be_taken_up(talk: Talk) -> None:
    talk("liver or kidney")
    talk("kidney").answers("safety.kidney")
    talk("the other one").answers("safety.liver")


@pytest.mark.parametrize("line", ["can she have it?", "is it ok for her?", "should my grandmother take it?"])
def test_whether_somebody_may_is_answered(talk: Talk, line: str) -> None:
    talk("what is glutamine?")
    talk(line).is_(ReplyKind.ANSWER)


@pytest.mark.parametrize(
    ("asked", "corrected", "topic"),
    [
        ("does it cause nausea?", "not nausea, constipation", "effects.constipation"),
        ("what does it do?", "i wasn't asking about the gut, i meant in the body generally", "what.body"),
        ("is it ok while breastfeeding?", "correction: while pregnant", "safety.pregnancy"),
        ("how do I store it?", "no, how do I take it", "dosage.how"),
    ],
)
def test_a_correction_is_answered_and_not_what_it_corrects(talk: Talk, asked: str, corrected: str, topic: str) -> None:
    talk(asked)
    talk(corrected).answers(topic)


def test_a_fragment_may_tell_how_old_somebody_is(talk: Talk) -> None:
    talk("can my daughter have it? she is 9")
    talk("and her brother, he is 16").answers("dosage.children").disclaims()
    talk("and my dad? he's 80").is_(ReplyKind.ANSWER).leads("older")
