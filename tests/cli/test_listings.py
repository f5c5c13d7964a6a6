"""`topics`, `sources` and `doses`: what it can answer, from where, and the dose figures."""

import json
import subprocess
from collections.abc import Callable
from pathlib import Path

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


def test_doses_without_figures_are_no_trouble(bot: Bot, second_subject: Path) -> None:
    ran = bot(["doses", "--knowledge", str(second_subject)])
    assert ran.returncode == 0
    assert ran.stdout.strip()
