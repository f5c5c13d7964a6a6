"""A reply as text that a person reads: the answer first, disclaimers set apart, sources and choices numbered."""

import re
from collections.abc import Iterable, Iterator
from itertools import chain
from typing import Final

from glutamine_bot.domain.reply import Option, Reply, ReplyKind
from glutamine_bot.domain.sources import Citation
from glutamine_bot.reply.cleaning import clean
from glutamine_bot.reply.looks import Line, Look, Part, painted
from glutamine_bot.reply.wrapping import cells, wrap

_ITEM: Final = re.compile(r"(\s*(?:[-*\u2022]|\d{1,2}[.)])\s+|\s+)?(.*)")
_SENTENCE_END: Final = re.compile(r"(?<=[.!?])\s+")
_RELATED: Final = "You can also ask:"
_BLANK: Final = Line(Part.TEXT, "")


def render(reply: Reply, look: Look) -> str:
    """The reply as text that ends in a line feed: what it says, then its disclaimers, sources and choices."""
    return painted(rendered_lines(reply, look), color=look.color)


def rendered_lines(reply: Reply, look: Look) -> Iterator[Line]:
    """The reply's lines, with a blank one between its blocks. Disclaimers come right after the text, always."""
    draft = reply.draft
    blocks: tuple[Iterable[Line], ...] = (
        text_block(reply, look),
        choice_block(draft.options, look),
        disclaimer_block(reply, look),
        source_block(reply, look),
        () if draft.options else related_block(draft.related, look),
    )
    return _separated(block for block in map(list, blocks) if block)


def text_block(reply: Reply, look: Look) -> Iterator[Line]:
    """The text, paragraph by paragraph; what to do first in an emergency, or what leads for the person, stands out."""
    first, text = Part.LEAD if reply.draft.lead else Part.TEXT, reply.text
    if reply.kind is ReplyKind.EMERGENCY:
        first, text = Part.URGENT, _SENTENCE_END.sub("\n\n", text, count=1)
    paragraphs = [paragraph for paragraph in text.split("\n\n") if paragraph.strip()]
    for number, paragraph in enumerate(paragraphs):
        if number:
            yield _BLANK
        yield from paragraph_lines(Part.TEXT if number else first, paragraph, look)


def paragraph_lines(part: Part, paragraph: str, look: Look) -> Iterator[Line]:
    """The paragraph wrapped; its own line feeds are kept, and what follows a bullet or a number hangs under it."""
    for line in clean(paragraph).strip("\n").split("\n"):
        match = _ITEM.fullmatch(line)
        mark, words = (match[1] or "", match[2]) if match else ("", line)
        first = look.margin + mark
        yield from (Line(part, text) for text in wrap(words, look.width, first, " " * cells(first)))


def disclaimer_block(reply: Reply, look: Look) -> Iterator[Line]:
    """The disclaimers, each behind the layout's mark."""
    first, rest = look.margin + look.note, look.margin + look.note_rest
    for disclaimer in reply.disclaimers:
        yield from (Line(Part.DISCLAIMER, text) for text in wrap(clean(disclaimer), look.width, first, rest))


def source_block(reply: Reply, look: Look) -> Iterator[Line]:
    """The cited documents, numbered, each with its sections."""
    for number, (title, sections) in enumerate(_by_document(reply.draft.sources).items(), 1):
        yield from numbered_source(number, title, sections, look)


def numbered_source(number: int, title: str, sections: Iterable[str], look: Look) -> Iterator[Line]:
    """One document under its number, with the sections that are meant."""
    text = clean(f'"{title}", {"; ".join(sections)}')
    return (Line(Part.SOURCE, line) for line in wrap(text, look.width, f"{look.margin}[{number}] "))


def choice_block(choices: tuple[Option, ...], look: Look) -> Iterator[Line]:
    """Questions that can be picked by number."""
    for number, choice in enumerate(choices, 1):
        yield from (
            Line(Part.OPTION, line) for line in wrap(clean(choice.question), look.width, f"{look.margin}{number}. ")
        )


def related_block(related: tuple[Option, ...], look: Look) -> Iterator[Line]:
    """Questions that may come next, said to be that."""
    if related:
        yield Line(Part.HINT, f"{look.margin}{_RELATED}")
        yield from choice_block(related, look)


def _by_document(citations: tuple[Citation, ...]) -> dict[str, list[str]]:
    sections: dict[str, list[str]] = {}
    for citation in citations:
        sections.setdefault(citation.title, []).append(citation.section)
    return sections


def _separated(blocks: Iterator[list[Line]]) -> Iterator[Line]:
    first = next(blocks, [])
    return chain(first, *([_BLANK, *block] for block in blocks))
