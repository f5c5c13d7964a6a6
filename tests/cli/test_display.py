"""Whether output is coloured or plain: the option first, then the environment, then the terminal."""

import sys

import pytest

from glutamine_bot.cli.arguments import parse
from glutamine_bot.cli.display import in_color, is_plain


@pytest.mark.parametrize(
    ("words", "environment", "terminal", "colored"),
    [
        ("", {}, True, True),
        ("", {}, False, False),
        ("", {"NO_COLOR": "1"}, True, False),
        ("", {"NO_COLOR": ""}, True, True),
        ("", {"TERM": "dumb"}, True, False),
        ("--no-color", {}, True, False),
        ("--color never", {}, True, False),
        ("--color always", {"NO_COLOR": "1"}, False, True),
        ("--color auto", {}, False, False),
    ],
)
def test_colour(
    monkeypatch: pytest.MonkeyPatch, words: str, environment: dict[str, str], terminal: object, colored: object
) -> None:
    monkeypatch.delenv("NO_COLOR", raising=False)
    monkeypatch.setenv("TERM", "xterm")
    for name, value in environment.items():
        monkeypatch.setenv(name, value)
    monkeypatch.setattr(sys.stdout, "isatty", lambda: terminal)
    assert in_color(parse(words.split())[1].color) is colored


@pytest.mark.parametrize(
    ("words", "environment", "plain"),
    [
        ("", {}, False),
        ("--plain", {}, True),
        ("", {"ACCESSIBLE": "1"}, True),
        ("", {"ACCESSIBLE": "0"}, False),
        ("", {"TERM": "dumb"}, True),
    ],
)
def test_plain(monkeypatch: pytest.MonkeyPatch, words: str, environment: dict[str, str], plain: object) -> None:
    monkeypatch.delenv("ACCESSIBLE", raising=False)
    monkeypatch.setenv("TERM", "xterm")
    for name, value in environment.items():
        monkeypatch.setenv(name, value)
    assert is_plain(parse(words.split())[1]) is plain
