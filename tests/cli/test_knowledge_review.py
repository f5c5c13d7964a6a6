"""`knowledge review`: what an author makes of recorded lines is checked and saved whole; only then are they dropped."""

import json
import re
import shutil
import signal
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from glutamine_bot.terminal.recorded import Recorded, keep, kept
from tests.cli.process import PROGRAM, surroundings

Bot = Callable[..., subprocess.CompletedProcess[bytes]]

# Ends the program at a moment of its work, as a power cut would.
KILLED = """
import os, signal, sys
from pathlib import Path
from glutamine_bot.cli.main import main
def end(*_, **__): os.kill(os.getpid(), signal.SIGKILL)
def after(act):
    def acting(*given):
        act(*given)
        if ".yaml" in str(given[0]): end()
    return acting
{hook}
main(["knowledge", "review", "--knowledge", sys.argv[1]])
"""
TOPIC, GAP, CASE, DROP, LATER, STOP = "1", "2", "3", "4", "5", "6"
ADD_TO_WEAR = (TOPIC, "", "wear.replace")  # as it is, to the topic of that id


def said(*lines: str) -> bytes:
    return "".join(f"{line}\n" for line in lines).encode()


class Desk:
    """An author's desk: a knowledge base to change, and lines that were recorded for it."""

    def __init__(self, home: Path, bot: Bot) -> None:
        self.home = home
        self.knowledge = home / "chain"
        self.recorded = home / ".local" / "share" / "glutamine_bot" / "recorded"
        self._bot = bot

    def record(self, line: str, times: int = 1, bot: str = "chain_bot") -> None:
        for _ in range(times):
            keep(self.recorded, Recorded(bot, line, "unknown"))

    def left(self) -> list[str]:
        return sorted(line.line for _, line in kept(self.recorded))

    def review(self, *lines: str, options: tuple[str, ...] = ()) -> subprocess.CompletedProcess[bytes]:
        command = ["knowledge", "review", "--knowledge", str(self.knowledge), *options]
        return self._bot(command, said=said(*lines))

    def text(self, name: str) -> str:
        return (self.knowledge / name).read_text()

    def content(self) -> dict[str, bytes]:
        return {str(path): path.read_bytes() for path in self.knowledge.rglob("*") if path.is_file()}


@pytest.fixture
def desk(bot: Bot, tmp_path: Path, second_subject: Path) -> Desk:
    shutil.copytree(second_subject, tmp_path / "chain")
    return Desk(tmp_path, bot)


def test_where_nothing_is_recorded_it_says_how_to_turn_that_on(desk: Desk) -> None:
    for options in ((), ("--json",)):
        ran = desk.review(options=options)
        assert (ran.returncode, ran.stdout) == (0, b"")
        [line] = ran.stderr.decode().splitlines()
        assert "--record-unanswered" in line
        assert "record_unanswered = true" in line


def test_groups_are_listed_for_programs_the_most_frequent_first(desk: Desk) -> None:
    desk.record("does it squeak on gravel")
    desk.record("gravel squeak?", 2)
    desk.record("how much is a new one in euros")
    desk.record("of another subject", bot="another_bot")
    groups = [json.loads(line) for line in desk.review(options=("--json",)).stdout.splitlines()]
    assert [[line["line"] for line in group["lines"]] for group in groups] == [
        ["gravel squeak?", "does it squeak on gravel"],
        ["how much is a new one in euros"],
    ]
    assert [group["count"] for group in groups] == [3, 1]
    assert {"now", "nearest_topics", "nearest_gaps"} <= groups[0].keys()
    assert set(groups[1]["nearest_topics"][0]) == {"id", "confidence"}
    assert len(desk.left()) == 5


def test_a_line_becomes_a_way_to_ask_and_then_is_dropped(desk: Desk) -> None:
    desk.record("does it squeak on gravel", 2)
    before = desk.text("topics/wear.yaml")
    ran = desk.review(*ADD_TO_WEAR)
    assert (ran.returncode, ran.stderr) == (0, b"")
    assert "Saved as way to ask for wear.replace in " in ran.stdout.decode()
    after = desk.text("topics/wear.yaml")
    assert re.sub(r",\s+does it squeak on gravel", "", after) == before
    assert desk.left() == []
    reply = desk._bot(["ask", "--json", "--knowledge", str(desk.knowledge), "does it squeak on gravel"]).stdout  # noqa: SLF001
    assert json.loads(reply)["topics"] == ["wear.replace"]


def test_the_author_may_put_it_in_other_words_and_must_where_something_was_left_out(desk: Desk) -> None:
    desk.record("does it squeak at [amount]")
    ran = desk.review(TOPIC, "still [amount]", "does it squeak when heavy", "wear.replace")
    assert b"There is still a bracket in it." in ran.stdout
    assert "does it squeak when heavy" in desk.text("topics/wear.yaml")
    assert desk.left() == []


def test_a_line_becomes_a_gap_or_a_way_to_ask_for_one(desk: Desk) -> None:
    desk.record("can I ride it to the moon")
    desk.record("moon rides?")
    new = (GAP, "", "", "1", "moon", "riding to the moon", "3", "wear.replace")
    ran = desk.review(*new, GAP, "", "2", "moon")
    assert ran.stdout.count(b"Saved as") == 2
    assert desk.text("gaps.yaml").endswith(
        "moon:\n  name: riding to the moon\n  ask:\n    - can I ride it to the moon\n    - moon rides?\n"
        "  nearest: [wear.replace]\n"
    )
    assert desk._bot(["knowledge", "check", str(desk.knowledge)]).returncode == 0  # noqa: SLF001


def test_a_line_becomes_a_test_question(desk: Desk) -> None:
    desk.record("is it time for a new chain")
    desk.record("moon rides?")
    ran = desk.review(CASE, "", "1", "wear.replace", CASE, "", "3", options=("--cases", "mine.yaml"))
    assert ran.stdout.count(b"Saved as test question in mine.yaml") == 2
    assert (desk.home / "mine.yaml").read_text() == (
        "- {q: is it time for a new chain, expect: answer, topics: [wear.replace]}\n"
        "- {q: moon rides?, expect: unknown}\n"
    )
    tested = desk._bot(["knowledge", "test", "mine.yaml", "--knowledge", str(desk.knowledge)])  # noqa: SLF001
    assert b"mine.yaml: 2 lines" in tested.stdout


def test_groups_may_be_dropped_left_or_left_all(desk: Desk) -> None:
    desk.record("gravel squeak", 3)
    desk.record("moon rides?", 2)
    desk.record("what of the king of spain")
    before = desk.content()
    ran = desk.review(DROP, LATER, STOP)
    assert ran.returncode == 0
    assert desk.left() == ["moon rides?", "moon rides?", "what of the king of spain"]
    assert desk.content() == before


@pytest.mark.parametrize(
    ("lines", "why"),
    [
        ((TOPIC, "wash the chain", "wear.replace"), "duplicate-phrasing"),
        ((GAP, "", "1", "Bad Id", "x", "3", "wear.replace"), "bad-id"),
        ((GAP, "", "1", "price", "x", "3", "wear.replace"), "price"),
    ],
)
def test_what_would_be_a_fault_is_not_saved_and_the_line_stays(desk: Desk, lines: tuple[str, ...], why: str) -> None:
    desk.record("gravel squeak")
    before = desk.content()
    ran = desk.review(*lines)
    assert "Nothing was changed" in ran.stdout.decode()
    assert why in ran.stdout.decode()
    assert desk.content() == before
    assert desk.left() == ["gravel squeak"]


def test_a_file_of_cases_that_is_faulty_is_left_as_it_is(desk: Desk) -> None:
    desk.record("gravel squeak")
    (desk.home / "reviewed.yaml").write_text("- {q: x, expect: nonsense}\n")
    assert "Nothing was changed" in desk.review(CASE, "", "3").stdout.decode()
    assert (desk.home / "reviewed.yaml").read_text() == "- {q: x, expect: nonsense}\n"
    assert desk.left() == ["gravel squeak"]


def test_a_slip_is_told_and_an_empty_line_leads_back(desk: Desk) -> None:
    desk.record("gravel squeak")
    ran = desk.review("9", "x", TOPIC, "", "wear.replaced", "", STOP)
    text = ran.stdout.decode()
    assert "'9' is none of the numbers." in text
    assert "There is no 'wear.replaced'. did you mean 'wear.replace'?" in text
    assert desk.left() == ["gravel squeak"]


@pytest.mark.parametrize("typed", range(3))
def test_where_the_lines_end_in_the_middle_nothing_is_changed(desk: Desk, typed: int) -> None:
    desk.record("gravel squeak")
    before = desk.content()
    ran = desk.review(*ADD_TO_WEAR[:typed])
    assert (ran.returncode, ran.stderr) == (0, b"")
    assert desk.content() == before
    assert desk.left() == ["gravel squeak"]


@pytest.mark.parametrize(
    ("hook", "saved"),
    [
        ("os.fsync = end", False),
        ("os.replace = end", False),
        ("os.replace = after(os.replace)", True),
        ("Path.unlink = end", True),
    ],
)
def test_killed_in_the_middle_nothing_is_lost(desk: Desk, hook: str, saved: bool) -> None:  # noqa: FBT001
    desk.record("gravel squeak")
    before = desk.text("topics/wear.yaml")
    desk.review(STOP)  # so that the knowledge base is compiled
    killed = subprocess.run(
        [sys.executable, "-c", KILLED.format(hook=hook), str(desk.knowledge)],
        input=said(*ADD_TO_WEAR),
        env=surroundings(desk.home),
        capture_output=True,
        check=False,
    )
    assert killed.returncode == -signal.SIGKILL
    assert desk.left() == ["gravel squeak"]
    assert (desk.text("topics/wear.yaml") != before) is saved
    assert re.sub(r",\s+gravel squeak", "", desk.text("topics/wear.yaml")) == before
    desk.review(*ADD_TO_WEAR)  # as an author would who begins again
    assert desk.text("topics/wear.yaml").count("gravel squeak") == 1
    assert desk.left() == []


def test_ctrl_c_ends_it_quietly_and_changes_nothing(desk: Desk) -> None:
    desk.record("gravel squeak")
    before = desk.content()
    pipe = subprocess.PIPE
    command = [*PROGRAM, "knowledge", "review", "--knowledge", str(desk.knowledge)]
    with subprocess.Popen(command, stdin=pipe, stdout=pipe, stderr=pipe, env=surroundings(desk.home)) as process:
        assert process.stdout
        assert process.stderr
        while not process.stdout.readline().startswith(b"What to do"):
            pass
        process.send_signal(signal.SIGINT)
        assert process.wait(20) == 130
        assert process.stderr.read() == b""
    assert desk.content() == before
    assert desk.left() == ["gravel squeak"]
