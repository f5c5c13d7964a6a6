"""A reply as text that a person reads: the answer first, disclaimers set apart, sources and choices numbered."""

import re
from collections.abc import Iterable, Iterator
from itertools import chain, groupby
from typing import Final

from glutamine_bot.domain.reply import Option, Reply, ReplyKind
from glutamine_bot.domain.sources import Citation
from glutamine_bot.reply.cleaning import clean
from glutamine_bot.reply.looks import Line, Look, Part, painted
from glutamine_bot.reply.wrapping import cells, wrap

_ITEM: Final = re.compile(r"(\s*(?:[-*\u2022]|\d{1,2}[.)]|\[\d{1,2}\])\s+|\S.{0,15}?\s{2,}|\s+)?(.*)")
_SENTENCE_END: Final = re.compile(r"(?<=[.!?])\s+")
_RELATED: Final = "You can also ask:"
_BLANK: Final = Line(Part.TEXT, "")


def render(reply: Reply, look: Look) -> str:
    """The reply as text that ends in a line feed: what it says, then its disclaimers, sources and choices."""
    return painted(rendered_lines(reply, look), color=look.color)


def rendered_lines(reply: Reply, look: Look) -> Iterator[Line]:
    """The reply's lines, with a blank one between its blocks. Disclaimers come right after the text, always."""
    draft = reply.draft
    # A text that ends in a colon says itself what the questions are, and that they follow it.
    choices = draft.options or (draft.related if draft.text.rstrip().endswith(":") else ())
    blocks: tuple[Iterable[Line], ...] = (
        text_block(reply, look),
        choice_block(choices, look),
        disclaimer_block(reply, look),
        source_block(reply, look),
    )
    lines = list(_separated(block for block in map(list, blocks) if block))
    yield from lines
    if not choices:
        room = None if look.height is None else look.height - len(lines)
        yield from related_block(draft.related, look, room)


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
    """The paragraph wrapped; its own line feeds are kept.

    What follows a bullet, a number or, after two blanks, a short term hangs under its beginning.
    """
    for line in clean(paragraph).strip("\n").split("\n"):
        match = _ITEM.fullmatch(line)
        mark, words = (match[1] or "", match[2]) if match else ("", line)
        if look.width is not None and cells(look.margin + mark) > look.width / 2:
            mark, words = "", line
        first = look.margin + mark
        yield from (Line(part, text.rstrip()) for text in wrap(words, look.width, first, " " * cells(first)))


def disclaimer_block(reply: Reply, look: Look) -> Iterator[Line]:
    """The disclaimers, each behind the layout's mark."""
    first, rest = look.margin + look.note, look.margin + look.note_rest
    for disclaimer in reply.disclaimers:
        yield from (Line(Part.DISCLAIMER, text) for text in wrap(clean(disclaimer), look.width, first, rest))


def source_block(reply: Reply, look: Look) -> Iterator[Line]:
    """The cited documents under their numbers, each with the sections that are meant."""
    return reference_lines(reply.draft.sources, look)


def reference_lines(citations: Iterable[Citation], look: Look) -> Iterator[Line]:
    """What is cited, a document after the other; where the layout is brief, by the short names of the documents."""
    for _, group in groupby(citations, lambda citation: citation.number):
        first, *others = group
        name = first.short or first.title if look.brief else f'"{first.title}"'
        sections = "; ".join(citation.section for citation in (first, *others))
        text = clean(f"{name}{':' if look.brief else ','} {sections}")
        yield from (Line(Part.SOURCE, line) for line in wrap(text, look.width, f"{look.margin}[{first.number}] "))


def choice_block(choices: tuple[Option, ...], look: Look) -> Iterator[Line]:
    """Questions that can be picked by number."""
    for number, choice in enumerate(choices, 1):
        yield from (
            Line(Part.OPTION, line) for line in wrap(clean(choice.question), look.width, f"{look.margin}{number}. ")
        )


def related_block(related: tuple[Option, ...], look: Look, room: int | None) -> list[Line]:
    """Questions that may come next, said to be that; as many of them as there is room for, in lines."""
    lines = [_BLANK, Line(Part.HINT, f"{look.margin}{_RELATED}")]
    for number in range(len(related), 0, -1):
        block = [*lines, *choice_block(related[:number], look)]
        if room is None or len(block) <= room:
            return block
    return []


def _separated(blocks: Iterator[list[Line]]) -> Iterator[Line]:
    first = next(blocks, [])
    return chain(first, *([_BLANK, *block] for block in blocks))
