"""Labelled files are read as their authors mean them, and every slip is told at its place."""

from collections.abc import Callable
from pathlib import Path

import pytest

from glutamine_bot.domain.errors import KnowledgeError
from glutamine_bot.domain.reply import ReplyKind
from glutamine_bot.trials.cases import CaseFile
from glutamine_bot.trials.reading import read_cases

Write = Callable[..., str]
TOPICS = ("oil.how", "wear.rust")

CASES = """
- {q: "how often to oil?", expect: answer, topics: [oil.how], must: ["wet", [" rag", cloth]], first: [oil],
   never: ["^yes"], disclaimer: true}
- {q: "new brakes", expect: [unknown, out_of_scope], gap: brakes}
- name: "oil, then rust"
  kind: ellipsis
  turns:
    - {say: "which oil?", expect: answer}
    - {say: "and against rust?", expect: answer, topics: [wear.rust]}
"""


def read(path: str) -> CaseFile:
    return read_cases([path], TOPICS)[0]


def faults(*paths: str) -> list[str]:
    """Each fault as file:line:column code."""
    with pytest.raises(KnowledgeError) as refused:
        read_cases(paths, TOPICS)
    return [f"{Path(f.path).name}:{f.line}:{f.column} {f.code}" for f in refused.value.faults]


def test_questions_and_conversations_are_told_apart(write: Write) -> None:
    file = read(write(CASES))
    assert [len(case.turns) for case in file.cases] == [1, 1, 2]
    assert [case.name for case in file.cases] == ["", "", "oil, then rust"]
    assert file.size == 4


def test_labels_are_read(write: Write) -> None:
    first, second, _ = read(write(CASES)).cases
    expected = first.turns[0].expected
    assert expected.kinds == (ReplyKind.ANSWER,)
    assert expected.topics == ("oil.how",)
    assert expected.must == (("wet",), (" rag", "cloth"))
    assert expected.first == (("oil",),)
    assert expected.never == ("^yes",)
    assert expected.disclaimer
    assert second.turns[0].expected.kinds == (ReplyKind.UNKNOWN, ReplyKind.OUT_OF_SCOPE)
    assert second.turns[0].expected.gap == "brakes"


def test_every_line_knows_where_it_is_written(write: Write) -> None:
    places = [turn.place for case in read(write(CASES)).cases for turn in case.turns]
    assert [(place.line, place.column) for place in places] == [(2, 3), (4, 3), (8, 7), (9, 7)]


@pytest.mark.parametrize(
    ("old", "new", "there", "code"),
    [
        ("expect: answer, topics: [oil.how]", "topics: [oil.how]", '{q: "how often', "missing-key"),
        ("expect: answer, topics: [oil.how]", "expect: anser", "anser", "wrong-type"),
        ("expect: [unknown, out_of_scope]", "expect: []", "[]", "wrong-type"),
        ("topics: [oil.how]", "topics: [oil.hwo]", "oil.hwo", "dangling-id"),
        ("topics: [oil.how]", "topic: [oil.how]", "topic:", "unknown-key"),
        ("first: [oil]", "first: oil", "oil,\n", "wrong-type"),
        ("disclaimer: true", "disclaimer: maybe", "maybe", "wrong-type"),
        ('q: "new brakes"', "q: 12", "12", "wrong-type"),
        ('q: "new brakes"', 'question: "new brakes"', "{question", "missing-key"),
        ('say: "which oil?", ', "", "{expect", "missing-key"),
        ("  kind: ellipsis\n", "", "name:", "missing-key"),
        ("  turns:\n", "  turn:\n", "turn:", "unknown-key"),
        ("  turns:", "  turns: [", "- {say", "syntax"),
    ],
)
def test_a_slip_is_told_at_its_place(write: Write, old: str, new: str, there: str, code: str) -> None:
    text = CASES.replace(old, new, 1)
    before = text[: text.index(there)]
    line, column = before.count("\n") + 1, len(before) - before.rfind("\n")
    assert f"cases.yaml:{line}:{column} {code}" in faults(write(text))


def test_all_faults_of_all_files_are_told_in_one_run(write: Write, tmp_path: Path) -> None:
    found = faults(
        write("- {q: a, expect: b}\n- {q: c}\n", "one.yaml"),
        write("name: no list\n", "two.yaml"),
        write("", "three.yaml"),
        str(tmp_path / "missing.yaml"),
        str(tmp_path),
    )
    assert found == [
        f"{tmp_path.name}:1:1 unreadable",
        "missing.yaml:1:1 unreadable",
        "one.yaml:1:18 wrong-type",
        "one.yaml:2:3 missing-key",
        "three.yaml:1:1 wrong-type",
        "two.yaml:1:1 wrong-type",
    ]


def test_a_huge_file_is_refused(write: Write) -> None:
    assert faults(write("#" * (2 * 2**20 + 1))) == ["cases.yaml:1:1 too-large"]
