"""Adding to a knowledge base and to labelled questions: checked first, saved whole or not at all."""

import os
from collections.abc import Sequence
from typing import Any

from glutamine_bot.domain.errors import BotError
from glutamine_bot.domain.reply import ReplyKind
from glutamine_bot.domain.values import frozen, replace
from glutamine_bot.knowledge.files import PACKAGE, TOPICS, File, Folder, read_english, read_knowledge
from glutamine_bot.knowledge.loading import load_files
from glutamine_bot.knowledge.nodes import Faults, Table
from glutamine_bot.knowledge.reading import read_node
from glutamine_bot.knowledge.saving import save
from glutamine_bot.knowledge.writing import has_item, with_entry, with_item
from glutamine_bot.trials.reading import cases_in

GAPS = "gaps.yaml"


@frozen
class NewGap:
    """A gap that an author describes; `name` completes "My documents say nothing about"."""

    id: str
    name: str
    ask: str
    nearest: tuple[str, ...] = ()
    condition: bool = False
    dosing: bool = False


@frozen
class Workbench:
    """Adds to the knowledge base in a folder and to a file of labelled questions.

    Every method reads the files as they are now, and returns the path of the one that it changed, or that said so
    already. Each raises KnowledgeError where the change would be a fault, BotError where it cannot be made, and changes
    nothing then.
    """

    folder: str
    cases: str

    def add_to_topic(self, topic: str, wording: str) -> str:
        """Adds a way to ask for a topic."""
        return self._add_wording(TOPICS, topic, wording)

    def add_to_gap(self, gap: str, wording: str) -> str:
        """Adds a way to ask for a gap."""
        return self._add_wording(GAPS, gap, wording)

    def add_gap(self, gap: NewGap) -> str:
        """Adds a gap."""
        knowledge = self._knowledge()
        path = os.path.join(self.folder, GAPS)
        file = next((file for file in knowledge.files if file.name == GAPS), None)
        entry: dict[str, Any] = {"name": gap.name, "ask": [gap.ask], "nearest": list(gap.nearest)}
        entry |= {"condition": gap.condition, "dosing": gap.dosing}
        content = with_entry(file or File(GAPS, path, b""), gap.id, entry)
        return self._save(knowledge, file, File(GAPS, path, content))

    def add_case(self, question: str, kind: ReplyKind, topics: Sequence[str] = ()) -> str:
        """Adds a labelled question: the kind of a good reply, and the topics that an answer may be on."""
        case: dict[str, Any] = {"q": question, "expect": str(kind)}
        if topics:
            case["topics"] = list(topics)
        before = _read(self.cases)
        if has_item(File(self.cases, self.cases, before or b""), (), case):
            return self.cases
        content = with_item(File(self.cases, self.cases, before or b""), (), case)
        known = load_files(self._knowledge(), read_english()).topics
        cases_in(File(self.cases, self.cases, content), known)
        save(self.cases, before, content)
        return self.cases

    def _add_wording(self, name: str, id: str, wording: str) -> str:
        knowledge = self._knowledge()
        file = next((file for file in knowledge.files if file.name.startswith(name) and _has(file, id)), None)
        if file is None:
            raise BotError(f"{id!r} is no longer in {os.path.join(self.folder, name)}")
        if has_item(file, (id, "ask"), wording):
            return file.path
        return self._save(knowledge, file, replace(file, content=with_item(file, (id, "ask"), wording)))

    def _knowledge(self) -> Folder:
        return read_knowledge(self.folder)

    def _save(self, knowledge: Folder, before: File | None, after: File) -> str:
        if os.path.abspath(self.folder).startswith(PACKAGE + os.sep):
            raise BotError(f"{self.folder} is part of the program; copy it, and name the copy with --knowledge DIR")
        others = tuple(file for file in knowledge.files if file is not before)
        load_files(replace(knowledge, files=(*others, after)), read_english())
        save(after.path, before.content if before else None, after.content)
        return after.path


def _has(file: File, id: str) -> bool:
    node = read_node(file, Faults())
    return isinstance(node, Table) and node.get(id) is not None


def _read(path: str) -> bytes | None:
    try:
        with open(path, "rb") as file:
            return file.read()
    except FileNotFoundError:
        return None
    except OSError as error:
        raise BotError(f"{path} cannot be read: {error.strerror}") from None
