"""README.md says what the program does."""

import re
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

import glutamine_bot
from tests.cli.process import LIMIT
from tests.docs.make_transcript import PICTURES, README, SCREENS, Picture, drawn, recorded, with_transcript

Ran = subprocess.CompletedProcess[bytes]

COMMAND = re.compile(r"glutamine-bot((?: [^`\n]+)?)`")
NAME = re.compile(r"(?:knowledge )?[a-z]+")


@pytest.fixture(scope="module")
def page() -> str:
    return README.read_text(encoding="utf-8")


def test_the_conversation_is_what_the_program_says(page: str) -> None:
    assert page == with_transcript(page, recorded()), "run python tests/docs/make_transcript.py"


@pytest.mark.parametrize("picture", SCREENS, ids=lambda picture: picture.name)
def test_the_pictures_are_what_the_program_shows(picture: Picture) -> None:
    kept = (PICTURES / f"{picture.name}.svg").read_text(encoding="utf-8")
    assert kept == drawn(picture), "run python tests/docs/make_transcript.py"


def test_every_picture_is_shown(page: str) -> None:
    shown = re.findall(r"!\[[^\]]+\]\(tests/docs/screens/(\w+)\.svg\)", page)
    assert sorted(shown) == sorted(path.stem for path in PICTURES.iterdir()) == sorted(map(name_of, SCREENS))


def test_a_page_without_a_place_for_the_conversation_is_refused() -> None:
    with pytest.raises(ValueError, match="lacks"):
        with_transcript("# A page\n", "> hello")


def test_every_command_is_one_that_the_program_has(page: str, bot: Callable[..., Ran]) -> None:
    commands = set(commands_in(page))
    assert {"chat", "ask", "knowledge check"} <= commands
    helped = {command: bot([*command.split(), "--help"]).returncode for command in commands}
    assert helped == dict.fromkeys(commands, 0)


def test_every_command_of_the_program_is_told(page: str, bot: Callable[..., Ran]) -> None:
    listed = re.findall(r"^  (\w+(?: \w+)?) {2,}\w", commands_listed(bot), re.MULTILINE)
    assert set(listed) == set(commands_in(page))


def test_every_option_is_one_that_its_command_has(page: str, bot: Callable[..., Ran]) -> None:
    told = {(name(rest), option) for rest in COMMAND.findall(page) for option in options_in(rest)}
    assert ("doses", "--amount") in told
    lacking = [(command, option) for command, option in told if option not in options_of(command, bot)]
    assert lacking == []


def test_options_told_as_common_are_in_the_general_help(page: str, bot: Callable[..., Ran]) -> None:
    anywhere = re.search(r"^Anywhere:.*?\n\n", page, re.DOTALL | re.MULTILINE)
    assert anywhere
    assert options_in(anywhere[0]) == {"--knowledge", "--plain", "--no-color"}
    assert options_in(anywhere[0]) <= options_in(bot(["--help"]).stdout.decode())


def test_the_python_example_runs(page: str, tmp_path: Path) -> None:
    example = re.search(r"```python\n(.*?)```", page, re.DOTALL)
    assert example
    ran = subprocess.run(
        [sys.executable, "-c", example[1]], capture_output=True, text=True, cwd=tmp_path, timeout=LIMIT, check=False
    )
    assert (ran.returncode, ran.stderr) == (0, "")
    assert "0.7 g per kg" in ran.stdout
    assert "healthcare professional should decide" in ran.stdout


def test_every_file_and_room_that_is_named_is_there(page: str, root: Path) -> None:
    linked = re.findall(r"\]\(([\w/.]+)\)", page)
    named = re.findall(r"\b(?:tests|knowledge)/[\w/.]*\w", page)
    rooms = re.search(r"\| Room .*?\n\n", page, re.DOTALL)
    assert rooms
    places = [f"src/glutamine_bot/{room}" for room in re.findall(r"`(\w+)`[,\s][^\n]*?\|", rooms[0])]
    assert len(places) >= 8
    assert [place for place in (*linked, *named, *places) if not (root / place).exists()] == []


def test_the_changelog_tells_of_this_version(root: Path) -> None:
    changes = (root / "CHANGELOG.md").read_text(encoding="utf-8")
    assert re.search(rf"^## \[?{re.escape(glutamine_bot.__version__)}\b", changes, re.MULTILINE)


def name_of(picture: Picture) -> str:
    """The picture's name, as its file has it."""
    return picture.name


def commands_in(page: str) -> list[str]:
    """The commands of the page, `chat` where none is named."""
    return [name(rest) for rest in COMMAND.findall(page)]


def name(rest: str) -> str:
    """The command that the words after the program's name begin with."""
    found = NAME.match(rest.strip())
    return found[0] if found else "chat"


def commands_listed(bot: Callable[..., Ran]) -> str:
    """The part of the general help that lists the commands."""
    return bot(["--help"]).stdout.decode().partition("commands (")[2].partition("examples:")[0]


def options_in(text: str) -> set[str]:
    """The long options in a text."""
    return set(re.findall(r"--[a-z][a-z-]+", text))


def options_of(command: str, bot: Callable[..., Ran]) -> set[str]:
    """The long options that a command's help tells of."""
    return options_in(bot([*command.split(), "--help"]).stdout.decode())
