"""Whatever bytes a file holds, they are read or refused with a place; what is refused costs nothing."""

import pytest
import yaml
from hypothesis import example, given
from hypothesis import strategies as st

from glutamine_bot.domain.errors import Fault, KnowledgeError
from glutamine_bot.domain.knowledge_base import Plain
from glutamine_bot.knowledge import reading
from glutamine_bot.knowledge.decoding import plain
from glutamine_bot.knowledge.files import File
from glutamine_bot.knowledge.nodes import Faults, Node, Scalar, Sequence, Table
from glutamine_bot.knowledge.reading import read_content


def read(content: str | bytes) -> tuple[Node | None, tuple[Fault, ...]]:
    """The node, and every fault."""
    faults = Faults()
    node = None
    try:
        file = File("x.yaml", "x.yaml", content.encode() if isinstance(content, str) else content)
        read = read_content(file, faults)
        node = read.node if read else None
        faults.settle()
    except KnowledgeError as error:
        return node, error.faults
    return node, ()


def content_of(text: str) -> Plain:
    node, faults = read(text)
    assert not faults
    assert node is not None
    return plain(node)


def places(content: str | bytes) -> list[str]:
    return [f"{fault.line}:{fault.column} {fault.code}" for fault in read(content)[1]]


def test_every_node_knows_where_it_stands() -> None:
    node, _ = read("# first\na: 1\nb:\n  - café: 'x'\n")
    assert isinstance(node, Table)
    (a, one), (b, items) = node.entries
    assert (a.place.line, a.place.column) == (2, 1)
    assert (one.place.line, one.place.column) == (2, 4)
    assert b.text == "b"
    assert isinstance(items, Sequence)
    assert isinstance(items.items[0], Table)
    (key, value) = items.items[0].entries[0]
    assert (key.place.line, key.place.column) == (4, 5)
    assert value == Scalar(value.place, "x", plain=False)
    assert value.place.column == 11


@pytest.mark.parametrize("content", ["", "# nothing but a comment\n", "---\n...\n", "\ufeff"])
def test_an_empty_file_is_an_empty_table_or_nothing(content: str) -> None:
    node, faults = read(content)
    assert not faults
    assert node is not None
    assert not plain(node)


def test_a_byte_order_mark_is_no_part_of_the_text() -> None:
    assert content_of("\ufeffa: b") == {"a": "b"}


def test_yes_and_no_are_words_and_true_is_a_flag() -> None:
    assert content_of("[yes, no, on, off, y, n]") == ("yes", "no", "on", "off", "y", "n")
    assert content_of("[true, 'true', false, null, ~]") == (True, "true", False, None, None)


def test_only_what_looks_like_a_number_is_one() -> None:
    assert content_of("[12, -3, 0.5, '12', 1_000, 0o7, 12:30, 2020-01-01]") == (
        *(12, -3, 0.5, "12", "1_000", "0o7", "12:30", "2020-01-01"),
    )


@pytest.mark.parametrize(
    ("content", "expected"),
    [
        ("a: 1\nb: [1, 2\n", ["2:4 syntax"]),
        ("a: 'open\nb: 2\n", ["1:4 syntax"]),
        ("a: b: c\n", ["1:5 syntax"]),
        ("a: 1\n\tb: 2\n", ["2:1 syntax"]),
        ("a: 1\n---\nb: 2\n", ["2:1 syntax"]),
        ("a: 1\nb: 2\na: 3\n", ["3:1 duplicate-key"]),
        ("a:\n  b: 1\n  b: 2\nc:\n  b: 1\n", ["3:3 duplicate-key"]),
        ("? [a]\n: b\n", ["1:3 wrong-type"]),
        ("a: !!python/object/apply:os.system ['true']\n", ["1:4 tag"]),
        ("a: !!str 1\nb: !mine 2\n", ["1:4 tag", "2:4 tag"]),
        ("a: ! 1\n", ["1:4 tag"]),
        ("a: &x 1\nb: *x\n", ["1:4 alias", "2:4 alias"]),
        ("<<: &x {a: 1}\n", ["1:5 alias"]),
        (b"a: caf\xe9\n", ["1:7 encoding"]),
        ("a: caf\u00e9\nb: \u00e9x".encode() + b"\xff", ["2:6 encoding"]),
        ("a: b".encode("utf-16"), ["1:1 encoding"]),
        (b"a: b\x00c\n", ["1:5 control-character"]),
        ("a: 1\nb: \x1b[31mred\n", ["2:4 control-character"]),
        ('a: "\\e[31mred"\nb: "\\0"\n', ["1:4 control-character", "2:4 control-character"]),
        ("a: \u0085\n", ["1:4 control-character"]),
        ("%YAML 9.9\n---\na: 1\n", ["1:1 syntax"]),
    ],
)
def test_what_no_author_means_is_refused_at_its_place(content: str | bytes, expected: list[str]) -> None:
    assert places(content) == expected


@pytest.mark.parametrize(("opening", "column"), [("[", 22), ("{a: ", 82), ("- ", 43), ("? ", 43)])
def test_deep_nesting_is_refused(opening: str, column: int) -> None:
    assert places(opening * 900) == [f"1:{column} too-deep"]


@pytest.mark.parametrize("opening", ["[", "{a: ", "- ", "? "])
def test_nesting_beyond_any_use_is_one_fault(opening: str) -> None:
    """Some builds of libyaml have a limit of their own, a thousand levels, and come to it first."""
    (place,) = places(opening * 20_000)
    assert place.startswith("1:")


def test_a_bomb_of_aliases_is_refused_without_expanding_it() -> None:
    lines = ["a0: &a0 [lol]", *(f"a{n}: &a{n} [{', '.join([f'*a{n - 1}'] * 9)}]" for n in range(1, 20))]
    assert set(places("\n".join(lines))) >= {"1:5 alias", "20:6 alias"}


def test_hopelessly_broken_files_end_with_a_bounded_number_of_faults() -> None:
    assert len(places("- *a\n" * 10_000)) == 500


def test_an_escape_beyond_unicode_is_refused_without_the_c_library_too(monkeypatch: pytest.MonkeyPatch) -> None:
    content = 'a: "\\UFFFFFFFF"'
    assert places(content) == ["1:7 syntax"]
    monkeypatch.setattr(reading, "_LOADER", yaml.SafeLoader)
    assert places(content) == ["1:1 syntax"]


def test_files_are_read_alike_without_the_c_library(monkeypatch: pytest.MonkeyPatch) -> None:
    content = "a: [x, 'y', {b: 1}]\nc: &d !e 1\nc: 2\n"
    with_c = read(content)
    monkeypatch.setattr(reading, "_LOADER", yaml.SafeLoader)
    assert read(content) == with_c


@given(st.binary(max_size=200))
def test_arbitrary_bytes_raise_nothing_but_knowledge_errors(content: bytes) -> None:
    node, faults = read(content)
    assert node is not None or faults


@given(st.text(alphabet="ab:- \n\t#[]{}&*!|>'\"%@`?,~\\\u00e9\u2028\U0001f600", max_size=60))
@example("::\n?\u2028>:")
def test_arbitrary_yaml_raises_nothing_but_knowledge_errors(content: str) -> None:
    node, faults = read(content)
    assert node is not None or faults


@given(st.text(alphabet="ab:- \n#[]{}&*!|>'\"", max_size=40))
def test_every_fault_lies_within_the_file(content: str) -> None:
    lines = content.count("\n") + 2
    assert all(1 <= fault.line <= lines and fault.column >= 1 for fault in read(content)[1])
