"""Writes how the program looks: a conversation as text into README.md, and pictures of its screen into SVG files.

Both are typed at the running program and read off the screen of its terminal.

python tests/docs/make_transcript.py
"""

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from tests.terminal.screen import Terminal

ROOT: Final = Path(__file__).parent.parent.parent
README: Final = ROOT / "README.md"
PICTURES: Final = Path(__file__).parent / "screens"
BEGIN: Final = "<!-- transcript -->\n"
END: Final = "<!-- end of transcript -->\n"
COLUMNS: Final = 80
ROWS: Final = 200  # enough for nothing to scroll away
LINES: Final = (
    "does it help with IBS?",
    "would 18 grams daily be alright?",
    "is it safe while pregnant?",
    "why?",
)
DOWN: Final = "\x1b[B"


@dataclass(frozen=True)
class Picture:
    """A screen to show: its size, lines said first, and keys pressed then, each with what is on the screen after it."""

    name: str
    title: str
    columns: int
    rows: int
    lines: tuple[str, ...]
    keys: tuple[tuple[str, str], ...] = ()


SCREENS: Final = (
    Picture(
        "answer",
        "An answer on a screen of 80 columns: the verdict, its disclaimer, its sources, and what to ask next",
        80, 27, ("would 18 grams daily be alright?",),
    ),
    Picture(
        "completion",
        "Known questions are offered while one types; the second is chosen",
        80, 16, (),
        (("leaky g", "gut.leaky"), (DOWN, "> How much L-glutamine"), (DOWN, "> What is leaky gut?")),
    ),
    Picture(
        "doses",
        "/doses draws the documents' figures on one scale, with the person's own amount and weight marked",
        80, 30, ("I weigh 70 kg and take 18 g a day", "/doses"),
    ),
    Picture(
        "narrow",
        "On 40 columns: what was told of oneself leads the answer, and stays in the line under the prompt",
        40, 36, ("I'm pregnant", "how much should I take?"),
    ),
)  # fmt: skip


def recorded() -> str:
    """The screen of a new user who types the lines, up to the last prompt."""
    with started(COLUMNS, ROWS) as terminal:
        for line in LINES:
            terminal.ask(line)
        rows = terminal.rows()
    last_prompt = len(rows) - 1 - rows[::-1].index(">")
    return "\n".join(rows[:last_prompt]).strip("\n")


def drawn(picture: Picture) -> str:
    """The picture as an SVG document."""
    from tests.docs.svg import picture as as_svg

    with started(picture.columns, picture.rows) as terminal:
        for line in picture.lines:
            terminal.ask(line)
        for keys, seen in picture.keys:
            terminal.keys(keys)
            terminal.see(seen)
        terminal.wait(lambda: terminal.rows()[-1] != "", "no line under the prompt")
        return as_svg(terminal.cells(), picture.title)


@contextmanager
def started(columns: int, rows: int) -> "Iterator[Terminal]":
    """The program at its first prompt, for somebody who has never used it but has had its knowledge base read."""
    from tests.cli.process import run
    from tests.terminal.screen import COMPILING, Terminal

    knowledge = ("--knowledge", str(ROOT / "knowledge"))
    with TemporaryDirectory() as home:
        run([*knowledge, "ask", "hello"], Path(home))
        terminal = Terminal(Path(home), "chat", *knowledge, columns=columns, rows=rows)
        try:
            terminal.wait(lambda: ">" in terminal.rows(), "no prompt", COMPILING)
            yield terminal
        finally:
            terminal.close()


def with_transcript(page: str, transcript: str) -> str:
    """The page with the transcript as a block of text between its two markers. Raises ValueError without them."""
    before, begin, rest = page.partition(BEGIN)
    _, end, after = rest.partition(END)
    if not (begin and end):
        raise ValueError(f"the page lacks {BEGIN.strip()} or {END.strip()}")
    return f"{before}{begin}```text\n{transcript}\n```\n{end}{after}"


def main() -> None:
    """Writes them."""
    README.write_text(with_transcript(README.read_text(encoding="utf-8"), recorded()), encoding="utf-8")
    PICTURES.mkdir(exist_ok=True)
    for picture in SCREENS:
        (PICTURES / f"{picture.name}.svg").write_text(drawn(picture), encoding="utf-8")


if __name__ == "__main__":
    sys.path.insert(0, str(ROOT))
    main()
