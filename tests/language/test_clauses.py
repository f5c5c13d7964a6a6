"""Lines cut into the clauses that can be answered by themselves."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from glutamine_bot import Bot
from glutamine_bot.language.clauses import ClauseSplitter

ASKS, TELLS = True, False


@pytest.fixture(scope="module")
def splitter(shipped: Bot) -> ClauseSplitter:
    cues = shipped.knowledge.cues
    return ClauseSplitter(cues["question_openers"], cues["joiners"])


@pytest.mark.parametrize(
    ("line", "clauses"),
    [
        ("", []),
        (" \t ", []),
        ("?!", []),
        ("side effects", [("side effects", TELLS)]),
        ("side effects?", [("side effects", ASKS)]),
        ("what is it", [("what is it", ASKS)]),
        ("WHAT IS IT", [("WHAT IS IT", ASKS)]),
        ("I'm pregnant. Is it safe?", [("I'm pregnant", TELLS), ("Is it safe", ASKS)]),
        ("I'm pregnant, is it safe", [("I'm pregnant", TELLS), ("is it safe", ASKS)]),
        ("what is it? how much?", [("what is it", ASKS), ("how much", ASKS)]),
        ("what is it and how much do I take", [("what is it", ASKS), ("how much do I take", ASKS)]),
        ("is it safe, and when do I take it", [("is it safe", ASKS), ("when do I take it", ASKS)]),
        ("how much & when", [("how much", ASKS), ("when", ASKS)]),
        ("what is it; what does it do", [("what is it", ASKS), ("what does it do", ASKS)]),
        ("what is it\nwhat does it do", [("what is it", ASKS), ("what does it do", ASKS)]),
        ("I lift weights - does it help?", [("I lift weights", TELLS), ("does it help", ASKS)]),
        ("I lift weights \u2014 does it help", [("I lift weights", TELLS), ("does it help", ASKS)]),
        ("I have bad kidneys so can I take it", [("I have bad kidneys", TELLS), ("can I take it", ASKS)]),
        ("what is it, plus the price?", [("what is it", ASKS), ("the price", ASKS)]),
        ("is it safe also for my son", [("is it safe", ASKS), ("for my son", TELLS)]),
    ],
)
def test_a_line_is_cut_where_a_further_question_begins(
    splitter: ClauseSplitter, line: str, clauses: list[tuple[str, bool]]
) -> None:
    assert splitter.split(line) == clauses


@pytest.mark.parametrize(
    "line",
    [
        "I take 0.5 g",
        "is 3.5 g too much",
        "gut and brain",
        "is L-glutamine safe",
        "nausea, gas and headaches",
        "5-10 g a day",
        "with milk or water",
        "the doctor said yes, I think",
    ],
)
def test_what_belongs_together_stays_together(splitter: ClauseSplitter, line: str) -> None:
    assert [text for text, _ in splitter.split(line)] == [line]


@pytest.mark.parametrize(
    "line",
    ["how much", "can I", "Does it work", "tell me the dose", "give me the dose", "any risks", "isnt it natural"],
)
def test_a_question_is_known_by_how_it_begins(splitter: ClauseSplitter, line: str) -> None:
    assert splitter.split(line)[0][1] is ASKS


@pytest.mark.parametrize("line", ["I take it daily", "my wife is pregnant", "side effects", "howitzer", "island life"])
def test_a_statement_is_no_question(splitter: ClauseSplitter, line: str) -> None:
    assert splitter.split(line)[0][1] is TELLS


@given(line=st.text(max_size=200))
def test_no_letter_is_made_up_and_no_clause_is_blank(shipped: Bot, line: str) -> None:
    cues = shipped.knowledge.cues
    clauses = ClauseSplitter(cues["question_openers"], cues["joiners"]).split(line)
    written = "".join(line.replace("&", " and ").split())
    assert all(text.strip() == text != "" and "".join(text.split()) in written for text, _ in clauses)
