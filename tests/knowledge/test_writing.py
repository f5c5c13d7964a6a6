"""What is added to a file stands where an author would have written it, and the rest is the same to the byte."""

from pathlib import Path

import pytest

from glutamine_bot.domain.errors import BotError
from glutamine_bot.knowledge.decoding import plain
from glutamine_bot.knowledge.files import File, read_knowledge
from glutamine_bot.knowledge.nodes import Faults, Table
from glutamine_bot.knowledge.reading import read_node
from glutamine_bot.knowledge.writing import with_entry, with_item

AWKWARD = 'does it: go "well", with #1?'


def made(text: str) -> File:
    return File("x.yaml", "x.yaml", text.encode())


def inserted(before: bytes, after: bytes) -> bytes:
    """What stands in `after` and not in `before`, which must be all that differs."""
    start = next((at for at, (a, b) in enumerate(zip(before, after, strict=False)) if a != b), len(before))
    end = len(after) - (len(before) - start)
    assert before == after[:start] + after[end:]
    return after[start:end]


@pytest.mark.parametrize("folder", ["knowledge", "tests/fixtures/second_subject"])
def test_every_list_of_every_file_that_we_have_can_be_added_to(root: Path, folder: str) -> None:
    wide = 0
    for file in read_knowledge(str(root / folder)).files:
        node = read_node(file, Faults())
        assert isinstance(node, Table)
        entries = [(key.text, value) for key, value in node.entries if isinstance(value, Table) and value.get("ask")]
        for key, _ in entries[:: max(1, len(entries) // 12)]:  # the two long files have hundreds alike
            added = inserted(file.content, with_item(file, (key, "ask"), AWKWARD))
            assert b'"does it: go \\"well\\", with #1?"' in added
            wide += added.count(b"\n") > 1
        assert inserted(file.content, with_entry(file, "x-new", {"name": "x"})).strip() == b"x-new:\n  name: x"
    assert wide == 0


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("a:\n  ask:\n    - b\n  c: d\n", "a:\n  ask:\n    - b\n    - new\n  c: d\n"),
        (
            "a:\n  ask:\n    - b  # why\n    # more\n\nz: {}\n",
            "a:\n  ask:\n    - b  # why\n    - new\n    # more\n\nz: {}\n",
        ),
        ("a:\n  ask:\n  - b", "a:\n  ask:\n  - b\n  - new\n"),
        ("a:\n  ask:\n    - b\n      c\n  d: e\n", "a:\n  ask:\n    - b\n      c\n    - new\n  d: e\n"),
        ("a:\n  ask:\n    - >-\n      b\n\n# c\nd: {}\n", "a:\n  ask:\n    - >-\n      b\n    - new\n\n# c\nd: {}\n"),
        (
            "a:\n  ask:\n    - |\n      b\n      # b\nd: {}\n",
            "a:\n  ask:\n    - |\n      b\n      # b\n    - new\nd: {}\n",
        ),
        ("a:\n  ask: [b, c]  # d\n", "a:\n  ask: [b, c, new]  # d\n"),
        ("a:\n  ask: [b, c,]\n", "a:\n  ask: [b, c, new,]\n"),
        ("a:\n  ask: []\n", "a:\n  ask: [new]\n"),
        ("a: {ask: [b]}\n", "a: {ask: [b, new]}\n"),
        ("a:\n  ask: ['ü 😀']\n", "a:\n  ask: ['ü 😀', new]\n"),
        ("a:\r\n  ask:\r\n    - b\r\nc: d\r\n", "a:\r\n  ask:\r\n    - b\r\n    - new\r\nc: d\r\n"),
        ("\ufeffa:\n  ask: [b]\n", "\ufeffa:\n  ask: [b, new]\n"),
        ("a:\n  name: b\n# c\n", "a:\n  name: b\n  ask:\n    - new\n# c\n"),
    ],
)
def test_every_layout_is_kept(before: str, after: str) -> None:
    assert with_item(made(before), ("a", "ask"), "new").decode() == after


def test_a_list_that_is_too_wide_goes_on_in_the_next_line() -> None:
    long = "a:\n  ask: [" + ", ".join(["a way to ask for it"] * 5) + "]\n"
    added = inserted(long.encode(), with_item(made(long), ("a", "ask"), "one more way to ask for it"))
    assert added.decode() == ",\n        one more way to ask for it"


@pytest.mark.parametrize(
    "text",
    [
        "plain words",
        "yes",
        "No",
        "12",
        "1.5",
        "- x",
        "a: b",
        "a #b",
        "'",
        '"',
        "[name]",
        "{a}",
        "*a",
        "!b",
        "ü",
        "~",
        "a\\b",
    ],
)
@pytest.mark.parametrize("before", ["a: {ask: [b]}\n", "a:\n  ask:\n    - b\n"])
def test_any_text_is_read_back_as_it_was(text: str, before: str) -> None:
    after = read_node(File("x", "x", with_item(made(before), ("a", "ask"), text)), Faults())
    assert after
    assert plain(after) == {"a": {"ask": ("b", text)}}


@pytest.mark.parametrize("before", ["a:\n  ask: b\n", "a: b\n", "c: d\n", "- a\n", "a: {name: b}\n"])
def test_where_there_is_no_such_list_it_is_refused(before: str) -> None:
    with pytest.raises(BotError):
        with_item(made(before), ("a", "ask"), "new")


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("", "- {q: new, expect: unknown}\n"),
        ("# only a remark", "# only a remark\n- {q: new, expect: unknown}\n"),
        ("- q: old\n  expect: answer\n# end\n", "- q: old\n  expect: answer\n- {q: new, expect: unknown}\n# end\n"),
        ("  - {q: old}\n", "  - {q: old}\n  - {q: new, expect: unknown}\n"),
    ],
)
def test_a_case_is_added_to_a_file_of_cases(before: str, after: str) -> None:
    assert with_item(made(before), (), {"q": "new", "expect": "unknown"}).decode() == after


def test_an_entry_is_written_as_the_others_are() -> None:
    entry = {"name": "a: b", "ask": ["c"], "nearest": ["d.e"], "dosing": True, "condition": False}
    assert with_entry(made("x: {}"), "new", entry).decode() == (
        'x: {}\nnew:\n  name: "a: b"\n  ask:\n    - c\n  nearest: [d.e]\n  dosing: true\n'
    )


def test_an_entry_that_is_there_already_is_refused() -> None:
    with pytest.raises(BotError):
        with_entry(made("new: {}\n"), "new", {"name": "a"})
