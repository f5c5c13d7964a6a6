"""A knowledge base as the rules look at it: what its files say, broken or not, and how it would be matched."""

from datetime import date
from functools import cached_property

from glutamine_bot.checking.matching import Matching
from glutamine_bot.dialogue.assembling import build_matching, matching_of
from glutamine_bot.knowledge.compiling import load_kept
from glutamine_bot.knowledge.loading import assembled
from glutamine_bot.knowledge.parsing import Parsed


class Base:
    """What was read of the knowledge base in a folder.

    `today` is the day that review dates are compared with; `sound` tells that every rule of loading holds.
    """

    def __init__(self, folder: str, parsed: Parsed, today: date, *, sound: bool) -> None:
        self.folder = folder
        self.parsed = parsed
        self.today = today
        self.sound = sound

    @cached_property
    def matching(self) -> Matching | None:
        """How questions are read and matched with what could be read; None where that is not enough."""
        if self.sound and (kept := load_kept(self.folder)):
            return Matching(*matching_of(*kept))
        readable = self.parsed.bot.entries and any(topic.value.phrasings for topic in self.parsed.topics.entries)
        return Matching(*build_matching(assembled(self.parsed))) if readable else None
