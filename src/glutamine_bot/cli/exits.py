"""The exit codes, with their meanings."""

from typing import Final

ANSWERED: Final = 0
NOT_ANSWERED: Final = 1  # a question was unknown, out of scope or needs a choice; or a check found errors
UNUSABLE: Final = 2  # bad usage, a broken knowledge base, or nowhere to write to
INTERRUPTED: Final = 130  # Ctrl-C
CLOSED_PIPE: Final = 141  # the reader of our output went away: what SIGPIPE would have given
