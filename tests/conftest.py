"""What tests of every room share."""

import os
from collections.abc import Iterator
from pathlib import Path

import pytest

from glutamine_bot import Bot

ROOT = Path(__file__).parent.parent


@pytest.fixture(scope="session", autouse=True)
def own_cache(tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    """Keeps the tests, and every process that they start, out of the user's cache directory."""
    with pytest.MonkeyPatch.context() as patch:
        for name in ("XDG_CACHE_HOME", "LOCALAPPDATA"):
            patch.setitem(os.environ, name, str(tmp_path_factory.mktemp("cache")))
        yield


@pytest.fixture(scope="session")
def root() -> Path:
    """The top of the checkout."""
    return ROOT


@pytest.fixture(scope="session")
def shipped() -> Bot:
    """The bot with the knowledge base that is shipped; it keeps nothing between questions."""
    return Bot.load(ROOT / "knowledge")


@pytest.fixture(scope="session")
def second_subject() -> Path:
    """A tiny knowledge base on another subject, without doses."""
    return ROOT / "tests" / "fixtures" / "second_subject"
