"""The documents of a folder by file name, as nodes."""

from dataclasses import dataclass

from glutamine_bot.domain.errors import Fault
from glutamine_bot.knowledge.files import OBLIGATORY, OPTIONAL, TOPICS, File, Folder
from glutamine_bot.knowledge.hints import did_you_mean
from glutamine_bot.knowledge.nodes import Faults, Node
from glutamine_bot.knowledge.reading import read_node


@dataclass(frozen=True, slots=True)
class Document:
    """The content of a file, or of every file of a folder; not `whole` where one could not be read."""

    nodes: tuple[Node, ...]
    whole: bool


@dataclass(frozen=True, slots=True)
class Documents:
    """Every file's node by its name, None where it could not be read."""

    nodes: dict[str, Node | None]

    def get(self, name: str) -> Document:
        """The file of that name, or all of a folder's where the name ends with a slash; a missing one is empty."""
        nodes = [
            node for found, node in self.nodes.items() if found == name or (name[-1] == "/" and found.startswith(name))
        ]
        return Document(tuple(node for node in nodes if node), None not in nodes)


def read_documents(folder: Folder, faults: Faults) -> Documents:
    """The folder's documents; every file that cannot be read is added to the faults."""
    for fault in folder.faults:
        faults.add(fault)
    unread: dict[str, Node | None] = dict.fromkeys(folder.unread)
    return Documents(unread | {file.name: read_node(file, faults) for file in folder.files})


def refuse_unknown(folder: Folder, faults: Faults) -> None:
    """Add a fault for every file that has no place in a knowledge base, so that no slip in a name goes unseen."""
    for file in folder.files:
        if not _is_known(file):
            hint = did_you_mean(file.name, (*OBLIGATORY, *OPTIONAL)) or "no file of that name is read"
            faults.add(Fault(file.path, 1, 1, "unknown-file", f"a knowledge base has no file {file.name!r}", hint))


def _is_known(file: File) -> bool:
    return (
        file.name in OBLIGATORY
        or file.name in OPTIONAL
        or (file.name.startswith(TOPICS) and file.name.endswith(".yaml"))
    )
