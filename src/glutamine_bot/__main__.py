"""`python -m glutamine_bot`, and what the `glutamine-bot` command calls."""

import sys

from glutamine_bot.cli.main import main

if __name__ == "__main__":
    sys.exit(main())
