"""Recorded lines put together by likeness, with what the bot has nearest to each group."""

import os
from collections import Counter
from collections.abc import Iterable
from pathlib import Path
from typing import Final, Self

from glutamine_bot.dialogue.assembling import build_index
from glutamine_bot.dialogue.bot import Bot
from glutamine_bot.domain.match import Match
from glutamine_bot.domain.reply import Reply
from glutamine_bot.domain.values import frozen, replace
from glutamine_bot.knowledge.compiling import load_compiled
from glutamine_bot.language.anonymizing import readable
from glutamine_bot.matching.grouping import grouped
from glutamine_bot.matching.matcher import IntentMatcher
from glutamine_bot.terminal.recorded import Recorded

NEAREST: Final = 3
"""Topics, and gaps, that are shown with a group."""

_RANKED: Final = 24  # labels among which the nearest topics and gaps are looked for


@frozen
class Wording:
    """A line as it was put, with the files that it is kept in and all that was recorded of it."""

    line: str
    paths: tuple[Path, ...]
    recorded: tuple[Recorded, ...]

    @property
    def reported(self) -> int:
        """How often somebody said that the reply was bad."""
        return sum(recorded.reported for recorded in self.recorded)


@frozen
class Group:
    """Lines that are alike, the most frequent first.

    `topics` and `gaps` are the nearest that there are, `now` is what the first line is replied today.
    """

    wordings: tuple[Wording, ...]
    topics: tuple[Match, ...]
    gaps: tuple[Match, ...]
    now: Reply

    @property
    def count(self) -> int:
        """How many lines there are."""
        return sum(len(wording.paths) for wording in self.wordings)

    def without(self, wording: Wording) -> "Group":
        """The group with a wording less."""
        return replace(self, wordings=tuple(other for other in self.wordings if other is not wording))


@frozen
class Grouper:
    """Groups recorded lines by a knowledge base; the matcher is the bot's own."""

    bot: Bot
    matcher: IntentMatcher

    @classmethod
    def load(cls, folder: str | os.PathLike[str]) -> Self:
        """The grouper of the knowledge base in a folder. Raises KnowledgeError where it cannot be used."""
        knowledge, index = load_compiled(folder, build_index)
        return cls(Bot(knowledge, index), IntentMatcher.from_data(index["matcher"]))

    def groups(self, kept: Iterable[tuple[Path, Recorded]]) -> list[Group]:
        """The groups of the lines that this bot was told, the most frequent first."""
        wordings = _wordings((path, line) for path, line in kept if line.bot == self.bot.knowledge.name)
        counts = Counter({line: len(wording.paths) for line, wording in wordings.items()})
        return [
            self._group([wordings[line] for line in lines])
            for lines in grouped(counts, lambda line: self.matcher.weights(readable(line)))
        ]

    def _group(self, wordings: list[Wording]) -> Group:
        line = readable(wordings[0].line)
        matches = self.matcher.rank(self.bot.read(line), _RANKED)
        knowledge = self.bot.knowledge
        return Group(
            wordings=tuple(wordings),
            topics=tuple(match for match in matches if match.label in knowledge.topics)[:NEAREST],
            gaps=tuple(match for match in matches if match.label in knowledge.gaps)[:NEAREST],
            now=self.bot.ask(line),
        )


def _wordings(kept: Iterable[tuple[Path, Recorded]]) -> dict[str, Wording]:
    found: dict[str, Wording] = {}
    for path, recorded in kept:
        line = recorded.line
        before = found.get(line, Wording(line, (), ()))
        found[line] = Wording(line, (*before.paths, path), (*before.recorded, recorded))
    return found
