"""The JSON Schema of the files takes what the loader takes, and refuses what the loader refuses by its form."""

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st
from jsonschema import Draft202012Validator

from glutamine_bot.domain.errors import Fault, KnowledgeError
from glutamine_bot.knowledge.decoding import plain
from glutamine_bot.knowledge.documents import read_documents
from glutamine_bot.knowledge.file_formats import FILES, FileFormat
from glutamine_bot.knowledge.files import OBLIGATORY, OPTIONAL, TOPICS, File, read_knowledge
from glutamine_bot.knowledge.nodes import Faults
from glutamine_bot.knowledge.reading import read_node
from glutamine_bot.knowledge.schemas import file_schema, folder_schema
from tests.knowledge.test_any_content import CONTENT
from tests.knowledge.test_faults import LIMIT, SLIPS
from tests.support.drafts import Draft

OF_FORM = ("wrong-type", "missing-key", "unknown-key", "bad-id", "bad-amount")
FOLDER = Draft202012Validator(folder_schema())


def contents(folder: Path) -> dict[str, Any]:
    """The content of every file by its name, as JSON Schema sees it."""
    documents = read_documents(read_knowledge(str(folder)), Faults())
    return {name: data(plain(node)) for name, node in documents.nodes.items() if node}


def data(content: Any) -> Any:
    """Plain data with lists for tuples."""
    match content:
        case dict():
            return {key: data(value) for key, value in content.items()}
        case tuple():
            return [data(value) for value in content]
        case _:
            return content


def complaints(folder: Path) -> list[str]:
    return [f"{error.json_path}: {error.message}" for error in FOLDER.iter_errors(contents(folder))]


def test_the_schemas_are_sound() -> None:
    Draft202012Validator.check_schema(folder_schema())
    for file in FILES:
        Draft202012Validator.check_schema(file_schema(file))


def test_every_file_of_a_knowledge_base_has_its_schema() -> None:
    assert sorted(file.name for file in FILES) == sorted([*OBLIGATORY, *OPTIONAL, TOPICS])


def test_what_is_sound_is_taken(root: Path, second_subject: Path) -> None:
    assert complaints(root / "knowledge") == []
    assert complaints(second_subject) == []


def of_form() -> Iterator[tuple[str, str, str]]:
    yield from ((file, old, new) for file, old, new, expected in SLIPS if expected.split()[-1] in OF_FORM)
    yield ("limits.yaml", "high: 2 g", "high: 2 spoons")
    yield ("limits.yaml", "high: 2 g", "high: 0 g")


@pytest.mark.parametrize(("file", "old", "new"), list(of_form()))
def test_a_slip_in_the_form_is_refused(draft: Draft, file: str, old: str, new: str) -> None:
    draft.write("limits.yaml", LIMIT)
    draft.replace(file, old, new)
    if new.endswith("ages: [9, 2]"):
        pytest.skip("that one age is below another cannot be said in JSON Schema")
    assert complaints(draft.folder) != []


def read(file: FileFormat[Any], content: str) -> tuple[list[Fault], Any]:
    """What reading a file by itself finds wrong with its form, and the content as JSON Schema sees it."""
    faults = Faults()
    node = read_node(File(file.name, file.name, content.encode()), faults)
    assume(node)
    assert node
    file.read(node, faults)
    try:
        faults.settle()
    except KnowledgeError as error:
        return [fault for fault in error.faults if fault.code in OF_FORM], data(plain(node))
    return [], data(plain(node))


@settings(deadline=None)
@given(file=st.sampled_from(FILES), content=CONTENT)
def test_the_schema_refuses_just_what_the_loader_does(file: FileFormat[Any], content: object) -> None:
    written = json.dumps(content, ensure_ascii=False)
    # The order of two ages cannot be said in JSON Schema, nor that 1.0 is no integer; Python's "$" allows a line feed.
    assume('"ages"' not in written and "\\n" not in written)
    faults, said = read(file, written)
    errors = list(Draft202012Validator(file_schema(file)).iter_errors(said))
    assert bool(errors) == bool(faults), (errors, faults)
