"""A new knowledge base: small, commented, without a fault, and about whatever somebody says."""

import json
import os
import re
from collections.abc import Iterator
from string import Template

from glutamine_bot.domain.errors import BotError, KnowledgeError
from glutamine_bot.knowledge.files import PACKAGE, File, Folder, read_english
from glutamine_bot.knowledge.loading import load_files
from glutamine_bot.knowledge.schemas import schema_files

STARTER = os.path.join(PACKAGE, "starter")
"""The files that a new knowledge base is made of; $name, $subject and $called stand for what it is told."""

SCHEMAS = ".schema"
"""The folder within a knowledge base where its files tell editors to look for their schema."""

LONGEST = 60
"""Characters of a name or a subject."""


def new_knowledge(folder: str, name: str, subject: str) -> tuple[str, ...]:
    """Write a knowledge base about the subject, for a bot of that name, into an empty folder; the paths of its files.

    Raises BotError where the folder is not empty or cannot be written, and where a name or subject makes no sound base.
    """
    _refuse_full(folder)
    files = _filled(folder, _sayable(name, "name"), _sayable(subject, "subject"))
    _refuse_faulty(files)
    schemas = (File("", os.path.join(folder, SCHEMAS, name), text.encode()) for name, text in schema_files())
    for file in (*files, *schemas):
        write_file(file.path, file.content)
    return tuple(file.path for file in files)


def write_file(path: str, content: bytes) -> None:
    """Write a file, and the folder that it is in. Raises BotError, which names the path, where that cannot be."""
    try:
        os.makedirs(os.path.dirname(path) or ".", exist_ok=True)
        with open(path, "wb") as stream:
            stream.write(content)
    except OSError as error:
        raise BotError(f"{path} cannot be written: {error.strerror}") from error


def _refuse_full(folder: str) -> None:
    try:
        full = bool(os.listdir(folder))
    except FileNotFoundError:
        return
    except OSError as error:
        raise BotError(f"{folder} cannot be used: {error.strerror}") from error
    if full:
        raise BotError(f"{folder} is not empty; a new knowledge base wants a folder of its own")


def _sayable(text: str, what: str) -> str:
    """The text on one line. Raises BotError where it is none that can stand in a sentence."""
    line = " ".join(text.split())
    if not line.isprintable() or not re.search(r"\w", line) or len(line) > LONGEST:
        raise BotError(f"the {what} must be a few words, at most {LONGEST} characters")
    return line


def _filled(folder: str, name: str, subject: str) -> tuple[File, ...]:
    called = re.sub(r"^(?:the|a|an) ", "", subject, flags=re.IGNORECASE)
    told = {"name": name, "subject": subject, "called": called}
    quoted = {key: json.dumps(text, ensure_ascii=False)[1:-1] for key, text in told.items()}
    return tuple(
        File(file, os.path.join(folder, *file.split("/")), Template(text).substitute(quoted).encode())
        for file, text in _templates("")
    )


def _templates(within: str) -> Iterator[tuple[str, str]]:
    """Name and text of every file of the starter, in order."""
    for entry in sorted(os.listdir(os.path.join(STARTER, within))):
        name = f"{within}{entry}"
        path = os.path.join(STARTER, name)
        if os.path.isdir(path):
            yield from _templates(f"{name}/")
        else:
            with open(path, encoding="utf-8") as stream:
                yield name, stream.read()


def _refuse_faulty(files: tuple[File, ...]) -> None:
    """Raises BotError where what was said of the subject collides with what the files say besides."""
    knowledge = tuple(file for file in files if not file.name.startswith("tests/"))
    try:
        load_files(Folder(knowledge, (), ()), read_english())
    except KnowledgeError as error:
        raise BotError(
            f"with that name and subject the knowledge base has a fault: {error.faults[0].message}"
        ) from error
