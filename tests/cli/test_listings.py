"""`topics`, `sources` and `doses`: what it can answer, from where, and the dose figures."""

import json
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest

Bot = Callable[..., subprocess.CompletedProcess[bytes]]


def test_topics_are_listed_with_their_ids(bot: Bot) -> None:
    lines = bot(["topics"]).stdout.decode().splitlines()
    assert dict(line.split("\t") for line in lines) == {
        topic["topic"]: topic["question"] for topic in map(json.loads, bot(["topics", "--json"]).stdout.splitlines())
    }


def test_a_word_chooses_among_topics(bot: Bot) -> None:
    ran = bot(["topics", "pregnan"])
    assert 1 <= len(ran.stdout.splitlines()) < 10
    assert bot(["topics", "zeppelin"]).returncode == 1


def test_sources_are_listed_with_their_sections(bot: Bot) -> None:
    listed = [json.loads(line) for line in bot(["sources", "--json"]).stdout.splitlines()]
    text = bot(["sources"]).stdout.decode()
    assert all(source["title"] in text and f"- {source['sections'][-1]}" in text for source in listed)


def test_doses_carry_their_disclaimer(bot: Bot) -> None:
    text = bot(["doses", "--amount", "18g"]).stdout.decode()
    assert "you said 18 g a day" in text
    assert "Please note: " in text


@pytest.mark.parametrize(
    ("words", "said"),
    [
        ("--weight 70kg", "at 70 kg: 35 g if supervised"),
        ("--weight 154.32lb", "at 70 kg: 35 g if supervised"),
        ("--weight 70", "at 70 kg: 35 g if supervised"),
        ("--amount 500mg", "you said 0.5 g a day"),
        ("--amount 20", "you said 20 g a day"),
    ],
)
def test_doses_are_worked_out_for_what_is_told_in_any_unit(bot: Bot, words: str, said: str) -> None:
    assert said in bot(["doses", *words.split()]).stdout.decode()


@pytest.mark.parametrize(
    "words",
    ["--weight 8kg", "--weight 5000", "--weight x", "--weight 70g", "--amount 2kg", "--amount=-5", "--amount 0"],
)
def test_doses_take_no_child_and_no_nonsense(bot: Bot, words: str) -> None:
    ran = bot(["doses", *words.split()])
    assert (ran.returncode, ran.stdout) == (2, b"")
    assert words.replace("=", " ").split()[0].encode() in ran.stderr


def test_doses_without_figures_are_no_trouble(bot: Bot, second_subject: Path) -> None:
    ran = bot(["doses", "--knowledge", str(second_subject)])
    assert ran.returncode == 0
    assert ran.stdout.strip()
