"""Conversations with the shipped bot."""

import pytest

from glutamine_bot import Bot
from tests.dialogue.talking import Talk


@pytest.fixture
def talk(shipped: Bot) -> Talk:
    """A new conversation."""
    return Talk(shipped.conversation())
