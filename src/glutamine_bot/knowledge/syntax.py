"""What keeps a text from being YAML, in words for people who never heard of a parser."""

from typing import Any

from glutamine_bot.domain.values import frozen

_UNCLOSED = (
    "a quotation mark is opened here and never closed",
    "close it; inside '…' an apostrophe is written twice",
)
_ENDED = (
    "the text goes on after its closing quotation mark",
    "put all of it in \"…\"; inside '…' an apostrophe is written twice",
)
_TABBED = ("the line is indented with a tab, which YAML does not take", "indent with blanks, two for each step")

SECOND_DOCUMENT = ("a line of --- begins a second document, which nobody would read", "delete this line")
WITHOUT_COLON = (
    "a text or key stands here by itself, without a colon",
    "write 'key: value'; a text that goes on from the line above is indented further than its key",
)
MISPLACED = (
    "this line does not go on with what stands above it",
    "indent it like its neighbours, and see that it has a colon, or a '- ' if it belongs to a list",
)

_BEGUN = {
    "while scanning a quoted scalar found unexpected": _UNCLOSED,
    "while parsing a flow sequence": (
        "a list in [brackets] is not closed, or lacks a comma between two entries",
        "look for a ] or a comma that is missing",
    ),
    "while parsing a flow mapping": (
        "a { is not closed, or a comma between two entries is missing",
        "look for a } or a comma that is missing",
    ),
    "could not find expected ':'": WITHOUT_COLON,
}
"""What to say where it had begun to be wrong, by words of the parser's complaint."""

_NOTICED = {
    "mapping values are not allowed": (
        "a colon has no place here: the line is indented too far, or a text has a colon in it",
        "indent the line like its neighbours, or put the whole text in quotation marks",
    ),
    "while parsing a block mapping": MISPLACED,
    "while parsing a block collection": MISPLACED,
    "unknown escape character": (
        "a backslash has no meaning here",
        "leave it out, or put the text in '…' instead of \"…\"",
    ),
    "cannot start any token": ("a text cannot begin with this character", "put the text in quotation marks"),
    "while scanning an alias": ("a text cannot begin with *", "put the text in quotation marks"),
    "while scanning an anchor": ("a text cannot begin with &", "put the text in quotation marks"),
    "while scanning a tag": ("a text cannot begin with !", "put the text in quotation marks"),
    "expected node content": ("a bracket is closed that was never opened", "leave it out, or quote the text"),
    "entries are not allowed": (
        "a list entry has no place here",
        "begin the list on the line below its key, each entry with '- '",
    ),
    "while scanning a block scalar": (
        "a text after > or | begins on the line below",
        "leave nothing but >- behind the colon, and write the text below it, indented",
    ),
}
"""What to say where it was noticed, by words of the parser's complaint."""


@frozen
class Problem:
    """Where it is (line and column of the text, from 0), what is wrong, and what to do."""

    line: int
    column: int
    message: str
    hint: str


def problem_of(text: str, error: Any) -> Problem:
    """What a PyYAML error with marks means in this text."""
    noticed = error.problem_mark or error.context_mark
    begun = error.context_mark or noticed
    told = f"{error.context or ''} {error.problem or ''}"
    lines = text.split("\n")
    if any("\t" in _indent(lines, line) for line in (noticed.line, begun.line)):
        line = next(line for line in (noticed.line, begun.line) if "\t" in _indent(lines, line))
        return Problem(line, 0, *_TABBED)
    for sign, words in _BEGUN.items():
        if sign in told:
            within = noticed.line == begun.line and noticed.column < len(_line(lines, noticed.line))
            mark = noticed if within and words is not _UNCLOSED else begun
            return Problem(mark.line, mark.column, *words)
    last_line = text.rstrip().count("\n")
    mark = noticed if noticed.line <= last_line else begun
    if "did not find expected key" in told and _line(lines, mark.line)[: mark.column].rstrip().endswith(("'", '"')):
        return Problem(mark.line, mark.column, *_ENDED)
    words = next((words for sign, words in _NOTICED.items() if sign in told), (f"this is no YAML: {told.strip()}", ""))
    return Problem(mark.line, mark.column, *words)


def _line(lines: list[str], line: int) -> str:
    """The line, empty where there are not as many: for YAML, there are other ends of a line too."""
    return lines[line] if line < len(lines) else ""


def _indent(lines: list[str], line: int) -> str:
    text = _line(lines, line)
    return text[: len(text) - len(text.lstrip())]
