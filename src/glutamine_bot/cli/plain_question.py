"""The commonest call, `ask` with nothing but words, read without argparse: that takes as long to load as an answer."""

from __future__ import annotations

import os
from types import SimpleNamespace
from typing import TYPE_CHECKING, Final, cast

if TYPE_CHECKING:
    from argparse import Namespace

KNOWLEDGE_VARIABLE: Final = "GLUTAMINE_BOT_KNOWLEDGE"


def plain_question(words: list[str]) -> Namespace | None:
    """The arguments that `arguments.parse` gives for such words; None where they may be anything else."""
    if len(words) <= 1 or words[0] != "ask" or any(word.startswith("-") for word in words):
        return None
    knowledge = os.environ.get(KNOWLEDGE_VARIABLE) or None
    arguments = SimpleNamespace(
        question=words[1:],
        knowledge=knowledge,
        json=False,
        record_unanswered=False,
        plain=False,
        color=None,
        debug=False,
    )
    return cast("Namespace", arguments)
