"""The documents' dose figures as a picture on one scale in grams a day, and as a table; never without disclaimers."""

from collections.abc import Iterator
from fractions import Fraction
from math import ceil
from typing import Final

from glutamine_bot.domain.knowledge_base import KnowledgeBase
from glutamine_bot.domain.reply import Reply
from glutamine_bot.domain.values import frozen
from glutamine_bot.reply.cleaning import clean
from glutamine_bot.reply.doses_rows import Own, Row, dose_rows, source_places, spans
from glutamine_bot.reply.looks import Line, Look, Part, painted
from glutamine_bot.reply.plain import disclaimer_block, numbered_source, paragraph_lines, render
from glutamine_bot.reply.wrapping import cells, wrap

_TITLE: Final = "{subject}: grams a day, as the documents give them"
_STEPS: Final = (1, 2, 5, 10, 20, 50, 100, 200, 500, 1000)
_TICK_ROOM: Final = 5  # cells from one number under the scale to the next
_NARROW: Final = 66  # cells below which labels stand above their bars
_BY_WEIGHT: Final = "by body weight"


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
        """The cell of an amount; what lies beyond the scale is in its last."""
        return min(int(amount / self.top * (self.width - 1)), self.width - 1)


def doses_text(knowledge: KnowledgeBase, own: Own, reply: Reply, look: Look, encoding: str | None) -> str:
    """The figures as text that ends in a line feed: drawn in that encoding, or as a table where it is None.

    `reply` is the conversation's reply to /doses: its disclaimers are shown, and all of it where there are no figures.
    """
    if not knowledge.limits:
        return render(reply, look)
    if encoding is None:
        return painted(doses_table(knowledge, own, reply, look), color=look.color)
    marks = BLOCKS if "utf" in encoding.lower() else ASCII
    return painted(doses_picture(knowledge, own, reply, look, marks), color=look.color)


def doses_picture(knowledge: KnowledgeBase, own: Own, reply: Reply, look: Look, marks: Marks) -> Iterator[Line]:
    """The picture, then its sources, then the disclaimers."""
    rows = dose_rows(knowledge, own)
    width = (look.width or 80) - cells(look.margin)
    beside = max(len(row.label) for row in rows) + 2 if width >= _NARROW else 0
    scale = Scale(_top(rows), max(width - beside - (5 if beside else 0), 10), _ceilings(rows))
    yield from _title(knowledge, look)
    yield Line(Part.HINT, look.margin + " " * beside + _axis(scale))
    for row in rows:
        yield from (Line(Part.TEXT, (look.margin + text).rstrip()) for text in _row_lines(row, scale, beside, marks))
    yield from _below(knowledge, reply, look)


def doses_table(knowledge: KnowledgeBase, own: Own, reply: Reply, look: Look) -> Iterator[Line]:
    """The same as a table, for screen readers and simple terminals: figure, for whom, source."""
    yield from _title(knowledge, look)
    rows = dose_rows(knowledge, own)
    label, who = (max(map(len, column)) + 2 for column in zip(*((row.label, row.who) for row in rows), strict=True))
    for row in rows:
        source = f"[{row.source}]" if row.source else ""
        text = f"{row.label:{label}}{row.who:{who}}{source}".rstrip()
        short = wrap(f"{row.label}; {row.who} {source}".rstrip(), look.width, "", "  ")
        yield from (Line(Part.TEXT, line) for line in ([text] if cells(text) <= (look.width or cells(text)) else short))
    yield from _below(knowledge, reply, look)


def _title(knowledge: KnowledgeBase, look: Look) -> Iterator[Line]:
    yield from paragraph_lines(Part.LEAD, _TITLE.format(subject=knowledge.subject.name), look)
    yield Line(Part.TEXT, "")


def _below(knowledge: KnowledgeBase, reply: Reply, look: Look) -> Iterator[Line]:
    yield Line(Part.TEXT, "")
    for number, (title, section) in enumerate(source_places(knowledge), 1):
        yield from numbered_source(number, title, [section], look)
    yield Line(Part.TEXT, "")
    yield from disclaimer_block(reply, look)


def _row_lines(row: Row, scale: Scale, beside: int, marks: Marks) -> list[str]:
    source = f"[{row.source}]" if row.source else ""
    if beside:
        return [f"{clean(row.label):{beside}}{_bar(row, scale, marks)}  {source}"]
    bars = [_bar(row, scale, marks)] if row.span else []
    return [*wrap(f"{clean(row.label)} {source}", scale.width), *bars]


def _bar(row: Row, scale: Scale, marks: Marks) -> str:
    """The row's cells: its bar, and over it every ceiling, unless the bar is but that cell."""
    if row.span is None:
        return _BY_WEIGHT.ljust(scale.width)
    first, last = map(scale.cell, row.span)
    line = [" "] * scale.width
    if row.ceiling:
        line[last:] = marks.above * (scale.width - last)
    else:
        line[first : last + 1] = (marks.bar if row.source else marks.own) * (last - first + 1)
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
    known = max((high for _, high in spans(tuple(row for row in rows if row.source))), default=Fraction(5))
    own = max((high for _, high in spans(tuple(row for row in rows if not row.source))), default=Fraction(0))
    return Fraction(5 * ceil(max(known, min(own, 2 * known)) / 5))
