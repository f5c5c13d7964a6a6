"""A slip costs its own entry and no more: what else a file holds is read, and nothing else is blamed for it."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from glutamine_bot.domain.errors import Fault, KnowledgeError
from glutamine_bot.knowledge.files import File
from glutamine_bot.knowledge.nodes import Faults, Lost, Node, Scalar, Sequence, Table
from glutamine_bot.knowledge.reading import Content, read_content
from tests.support.drafts import Draft

BROKEN = """\
a.one:
  question: "How much
  ask: [a, b]
a.two:
  question: What is: that
  ask:
    - 'x
    - y
  facts: [z
a.three:
  question: Why?
   ask: [q]
a.four:
\tquestion: Where?
a.one:
  question: Again?
---
a.five:
  question Who?
  ask: [a]
"""


def read(text: str) -> tuple[Content, tuple[Fault, ...]]:
    faults = Faults()
    content = read_content(File("x.yaml", "x.yaml", text.encode()), faults)
    assert content
    return content, faults.found()


def told(text: str) -> list[str]:
    return [f"{fault.line}:{fault.column} {fault.code}" for fault in read(text)[1]]


def outline(node: Node) -> object:
    """The node as nested data; what is lost as None."""
    match node:
        case Table(entries=entries):
            return {key.text: outline(value) for key, value in entries}
        case Sequence(items=items):
            return [outline(item) for item in items]
        case Scalar(text=text):
            return text
        case Lost():
            return None


def test_every_slip_of_a_file_is_found_at_its_place() -> None:
    assert told(BROKEN) == [
        "2:13 syntax",
        "5:20 syntax",
        "7:7 syntax",
        "9:10 syntax",
        "12:7 syntax",
        "14:1 syntax",
        "15:1 duplicate-key",
        "17:1 syntax",
        "19:3 syntax",
    ]


def test_what_is_sound_is_read() -> None:
    content, _ = read(BROKEN)
    assert outline(content.node) == {
        "a.one": {"question": None, "ask": ["a", "b"]},
        "a.two": {"question": None, "ask": [None, "y"], "facts": None},
        "a.three": {"question": None},
        "a.four": None,
        "a.five": {"": None, "ask": ["a"]},
    }
    assert {"x", "z", "q", "Again", "Who"} <= content.lost
    assert "y" not in content.lost


def test_every_place_is_that_of_the_file() -> None:
    content, _ = read("# first\na: 'x\nb:\n  c: d\n")
    assert isinstance(content.node, Table)
    (_, lost), (b, inner) = content.node.entries
    assert (lost.place.line, b.place.line, inner.place.line) == (2, 3, 4)


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("a: 'b\n", "never closed"),
        ("a: 'don't'\n", "after its closing quotation mark"),
        ("a: [b, c\n", "list in [brackets] is not closed"),
        ("a: {b: c\n", "a { is not closed"),
        ("a: ]\n", "never opened"),
        ("a: b: c\n", "a colon has no place here"),
        ("a:\n\tb: c\n", "indented with a tab"),
        ("a:\n  b: c\n d: e\n", "does not go on with what stands above"),
        ("a: b\nc\n", "without a colon"),
        ("a: @b\n", "cannot begin with this character"),
        ("a: *\n", "cannot begin with *"),
        ('a: "b\\q"\n', "backslash"),
        ("a: - b\n", "a list entry has no place here"),
        ("a: > b\n  c\n", "begins on the line below"),
        ("a: b\n---\nc: d\n", "second document"),
        ("a:\n\u00a0 b: c\n", "only looks like blanks"),
    ],
)
def test_it_is_said_in_plain_words(text: str, said: str) -> None:
    (fault,) = read(text)[1]
    assert said in fault.message
    assert fault.hint


def test_a_lost_key_is_not_missed_as_well(draft: Draft) -> None:
    draft.replace("topics/wear.yaml", "question: When", "question: 'When")
    draft.replace("topics/wear.yaml", "facts: [wear-gauge]", "facts: [wear-gauge")
    assert draft.places() == ["topics/wear.yaml:2:13 syntax", "topics/wear.yaml:5:10 syntax"]


def test_a_slip_hides_no_fault_of_another_file_or_entry(draft: Draft) -> None:
    draft.replace("topics/wear.yaml", "question: When", "question: 'When")
    draft.replace("topics/wear.yaml", "related: [wear.replace]", "related: [wear.replaced]")
    draft.replace("topics/care.yaml", "reason: clean.how", "reason: clean.why")
    assert draft.places() == [
        "topics/care.yaml:15:11 dangling-id",
        "topics/wear.yaml:2:13 syntax",
        "topics/wear.yaml:13:13 dangling-id",
    ]


@pytest.mark.parametrize("name", ["topics/wear.yaml", "facts.yaml", "sources.yaml", "gaps.yaml"])
@pytest.mark.parametrize("text", ["hello\n", "{[", "- a\n", "a: [\n]]\n'"])
def test_a_file_of_nonsense_is_all_that_is_told(draft: Draft, name: str, text: str) -> None:
    draft.write(name, text)
    assert {place.partition(":")[0] for place in draft.places()} == {name}


def test_a_misspelt_key_is_told_once_and_read(draft: Draft) -> None:
    draft.replace("topics/wear.yaml", "facts: [wear-gauge]", "fact: [wear-gauge]")
    assert draft.places() == ["topics/wear.yaml:5:3 unknown-key"]


def test_an_entry_of_the_wrong_sort_lacks_no_keys(draft: Draft) -> None:
    draft.append("topics/wear.yaml", "wear.more: Some day.\n")
    assert draft.places() == ["topics/wear.yaml:14:12 wrong-type"]


def test_an_id_with_a_slip_is_not_missed_where_it_is_named(draft: Draft) -> None:
    draft.replace("topics/wear.yaml", "wear.rust:", "Wear.Rust:")
    assert draft.places() == ["topics/wear.yaml:7:1 bad-id"]


@given(st.text(alphabet="ab:- \n\t#[]{}'\"|>", max_size=80))
def test_whatever_is_broken_every_fault_has_a_place_in_the_file(text: str) -> None:
    faults = Faults()
    try:
        read_content(File("x.yaml", "x.yaml", text.encode()), faults)
        found = faults.found()
    except KnowledgeError as error:
        found = error.faults
    lines = text.count("\n") + 1
    assert all(1 <= fault.line <= lines + 1 and fault.column >= 1 for fault in found)
