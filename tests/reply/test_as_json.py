"""A reply as JSON: the contract's keys, one line, nothing that a terminal would obey."""

import json

from hypothesis import given
from hypothesis import strategies as st

from glutamine_bot.domain.reply import Heard, ReplyKind
from glutamine_bot.reply.as_json import as_json
from tests.reply.making import DISCLAIMER, OPTIONS, SOURCES, reply


def test_every_key_of_the_contract_is_there() -> None:
    heard = Heard({"glutamin": "glutamine"}, ("zinc",), ("pregnancy",), ("20 g/day",))
    made = reply(
        "It is.",
        topics=("dosage",),
        sources=SOURCES[:1],
        related=OPTIONS[:1],
        options=OPTIONS[1:],
        confidence=0.9349,
        heard=heard,
    )
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


@given(st.text(st.characters(), max_size=200), st.sampled_from(ReplyKind), st.sampled_from(["ascii", "utf-8"]))
def test_it_is_one_line_without_control_characters_whatever_was_typed(
    typed: str, kind: ReplyKind, encoding: str
) -> None:
    made = reply(typed, kind, heard=Heard({typed: typed}, (typed,)))
    line = as_json(made, ascii_only=encoding == "ascii")
    assert len(line.splitlines()) == 1
    assert line.encode(encoding)
    loaded = json.loads(line)
    assert list(loaded)[:3] == ["kind", "text", "disclaimers"]
    assert not [char for char in loaded["text"] if (char < " " and char != "\n") or "\x7f" <= char < "\xa0"]
