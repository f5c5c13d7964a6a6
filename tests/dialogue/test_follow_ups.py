"""Lines that lean on the one before, and lines that must not."""

import pytest

from glutamine_bot.domain.reply import ReplyKind
from tests.dialogue.talking import Talk


def test_the_dose_for_somebody_else(talk: Talk) -> None:
    talk("how much should I take?").answers("dosage.adults").disclaims()
    talk("and for kids?").answers("dosage.children").disclaims()


def test_the_dose_for_another_purpose(talk: Talk) -> None:
    talk("how much should I take?").answers("dosage.adults")
    talk("and for leaky gut?").answers("dosage.leaky_gut").says("5-10 g").disclaims()


def test_the_dose_for_leaky_gut_once_a_weight_is_known(talk: Talk) -> None:
    talk("I weigh 80 kg")
    talk("how much for leaky gut?").answers("dosage.leaky_gut").says("5-10 g").disclaims()


def test_one_condition_after_the_other(talk: Talk) -> None:
    talk("is it safe with epilepsy?").answers("safety.seizures")
    talk("and bipolar?").answers("safety.bipolar")
    talk("what about liver disease?").answers("safety.liver")
    talk("and if I'm pregnant?").answers("safety.pregnancy")
    talk("breastfeeding?").answers("safety.breastfeeding")


def test_the_reason_for_it(talk: Talk) -> None:
    talk("is it safe in pregnancy?").answers("safety.pregnancy")
    talk("why?").answers("safety.pregnancy_why")


def test_how_and_when(talk: Talk) -> None:
    talk("how do I take it?").answers("dosage.how")
    talk("with food?").answers("dosage.timing")
    talk("at night?").answers("dosage.timing")


def test_how_long(talk: Talk) -> None:
    talk("how much should I take?").answers("dosage.adults")
    talk("how long?").answers("dosage.duration")


def test_pronouns_mean_what_was_spoken_of(talk: Talk) -> None:
    talk("what are the side effects?").answers("effects.list")
    talk("can I lessen them?").answers("effects.lessen")
    talk("what is it used for?").answers("usage.uses")


def test_a_pronoun_means_the_person_spoken_of(talk: Talk) -> None:
    talk("my wife is pregnant")
    talk("can she take it?").answers("safety.pregnancy")
    assert talk.state.about == "wife"


@pytest.mark.parametrize("elsewhere", ["what's the capital of France", "who won the match last night"])
def test_another_subject_inherits_nothing(talk: Talk, elsewhere: str) -> None:
    talk("how much should I take?").answers("dosage.adults")
    talk(elsewhere).is_(ReplyKind.OUT_OF_SCOPE).names_no_amount()


@pytest.mark.parametrize("small_talk", ["thanks!", "hi", "who made you"])
def test_small_talk_inherits_nothing_and_costs_nothing(talk: Talk, small_talk: str) -> None:
    talk("how much should I take?").answers("dosage.adults")
    talk(small_talk).is_(ReplyKind.SMALLTALK).names_no_amount()
    talk("and for kids?").answers("dosage.children")


def test_a_new_question_leaves_the_old_one_behind(talk: Talk) -> None:
    talk("is it safe in pregnancy?").answers("safety.pregnancy")
    talk("what are the side effects?").answers("effects.list").never("pregnan")
    talk("does it come as a powder?").answers("forms.available").never("pregnan")


def test_a_switch_and_the_way_back(talk: Talk) -> None:
    talk("how much should I take?").answers("dosage.adults")
    talk("what are the side effects?").answers("effects.list")
    talk("and how much for children?").answers("dosage.children")


def test_a_correction_is_read_as_what_was_meant(talk: Talk) -> None:
    talk("what is it used for?").answers("usage.uses")
    talk("no, I meant the side effects").answers("effects.list")
    talk("sorry, I meant when should I take it").answers("dosage.timing")


def test_for_me_after_a_child_is_for_an_adult(talk: Talk) -> None:
    talk("my daughter is 9")
    talk("how much?").answers("dosage.children")
    talk("and for me?").answers("dosage.adults").disclaims()
    assert talk.state.about == "self"


def test_what_is_not_known_of_is_not_answered_from_the_line_before(talk: Talk) -> None:
    talk("does it help with leaky gut?").answers("gut.helps")
    talk("does it help with IBS?").is_(ReplyKind.UNKNOWN).says("irritable bowel")


def test_why_with_nothing_before_it_is_no_answer(talk: Talk) -> None:
    assert talk("why?").reply.kind is not ReplyKind.ANSWER
