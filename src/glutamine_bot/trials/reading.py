"""Labelled files to cases, with every fault of all of them at its place."""

from collections.abc import Iterable

from glutamine_bot.domain.errors import Fault
from glutamine_bot.knowledge.decoding import Listed
from glutamine_bot.knowledge.files import FILE_LIMIT, File
from glutamine_bot.knowledge.nodes import Faults
from glutamine_bot.knowledge.reading import read_node
from glutamine_bot.trials.cases import CaseFile
from glutamine_bot.trials.formats import CaseReader, case_reader


def read_cases(paths: Iterable[str], topics: Iterable[str]) -> tuple[CaseFile, ...]:
    """The files' cases, which may name these topics. Raises KnowledgeError with every fault of every file."""
    faults = Faults()
    reader = case_reader(topics)
    files = tuple(_read(path, reader, faults) for path in paths)
    faults.settle()
    return files


def cases_in(file: File, topics: Iterable[str]) -> CaseFile:
    """The cases of one file, which may name these topics. Raises KnowledgeError with every fault."""
    faults = Faults()
    cases = _cases(file, case_reader(topics), faults)
    faults.settle()
    return cases


def _read(path: str, reader: CaseReader, faults: Faults) -> CaseFile:
    content = _content(path)
    if isinstance(content, Fault):
        faults.add(content)
        return CaseFile(path, ())
    return _cases(File(path, path, content), reader, faults)


def _cases(file: File, reader: CaseReader, faults: Faults) -> CaseFile:
    node = read_node(file, faults)
    return CaseFile(file.path, Listed(reader, least=1)(node, faults) if node else ())


def _content(path: str) -> bytes | Fault:
    try:
        with open(path, "rb") as stream:
            content = stream.read(FILE_LIMIT + 1)
    except OSError as error:
        return Fault(path, 1, 1, "unreadable", f"cannot be read: {error.strerror}")
    if len(content) > FILE_LIMIT:
        return Fault(path, 1, 1, "too-large", f"is larger than {FILE_LIMIT // 2**20} MiB", "split it")
    return content
