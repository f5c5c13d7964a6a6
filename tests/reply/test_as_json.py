"""A reply as JSON: the contract's keys, one line, nothing that a terminal would obey."""

import json

from hypothesis import given
from hypothesis import strategies as st

from glutamine_bot.domain.reply import Band, Heard, ReplyKind
from glutamine_bot.reply.as_json import as_json
from tests.reply.making import DISCLAIMER, OPTIONS, SOURCES, reply


def test_every_key_of_the_contract_is_there() -> None:
    heard = Heard({"glutamin": "glutamine"}, ("zinc",), ("pregnancy",), ("20 g/day",))
    parts = {"topics": ("dosage",), "sources": SOURCES[:1], "related": OPTIONS[:1], "options": OPTIONS[1:]}
    made = reply("It is.", **parts, confidence=0.9349, band=Band.HIGH, heard=heard)
    assert json.loads(as_json(made)) == {
        "kind": "answer",
        "text": "It is.",
        "disclaimers": [DISCLAIMER],
        "topics": ["dosage"],
        "sources": [{"id": "short", "title": "Short", "section": "Dosage"}],
        "related": ["What is it?"],
        "options": [{"topic": "b", "question": "How is it stored?"}],
        "confidence": 0.93,
        "band": "high",
        "heard": {
            "corrections": {"glutamin": "glutamine"},
            "not_covered": ["zinc"],
            "about": ["pregnancy"],
            "quantities": ["20 g/day"],
        },
    }


@given(st.text(st.characters(), max_size=200), st.sampled_from(ReplyKind), st.booleans())
def test_it_is_one_line_without_control_characters_whatever_was_typed(
    typed: str, kind: ReplyKind, ascii_only: bool
) -> None:
    line = as_json(reply(typed, kind, heard=Heard({typed: typed}, (typed,))), ascii_only=ascii_only)
    assert len(line.splitlines()) == 1
    assert line.encode("ascii" if ascii_only else "utf-8")
    loaded = json.loads(line)
    assert list(loaded)[:3] == ["kind", "text", "disclaimers"]
    assert not [char for char in loaded["text"] if char < " " and char != "\n" or "\x7f" <= char < "\xa0"]
