"""Every fault is reported at its file, line and column, in words that an author understands, all in one run."""

import pytest

from tests.support.drafts import SAFETY, Draft

AMOUNT = """
oil.amount:
  question: How much oil does a chain need?
  ask: [amount of oil]
  answer: About 2 g will do.
  facts: [oil-often]
"""
LIMIT = """
drop: {who: riders, purpose: oiling, high: 2 g, ceiling: true, fact: oil-often, topic: oil.how,
  figure: 2 g, label: at most 2 g, says: At most 2 g.}
"""
# A slip by itself: in which file, what it replaces, what is written instead, and its line, column and code.
SLIPS = [
    ("topics/wear.yaml", "question: When should I replace the chain?", "question: 12", "2:13 wrong-type"),
    ("topics/wear.yaml", "question: When should I replace the chain?", "question: [When?]", "2:13 wrong-type"),
    ("topics/wear.yaml", "question: When should I replace the chain?", "question: true", "2:13 wrong-type"),
    ("topics/wear.yaml", "question: When should I replace the chain?", "question:", "2:12 wrong-type"),
    ("topics/wear.yaml", "question: When should I replace the chain?", "personal: true", "1:1 missing-key"),
    ("topics/wear.yaml", "question: When should I replace the chain?", "quest: When?", "2:3 unknown-key"),
    ("topics/wear.yaml", "facts: [wear-gauge]", "facts: wear-gauge", "5:10 wrong-type"),
    ("topics/wear.yaml", "facts: [wear-gauge]", "facts: [[wear-gauge]]", "5:11 wrong-type"),
    ("topics/wear.yaml", "facts: [wear-gauge]", "facts: [wear-gauge]\n  dosing: maybe", "6:11 wrong-type"),
    ("topics/wear.yaml", "facts: [wear-gauge]", "facts: [wear-gauge]\n  dosing: 'true'", "6:11 wrong-type"),
    ("topics/wear.yaml", "facts: [wear-gauge]", "facts: [wear-gauge]\n  facts: []", "6:3 duplicate-key"),
    ("topics/wear.yaml", "facts: [wear-gauge]", "facts: []", "5:10 unsourced"),
    ("topics/wear.yaml", "facts: [wear-gauge]", "facts: [wear-gage]", "5:11 dangling-id"),
    ("topics/wear.yaml", "facts: [wear-gauge]", "facts: [wear-rust]", "facts.yaml:10:5 unused-fact"),
    ("topics/wear.yaml", "related: [wear.rust]", "related: [oil.how, wear.rost]", "6:22 dangling-id"),
    ("topics/wear.yaml", "related: [wear.rust]", "reason: wear.why", "6:11 dangling-id"),
    ("topics/wear.yaml", "about: [rust]", "about: [dust]", "12:11 dangling-id"),
    ("topics/wear.yaml", "wear.rust:", "Wear Rust:", "7:1 bad-id"),
    ("topics/wear.yaml", "wear.rust:", "oil.how:", "7:1 duplicate-id"),
    ("topics/wear.yaml", "ask: [is my chain worn", "ask: [Clean the chain, OILING!", "3:26 duplicate-phrasing"),
    (
        "topics/wear.yaml",
        "ask: [is my chain worn",
        "ask: [how do i clean a bicycle chain",
        "3:9 duplicate-phrasing",
    ),
    ("topics/wear.yaml", "ask: [is my chain worn", "ask: ['", "3:9 syntax"),
    ("gaps.yaml", "nearest: [wear.replace]", "nearest: [wear.out]", "8:13 dangling-id"),
    ("gaps.yaml", "facts: [wear-gauge]", "facts: [price]", "10:11 dangling-id"),
    ("gaps.yaml", "note: It says only when one is due.", "note: A chain of 300 g.", "9:20 unflagged-dose"),
    ("gaps.yaml", "how much is a chain", "chain wear", "7:9 duplicate-phrasing"),
    ("gaps.yaml", "disc brake", "corrosion", "3:38 duplicate-name"),
    ("smalltalk.yaml", "cheers", "new chain needed", "2:17 duplicate-phrasing"),
    ("facts.yaml", "leaflet:", "leaflets:", "1:1 dangling-id"),
    ("facts.yaml", "Wear:", "Worn:", "9:3 dangling-id"),
    ("facts.yaml", "wear-rust:", "oil-wipe:", "11:5 duplicate-id"),
    ("facts.yaml", "wear-rust:", "Wear-Rust:", "11:5 bad-id"),
    ("facts.yaml", "  Wear:\n", "  Wear: none\n  Oiling it:\n", "9:9 wrong-type"),
    ("sources.yaml", "sections: [Cleaning, Oiling, Wear]", "sections: []", "3:13 wrong-type"),
    ("sources.yaml", "title: ", "titel: ", "2:3 unknown-key"),
    ("bot.yaml", "name: chain_bot", "nome: chain_bot", "2:1 unknown-key"),
    ("bot.yaml", "answer: 0.5", "answer: 5", "11:11 wrong-type"),
    ("bot.yaml", "answer: 0.5", "answer: 0.2", "11:3 reversed-range"),
    ("bot.yaml", "answer: 0.5", "answer: high", "11:11 wrong-type"),
    ("bot.yaml", "bike chain", "rusty", "vocabulary/concepts.yaml:4:17 duplicate-name"),
    ("bot.yaml", "thresholds:", "replies: {unknwon: What?}\nthresholds:", "10:11 reply-template"),
    ("bot.yaml", "thresholds:", "replies: {out_of_scope: What?}\nthresholds:", "10:25 reply-template"),
    ("bot.yaml", "thresholds:", "replies: {out_of_scope: 'I {subject'}\nthresholds:", "10:25 reply-template"),
    ("vocabulary/words.yaml", "synonyms:", "synonym:", "1:1 unknown-key"),
    ("vocabulary/words.yaml", "swap, change", "swap, lube", "3:19 duplicate-name"),
    ("vocabulary/words.yaml", "[swap, change]", "swap", "3:12 wrong-type"),
    ("vocabulary/concepts.yaml", "kind: condition", "kind: disease", "2:9 wrong-type"),
    ("vocabulary/concepts.yaml", "topic: wear.rust", "topic: rust", "6:10 dangling-id"),
    ("vocabulary/concepts.yaml", "facts: [wear-rust]", "facts: []", "7:9 unsourced"),
    ("vocabulary/concepts.yaml", "facts: [wear-rust]", "facts: [rust]", "8:11 dangling-id"),
    ("vocabulary/concepts.yaml", "facts: [wear-rust]", "facts: [wear-rust]\n  ages: [9, 2]", "9:9 reversed-range"),
    ("vocabulary/kinds.yaml", "substance:", "substances:", "1:1 unknown-key"),
    ("vocabulary/kinds.yaml", "topic: oil.how", "topic: oil", "3:10 dangling-id"),
    ("vocabulary/kinds.yaml", "topic: oil.how", "topic: oil.how\n  lead: No {name}.", "4:9 unsourced"),
    ("vocabulary/kinds.yaml", "topic: oil.how", "facts: [oil-which, oil]", "3:22 dangling-id"),
    ("vocabulary/others.yaml", "[wd-40, wd40]", "[wd-40, Puppy]", "2:17 duplicate-name"),
    ("vocabulary/others.yaml", "[wd-40, wd40]", "{wd-40: wd40}", "1:19 wrong-type"),
    ("vocabulary/others.yaml", "[wd-40, wd40]", "rust", "1:19 duplicate-id"),
]


def test_the_second_subject_is_clean(draft: Draft) -> None:
    assert draft.faults() == ()


@pytest.mark.parametrize(("file", "old", "new", "expected"), SLIPS)
def test_a_slip_is_found_where_it_is(draft: Draft, file: str, old: str, new: str, expected: str) -> None:
    draft.replace(file, old, new)
    assert (expected if ".yaml:" in expected else f"{file}:{expected}") in draft.places()


@pytest.mark.parametrize(
    "amount", ["2", "2 grams", ".5 g", "0 g", "2 l", "2-3 g", "-2 g", "2g per kg", "[2 g]", "1e3 g"]
)
def test_an_amount_is_digits_and_a_unit(draft: Draft, amount: str) -> None:
    draft.write("limits.yaml", LIMIT.replace("high: 2 g", f"high: {amount}"))
    assert "limits.yaml:2:44 bad-amount" in draft.places()


def test_a_limit_does_not_end_below_its_beginning(draft: Draft) -> None:
    draft.write("limits.yaml", LIMIT.replace("high: 2 g", "low: 3 g, high: 2 g"))
    assert "limits.yaml:2:43 reversed-range" in draft.places()


def test_a_limit_rests_on_a_fact(draft: Draft) -> None:
    draft.write("limits.yaml", LIMIT.replace("fact: oil-often", "fact: oil-often-enough"))
    assert "limits.yaml:2:70 dangling-id" in draft.places()


def test_an_amount_makes_a_topic_one_about_dosing(draft: Draft) -> None:
    draft.append("topics/care.yaml", AMOUNT)
    assert draft.places() == ["topics/care.yaml:21:17 unflagged-dose"]


@pytest.mark.parametrize(
    ("disclaimers", "expected"),
    [
        ("general: [Take care.]", ["bot.yaml:8:3 dosing-disclaimer"]),
        ("dosing: []", ["bot.yaml:8:3 dosing-disclaimer"]),
        ("dosing: [Take care, Doc.]", ["bot.yaml:8:3 dosing-disclaimer"]),
        ("dosing: [Ask your doctor first.]", []),
        ("dosing: [Take care., Ask a Pharmacist.]", []),
    ],
)
@pytest.mark.parametrize("doses", ["topic", "gap", "limit", "small talk"])
def test_what_speaks_of_doses_sends_people_to_a_professional(
    draft: Draft, doses: str, disclaimers: str, expected: list[str]
) -> None:
    draft.write("safety.yaml", SAFETY)
    if doses == "topic":
        draft.append("topics/care.yaml", f"{AMOUNT}  dosing: true\n")
    elif doses == "gap":
        draft.append("gaps.yaml", "  dosing: true\n")
    elif doses == "small talk":
        draft.append("smalltalk.yaml", "how: {ask: [how is it going], reply: Two grams a day keep me going.}\n")
    else:
        draft.write("limits.yaml", LIMIT)
    draft.replace("bot.yaml", "general:\n    - General advice; your bicycle's manual comes first.", disclaimers)
    assert draft.places() == expected


def test_all_faults_come_in_one_run_and_in_file_order(draft: Draft) -> None:
    draft.replace("bot.yaml", "greeting:", "greting:")
    draft.replace("facts.yaml", "leaflet:", "leaflet: &all")
    draft.replace("topics/care.yaml", "facts: [clean-when, clean-how]", "facts: [clean-when, clean-ho]")
    draft.replace("topics/wear.yaml", "about: [rust]", "abuot: [rust]")
    draft.write("vocabulary/concepts.yaml", "rust: [")
    assert draft.places() == [
        "bot.yaml:6:1 unknown-key",
        "facts.yaml:1:10 alias",
        "facts.yaml:4:5 unused-fact",
        "topics/care.yaml:5:23 dangling-id",
        "topics/wear.yaml:12:3 unknown-key",
        "vocabulary/concepts.yaml:2:1 syntax",
    ]


def test_an_unreadable_file_does_not_condemn_what_refers_to_it(draft: Draft) -> None:
    draft.replace("facts.yaml", "  Oiling:", "  Oiling: [")
    assert draft.places() == ["facts.yaml:5:11 syntax"]


def test_a_fault_says_what_was_probably_meant(draft: Draft) -> None:
    draft.replace("topics/wear.yaml", "about: [rust]", "abuot: [rust]")
    (fault,) = draft.faults()
    assert fault.message == "the key 'abuot' is not known here"
    assert fault.hint == "did you mean 'about'?"


def test_a_phrase_that_two_claim_names_them_and_the_other_place(draft: Draft) -> None:
    draft.replace("topics/wear.yaml", "is my chain worn", "Oil after rain")
    (fault,) = draft.faults()
    assert fault.message.startswith("'Oil after rain' of topic 'wear.replace' belongs to topic 'oil.how' already, at ")
    assert fault.message.endswith("care.yaml:9")


def test_an_empty_file_hides_no_fault_of_others(draft: Draft) -> None:
    draft.replace("topics/wear.yaml", "facts: [wear-gauge]", "facts: [wear-gauge]\n  reason: oil.hwo")
    before = draft.places()
    draft.write("topics/later.yaml", "# nothing yet\n")
    assert draft.places() == sorted([*before, "topics/later.yaml:1:1 empty-file"])


@pytest.mark.parametrize("slip", ["{nam}", "{}", "{name"])
def test_the_lead_of_a_kind_names_what_it_is_of(draft: Draft, slip: str) -> None:
    draft.write("vocabulary/kinds.yaml", f"medicine:\n  lead: Ask about {slip}.\n  facts: [oil-often]\n")
    assert "vocabulary/kinds.yaml:2:9 reply-template" in draft.places()
