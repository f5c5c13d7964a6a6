"""`topics`: what it can answer."""

import sys
from argparse import ArgumentParser, Namespace
from itertools import groupby

from glutamine_bot.cli import exits
from glutamine_bot.cli.display import look_of
from glutamine_bot.cli.streams import NAME
from glutamine_bot.domain.topics import Topic
from glutamine_bot.reply.cleaning import clean
from glutamine_bot.reply.looks import Look
from glutamine_bot.reply.wrapping import wrap


def configure(parser: ArgumentParser) -> None:
    """Describes the arguments of `topics`."""
    parser.description = (
        "Lists the questions that it can answer: grouped on a terminal, in a pipe each behind its topic's id."
    )
    parser.epilog = f"examples:\n  {NAME} topics\n  {NAME} topics dose\n"
    parser.add_argument("word", metavar="WORD", nargs="?", default="", help="only those with this word")
    parser.add_argument("--json", action="store_true", help="print each topic as one line of JSON")


def run(arguments: Namespace) -> int:
    """Prints the topics; 1 where none has the word."""
    from glutamine_bot import Bot

    word = arguments.word.lower()
    topics = [topic for topic in Bot.load(arguments.knowledge).knowledge.topics.values() if _has(topic, word)]
    if arguments.json:
        text = "".join(map(_json_line, topics))
    elif sys.stdout.isatty():
        text = _grouped(topics, look_of(arguments))
    else:
        text = "".join(f"{topic.id}\t{clean(topic.question)}\n" for topic in topics)
    sys.stdout.write(text)
    return exits.ANSWERED if topics else exits.NOT_ANSWERED


def _has(topic: Topic, word: str) -> bool:
    return any(word in text.lower() for text in (topic.id, topic.question, *topic.phrasings))


def _json_line(topic: Topic) -> str:
    from json import dumps

    return dumps({"topic": topic.id, "question": clean(topic.question)}) + "\n"


def _grouped(topics: list[Topic], look: Look) -> str:
    """The questions under the first words of their ids."""
    lines: list[str] = []
    for group, members in groupby(topics, lambda topic: topic.id.partition(".")[0]):
        lines += ["", look.margin + group.replace("_", " ").replace("-", " ").capitalize()]
        for topic in members:
            lines += wrap(clean(topic.question), look.width, f"{look.margin}- ")
    return "\n".join(lines[1:]) + "\n" if lines else ""
