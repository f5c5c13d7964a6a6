"""Labelled files about the second subject."""

from collections.abc import Callable
from pathlib import Path

import pytest

from glutamine_bot.trials.running import Examiner


@pytest.fixture(scope="session")
def examiner(second_subject: Path) -> Examiner:
    """What puts cases to the second subject's bot."""
    return Examiner.load(second_subject)


@pytest.fixture
def write(tmp_path: Path) -> Callable[[str], str]:
    """Writes a labelled file; gives its path."""

    def write(text: str, name: str = "cases.yaml") -> str:
        (tmp_path / name).write_text(text, encoding="utf-8")
        return str(tmp_path / name)

    return write
