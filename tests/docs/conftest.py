"""What tests of the documents share."""

from tests.cli.conftest import bot

__all__ = ["bot"]
