"""The program: finds the command, runs it, and turns whatever goes wrong into one line and an exit code."""

import sys
from collections.abc import Sequence


def main(argv: Sequence[str] | None = None) -> int:
    """Runs the program on the words after its name and returns its exit code (see `exits`)."""
    words = list(sys.argv[1:] if argv is None else argv)
    try:
        # Imported here so that Ctrl-C while modules load ends as quietly as it does later.
        from glutamine_bot.cli.running import run
    except KeyboardInterrupt:
        return 130
    return run(words)
