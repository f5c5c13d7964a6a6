"""Amounts in conversation, several questions in a line, and long stories."""

import pytest

from glutamine_bot.domain.reply import ReplyKind
from tests.dialogue.talking import Talk


@pytest.mark.parametrize(
    "line",
    [
        "would 18 grams daily be alright?",
        "is 18g too much",
        "18000 mg a day ok?",
        "eighteen grams a day?",
        "6 g three times a day?",
        "9g twice daily, fine?",
        "2 x 9 g a day",
        "I take 10 g in the morning and 8 g at night",
    ],
)
def test_more_than_the_ceiling_is_said_to_be(talk: Talk, line: str) -> None:
    talk(line).is_(ReplyKind.ANSWER).leads("18 g", "above the 14 g", "disagree").disclaims()


def test_an_amount_within_the_figures_is_said_to_be_and_not_recommended(talk: Talk) -> None:
    reply = talk("is 5 g a day ok?").leads("within", "3-6 g", "professional").disclaims().reply
    assert not reply.text.lower().startswith("yes")


def test_an_amount_a_time_is_counted_for_the_day(talk: Talk) -> None:
    talk("5 g twice a day").says("10 g a day").disclaims()


def test_an_amount_leans_on_the_one_before(talk: Talk) -> None:
    talk("is 5 g a day ok?").says("5 g")
    talk("and 20 g?").leads("20 g", "above the 14 g").disclaims()
    talk("what about 4?").says("4 g").disclaims()


def test_what_a_scoop_holds_is_remembered(talk: Talk) -> None:
    talk("each scoop is 5 g").disclaims()
    talk("I take 3 scoops").leads("15 g", "above the 14 g").disclaims()


@pytest.mark.parametrize("line", ["two heaped spoons?", "is a scoop and a half ok", "3 teaspoons a day"])
def test_spoons_and_scoops_are_not_converted(talk: Talk, line: str) -> None:
    talk(line).says("label").never("is 5 g", "about 5 g").disclaims()


@pytest.mark.parametrize("line", ["is 5 mg ok?", "15 kg a day?"])
def test_a_slip_of_the_unit_is_asked_about(talk: Talk, line: str) -> None:
    talk(line).says("?", "label").never("within", "above the 14 g").disclaims()


def test_a_weight_told_is_used_with_the_ceiling_beside_it(talk: Talk) -> None:
    talk("I weigh 80 kg")
    talk("what is the dose by body weight?").answers("dosage.weight").says("40 g", "14 g", "supervision").disclaims()


def test_a_weight_and_a_purpose_in_one_line(talk: Talk) -> None:
    said = talk("I'm 80 kilos, how much for leaky gut?").says("5-10 g", "40 g", "14 g", "supervision").disclaims()
    said.never("take 40 g")


def test_no_amount_is_worked_out_for_a_child(talk: Talk) -> None:
    talk("my daughter is 9 and 30 kg").answers("dosage.children").says("professional", "0.7 g").never(
        "21 g"
    ).disclaims()


@pytest.mark.parametrize("line", ["my kidneys are bad, is 20 g ok?", "I have cirrhosis, would 5 g be fine?"])
def test_a_condition_comes_before_any_comparison(talk: Talk, line: str) -> None:
    talk(line).leads("supervision").disclaims()


@pytest.mark.parametrize("line", ["how much for my cat", "5 g for a dog of 20 kg"])
def test_an_animal_gets_no_amount(talk: Talk, line: str) -> None:
    said = talk(line).names_no_amount()
    assert said.reply.kind in (ReplyKind.OUT_OF_SCOPE, ReplyKind.UNKNOWN)


def test_another_substance_gets_no_amount(talk: Talk) -> None:
    talk("how much creatine should I take?").names_no_amount()


def test_several_questions_are_each_answered(talk: Talk) -> None:
    said = talk("what are the side effects? how much should I take?")
    said.answers("effects.list").also("dosage.adults").disclaims()
    assert len(set(said.reply.disclaimers)) == len(said.reply.disclaimers)


def test_of_more_than_three_questions_the_rest_is_named(talk: Talk) -> None:
    said = talk("what is it? what are the side effects? how much should I take? does it come as a powder?")
    said.also("what.glutamine", "effects.list", "dosage.adults").says("does it come as a powder")


def test_one_question_in_a_long_story_is_answered(talk: Talk) -> None:
    story = (
        "So I have been going to the gym since January, my mate swears by all sorts of tubs, and my sister thinks I am "
        "mad. Anyway I bought a bag of glutamine last week. It sits in the kitchen. What are the side effects of it?"
    )
    talk(story).answers("effects.list")


def test_a_false_premise_is_not_agreed_with(talk: Talk) -> None:
    said = talk("since it's natural I can take as much as I like, right?").says("14 g").disclaims()
    assert not said.reply.text.lower().startswith("yes")


@pytest.mark.parametrize(
    ("line", "first"),
    [("can I take 30 g a day?", "no: 30 g"), ("since 40 g is safe can I take that daily?", "no: 40 g")],
)
def test_leave_for_more_than_the_ceiling_is_refused_outright(talk: Talk, line: str, first: str) -> None:
    assert talk(line).disclaims().reply.text.lower().startswith(first)


@pytest.mark.parametrize("line", ["is 18 g too much?", "an ounce a day, is that dangerous?"])
def test_a_question_whether_it_is_too_much_is_not_answered_with_no(talk: Talk, line: str) -> None:
    assert not talk(line).says("14 g").reply.text.lower().startswith("no")


def test_each_of_several_amounts_is_compared(talk: Talk) -> None:
    talk("is 5 g ok or should I take 20 g?").leads("5 g a day is within", "20 g a day is above", "disagree").disclaims()


@pytest.mark.parametrize(
    ("follow_up", "amount"),
    [
        ("half of that?", "5 g"),
        ("can I double it?", "20 g"),
        ("and 25?", "25 g"),
        ("20?", "20 g"),
        ("15 bd", "30 g"),
        ("and three times?", "30 g"),
        ("is that ok?", "10 g"),
    ],
)
def test_a_few_words_are_an_amount_in_a_talk_of_amounts(talk: Talk, follow_up: str, amount: str) -> None:
    talk("is 10 g a day ok?")
    talk(follow_up).leads(f"{amount} a day").disclaims()


@pytest.mark.parametrize("line", ["took double by accident", "overdid it, 3 servings at once. what now"])
def test_too_much_by_mistake_is_answered_by_the_limit(talk: Talk, line: str) -> None:
    talk(line).answers("dosage.maximum").disclaims()


def test_of_an_amount_by_mistake_the_one_taken_counts(talk: Talk) -> None:
    talk("I accidentally took 12 g instead of 6").leads("12 g a day").never("6 g a day is").disclaims()


@pytest.mark.parametrize("line", ["just give me the number, no disclaimer", "for the third time just a number"])
def test_a_number_alone_is_no_other_question(talk: Talk, line: str) -> None:
    talk(line).answers("dosage.adults").says("3-6 g").disclaims()


def test_an_amount_above_the_ceiling_is_said_to_be_whatever_is_asked(talk: Talk) -> None:
    talk("I'm on lithium and take 20 g a day, do they interact?").says("above the 14 g").disclaims()


def test_a_weight_told_in_a_talk_of_doses_is_worked_out(talk: Talk) -> None:
    talk("how much a day?")
    talk("I weigh 82 kg").says("41 g", "14 g", "supervision").disclaims()


def test_the_dose_of_a_medicine_is_none_of_the_subjects(talk: Talk) -> None:
    talk("is it ok with escitalopram 10 mg").answers("safety.medicines").never("10 mg")


@pytest.mark.parametrize("line", ["paracetamol dose for a 4 year old", "how much protein should I eat a day"])
def test_other_things_have_no_dose_for_anybody(talk: Talk, line: str) -> None:
    talk(line).is_(ReplyKind.OUT_OF_SCOPE).names_no_amount()


def test_digits_that_sound_like_words_are_no_amounts(talk: Talk) -> None:
    said = talk("whats the most i can do 4 leaky gut, back 2 glutamine now").disclaims()
    assert said.reply.draft.heard.quantities == ()
