"""`ask` as a process: what it prints where, and how it ends."""

import json
import subprocess
import tracemalloc
from collections.abc import Callable
from io import BytesIO
from pathlib import Path

import pytest

from glutamine_bot.domain.errors import InputError
from glutamine_bot.terminal.lines import piped_lines
from tests.cli.process import PROGRAM, surroundings

Bot = Callable[..., subprocess.CompletedProcess[bytes]]
KEYS = [
    "kind",
    "text",
    "disclaimers",
    "topics",
    "sources",
    "related",
    "options",
    "confidence",
    "band",
    "heard",
]


@pytest.mark.parametrize(
    ("question", "kind", "code"),
    [
        ("how much should an adult take a day?", "answer", 0),
        ("my tongue is swelling and I can't breathe", "emergency", 0),
        ("hello", "smalltalk", 0),
        ("what is the capital of france", "out_of_scope", 1),
        ("does it help with tinnitus?", "unknown", 1),
    ],
)
def test_the_exit_code_tells_whether_it_answered(bot: Bot, question: str, kind: str, code: int) -> None:
    ran = bot(["ask", "--json", question])
    assert json.loads(ran.stdout)["kind"] == kind
    assert (ran.returncode, ran.stderr) == (code, b"")


def test_json_is_one_line_with_every_key_of_the_contract(bot: Bot) -> None:
    ran = bot(["ask", "is", "it", "safe", "while", "pregnant", "--json"])
    assert ran.stdout.count(b"\n") == 1
    reply = json.loads(ran.stdout)
    assert list(reply) == KEYS
    assert {"id", "title", "section"} == set(reply["sources"][0])
    assert {"corrections", "not_covered", "about", "quantities"} == set(reply["heard"])


def test_text_shows_the_answer_first_then_the_disclaimer_then_the_sources(bot: Bot) -> None:
    question = "how much should an adult take a day?"
    reply = json.loads(bot(["ask", "--json", question]).stdout)
    text = bot(["ask", question]).stdout.decode()
    assert text.startswith(reply["text"].split("\n")[0][:40])
    places = [text.index(reply["disclaimers"][0][:40]), text.index("[1] "), text.index("1. " + reply["related"][0])]
    assert places == sorted(places)
    assert "\x1b" not in text


def test_a_dash_answers_each_line_by_itself_and_in_order(bot: Bot) -> None:
    said = b"how should I store it?\nmy wife is pregnant\nand how much a day?\nhow should I store it?"
    ran = bot(["ask", "-", "--json"], said=said)
    replies = [json.loads(line) for line in ran.stdout.splitlines()]
    assert len(replies) == 4
    assert replies[0] == replies[3]
    alone = bot(["ask", "--json", "and how much a day?"])
    assert replies[2] == json.loads(alone.stdout)


def test_answers_stream_while_input_is_still_open(tmp_path: Path) -> None:
    with subprocess.Popen(
        [*PROGRAM, "ask", "--json", "-"],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        env=surroundings(tmp_path),
    ) as process:
        assert process.stdin
        assert process.stdout
        for question in (b"what is leaky gut\n", b"thanks\n"):
            process.stdin.write(question)
            process.stdin.flush()
            assert json.loads(process.stdout.readline())["text"]
        process.stdin.close()
    assert process.returncode == 0


def test_an_empty_line_gets_its_reply_so_that_lines_and_replies_match(bot: Bot) -> None:
    ran = bot(["ask", "--json", "-"], said=b"\n\nwhat is leaky gut\n")
    assert len(ran.stdout.splitlines()) == 3


def test_bytes_that_are_no_text_are_no_trouble(bot: Bot) -> None:
    said = b"\xff\xfe\x00\x00\nwhat is \x00leaky\xf0 gut\xc3\n\xef\xbb\xbfwhat is leaky gut\r\n"
    ran = bot(["ask", "--json", "-"], said=said)
    replies = [json.loads(line) for line in ran.stdout.decode().splitlines()]
    assert len(replies) == 3
    assert replies[2]["kind"] == "answer"
    assert ran.stderr == b""


def test_control_sequences_that_were_typed_never_come_back(bot: Bot) -> None:
    typed = "what about \x1b[31m\x1b]0;owned\x07zinc\x9b2J\x08\x07 \u202eand \x1bPq\x1b\\foo"
    for arguments in (["ask", "-"], ["ask", "--json", "-"], ["ask", "--", typed], ["chat"], ["chat", "--json"]):
        said = b"" if "--" in arguments else typed.encode()
        written = bot(arguments, said=said).stdout.decode() + bot([*arguments[:1], typed, "--what"]).stderr.decode()
        assert not {char for char in written if (char < " " and char != "\n") or "\x7f" <= char < "\xa0"}
        assert "u001b" not in written
        assert "\u202e" not in written


def test_a_line_of_megabytes_is_refused_in_its_place(bot: Bot) -> None:
    said = b"thanks\n" + b"gut " * 5_000_000 + b"\nthanks\n"
    ran = bot(["ask", "--json", "-"], said=said)
    assert len(ran.stdout.splitlines()) == 2
    assert ran.stderr.splitlines() == [b"glutamine-bot: line 2 is longer than 64 KiB and was not read"]
    assert ran.returncode == 1


def test_reading_is_bounded_in_memory() -> None:
    """Peak memory while 50 MB without a line feed go by."""
    endless = BytesIO(b"gut " * 12_500_000 + b"\nthanks\n")
    tracemalloc.start()
    [refused, thanks] = piped_lines(endless)
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert isinstance(refused, InputError)
    assert thanks == "thanks"
    assert peak < 1_000_000


def test_one_shot_ask_loads_neither_the_terminal_nor_yaml(tmp_path: Path) -> None:
    script = (
        "import sys; from glutamine_bot.cli.main import main; main(['ask', 'what is leaky gut'])\n"
        "print(sorted({'prompt_toolkit', 'yaml', 'asyncio', 'platformdirs', 'wcwidth'} & set(sys.modules)))"
    )
    command = [PROGRAM[0], "-c", script]
    subprocess.check_output(command, env=surroundings(tmp_path))  # may have to read the knowledge base anew
    written = subprocess.check_output(command, env=surroundings(tmp_path))
    assert written.splitlines()[-1] == b"[]"
