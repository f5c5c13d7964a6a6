"""The knowledge base and its index, compiled once for each content of the files and then read back at every start."""

import gc
import json
import os
import sys
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager, suppress
from typing import Any, TypeAlias

from glutamine_bot import __version__
from glutamine_bot.domain.knowledge_base import KnowledgeBase
from glutamine_bot.domain.lines import Text
from glutamine_bot.domain.values import replace
from glutamine_bot.knowledge.cache import fetch, keep_newest, store
from glutamine_bot.knowledge.codec import decode, encode
from glutamine_bot.knowledge.file_text import FileText
from glutamine_bot.knowledge.files import PACKAGE, Folder, read_english, read_knowledge

try:  # hashlib would load OpenSSL too, which takes longer than all that there is to hash
    from _blake2 import blake2b
except ImportError:
    from hashlib import blake2b

SHIPPED = os.path.join(PACKAGE, "compiled.json")
"""Where an installed program has the compiled form of the knowledge base that ships with it."""

PlainData: TypeAlias = Any
"""What JSON can hold: dictionaries with text keys, lists, text, numbers, flags and None."""

_PARTS = 4
"""Parts of one sort that are kept: one's own knowledge base, and a few that are worked on."""


def load_compiled(
    folder: str | os.PathLike[str],
    build_index: Callable[[KnowledgeBase], PlainData],
    before_compiling: Callable[[], object] | None = None,
) -> tuple[KnowledgeBase, PlainData]:
    """The knowledge base in the folder and the index that is built of it, from the cache where it holds them.

    `before_compiling` is called where the cache does not hold them. Both come out of the compiled form even when it
    was just made, so that no run differs from another: the index's tuples are lists.
    Raises KnowledgeError with every fault that is found.
    """
    path = os.fspath(folder)
    knowledge, language = read_knowledge(path), read_english()
    if knowledge.faults or language.faults:
        _load(knowledge, language)
    if kept := _kept(path, knowledge, language):
        return kept
    if before_compiling:
        before_compiling()
    base = _load(knowledge, language)
    text = _compiled(base, build_index)
    store(_name(path), _digest(_ingredients(knowledge, language)), text)
    return _decoded(text)


def load_kept(folder: str | os.PathLike[str]) -> tuple[KnowledgeBase, PlainData] | None:
    """What `load_compiled` gives where nothing has to be compiled for it; None where something would have to be."""
    path = os.fspath(folder)
    return _kept(path, read_knowledge(path), read_english())


def _kept(path: str, knowledge: Folder, language: Folder) -> tuple[KnowledgeBase, PlainData] | None:
    if text := _shipped(knowledge, language):
        return _decoded(text)
    if text := fetch(_name(path), _digest(_ingredients(knowledge, language))):
        with suppress(ValueError, TypeError, LookupError, AttributeError):
            return _decoded(text)
    return None


def _name(path: str) -> str:
    """The name under which the compiled form of a folder is kept."""
    return f"{_digest((os.path.abspath(path).encode('utf-8', 'surrogateescape'),))}.json"


def remembered(sort: str, made_of: PlainData, make: Callable[[], PlainData]) -> PlainData:
    """What `make` gives, from the cache where it was made before of the same data, by the same program.

    For parts that are dear to make and change seldom: an answer that is put better is no reason to learn anew.
    """
    key = _digest((__version__.encode(), *_program(PACKAGE), json.dumps(made_of).encode()))
    name = f"{sort}-{key}.json"
    if text := fetch(name, key):
        with suppress(ValueError):
            return json.loads(text)
    made = make()
    store(name, key, json.dumps(made))
    keep_newest(f"{sort}-", _PARTS)
    return made


def write_compiled(
    folder: str | os.PathLike[str],
    build_index: Callable[[KnowledgeBase], PlainData],
    target: str,
    *,
    program_may_change: bool,
) -> None:
    """Write the compiled form of a knowledge base that is to lie in the package, where it will be installed.

    Where the program may change afterwards, as in a checkout, it holds good for as long as no file of it does.
    Raises KnowledgeError with every fault that is found, and OSError where it cannot be written.
    """
    knowledge, language = read_knowledge(os.fspath(folder)), read_english()
    base = _load(knowledge, language)
    key = _digest(_ingredients(knowledge, language)) if program_may_change else _content_key(knowledge, language)
    compiled = f"{key}\n{_compiled(base, build_index)}"
    with open(f"{target}.new", "w", encoding="ascii") as stream:
        stream.write(compiled)
    os.replace(f"{target}.new", target)  # whoever runs the program goes on with the file that it has open


def _compiled(base: KnowledgeBase, build_index: Callable[[KnowledgeBase], PlainData]) -> str:
    """The base and its index, without the examples: once learned from they would only delay the start."""
    return encode(replace(base, safety_examples={}, other_subjects={}), build_index(base))


def _shipped(knowledge: Folder, language: Folder) -> Text | None:
    """What was compiled when the program was installed, where that was of these very files."""
    with suppress(OSError, UnicodeDecodeError), open(SHIPPED, "rb") as stream:
        head = stream.readline()
        key = head.strip().decode()
        if key == _content_key(knowledge, language) or key == _digest(_ingredients(knowledge, language)):
            if sys.platform == "win32":  # where an open file cannot be replaced, nor read at a place
                return stream.read().decode("ascii")
            return FileText(os.dup(stream.fileno()), len(head))
    return None


def _content_key(*folders: Folder) -> str:
    return _digest((__version__.encode(), *_contents(*folders)))


def _load(knowledge: Folder, language: Folder) -> KnowledgeBase:
    """Deferred, as it brings in PyYAML and rapidfuzz, which are spared where the cache does."""
    from glutamine_bot.knowledge.loading import load_files

    return load_files(knowledge, language)


def _decoded(text: Text) -> tuple[KnowledgeBase, PlainData]:
    with _no_collection():
        return decode(text)


@contextmanager
def _no_collection() -> Iterator[None]:
    """Spare the search for garbage: making ten thousand values leaves none, and it takes a third of the time."""
    collecting = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if collecting:
            gc.enable()


def _ingredients(*folders: Folder) -> Iterator[bytes]:
    """All that the compiled form depends on: the program, which files there are, and what is in them."""
    yield __version__.encode()
    yield from _program(PACKAGE)
    yield from _contents(*folders)


def _contents(*folders: Folder) -> Iterator[bytes]:
    for folder in folders:
        for file in folder.files:
            yield file.name.encode("utf-8", "surrogateescape")
            yield file.content


def _program(directory: str) -> Iterator[bytes]:
    """Name, size and time of change of every file of the program, so that nobody who works on it meets an old index."""
    with suppress(OSError), os.scandir(directory) as entries:
        for entry in sorted(entries, key=lambda entry: entry.name):
            if entry.is_file() and entry.path != SHIPPED:
                status = entry.stat()
                yield f"{entry.name} {status.st_size} {status.st_mtime_ns}".encode()
            elif entry.name != "__pycache__":
                yield from _program(entry.path)


def _digest(parts: Iterable[bytes]) -> str:
    digest = blake2b(digest_size=16)
    for part in parts:
        digest.update(b"%d " % len(part))
        digest.update(part)
    return digest.hexdigest()
