"""`topics`: what it can answer."""

import sys
from argparse import ArgumentParser, Namespace

from glutamine_bot.cli import exits
from glutamine_bot.cli.display import look_of
from glutamine_bot.cli.loading import load_bot
from glutamine_bot.cli.streams import NAME
from glutamine_bot.domain.topics import Topic
from glutamine_bot.reply.cleaning import clean
from glutamine_bot.reply.looks import Part, painted
from glutamine_bot.reply.plain import paragraph_lines
from glutamine_bot.reply.topic_list import topic_list


def configure(parser: ArgumentParser) -> None:
    """Describes the arguments of `topics`."""
    parser.description = (
        "Lists the questions that it can answer: grouped on a terminal, in a pipe each behind its topic's id."
    )
    parser.epilog = f"examples:\n  {NAME} topics\n  {NAME} topics dose\n"
    parser.add_argument("word", metavar="WORD", nargs="?", default="", help="only those with this word, or part of one")
    parser.add_argument("--json", action="store_true", help="print each topic as one line of JSON")


def run(arguments: Namespace) -> int:
    """Prints the topics; 1 where none has the word."""
    topics = load_bot(arguments).knowledge.topics_with(arguments.word)
    if arguments.json:
        text = "".join(map(_json_line, topics))
    elif sys.stdout.isatty():
        look = look_of(arguments)
        text = painted(paragraph_lines(Part.TEXT, topic_list(topics), look), color=look.color) if topics else ""
    else:
        text = "".join(f"{topic.id}\t{clean(topic.question)}\n" for topic in topics)
    sys.stdout.write(text)
    return exits.ANSWERED if topics else exits.NOT_ANSWERED


def _json_line(topic: Topic) -> str:
    from json import dumps

    return dumps({"topic": topic.id, "question": clean(topic.question)}) + "\n"
