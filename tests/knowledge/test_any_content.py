"""Whatever the files say, the base loads or every fault has a place; nothing else is ever raised."""

import json
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from glutamine_bot.domain.errors import KnowledgeError
from glutamine_bot.domain.knowledge_base import KnowledgeBase
from glutamine_bot.knowledge import formats, red_flag_formats
from glutamine_bot.knowledge.decoding import Shape
from glutamine_bot.knowledge.files import OBLIGATORY, OPTIONAL, File, Folder, read_english, read_knowledge
from glutamine_bot.knowledge.loading import load_files

NAMES = [*OBLIGATORY, *OPTIONAL, "topics/care.yaml"]
# As much of the language as the rules look at.
RULED = ("dosing.yaml", "professionals.yaml")
LANGUAGE = Folder(tuple(file for file in read_english().files if file.name in RULED), (), ())
# Keys that mean something, so that odd values come where readers look for good ones.
RECORDS = (*vars(formats).values(), *vars(red_flag_formats).values())
KEYS = sorted({key.name for shape in RECORDS if isinstance(shape, Shape) for key in shape.keys})
WORDS = st.sampled_from([*KEYS, "leaflet", "Wear", "rust", "2 g", "{a", ""])
SCALARS = st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False) | WORDS | st.text(max_size=5)
CONTENT = st.recursive(
    SCALARS,
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(WORDS | st.text(max_size=5), inner, max_size=4),
    max_leaves=12,
)


@pytest.fixture(scope="module")
def base(second_subject: Path) -> Folder:
    return read_knowledge(str(second_subject))


def attempt(base: Folder, name: str, content: bytes) -> KnowledgeBase | KnowledgeError:
    """What comes of the base with other content in one file."""
    files = (*(file for file in base.files if file.name != name), File(name, name, content))
    try:
        return load_files(Folder(files, (), ()), LANGUAGE)
    except KnowledgeError as error:
        return error


@settings(deadline=None)
@given(name=st.sampled_from(NAMES), content=CONTENT)
def test_any_nested_content(base: Folder, name: str, content: object) -> None:
    outcome = attempt(base, name, json.dumps(content).encode())
    if isinstance(outcome, KnowledgeError):
        assert all(fault.path and fault.line >= 1 and fault.column >= 1 and fault.message for fault in outcome.faults)


@settings(deadline=None, max_examples=50)
@given(name=st.sampled_from(NAMES), content=st.binary(max_size=100))
def test_any_bytes(base: Folder, name: str, content: bytes) -> None:
    assert isinstance(attempt(base, name, content), KnowledgeBase | KnowledgeError)
