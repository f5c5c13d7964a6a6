"""The program finds the knowledge that it comes with."""

from pathlib import Path

import pytest

from glutamine_bot.knowledge import locating
from glutamine_bot.knowledge.locating import default_folder


def test_a_checkout_has_it_at_the_top(root: Path) -> None:
    assert Path(default_folder()) == root / "knowledge"


def test_an_installed_package_has_it_within(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "data").mkdir()
    monkeypatch.setattr(locating, "PACKAGE", str(tmp_path))
    assert default_folder() == str(tmp_path / "data")
