"""A whole turn, in any state, keeps its promises whatever is typed; what fuzzers have found is kept here."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from glutamine_bot import Bot
from glutamine_bot.dialogue.state import KEPT, UNDONE
from tests.fuzz.promises import talk

PIECES = [
    *("how much", "how often", "is it safe", "for kids", "my wife", "I weigh 80 kg", "I am pregnant", "not", "and"),
    *("20 g", "2-3", "\u00bd tsp", "1,000 mg", "per kg", "a day", "why", "2", "I want to die", "my throat is swelling"),
    *("/why", "/profile", "/undo", "/forget", "/topics", "/doses", "/x", "glutamin", "warfarin", "creatine", "my dog"),
    *("\x1b[31m", "\x1b]0;x\x07", "\x9b1m", "\x00", "\ud800", "\u202e", "\u0301" * 50, "\ufdfa", "\uff12\uff10\uff47"),
    *(
        "'",
        "n't" * 30,
        "?!",
        ". . .",
        "-" * 40,
        " " * 200,
        "(" * 60,
        "{line}",
        "%s",
        "\\",
        "\u0433\u0440",
        "\U0001f469\u200d",
    ),
]
WORDS = st.sampled_from(PIECES) | st.text(max_size=12)
LINES = st.lists(st.lists(WORDS, max_size=8).map(" ".join), min_size=1, max_size=5)


@settings(max_examples=120, deadline=None)
@given(LINES)
def test_any_conversation(shipped: Bot, lines: list[str]) -> None:
    talk(shipped, lines)


@settings(max_examples=40, deadline=None)
@given(st.text(), st.integers(1, 400))
def test_any_text_over_and_over(shipped: Bot, text: str, times: int) -> None:
    talk(shipped, [text * times])


FOUND = {
    "a contraction of a contraction, without end": "x" + "n't" * 1_300,
    "blanks between two words": "a" + " " * 60_000 + "b",
    "dots before a word": "a" + "." * 60_000 + "b",
    "ten megabytes at once": "how much " * 1_200_000,
    "more asides than are answered before a question": "zebra. lemon. apple. melon. how much should I take?",
    "half of a surrogate pair": "how much \ud83d",
    "letters that grow eighteenfold when folded": "\ufdfa" * 4_000,
}


@pytest.mark.parametrize("line", FOUND.values(), ids=FOUND.keys())
def test_what_was_found(shipped: Bot, line: str) -> None:
    talk(shipped, [line, "I am pregnant", line])


def test_a_talk_without_end_is_remembered_in_part(shipped: Bot) -> None:
    conversation = shipped.conversation()
    for _ in range(KEPT + 10):
        conversation.say("")
    state = conversation.state
    assert len(state.turns) == KEPT
    assert len(state.undoable) == UNDONE
    assert all(len(before.turns) <= KEPT and not before.undoable for before in state.undoable)
