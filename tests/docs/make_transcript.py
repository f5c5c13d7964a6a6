"""Writes into README.md how a conversation looks: typed at the running program, read off the screen of its terminal.

python tests/docs/make_transcript.py
"""

import sys
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Final

ROOT: Final = Path(__file__).parent.parent.parent
README: Final = ROOT / "README.md"
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


def recorded() -> str:
    """The screen of a new user who types the lines, up to the last prompt."""
    from tests.terminal.screen import COMPILING, Terminal

    with TemporaryDirectory() as home:
        terminal = Terminal(Path(home), "chat", "--knowledge", str(ROOT / "knowledge"), columns=COLUMNS, rows=ROWS)
        try:
            terminal.wait(lambda: ">" in terminal.rows(), "no prompt", COMPILING)
            for line in LINES:
                terminal.ask(line)
            rows = terminal.rows()
        finally:
            terminal.close()
    last_prompt = len(rows) - 1 - rows[::-1].index(">")
    return "\n".join(rows[:last_prompt]).strip("\n")


def with_transcript(page: str, transcript: str) -> str:
    """The page with the transcript as a block of text between its two markers. Raises ValueError without them."""
    before, begin, rest = page.partition(BEGIN)
    _, end, after = rest.partition(END)
    if not (begin and end):
        raise ValueError(f"the page lacks {BEGIN.strip()} or {END.strip()}")
    return f"{before}{begin}```text\n{transcript}\n```\n{end}{after}"


def main() -> None:
    """Writes it."""
    README.write_text(with_transcript(README.read_text(encoding="utf-8"), recorded()), encoding="utf-8")


if __name__ == "__main__":
    sys.path.insert(0, str(ROOT))
    main()
