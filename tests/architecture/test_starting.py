"""A question by itself starts at once: it loads no more than its answer needs."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

ASK = """
import sys
from glutamine_bot.cli.main import main
main(["ask", sys.argv[1]])
print("\\n" + " ".join(sys.modules))
"""
HEAVY = ("prompt_toolkit", "yaml", "asyncio", "dataclasses", "inspect", "argparse", "tomllib")
BUILDING = (
    "glutamine_bot.matching.building",
    "glutamine_bot.matching.learning",
    "glutamine_bot.matching.training",
    "glutamine_bot.matching.averaging",
    "glutamine_bot.safety.patterns",
    "glutamine_bot.safety.compiling",
    "glutamine_bot.safety.learning",
    "glutamine_bot.knowledge.loading",
    "glutamine_bot.language.quantity_line",
    "glutamine_bot.dialogue.commands",
    "glutamine_bot.terminal",
    "rapidfuzz",
)


@pytest.fixture(scope="module")
def surroundings(tmp_path_factory: pytest.TempPathFactory) -> dict[str, str]:
    """A cache of these tests' own, which one question has filled."""
    surroundings = {**os.environ, "XDG_CACHE_HOME": str(tmp_path_factory.mktemp("cache"))}
    loaded("what is leaky gut", surroundings)
    return surroundings


def loaded(question: str, surroundings: dict[str, str]) -> set[str]:
    """The modules that a process has loaded once it has answered."""
    command = [sys.executable, "-c", ASK, question]
    told = subprocess.run(command, env=surroundings, capture_output=True, text=True, check=True).stdout
    return set(told.splitlines()[-1].split())


@pytest.mark.parametrize("question", ["what is leaky gut", "I want to die", "asdfgh"])
def test_an_answer_loads_nothing_heavy(surroundings: dict[str, str], question: str) -> None:
    assert not loaded(question, surroundings) & set(HEAVY)


def test_a_kept_index_is_not_built_again(surroundings: dict[str, str], root: Path) -> None:
    known = {module for module in BUILDING if module.startswith("glutamine_bot")}
    assert all(any((root / "src").glob(f"{module.replace('.', '/')}*")) for module in known)
    found = loaded("what is leaky gut", surroundings) & set(BUILDING)
    assert not found
