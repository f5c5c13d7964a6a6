"""A terminal's screen as an SVG picture, in the reader's own light or dark colours."""

from collections.abc import Iterator, Sequence
from itertools import groupby
from typing import Any, Final
from xml.sax.saxutils import escape, quoteattr

CELL: Final = 8.4  # pixels, the advance of a 14 pixel monospace letter
LINE: Final = 18
EDGE: Final = 12
_STYLE: Final = """\
text { font: 14px ui-monospace, SFMono-Regular, Menlo, Consolas, "DejaVu Sans Mono", monospace; fill: #1f2328 }
.paper { fill: #ffffff; stroke: #d0d7de }
.b { font-weight: bold }
.d { opacity: 0.65 }
.red { fill: #c0212b }
.r { fill: #ffffff }
.back { fill: #1f2328 }
@media (prefers-color-scheme: dark) {
  text, .back { fill: #e6edf3 }
  .paper { fill: #0d1117; stroke: #30363d }
  .red { fill: #ff7b72 }
  .r { fill: #0d1117 }
}
"""


def picture(cells: Sequence[Sequence[Any]], title: str) -> str:
    """The SVG document of a screen, given as rows of pyte's characters; `title` says what it shows."""
    columns, rows = len(cells[0]), len(cells)
    width, height = round(columns * CELL) + 2 * EDGE, rows * LINE + 2 * EDGE
    size = f'viewBox="0 0 {width} {height}" width="{width}" height="{height}" xml:space="preserve"'
    lines = [
        f'<svg xmlns="http://www.w3.org/2000/svg" {size} role="img" aria-label={quoteattr(title)}>',
        f"<title>{escape(title)}</title>",
        f"<style>\n{_STYLE}</style>",
        f'<rect class="paper" x="0.5" y="0.5" width="{width - 1}" height="{height - 1}" rx="6"/>',
        *(mark for number, row in enumerate(cells) for mark in _row(row, EDGE + number * LINE)),
        "</svg>",
    ]
    return "\n".join(lines) + "\n"


def _row(row: Sequence[Any], top: float) -> Iterator[str]:
    """A text for each run of cells that look alike; blanks between words belong to the run before them."""
    column = 0
    for style, run in groupby(row, _style):
        text = "".join(cell.data for cell in run)
        left, width = EDGE + column * CELL, len(text) * CELL
        column += len(text)
        if "r" in style.split():
            yield f'<rect class="back" x="{left:.1f}" y="{top}" width="{width:.1f}" height="{LINE}"/>'
        said = text.strip()
        if said:
            left += (len(text) - len(text.lstrip())) * CELL
            # The length is told since a reader's font may lack the blocks and lines, or have them in another width.
            length = f'textLength="{len(said) * CELL:.1f}" lengthAdjust="spacingAndGlyphs"'
            chosen = f' class="{style}"' if style else ""
            yield f'<text x="{left:.1f}" y="{top + LINE - 5}" {length}{chosen}>{escape(said)}</text>'


def _style(cell: Any) -> str:
    """The classes of a cell."""
    kinds = (("b", cell.bold), ("d", cell.italics), ("r", cell.reverse), ("red", cell.fg == "red"))
    return " ".join(name for name, holds in kinds if holds)
