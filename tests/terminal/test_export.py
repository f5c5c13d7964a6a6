"""An export is whole, and its reader's alone, or it is not there; an older one stays until then."""

import os
import resource
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from glutamine_bot import Bot
from glutamine_bot.domain.errors import InputError
from glutamine_bot.terminal.export import export


@contextmanager
def small_disk() -> Iterator[None]:
    """No file can grow beyond a few bytes, as on a disk that is full."""
    before = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (64, before[1]))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, before)


def test_a_disk_that_fills_up_leaves_nothing_and_spoils_nothing(shipped: Bot, tmp_path: Path) -> None:
    conversation = shipped.conversation()
    conversation.say("how much should I take?")
    old = tmp_path / "old.md"
    old.write_text("kept")
    for said in (str(tmp_path / "new.md"), f"{old} overwrite"):
        with pytest.raises(InputError, match="cannot be written"), small_disk():
            export(conversation.state.turns, "bot", said)
    assert os.listdir(tmp_path) == ["old.md"]
    assert old.read_text() == "kept"


def test_what_is_overwritten_becomes_the_owners_alone(shipped: Bot, tmp_path: Path) -> None:
    conversation = shipped.conversation()
    conversation.say("thanks")
    old = tmp_path / "old.md"
    old.write_text("kept")
    old.chmod(0o644)
    export(conversation.state.turns, "bot", f"{old} overwrite")
    assert old.stat().st_mode & 0o777 == 0o600
    assert "thanks" in old.read_text()
