"""The documents of a folder by file name, as nodes."""

import os

from glutamine_bot.domain.errors import Fault
from glutamine_bot.domain.values import frozen, replace
from glutamine_bot.knowledge.files import OBLIGATORY, OPTIONAL, TOPICS, File, Folder
from glutamine_bot.knowledge.hints import most_like
from glutamine_bot.knowledge.nodes import Faults, Node, Table, has_text
from glutamine_bot.knowledge.reading import Content, read_content


@frozen
class Document:
    """The content of a file, or of every file of a folder.

    Not `whole` where a file is missing, empty though it must not be, or cannot be read at all; `lost` are the words
    of the parts that could not be read, so that what is not found may be there.
    """

    nodes: tuple[Node, ...]
    whole: bool
    lost: frozenset[str]


@frozen
class Documents:
    """Every file's content by its name, None where it could not be read."""

    contents: dict[str, Content | None]

    @property
    def nodes(self) -> dict[str, Node | None]:
        """The documents by file name."""
        return {name: content.node if content else None for name, content in self.contents.items()}

    def texts(self) -> dict[str, str]:
        """What was read of the files, by their paths."""
        return {content.node.place.path: content.text for content in self.contents.values() if content}

    def get(self, name: str) -> Document:
        """The file of that name, or all of a folder's where the name ends with a slash; a missing one is empty."""
        found = [
            content
            for file, content in self.contents.items()
            if file == name or (name[-1] == "/" and file.startswith(name))
        ]
        read = [content for content in found if content]
        lost = frozenset[str]().union(*(content.lost for content in read))
        whole = len(read) == len(found) and all(_is_usable(content) for content in read)
        return Document(tuple(content.node for content in read), whole, lost)


def read_documents(folder: Folder, faults: Faults) -> Documents:
    """The folder's documents; every file that cannot be read is added to the faults."""
    for fault in folder.faults:
        faults.add(fault)
    unread: dict[str, Content | None] = dict.fromkeys(folder.unread)
    return Documents(unread | {file.name: _read(file, faults) for file in folder.files})


def _is_usable(content: Content) -> bool:
    """Whether it is a mapping of which anything could be read."""
    return isinstance(content.node, Table) and (not content.lost or has_text(content.node))


def _read(file: File, faults: Faults) -> Content | None:
    content = read_content(file, faults)
    empty = isinstance(content, Content) and isinstance(content.node, Table) and not content.node.entries
    if empty and (file.name in OBLIGATORY or file.name.startswith(TOPICS)):
        hint = "write it" if file.name in OBLIGATORY else "write topics in it, or delete it"
        faults.add(Fault(file.path, 1, 1, "empty-file", "this file holds nothing", hint))
        return None if file.name in OBLIGATORY else content
    return content


def known_files(folder: Folder, faults: Faults) -> Folder:
    """The folder without the files that have no place in a knowledge base, which are faults: a slip in a name shows."""
    known = tuple(file for file in folder.files if _is_known(file.name))
    for file in set(folder.files).difference(known):
        stem, ending = os.path.splitext(file.name)
        like = most_like(stem, (name.removesuffix(".yaml") for name in (*OBLIGATORY, *OPTIONAL)))
        hint = f"did you mean '{like}.yaml'?" if like else "no file of that name is read"
        hint = hint if ending == ".yaml" else "its name must end in .yaml"
        faults.add(Fault(file.path, 1, 1, "unknown-file", f"a knowledge base has no file {file.name!r}", hint))
    return replace(folder, files=known)


def _is_known(name: str) -> bool:
    return name in OBLIGATORY or name in OPTIONAL or (name.startswith(TOPICS) and name.endswith(".yaml"))
