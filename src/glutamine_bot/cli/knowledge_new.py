"""`knowledge new`: a small knowledge base to begin with."""

import os
import re
import sys
from argparse import ArgumentParser, Namespace
from typing import Final

from glutamine_bot.cli import exits
from glutamine_bot.cli.streams import NAME
from glutamine_bot.reply.cleaning import clean

_SUBJECT: Final = "houseplants"


def configure(parser: ArgumentParser) -> None:
    """Describes the arguments of `knowledge new`."""
    parser.description = (
        "Makes a small, working knowledge base in a new folder. Its files explain themselves; the document in it is\n"
        "made up, so that there is something to talk with until yours is in its place."
    )
    parser.epilog = (
        f"examples:\n  {NAME} knowledge new my-subject\n"
        f"  {NAME} knowledge new library --subject 'the town library' --name 'Page'\n"
    )
    parser.add_argument("folder", metavar="DIR", help="where to make it: a folder that is empty or not there yet")
    parser.add_argument(
        "--subject", default=_SUBJECT, help=f"what it is about, as it stands in a sentence (default: {_SUBJECT})"
    )
    parser.add_argument("--name", help="what the bot is called (default: after the folder)")


def run(arguments: Namespace) -> int:
    """Prints the files that were made; what to do next goes to standard error."""
    from glutamine_bot.knowledge.starting import new_knowledge

    folder = arguments.folder
    name = _name_after(folder) if arguments.name is None else arguments.name
    files = new_knowledge(folder, name, arguments.subject)
    sys.stdout.writelines(f"{clean(path)}\n" for path in files)
    sys.stdout.flush()
    sys.stderr.write(clean(_next_steps(folder)))
    return exits.ANSWERED


def _name_after(folder: str) -> str:
    words = re.findall(r"\w+", os.path.basename(os.path.abspath(folder)).lower())[:4]
    return "_".join([*words, "bot"])


def _next_steps(folder: str) -> str:
    from shlex import quote

    place = quote(folder)
    return (
        "\nIt works already. Next:\n"
        f"  1. talk with it          {NAME} --knowledge {place}\n"
        f"  2. put your document in  {quote(os.path.join(folder, 'sources.yaml'))}, then facts.yaml, then topics/\n"
        f"  3. see that all is well  {NAME} knowledge check {place}\n"
        f"  4. see how it does       {NAME} knowledge test {quote(os.path.join(folder, 'tests', 'questions.yaml'))}"
        f" --knowledge {place}\n"
    )
