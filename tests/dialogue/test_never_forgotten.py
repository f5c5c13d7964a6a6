"""Nobody's stated condition is forgotten at a dose question, however it was told and whatever came between."""

import pytest

from tests.dialogue.talking import Talk

TOLD = {
    "pregnan": [
        "I'm 8 months gone",
        "we're expecting our first",
        "I'm a pregnant woman of 31",
        "knocked up lol",
        "second trimester now",
        "expecting a little one in June",
        "my pregnancy is going fine so far",
        "took it for a week before I knew I was pregnant",
    ],
    "breastfeed": [
        "still pumping for my baby",
        "I'm a nursing mum",
        "my baby is breastfed",
        "lactating",
        "I have not stopped breastfeeding",
    ],
    "kidney": [
        "haemodialysis patient here",
        "creatinine's high",
        "my kidneys aren't what they were",
        "I have protein in my urine",
        "my kidneys have seen better days",
    ],
    "liver": ["my liver's gone", "bad liver", "hepatitis C", "my liver is a mess"],
    "seizure": ["I've got fits now and then", "my epilepsy is under control"],
    "manic": ["my bipolar is stable", "I had a manic episode in June"],
}
OF_OTHERS = [
    ("my wife is with child", "how much can she take?", "pregnan"),
    ("my wife carries our first baby since 5 months", "how much for her?", "pregnan"),
    ("my partner is 20 weeks", "dose for her?", "pregnan"),
    ("my father, who is on dialysis, wants to try it", "how many grams for him?", "kidney"),
    ("a friend of mine has kidney disease", "how much would be safe for him?", "kidney"),
    ("my moms kidneys are bad", "dose for her?", "kidney"),
    ("my uncle drinks and his liver's gone", "how much for him?", "liver"),
    ("sister's nursing her newborn", "can she take 5 g?", "breastfeed"),
]


@pytest.mark.parametrize(("word", "line"), [(word, line) for word, lines in TOLD.items() for line in lines])
@pytest.mark.parametrize("question", ["how much should I take?", "is 5 g ok"])
def test_it_opens_the_answer_on_doses(talk: Talk, word: str, line: str, question: str) -> None:
    talk(line)
    talk("what's the weather like?")
    talk(question).leads(word).disclaims()


@pytest.mark.parametrize(("line", "question", "word"), OF_OTHERS)
def test_it_opens_the_answer_for_somebody_else(talk: Talk, line: str, question: str, word: str) -> None:
    talk(line)
    talk("what is glutamine?")
    talk(question).leads(word).disclaims()


@pytest.mark.parametrize(
    "line",
    [
        "I have epilepsy, my mate gave me this tub, how much do I take?",
        "I'm epileptic, the gym lad says ten grams. how much?",
        "epileptic here, my wife told me about it, how many grams?",
    ],
)
def test_whoever_told_or_gave_something_is_not_who_takes_it(talk: Talk, line: str) -> None:
    talk(line).leads("seizure").disclaims()


@pytest.mark.parametrize("condition", ["pregnant", "breastfeeding", "a dialysis patient", "cirrhotic"])
@pytest.mark.parametrize(
    "question", ["how much should I take?", "what's the maximum?", "is 5 g ok?", "just the number"]
)
def test_no_figure_for_healthy_adults_where_it_is_to_be_avoided(talk: Talk, condition: str, question: str) -> None:
    talk(f"I'm {condition}")
    talk(question).never("3-6 g", "5-10 g", "within").disclaims()


@pytest.mark.parametrize(
    "line",
    [
        "how much for my little brother?",
        "sons 7, 24 kilo. what's his dose?",
        "dose for minors?",
        "how much for the juniors at our swim club?",
        "my nephew is a schoolboy, what dose?",
    ],
)
def test_no_figure_for_adults_for_anybody_young(talk: Talk, line: str) -> None:
    talk(line).answers("dosage.children").never("3-6 g", "5-10 g", "16.8")


def test_whoever_gives_it_is_not_who_takes_it(talk: Talk) -> None:
    talk("how much for my 6 year old?")
    talk("how much should I give?").answers("dosage.children").never("3-6 g")
    talk("half of that?").answers("dosage.children").disclaims()


@pytest.mark.parametrize(
    "line",
    [
        "are my kidneys at risk?",
        "tell me about epilepsy",
        "my eGFR is fine",
        "no kidney problems here",
        "my mum had epilepsy as a child",
        "I gave birth last year",
        "is a minor headache normal?",
        "will it affect my liver?",
    ],
)
def test_what_nobody_has_is_not_kept(talk: Talk, line: str) -> None:
    talk(line)
    assert talk.state.profiles == ()
