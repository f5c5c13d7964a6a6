"""`chat` between pipes: one conversation, a turn a line."""

import json
import subprocess
from collections.abc import Callable
from pathlib import Path

Bot = Callable[..., subprocess.CompletedProcess[bytes]]


def test_lines_are_turns_of_one_conversation(bot: Bot) -> None:
    said = b"I am pregnant\nhow much should I take?\n"
    ran = bot(["chat", "--json"], said=said)
    replies = [json.loads(line) for line in ran.stdout.splitlines()]
    assert len(replies) == 2
    assert "pregnan" in replies[1]["text"]
    assert replies[1]["disclaimers"]
    assert (ran.returncode, ran.stderr) == (0, b"")


def test_without_a_command_piped_lines_are_a_chat_in_plain_text(bot: Bot) -> None:
    ran = bot([], said=b"what is leaky gut?\n")
    assert b"\x1b" not in ran.stdout
    assert b"\n[2] " in ran.stdout


def test_a_slash_command_prints_a_reply_and_quit_ends(bot: Bot) -> None:
    ran = bot(["chat", "--json"], said=b"/help\n/top\n/quit\nhello\n")
    replies = [json.loads(line) for line in ran.stdout.splitlines()]
    assert [reply["kind"] for reply in replies] == ["smalltalk", "smalltalk"]


def test_help_in_text_names_the_commands_of_the_screen_too(bot: Bot) -> None:
    ran = bot(["chat"], said=b"/help\n")
    assert b"/undo" in ran.stdout
    assert b"/export" in ran.stdout
    assert b"/quit" in ran.stdout


def test_doses_in_text_are_a_table_with_the_disclaimer(bot: Bot) -> None:
    ran = bot(["chat"], said=b"/doses\n")
    assert b"grams a day" in ran.stdout
    assert b"Please note: " in ran.stdout


def test_a_line_that_is_too_long_does_not_end_the_conversation(bot: Bot) -> None:
    ran = bot(["chat", "--json"], said=b"I am pregnant\n" + b"x" * 70_000 + b"\nhow much?\n")
    assert len(ran.stdout.splitlines()) == 2
    assert b"line 2 is longer" in ran.stderr


def test_export_writes_the_conversation_and_says_so_on_standard_error(bot: Bot, tmp_path: Path) -> None:
    ran = bot(["chat", "--json"], said=b"how much a day?\n/export talk.json\n/export talk.json\n/exprot talk.md\n")
    assert len(ran.stdout.splitlines()) == 1
    kept = json.loads((tmp_path / "talk.json").read_text())
    assert kept["turns"][0]["said"] == "how much a day?"
    assert kept["turns"][0]["reply"] == json.loads(ran.stdout)
    assert b"Saved 1 turn to talk.json" in ran.stderr
    assert b"talk.json exists. To replace it" in ran.stderr
    assert b"Did you mean /export?" in ran.stderr


def test_somebody_in_danger_is_shown_no_amounts_by_a_command_either(bot: Bot) -> None:
    said = b"nothing matters any more, how many grams does it take\n/doses\n"
    replies = [json.loads(line) for line in bot(["chat", "--json"], said=said).stdout.splitlines()]
    assert [reply["kind"] for reply in replies] == ["emergency", "emergency"]
