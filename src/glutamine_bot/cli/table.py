"""The table of commands. Each is a module of this package with `configure(parser)` and `run(arguments)`."""

from argparse import ArgumentParser, Namespace
from importlib import import_module
from typing import Final, Protocol, cast

from glutamine_bot.domain.values import frozen


class CommandModule(Protocol):
    """What a command's module offers."""

    def configure(self, parser: ArgumentParser) -> None:
        """Adds the command's own arguments, its description and its examples."""

    def run(self, arguments: Namespace) -> int:
        """Runs the command and returns its exit code; raises BotError where it cannot."""


@frozen
class Command:
    """A command: its name of one or two words, what it does in a few, and the module of this package that does it."""

    name: str
    summary: str
    module: str

    def load(self) -> CommandModule:
        """The command's module, imported now."""
        return cast(CommandModule, import_module(f"glutamine_bot.cli.{self.module}"))


COMMANDS: Final = (
    Command("chat", "talk with the bot (what happens without a command)", "chat"),
    Command("ask", "answer one question, or one a line from standard input", "ask"),
    Command("topics", "list what it can answer", "topics"),
    Command("sources", "list the documents that the answers come from", "sources"),
    Command("doses", "draw the documents' dose figures on one scale", "doses"),
    Command("forget", "delete what was kept of what you typed", "forget"),
    Command("config", "show the settings file and its values", "config"),
    Command("completion", "print a completion script for bash, zsh or fish", "completion"),
    Command("knowledge new", "make a small knowledge base to begin with", "knowledge_new"),
    Command("knowledge check", "list every fault of a knowledge base", "knowledge_check"),
    Command("knowledge rules", "list or explain what the check looks for", "knowledge_rules"),
    Command("knowledge test", "put labelled questions and conversations to the bot", "knowledge_test"),
    Command("knowledge show", "all about one topic, and where it is written", "knowledge_show"),
    Command("knowledge stats", "how much there is, and how well it covers the documents", "knowledge_stats"),
    Command("knowledge schema", "print JSON Schema for the files, for editors", "knowledge_schema"),
    Command("knowledge review", "go through recorded lines that were not answered", "knowledge_review"),
)
