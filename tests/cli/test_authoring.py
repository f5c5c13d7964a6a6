"""`knowledge new`, `show`, `stats` and `schema`: what they print, and how they refuse."""

import json
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest

from glutamine_bot.domain.knowledge_base import KnowledgeBase
from glutamine_bot.knowledge.loading import load

Bot = Callable[..., subprocess.CompletedProcess[bytes]]
COMMANDS = (["show", "oil.how"], ["stats"])


@pytest.fixture
def chain(second_subject: Path) -> KnowledgeBase:
    return load(second_subject)


def complaint(ran: subprocess.CompletedProcess[bytes]) -> str:
    """The one line on standard error of a run that refused; there is nothing on standard output."""
    assert (ran.returncode, ran.stdout) == (2, b"")
    (line,) = ran.stderr.decode().splitlines()
    return line


def test_a_new_base_is_checked_tested_and_talked_with(bot: Bot, tmp_path: Path) -> None:
    made = bot(["knowledge", "new", "library", "--subject", "the town library"])
    assert made.returncode == 0
    assert {line for line in made.stdout.decode().splitlines() if line.startswith("library/")}
    steps = [line.split("glutamine-bot ")[1].split() for line in made.stderr.decode().splitlines() if "-bot " in line]
    assert [" ".join(step) for step in steps][1:] == [
        "knowledge check library",
        "knowledge test library/tests/questions.yaml --knowledge library",
    ]
    for step in steps[1:]:
        assert bot(step).returncode == 0
    talked = bot(steps[0], said=b"hello\nhow do I get started?\n").stdout.decode()
    assert "Ask me anything about the town library" in talked
    assert "one thing at a time" in talked


def test_a_new_base_goes_into_no_folder_that_has_something(bot: Bot, tmp_path: Path) -> None:
    (tmp_path / "mine.txt").write_text("mine")
    assert "is not empty" in complaint(bot(["knowledge", "new", "."]))
    assert "Not a directory" in complaint(bot(["knowledge", "new", "mine.txt"]))


def test_all_of_a_topic_is_shown(bot: Bot, second_subject: Path, chain: KnowledgeBase) -> None:
    topic = chain.topics["oil.how"]
    text = bot(["knowledge", "show", "oil.how", "--knowledge", str(second_subject)]).stdout.decode()
    said = [topic.question, topic.answer, *topic.phrasings, *(chain.facts[fact].says for fact in topic.facts)]
    assert [part for part in said if part not in text] == []
    assert f"{second_subject}/topics/care.yaml:7" in text
    assert f"{second_subject}/facts.yaml:6" in text
    assert "Looking after your chain, Oiling" in text


def test_a_topic_as_json(bot: Bot, second_subject: Path) -> None:
    shown = json.loads(bot(["knowledge", "show", "oil.how", "--json", "--knowledge", str(second_subject)]).stdout)
    assert (shown["topic"], shown["line"], shown["column"], shown["dosing"]) == ("oil.how", 7, 1, False)
    assert shown["related"] == ["clean.how", "wear.replace"]
    assert shown["offered_by"] == ["clean.how"]
    assert next((fact["id"], fact["section"], fact["line"]) for fact in shown["facts"]) == ("oil-often", "Oiling", 6)


def test_amounts_are_shown_with_their_disclaimer(bot: Bot) -> None:
    text = bot(["knowledge", "show", "dosage.adults"]).stdout.decode()
    assert "healthcare professional should decide" in text


def test_a_slip_in_a_topic_is_met_with_a_suggestion(bot: Bot, second_subject: Path) -> None:
    ran = bot(["knowledge", "show", "wear.rusty", "--knowledge", str(second_subject)])
    assert "did you mean 'wear.rust'?" in complaint(ran)


def test_stats_count_what_is_there(bot: Bot, second_subject: Path, chain: KnowledgeBase) -> None:
    told = json.loads(bot(["knowledge", "stats", str(second_subject), "--json"]).stdout)
    assert told["topics"] == len(chain.topics)
    assert told["phrasings"] == sum(len(topic.phrasings) for topic in chain.topics.values())
    assert sum(section["facts"] for section in told["coverage"]) == len(chain.facts)
    assert [section["section"] for section in told["coverage"]] == ["Cleaning", "Oiling", "Wear"]
    assert all(section["used"] == section["facts"] for section in told["coverage"])
    text = bot(["knowledge", "stats", "--knowledge", str(second_subject)]).stdout.decode()
    assert f"Topics: {told['topics']} " in text
    assert "Every fact is used by a topic." in text


@pytest.mark.parametrize("command", COMMANDS, ids=" ".join)
def test_a_missing_or_broken_base_is_one_line(bot: Bot, command: list[str], tmp_path: Path) -> None:
    assert "there is no such folder" in complaint(bot(["knowledge", *command, "--knowledge", "nowhere"]))
    assert "must have this file" in complaint(bot(["knowledge", *command, "--knowledge", str(tmp_path)]))


def test_the_schema_of_one_kind_of_file(bot: Bot) -> None:
    for name in ("topics", "topics/", "topics.yaml", "knowledge/topics/dosage.yaml"):
        assert json.loads(bot(["knowledge", "schema", name]).stdout)["title"] == "topics/*.yaml"
    assert "did you mean 'gaps'?" in complaint(bot(["knowledge", "schema", "gap"]))


def test_schemas_are_written_for_editors(bot: Bot, tmp_path: Path) -> None:
    ran = bot(["knowledge", "schema", "--write", ".schema"])
    written = ran.stdout.decode().splitlines()
    assert ".schema/topics.json" in written
    assert all(json.loads((tmp_path / path).read_text())["type"] == "object" for path in written)
