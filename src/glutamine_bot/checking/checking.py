"""The check of a knowledge base: every rule, every file, one run."""

import os
from datetime import date

from glutamine_bot.checking.base import Base
from glutamine_bot.checking.rules import RULES
from glutamine_bot.domain.errors import BotError, Fault, KnowledgeError
from glutamine_bot.domain.values import frozen, replace
from glutamine_bot.knowledge.files import read_english, read_knowledge
from glutamine_bot.knowledge.loading import examine
from glutamine_bot.knowledge.nodes import MOST_FAULTS, Faults
from glutamine_bot.knowledge.parsing import Parsed


class UnusableFolderError(BotError):
    """A folder that no knowledge base can be read from."""


@frozen
class Report:
    """What was found, in file order, in how many files and topics; not `whole` where there was too much to go on."""

    faults: tuple[Fault, ...]
    files: int
    topics: int
    whole: bool = True

    @property
    def errors(self) -> int:
        """How many faults keep the knowledge base from being used, or from being right."""
        return len(self.faults) - self.warnings

    @property
    def warnings(self) -> int:
        """How many are of what might be better."""
        return sum(fault.warning for fault in self.faults)


def check(folder: str | os.PathLike[str], today: date) -> Report:
    """All that is wrong with the knowledge base in a folder, and what might be better on this day.

    Raises UnusableFolderError where the folder is missing, is none, or cannot be listed.
    """
    path = os.fspath(folder)
    _list(path)
    knowledge = read_knowledge(path)
    faults = Faults()
    try:
        parsed = examine(knowledge, read_english(), faults)
        base = Base(path, parsed, today, sound=not faults.found())
        _apply(base, faults)
    except KnowledgeError as error:
        return Report(error.faults[:MOST_FAULTS], len(knowledge.files), 0, whole=False)
    return Report(faults.found(), len(knowledge.files), _topics(parsed))


def _list(path: str) -> None:
    try:
        os.listdir(path)
    except FileNotFoundError:
        raise UnusableFolderError(f"there is no folder {path!r}") from None
    except NotADirectoryError:
        raise UnusableFolderError(f"{path!r} is a file; a knowledge base is a folder") from None
    except (OSError, ValueError) as error:
        raise UnusableFolderError(f"the folder {path!r} cannot be read: {_reason(error)}") from None


def _reason(error: OSError | ValueError) -> str:
    return (error.strerror if isinstance(error, OSError) else None) or str(error)


def _apply(base: Base, faults: Faults) -> None:
    for rule in RULES:
        for fault in rule.check(base) if rule.check else ():
            faults.add(replace(fault, warning=rule.warning))


def _topics(parsed: Parsed) -> int:
    return len(parsed.topics.ids)
