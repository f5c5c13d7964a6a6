"""`knowledge test`: rates and failures on standard output, thresholds in the exit code, faults at their place."""

import json
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.cli.process import run

Ran = subprocess.CompletedProcess[bytes]
Write = Callable[..., str]

GOOD = '- {q: "how often should I oil the chain?", expect: answer, topics: [oil.how]}\n'
BAD = '- {q: "when should I replace the chain?", expect: unknown}\n'


@pytest.fixture
def tested(tmp_path: Path, second_subject: Path) -> Callable[..., Ran]:
    """Runs `knowledge test` with these words on the second subject."""
    return lambda *words: run(["knowledge", "test", "--knowledge", str(second_subject), *words], home=tmp_path)


def test_failures_and_rates_are_printed(tested: Callable[..., Ran], write: Write) -> None:
    ran = tested(write(GOOD + BAD))
    text = ran.stdout.decode()
    assert (ran.returncode, ran.stderr) == (0, b"")
    assert "cases.yaml:2:3: 'when should I replace the chain?'" in text
    assert "50.0%  1 of 2" in text


def test_quiet_prints_the_rates_alone(tested: Callable[..., Ran], write: Write) -> None:
    text = tested(write(GOOD + BAD), "--quiet").stdout.decode()
    assert "50.0%  1 of 2" in text
    assert "replace" not in text


@pytest.mark.parametrize(
    ("thresholds", "code"),
    [
        ("--least 0.5 --most-wrong 0.5", 0),
        ("--least 0.51", 1),
        ("--most-wrong 0.49", 1),
    ],
)
def test_a_threshold_not_kept_is_exit_1(tested: Callable[..., Ran], write: Write, thresholds: str, code: int) -> None:
    ran = tested(write(GOOD + BAD), *thresholds.split())
    assert ran.returncode == code
    assert bool(ran.stderr) is bool(code)


def test_a_good_file_does_not_make_up_for_a_bad_one(tested: Callable[..., Ran], write: Write) -> None:
    files = [write(GOOD * 20, "good.yaml"), write(BAD, "bad.yaml")]
    ran = tested(*files, "--least", "0.9", "--json")
    assert ran.returncode == 1
    assert b"bad.yaml" in ran.stderr
    assert b"good.yaml" not in ran.stderr


def test_a_file_named_twice_is_told_twice(tested: Callable[..., Ran], write: Write) -> None:
    path = write(GOOD + BAD)
    lines = [json.loads(line) for line in tested(path, path, "--json", "--quiet").stdout.splitlines()]
    assert [line["lines"] for line in lines] == [2, 2]


def test_json_is_one_object_a_line(tested: Callable[..., Ran], write: Write) -> None:
    lines = [json.loads(line) for line in tested(write(GOOD + BAD), "--json").stdout.splitlines()]
    assert [line["type"] for line in lines] == ["line", "line", "summary"]
    assert [line["handled"] for line in lines[:2]] == [True, False]


def test_every_fault_is_told_at_its_place_and_nothing_is_tested(tested: Callable[..., Ran], write: Write) -> None:
    ran = tested(write('- {q: "rust?", expect: anser}\n- {q: "rust?", expect: answer, topics: [wear.rsut]}\n'))
    said = ran.stderr.decode()
    assert (ran.returncode, ran.stdout) == (2, b"")
    assert "cases.yaml:1:24: wrong-type" in said
    assert "cases.yaml:2:41: dangling-id" in said
    assert "did you mean 'wear.rust'?" in said


@pytest.mark.parametrize("words", ["--least 2 x.yaml", "--most-wrong nan x.yaml", "--least much x.yaml", ""])
def test_bad_usage_is_exit_2(tested: Callable[..., Ran], words: str) -> None:
    ran = tested(*words.split())
    assert (ran.returncode, ran.stdout) == (2, b"")
    assert len(ran.stderr.splitlines()) == 1


def test_what_a_file_says_cannot_command_the_terminal(tested: Callable[..., Ran], write: Write) -> None:
    ran = tested(write('- {q: "\\u202ehow to oil", expect: unknown, must: ["\\u202e"]}\n'))
    assert ran.returncode == 0
    assert "\u202e" not in ran.stdout.decode()
