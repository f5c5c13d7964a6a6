"""The documents of a folder by file name, as nodes."""

from glutamine_bot.domain.errors import Fault
from glutamine_bot.domain.values import frozen, replace
from glutamine_bot.knowledge.files import OBLIGATORY, OPTIONAL, TOPICS, Folder
from glutamine_bot.knowledge.hints import did_you_mean
from glutamine_bot.knowledge.nodes import Faults, Node
from glutamine_bot.knowledge.reading import read_node


@frozen
class Document:
    """The content of a file, or of every file of a folder; not `whole` where one could not be read."""

    nodes: tuple[Node, ...]
    whole: bool


@frozen
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


def known_files(folder: Folder, faults: Faults) -> Folder:
    """The folder without the files that have no place in a knowledge base, which are faults: a slip in a name shows."""
    known = tuple(file for file in folder.files if _is_known(file.name))
    for file in set(folder.files).difference(known):
        names = (name.removesuffix(".yaml") for name in (*OBLIGATORY, *OPTIONAL))
        hint = did_you_mean(file.name.removesuffix(".yaml"), names) or "no file of that name is read"
        faults.add(Fault(file.path, 1, 1, "unknown-file", f"a knowledge base has no file {file.name!r}", hint))
    return replace(folder, files=known)


def _is_known(name: str) -> bool:
    return name in OBLIGATORY or name in OPTIONAL or (name.startswith(TOPICS) and name.endswith(".yaml"))
