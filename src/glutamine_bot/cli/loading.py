"""The bot that a command answers with."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

from glutamine_bot.cli.streams import complain

if TYPE_CHECKING:
    from argparse import Namespace

    from glutamine_bot import Bot


def load_bot(arguments: Namespace) -> Bot:
    """The bot of the knowledge base that the arguments name. Who waits for it at a terminal is told why.

    Raises KnowledgeError.
    """
    from glutamine_bot import Bot

    return Bot.load(arguments.knowledge, before_compiling=_say_why_it_takes_long)


def _say_why_it_takes_long() -> None:
    if sys.stderr.isatty():
        complain("reading the knowledge base, once after each change ...")
