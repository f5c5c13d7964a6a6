"""Runs the program as a person's shell would: a real process, its own home, streams and exit code as they come."""

import os
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path

import glutamine_bot

PROGRAM = (sys.executable, "-m", "glutamine_bot")
SOURCE = str(Path(glutamine_bot.__file__).parent.parent)
LIMIT = 300  # seconds after which a process hangs; it may have to learn a knowledge base first


def surroundings(home: Path, **changes: str | None) -> dict[str, str]:
    """The environment of a person with this home and nothing set; a change to None takes a variable away."""
    own = ("XDG_CONFIG_HOME", "XDG_DATA_HOME", "XDG_STATE_HOME")
    settled = ("NO_COLOR", "ACCESSIBLE", "COLUMNS", "GLUTAMINE_BOT_KNOWLEDGE", *own)
    environment: dict[str, str | None] = dict(os.environ) | dict.fromkeys(settled)
    environment |= {"HOME": str(home), "LANG": "C.UTF-8", "TERM": "xterm-256color", "PYTHONPATH": SOURCE}
    return {name: value for name, value in (environment | changes).items() if value is not None}


def run(
    arguments: Sequence[str | bytes],
    home: Path,
    said: bytes = b"",
    cwd: Path | None = None,
    **changes: str | None,
) -> subprocess.CompletedProcess[bytes]:
    """The program's exit code and what it wrote, after it was given `said` on standard input."""
    return subprocess.run(
        [*PROGRAM, *arguments],
        input=said,
        capture_output=True,
        env=surroundings(home, **changes),
        cwd=cwd or home,
        timeout=LIMIT,
        check=False,
    )
