"""The documents' dose figures as a picture on one scale in grams a day, and as a table; never without disclaimers."""

from collections.abc import Iterator
from fractions import Fraction
from math import ceil
from typing import Final

from glutamine_bot.domain.knowledge_base import KnowledgeBase
from glutamine_bot.domain.reply import Reply
from glutamine_bot.domain.values import frozen
from glutamine_bot.reply.amounts import AmountWriter
from glutamine_bot.reply.cleaning import clean
from glutamine_bot.reply.doses_rows import Own, Row, dose_rows, spans, worked_out
from glutamine_bot.reply.looks import Line, Look, Part, painted
from glutamine_bot.reply.plain import disclaimer_block, paragraph_lines, render, source_block
from glutamine_bot.reply.wrapping import cells, wrap

_STEPS: Final = (1, 2, 5, 10, 20, 50, 100, 200, 500, 1000)
_TICK_ROOM: Final = 5  # cells from one number under the scale to the next
_NARROWEST: Final = 30  # cells of a scale that has labels beside it; where there is less room they stand above
_SOURCE_ROOM: Final = 5  # cells for the number of a source and the blanks before it
_INDENT: Final = "    "  # before a bar below its label, as wide as the number of a source


_BLANK: Final = Line(Part.TEXT, "")


@frozen
class Marks:
    """The characters of the picture."""

    bar: str
    own: str
    ceiling: str
    above: str


BLOCKS: Final = Marks("\u2588", "\u25c6", "\u250a", "\u2591")
ASCII: Final = Marks("=", "*", "|", "-")


@frozen
class Scale:
    """Cells for grams: `width` cells from 0 to `top` grams a day, with the ceilings that run across all rows."""

    top: Fraction
    width: int
    ceilings: tuple[Fraction, ...]

    def cell(self, amount: Fraction) -> int:
        """The cell that is nearest to an amount; what lies beyond the scale is in its last."""
        return min(int(amount / self.top * (self.width - 1) + Fraction(1, 2)), self.width - 1)


def doses_text(knowledge: KnowledgeBase, own: Own, reply: Reply, look: Look, encoding: str | None) -> str:
    """The figures as text that ends in a line feed: drawn in that encoding, or as a table where it is None.

    `reply` is the conversation's reply to /doses: what leads it, its sources and its disclaimers are shown, and all of
    it where there are no figures.
    """
    if not knowledge.limits:
        return render(reply, look)
    if encoding is None:
        return painted(doses_table(knowledge, own, reply, look), color=look.color)
    marks = BLOCKS if "utf" in encoding.lower() else ASCII
    return painted(doses_picture(knowledge, own, reply, look, marks), color=look.color)


def doses_picture(knowledge: KnowledgeBase, own: Own, reply: Reply, look: Look, marks: Marks) -> Iterator[Line]:
    """The picture, then its disclaimers and sources."""
    rows = dose_rows(knowledge, own)
    width = (look.width or 80) - cells(look.margin)
    beside = max(cells(row.label) for row in rows) + 2
    beside = beside if width - beside - _SOURCE_ROOM >= _NARROWEST else 0
    scale = Scale(_top(rows), max(width - (beside + _SOURCE_ROOM if beside else len(_INDENT)), 10), _ceilings(rows))
    yield from _above(knowledge, reply, look)
    yield Line(Part.HINT, look.margin + (" " * beside or _INDENT) + _axis(scale))
    for row in rows:
        bar = _bar(row, scale, row.span, marks) if row.span else _by_weight(knowledge, row)
        lines = _beside(row, bar, beside, scale.width) if beside else _over(row, bar, width)
        part = Part.LEAD if row.own else Part.TEXT
        yield from (Line(part, (look.margin + text).rstrip()) for text in lines)
    yield from _below(knowledge, own, reply, look)


def doses_table(knowledge: KnowledgeBase, own: Own, reply: Reply, look: Look) -> Iterator[Line]:
    """The same as a table, for screen readers and simple terminals: figure, for whom, source."""
    yield from _above(knowledge, reply, look)
    rows = dose_rows(knowledge, own)
    label, who = (max(map(cells, column)) + 2 for column in zip(*((row.label, row.who) for row in rows), strict=True))
    for row in rows:
        source = f"[{row.source}]" if row.source else ""
        text = f"{clean(row.label):{label}}{clean(row.who):{who}}{source}".rstrip()
        for_whom = "" if row.who in row.label else f"; {clean(row.who)}"
        short = wrap(f"{clean(row.label)}{for_whom} {source}".rstrip(), look.width, "", "  ")
        yield from (Line(Part.TEXT, line) for line in ([text] if cells(text) <= (look.width or cells(text)) else short))
        if row.span is None:
            yield Line(Part.TEXT, f"  {_by_weight(knowledge, row)}")
    yield from _below(knowledge, own, reply, look)


def _above(knowledge: KnowledgeBase, reply: Reply, look: Look) -> Iterator[Line]:
    """What leads because of who the person is, and the title."""
    if reply.draft.lead:
        yield from paragraph_lines(Part.LEAD, reply.draft.lead, look)
        yield _BLANK
    title = knowledge.replies["doses_title"].format(subject=knowledge.subject.name)
    yield from paragraph_lines(Part.TEXT, title, look)
    yield _BLANK


def _below(knowledge: KnowledgeBase, own: Own, reply: Reply, look: Look) -> Iterator[Line]:
    """What must be said of a figure that was worked out, the disclaimers, and the sources."""
    remark = AmountWriter(knowledge).for_weight(own.weight) if own.weight and worked_out(knowledge, own) else None
    if remark:
        yield _BLANK
        yield from paragraph_lines(Part.LEAD, remark.text, look)
    yield _BLANK
    yield from disclaimer_block(reply, look)
    yield _BLANK
    yield from source_block(reply, look)


def _beside(row: Row, bar: str, beside: int, width: int) -> list[str]:
    """The row in one line: label, bar, source."""
    source = f"[{row.source}]" if row.source else ""
    return [f"{clean(row.label):{beside}}{bar:{width}}  {source}"]


def _over(row: Row, bar: str, width: int) -> list[str]:
    """The row with its bar below the label, for narrow screens."""
    source = f"[{row.source}] " if row.source else _INDENT
    return [*wrap(clean(row.label), width, source, _INDENT), _INDENT + bar]


def _by_weight(knowledge: KnowledgeBase, row: Row) -> str:
    """What stands in the place of a bar that depends on a body weight."""
    return knowledge.replies["doses_ceiling_by_weight" if row.ceiling else "doses_by_weight"]


def _bar(row: Row, scale: Scale, span: tuple[Fraction, Fraction], marks: Marks) -> str:
    """The row's cells: its bar, and over it every ceiling, unless the bar is but that cell."""
    first, last = map(scale.cell, span)
    line = [" "] * scale.width
    if row.ceiling:
        line[last:] = marks.above * (scale.width - last)
    else:
        line[first : last + 1] = (marks.own if row.own else marks.bar) * (last - first + 1)
    for cell in map(scale.cell, scale.ceilings):
        if row.ceiling or not first == cell == last:
            line[cell] = marks.ceiling
    return "".join(line)


def _axis(scale: Scale) -> str:
    """The numbers over the scale, each over its cell; the last may begin before its own to end with the scale."""
    line = [" "] * scale.width
    step = next(step for step in _STEPS if scale.cell(Fraction(step)) >= _TICK_ROOM or step == _STEPS[-1])
    for amount in range(0, int(scale.top) + 1, step):
        text = str(amount)
        start = min(scale.cell(Fraction(amount)), scale.width - len(text))
        line[start : start + len(text)] = text
    return "".join(line).rstrip()


def _ceilings(rows: tuple[Row, ...]) -> tuple[Fraction, ...]:
    return tuple(row.span[1] for row in rows if row.ceiling and row.span)


def _top(rows: tuple[Row, ...]) -> Fraction:
    """The end of the scale: the highest figure, in whole fives; an amount of one's own stretches it to twice that."""
    known = max((high for _, high in spans(tuple(row for row in rows if not row.own))), default=Fraction(5))
    own = max((high for _, high in spans(tuple(row for row in rows if row.own))), default=Fraction(0))
    return Fraction(5 * ceil(max(known, min(own, 2 * known)) / 5))
