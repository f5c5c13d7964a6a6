"""What is read without argparse is read as argparse reads it."""

import pytest

from glutamine_bot.cli.arguments import parse
from glutamine_bot.cli.plain_question import KNOWLEDGE_VARIABLE, plain_question


@pytest.mark.parametrize("words", [["ask", "what is it"], ["ask", "what", "is", "it?"], ["ask", ""], ["ask", "ask"]])
@pytest.mark.parametrize("folder", [None, "", "somewhere"])
def test_words_alone_are_read_alike(words: list[str], folder: str | None, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv(KNOWLEDGE_VARIABLE, raising=False)
    if folder is not None:
        monkeypatch.setenv(KNOWLEDGE_VARIABLE, folder)
    plain = plain_question(words)
    assert plain is not None
    assert vars(plain) == vars(parse(words)[1])


@pytest.mark.parametrize(
    "words",
    [[], ["ask"], ["ask", "-"], ["ask", "--json", "x"], ["ask", "x", "--", "--y"], ["chat"], ["--plain", "ask", "x"]],
)
def test_anything_else_is_left_to_argparse(words: list[str]) -> None:
    assert plain_question(words) is None
