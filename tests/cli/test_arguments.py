"""The command line is understood: commands, common options in any position, and what is wrong in one line."""

import subprocess
from collections.abc import Callable

import pytest

from glutamine_bot import __version__
from glutamine_bot.cli.arguments import UsageError, parse
from glutamine_bot.cli.table import COMMANDS

Bot = Callable[..., subprocess.CompletedProcess[bytes]]


@pytest.mark.parametrize(
    "words",
    [
        "--knowledge DIR --no-color ask --json is it safe",
        "ask --knowledge DIR is it safe --json --no-color",
        "ask is it --no-color safe --json --knowledge=DIR",
        "--color never --knowledge DIR --json ask is it safe",
    ],
)
def test_common_options_may_stand_anywhere(words: str) -> None:
    command, arguments = parse(words.split())
    assert command.name == "ask"
    assert arguments.question == ["is", "it", "safe"]
    assert (arguments.knowledge, arguments.color, arguments.json) == ("DIR", "never", True)


@pytest.mark.parametrize("words", ["", "--plain", "--json --knowledge DIR", "chat"])
def test_without_a_command_it_is_a_chat(words: str) -> None:
    assert parse(words.split())[0].name == "chat"


def test_the_knowledge_base_can_be_named_by_the_environment(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("GLUTAMINE_BOT_KNOWLEDGE", "FROM_ENVIRONMENT")
    assert parse(["ask", "hi"])[1].knowledge == "FROM_ENVIRONMENT"
    assert parse(["ask", "hi", "--knowledge", "DIR"])[1].knowledge == "DIR"


def test_a_question_may_hold_the_name_of_a_command_or_look_like_an_option() -> None:
    assert parse(["ask", "chat", "topics"])[1].question == ["chat", "topics"]
    assert parse(["ask", "--", "--json"])[1].question == ["--json"]


@pytest.mark.parametrize(
    ("words", "said"),
    [
        ("is it safe", "no command 'is'"),
        ("tpics", "did you mean topics"),
        ("chatt is good", "there are chat, ask"),
        ("ask", "QUESTION"),
        ("ask hi --nope", "--nope"),
        ("knowledge", "check"),
        ("ask hi --color blue", "blue"),
        ("--knowledge", "--knowledge"),
    ],
)
def test_bad_usage_says_what_is_wrong(words: str, said: str) -> None:
    with pytest.raises(UsageError, match=said):
        parse(words.split())


def test_bad_usage_is_one_line_and_exit_2(bot: Bot) -> None:
    ran = bot(["aks", "hi"])
    assert ran.returncode == 2
    assert ran.stdout == b""
    assert len(ran.stderr.splitlines()) == 1


def test_version_and_help(bot: Bot) -> None:
    assert bot(["--version"]).stdout.decode() == f"glutamine-bot {__version__}\n"
    general = bot(["--help"])
    assert general.returncode == 0
    assert {bot(words).stdout for words in (["help"], ["knowledge", "--help"])} == {general.stdout}
    for command in COMMANDS:
        assert command.summary in general.stdout.decode()
        with pytest.raises(SystemExit) as end:
            parse([*command.name.split(), "--help"])
        assert end.value.code == 0
