"""A knowledge base to break."""

import os
from dataclasses import dataclass
from pathlib import Path

from glutamine_bot.domain.errors import Fault, KnowledgeError
from glutamine_bot.knowledge.loading import load

SAFETY = "kinds: {trapped: {signs: finger .. stuck, reply: 'Call for help: {now}.', self_harm: false}}\n"


@dataclass(frozen=True)
class Draft:
    """A copy of the second subject that a test may change."""

    folder: Path

    def write(self, name: str, content: str | bytes) -> None:
        path = self.folder / name
        path.parent.mkdir(exist_ok=True)
        path.write_bytes(content.encode() if isinstance(content, str) else content)

    def append(self, name: str, text: str) -> None:
        self.write(name, (self.folder / name).read_text() + text)

    def replace(self, name: str, old: str, new: str) -> None:
        text = (self.folder / name).read_text()
        assert old in text
        self.write(name, text.replace(old, new, 1))

    def advise(self) -> None:
        """What a base that speaks of doses must have: a disclaimer that names a professional, and an emergency."""
        self.replace("bot.yaml", "general:", "dosing: [Ask a doctor.]\n  general:")
        self.write("safety.yaml", SAFETY)

    def faults(self) -> tuple[Fault, ...]:
        """What is wrong with it; nothing where it loads."""
        try:
            load(self.folder)
        except KnowledgeError as error:
            return error.faults
        return ()

    def places(self) -> list[str]:
        """Every fault as file:line:column code."""
        return [f"{self.name_of(fault.path)}:{fault.line}:{fault.column} {fault.code}" for fault in self.faults()]

    def name_of(self, path: str) -> str:
        """A file by its name within the folder, with forward slashes."""
        return os.path.relpath(path, self.folder).replace(os.sep, "/")
