"""What people say of themselves and others: kept, led with, and taken back when they say so."""

import pytest

from tests.dialogue.talking import Talk

PREGNANCY, KIDNEY, LIVER, SEIZURES = "pregnancy", "kidney_disease", "liver_disease", "seizures"


@pytest.mark.parametrize(
    ("line", "fact", "word"),
    [
        ("I'm pregnant", PREGNANCY, "pregnan"),
        ("expecting in the spring", PREGNANCY, "pregnan"),
        ("trying for a baby", "trying_to_conceive", "trying to conceive"),
        ("I'm nursing", "breastfeeding", "breastfeeding"),
        ("my kidneys are bad", KIDNEY, "kidney"),
        ("I'm on dialysis", KIDNEY, "kidney"),
        ("I have stage 3 kidney disease", KIDNEY, "kidney"),
        ("I was born with kidney disease", KIDNEY, "kidney"),
        ("I have cirrhosis", LIVER, "liver"),
        ("I have epilepsy", SEIZURES, "epilepsy"),
        ("I am 34 and have epilepsy", SEIZURES, "epilepsy"),
        ("I'm bipolar", "bipolar", "bipolar"),
        ("I take metformin", "metformin", "metformin"),
        ("been prescribed warfarin", "warfarin", "warfarin"),
    ],
)
def test_what_is_told_opens_the_next_dose_answer(talk: Talk, line: str, fact: str, word: str) -> None:
    talk(line)
    assert fact in {concept.split(":")[-1] for concept in talk.knows()}
    talk("what is its generic name?")
    talk("how much should I take?").leads(word).disclaims()


@pytest.mark.parametrize(
    ("line", "relation", "fact"),
    [
        ("my wife is pregnant", "wife", PREGNANCY),
        ("my mum has kidney disease", "mother", KIDNEY),
        ("my dad is 70 and has bad kidneys", "father", KIDNEY),
        ("my brother has epilepsy", "brother", SEIZURES),
        ("it's for my wife, she's pregnant", "wife", PREGNANCY),
    ],
)
def test_what_is_told_of_another_is_theirs(talk: Talk, line: str, relation: str, fact: str) -> None:
    talk(line)
    assert fact in talk.knows(relation)
    assert talk.knows() == set()
    talk("how much for me?").never("you said")


def test_each_has_their_own(talk: Talk) -> None:
    talk("I have epilepsy")
    talk("my wife is pregnant")
    assert (talk.knows(), talk.knows("wife")) == ({SEIZURES}, {PREGNANCY})
    talk("how much can she take?").leads("pregnan").never("epilepsy")
    talk("how much can I take?").leads("epilepsy").never("pregnan")


@pytest.mark.parametrize(
    "line",
    [
        "I was nursing until last spring",
        "I'm not pregnant",
        "if I were pregnant, could I take it?",
        "what if I had epilepsy",
        "is it safe in pregnancy?",
        "does it cause kidney disease?",
        "my kidneys are fine",
        "I don't have epilepsy",
    ],
)
def test_what_is_denied_past_supposed_or_only_named_is_no_fact(talk: Talk, line: str) -> None:
    talk(line)
    assert talk.knows() == set()
    talk("how much should I take?").never("you said")


@pytest.mark.parametrize(
    ("told", "taken_back"),
    [
        ("I'm pregnant", "actually I'm not pregnant"),
        ("I'm pregnant", "sorry, I'm no longer pregnant"),
        ("I have epilepsy", "I don't have epilepsy"),
        ("I'm pregnant", "that was for my wife"),
        ("I'm pregnant", "that was not about me"),
        ("my kidneys are bad", "forget that"),
        ("my kidneys are bad", "forget everything I told you"),
        ("my kidneys are bad", "/forget"),
        ("my kidneys are bad", "start over"),
    ],
)
def test_what_is_taken_back_is_gone(talk: Talk, told: str, taken_back: str) -> None:
    talk(told)
    assert talk.knows()
    talk(taken_back)
    assert talk.knows() == set()
    talk("how much should I take?").answers("dosage.adults").never("you said")


@pytest.mark.parametrize(
    "line",
    [
        "what is the limit for people without kidney disease?",
        "how much may somebody take who does not have kidney disease?",
        "is it ok for someone without kidney disease?",
        "why not with kidney disease?",
        "my wife has no kidney disease",
        "what if I had no kidney disease?",
        "does it help if kidney disease is not severe?",
    ],
)
def test_what_is_said_of_others_takes_nothing_back(talk: Talk, line: str) -> None:
    talk("I have kidney disease")
    talk(line)
    assert KIDNEY in talk.knows()
    talk("how much should I take?").leads("kidney")


def test_all_that_was_told_opens_the_answer_the_gravest_first(talk: Talk) -> None:
    talk("I take metformin and I have epilepsy")
    talk("how much should I take?").leads("epilepsy", "metformin")


def test_a_condition_in_the_question_itself_is_kept(talk: Talk) -> None:
    talk("is it ok if my kidneys are bad?")
    talk("I have cirrhosis, how much can I take?").leads("liver")
    assert LIVER in talk.knows()
    talk("how many grams a day?").leads("liver")


def test_a_child_gets_no_number_to_follow(talk: Talk) -> None:
    talk("she's 6 and 20 kg, how much can she have?").answers("dosage.children").never("14 g", "3-6 g").disclaims()
    talk("and 5 g?").answers("dosage.children").never("14 g", "3-6 g").disclaims()


def test_age_tells_who_is_meant(talk: Talk) -> None:
    talk("my son is 5")
    talk("how much for him?").answers("dosage.children")
    talk("I'm 70")
    talk("how much for me?").answers("dosage.adults").leads("older")


@pytest.mark.parametrize("line", ["hello", "what's the weather", "2", "thanks", "huh", "/why", "/topics", "source?"])
def test_nothing_else_makes_it_forget(talk: Talk, line: str) -> None:
    talk("I'm pregnant")
    talk(line)
    assert PREGNANCY in talk.knows()


def test_what_is_denied_of_oneself_may_be_said_of_another(talk: Talk) -> None:
    talk("I'm not pregnant but my wife is")
    assert (talk.knows(), talk.knows("wife")) == (set(), {PREGNANCY})


def test_a_nursed_child_is_told_with_its_age(talk: Talk) -> None:
    talk("nursing my 4 month old, can I take this").answers("safety.breastfeeding")


def test_ones_own_condition_leads_a_list_of_who_should_avoid_it(talk: Talk) -> None:
    talk("my sister's epileptic, should she avoid it").answers("safety.seizures")
    talk("who should avoid it?").leads("epilepsy")


def test_an_age_in_text_speak_makes_a_child(talk: Talk) -> None:
    talk("hey im 15 n i play football, should i take glutamine").answers("dosage.children")
    talk("how much tho").answers("dosage.children")


def test_a_condition_told_by_the_way_is_not_forgotten(talk: Talk) -> None:
    talk("I've had gut problems since I started on Keppra for my epilepsy and read that glutamine heals the gut")
    talk("what would be a normal amount").leads("epilepsy")
