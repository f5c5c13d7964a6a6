"""`knowledge show`: all about one topic, and where it is written."""

import sys
from argparse import ArgumentParser, Namespace
from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING, Any

from glutamine_bot.cli import exits
from glutamine_bot.cli.display import look_of
from glutamine_bot.cli.streams import NAME
from glutamine_bot.domain.errors import BotError
from glutamine_bot.domain.topics import Topic
from glutamine_bot.reply.cleaning import clean
from glutamine_bot.reply.looks import Line, Look, Part, painted
from glutamine_bot.reply.wrapping import wrap

if TYPE_CHECKING:
    from glutamine_bot.knowledge.viewing import TopicView

_FLAGS = {
    "dosing": "the disclaimer always comes with it",
    "personal": "what somebody said about themselves leads it",
    "yields": "it gives way when a particular condition is named",
}


def configure(parser: ArgumentParser) -> None:
    """Describes the arguments of `knowledge show`."""
    parser.description = (
        "Shows all about one topic: what it says, what it rests on, how it is asked for, and where it is written."
    )
    parser.epilog = (
        f"examples:\n  {NAME} knowledge show effects.list\n"
        f"  {NAME} knowledge show start.how --knowledge my-subject --json\n\n"
        f"{NAME} topics lists the ids of all topics.\n"
    )
    parser.add_argument("topic", metavar="TOPIC", help="the topic's id")
    parser.add_argument("--json", action="store_true", help="print it as one line of JSON")


def run(arguments: Namespace) -> int:
    """Prints the topic. Raises BotError where there is none of that id."""
    from glutamine_bot.knowledge.loading import load_parsed
    from glutamine_bot.knowledge.locating import default_folder
    from glutamine_bot.knowledge.viewing import view_topic

    parsed = load_parsed(arguments.knowledge or default_folder())
    view = view_topic(parsed, arguments.topic)
    if view is None:
        raise BotError(_unknown(arguments.topic, parsed.topics.ids))
    if arguments.json:
        from json import dumps

        sys.stdout.write(dumps(_as_mapping(view)) + "\n")
    else:
        look = look_of(arguments)
        sys.stdout.write(painted(_lines(view, look), color=look.color))
    return exits.ANSWERED


def _unknown(id: str, known: Iterable[str]) -> str:
    from glutamine_bot.knowledge.hints import did_you_mean

    parts = [topic for topic in sorted(known) if id.lower() in topic]
    hint = did_you_mean(id, known) or (parts and f"there are {', '.join(parts[:5])}")
    return f"there is no topic {id[:60]!r}; {hint or f'{NAME} topics lists them'}"


def _lines(view: "TopicView", look: Look) -> Iterator[Line]:
    topic = view.topic
    yield from _wrapped(topic.id, look, part=Part.LEAD)
    yield from _wrapped(topic.question, look)
    yield from _wrapped(f"{view.place.path}:{view.place.line}", look, part=Part.SOURCE)
    yield from _block("Flags", [f"{flag}: {says}" for flag, says in _FLAGS.items() if getattr(topic, flag)], look)
    yield from _block(f"Answer, {_count(topic.answer.split(), 'word')}", [topic.answer], look, bullet="")
    yield from _block("Disclaimer", view.disclaimers, look, bullet=look.note)
    yield Line(Part.TEXT, "")
    yield from _wrapped(f"Rests on {_count(view.facts, 'fact')}", look, part=Part.LEAD)
    for fact in view.facts:
        yield from _wrapped(f"{fact.fact.id}: {fact.fact.says}", look, "- ")
        yield from _wrapped(f"{fact.title}, {fact.fact.section}", look, "  ", Part.SOURCE)
        yield from _wrapped(f"{fact.place.path}:{fact.place.line}", look, "  ", Part.SOURCE)
    yield from _block("Figures", [limit.label for limit in view.limits], look)
    yield from _block(_count(topic.phrasings, "other way") + " to ask it", topic.phrasings, look)
    yield from _block("Speaks of", topic.about, look)
    yield from _block("Offered after it", map(_named, view.related), look)
    yield from _block('Answers "why?"', [topic.reason] if topic.reason else [], look)
    yield from _block("Offers it", view.leading_here, look)


def _block(title: str, items: Iterable[str], look: Look, bullet: str = "- ") -> Iterator[Line]:
    """A heading and an item a line under it; nothing where there are no items."""
    items = list(items)
    if items:
        yield Line(Part.TEXT, "")
        yield from _wrapped(title, look, part=Part.LEAD)
    for item in items:
        yield from _wrapped(item, look, bullet)


def _wrapped(text: str, look: Look, bullet: str = "", part: Part = Part.TEXT) -> Iterator[Line]:
    return (Line(part, line) for line in wrap(clean(text), look.width, look.margin + bullet))


def _named(topic: Topic) -> str:
    return f"{topic.id}: {topic.question}"


def _count(things: Iterable[object], name: str) -> str:
    count = len(list(things))
    return f"{count} {name}" if count == 1 else f"{count} {name}s"


def _as_mapping(view: "TopicView") -> dict[str, Any]:
    topic = view.topic
    return {
        "topic": topic.id,
        "file": view.place.path,
        "line": view.place.line,
        "column": view.place.column,
        "question": topic.question,
        "ask": topic.phrasings,
        "answer": topic.answer,
        "disclaimers": view.disclaimers,
        "facts": [
            {
                "id": fact.fact.id,
                "says": fact.fact.says,
                "source": fact.fact.source,
                "title": fact.title,
                "section": fact.fact.section,
                "file": fact.place.path,
                "line": fact.place.line,
            }
            for fact in view.facts
        ],
        **{flag: getattr(topic, flag) for flag in _FLAGS},
        "about": topic.about,
        "related": topic.related,
        "reason": topic.reason,
        "offered_by": view.leading_here,
        "limits": [limit.id for limit in view.limits],
    }
