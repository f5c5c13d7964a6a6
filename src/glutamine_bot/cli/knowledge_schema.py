"""`knowledge schema`: what the files may hold, as JSON Schema, for editors that complete and check them."""

import os
import sys
from argparse import ArgumentParser, Namespace

from glutamine_bot.cli import exits
from glutamine_bot.cli.streams import NAME
from glutamine_bot.domain.errors import BotError


def configure(parser: ArgumentParser) -> None:
    """Describes the arguments of `knowledge schema`."""
    parser.description = (
        "Prints what a file of a knowledge base may hold, as JSON Schema (draft 2020-12), by which editors check and\n"
        "complete. Without FILE it is a schema of the whole folder, as a mapping from file names to content."
    )
    parser.epilog = (
        f"examples:\n  {NAME} knowledge schema topics\n  {NAME} knowledge schema vocabulary/concepts.yaml\n"
        f"  {NAME} knowledge schema --write my-subject/.schema\n\n"
        "An editor with the YAML language server uses it after this first line of a file:\n"
        "  # yaml-language-server: $schema=.schema/bot.json\n"
    )
    parser.add_argument("file", metavar="FILE", nargs="?", help="a kind of file: topics, bot, facts, concepts, ...")
    parser.add_argument("--write", metavar="DIR", help="write a schema for each kind of file into this folder instead")


def run(arguments: Namespace) -> int:
    """Prints the schema, or writes them all and prints their paths."""
    from glutamine_bot.knowledge.schemas import as_text, folder_schema, schema_files
    from glutamine_bot.knowledge.starting import write_file

    schemas = dict(schema_files())
    if arguments.file:
        schemas = {name: text for name, text in schemas.items() if name == f"{_kind(arguments.file)}.json"}
        if not schemas:
            raise BotError(_unknown(arguments.file))
    if arguments.write:
        for name, text in schemas.items():
            path = os.path.join(arguments.write, name)
            write_file(path, text.encode())
            sys.stdout.write(f"{path}\n")
        return exits.ANSWERED
    sys.stdout.write("".join(schemas.values()) if arguments.file else as_text(folder_schema()))
    return exits.ANSWERED


def _kind(name: str) -> str:
    """The kind of file that is meant: a short name, a file name, or any file of topics/."""
    parts = name.replace(os.sep, "/").rstrip("/").split("/")
    return "topics" if "topics" in parts[:-1] else parts[-1].removesuffix(".yaml")


def _unknown(name: str) -> str:
    from glutamine_bot.knowledge.file_formats import FILES
    from glutamine_bot.knowledge.hints import did_you_mean
    from glutamine_bot.knowledge.schemas import kind_of

    kinds = [kind_of(file) for file in FILES]
    hint = did_you_mean(_kind(name), kinds) or f"there are {', '.join(kinds)}"
    return f"there is no kind of file {name[:40]!r}; {hint}"
