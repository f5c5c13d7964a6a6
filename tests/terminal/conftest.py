"""What tests of the terminal share."""

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from tests.terminal.screen import COMPILING, Terminal


@pytest.fixture
def terminal(tmp_path: Path) -> Iterator[Callable[..., Terminal]]:
    """Starts the program in a pseudo-terminal and waits for its first prompt: `terminal("--vi", columns=40)`."""
    started: list[Terminal] = []

    def start(*arguments: str, **options: Any) -> Terminal:
        screen = Terminal(tmp_path, *arguments, **options)
        started.append(screen)
        screen.wait(lambda: any(line.startswith(">") for line in screen.rows()), "no prompt", COMPILING)
        return screen

    yield start
    for screen in started:
        screen.close()
