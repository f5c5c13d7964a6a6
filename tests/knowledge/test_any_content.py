"""Whatever the files say, the base loads or every fault has a place; nothing else is ever raised."""

import json
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from glutamine_bot.domain.errors import KnowledgeError
from glutamine_bot.domain.knowledge_base import KnowledgeBase
from glutamine_bot.knowledge.files import OBLIGATORY, OPTIONAL, File, Folder, read_english, read_knowledge
from glutamine_bot.knowledge.loading import load_files

NAMES = [*OBLIGATORY, *OPTIONAL, "topics/care.yaml"]
# Keys that mean something, so that odd values come where readers look for good ones.
KEYS = st.sampled_from(
    [
        "name",
        "names",
        "subject",
        "disclaimers",
        "dosing",
        "replies",
        "thresholds",
        "title",
        "sections",
        "question",
        "ask",
        "answer",
        "facts",
        "about",
        "related",
        "kind",
        "canonical",
        "states",
        "lead",
        "ages",
        "medicines",
        "substances",
        "synonyms",
        "low",
        "high",
        "per_kg",
        "fact",
        "topic",
        "leaflet",
        "rust",
        "Wear",
    ]
)
SCALARS = (
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False) | st.sampled_from(["", "rust", "2 g", "{a"])
)
CONTENT = st.recursive(
    SCALARS | st.text(max_size=5),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(KEYS | st.text(max_size=5), inner, max_size=4),
    max_leaves=12,
)


@pytest.fixture(scope="module")
def base(second_subject: Path) -> Folder:
    return read_knowledge(str(second_subject))


def attempt(base: Folder, name: str, content: bytes) -> KnowledgeBase | KnowledgeError:
    """What comes of the base with other content in one file."""
    files = (*(file for file in base.files if file.name != name), File(name, name, content))
    try:
        return load_files(Folder(files, (), ()), read_english())
    except KnowledgeError as error:
        return error


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
@given(name=st.sampled_from(NAMES), content=CONTENT)
def test_any_nested_content(base: Folder, name: str, content: object) -> None:
    outcome = attempt(base, name, json.dumps(content).encode())
    if isinstance(outcome, KnowledgeError):
        assert all(fault.path and fault.line >= 1 and fault.column >= 1 and fault.message for fault in outcome.faults)


@settings(deadline=None, max_examples=50)
@given(name=st.sampled_from(NAMES), content=st.binary(max_size=100))
def test_any_bytes(base: Folder, name: str, content: bytes) -> None:
    assert isinstance(attempt(base, name, content), KnowledgeBase | KnowledgeError)
