"""`sources`: the documents that the answers come from."""

import sys
from argparse import ArgumentParser, Namespace

from glutamine_bot.cli import exits
from glutamine_bot.cli.display import look_of
from glutamine_bot.cli.loading import load_bot
from glutamine_bot.domain.sources import Source
from glutamine_bot.reply.cleaning import clean
from glutamine_bot.reply.looks import Look
from glutamine_bot.reply.wrapping import wrap


def configure(parser: ArgumentParser) -> None:
    """Describes the arguments of `sources`."""
    parser.description = "Lists the documents that the answers come from, with their sections."
    parser.add_argument("--json", action="store_true", help="print each document as one line of JSON")


def run(arguments: Namespace) -> int:
    """Prints the documents."""
    sources = load_bot(arguments).knowledge.sources.values()
    if arguments.json:
        text = "".join(map(_json_line, sources))
    else:
        look = look_of(arguments)
        text = "\n".join(_listed(number, source, look) for number, source in enumerate(sources, 1))
    sys.stdout.write(text)
    return exits.ANSWERED


def _json_line(source: Source) -> str:
    from json import dumps

    return dumps({"id": source.id, "title": source.title, "sections": source.sections}) + "\n"


def _listed(number: int, source: Source, look: Look) -> str:
    """The document under the number that it has in references."""
    lines = wrap(clean(source.full_title), look.width, f"{look.margin}[{number}] ")
    for section in source.sections:
        lines += wrap(clean(section), look.width, f"{look.margin}- ")
    return "\n".join(lines) + "\n"
