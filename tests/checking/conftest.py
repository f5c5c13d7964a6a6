"""The check of a folder, as tests call it."""

import shutil
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

from glutamine_bot.checking.checking import Report, check
from tests.support.drafts import Draft

TODAY = date(2030, 6, 15)


@pytest.fixture
def draft(tmp_path: Path, second_subject: Path) -> Draft:
    """A copy of the second subject."""
    return Draft(Path(shutil.copytree(second_subject, tmp_path / "knowledge")))


@pytest.fixture
def checked() -> Callable[[Path], Report]:
    """What the check of a folder finds on a day of the tests' own."""
    return lambda folder: check(folder, TODAY)
