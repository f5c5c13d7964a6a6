"""A knowledge base to break."""

import shutil
from pathlib import Path

import pytest

from tests.support.drafts import Draft


@pytest.fixture
def draft(tmp_path: Path, second_subject: Path) -> Draft:
    """A copy of the second subject."""
    return Draft(Path(shutil.copytree(second_subject, tmp_path / "knowledge")))
