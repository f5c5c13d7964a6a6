"""A knowledge base to break."""

import os
from dataclasses import dataclass
from pathlib import Path

from glutamine_bot.domain.errors import Fault, KnowledgeError
from glutamine_bot.knowledge.loading import load


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

    def faults(self) -> tuple[Fault, ...]:
        """What is wrong with it; nothing where it loads."""
        try:
            load(self.folder)
        except KnowledgeError as error:
            return error.faults
        return ()

    def places(self) -> list[str]:
        """Every fault as file:line:column code."""
        return [
            f"{os.path.relpath(fault.path, self.folder).replace(os.sep, '/')}:{fault.line}:{fault.column} {fault.code}"
            for fault in self.faults()
        ]
