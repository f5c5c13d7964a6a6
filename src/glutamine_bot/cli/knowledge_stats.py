"""`knowledge stats`: how much there is, and how well it covers the documents."""

import sys
from argparse import ArgumentParser, Namespace
from collections.abc import Callable, Iterator, Mapping
from typing import TYPE_CHECKING, Final

from glutamine_bot.cli import exits
from glutamine_bot.cli.display import is_plain, look_of
from glutamine_bot.cli.streams import NAME
from glutamine_bot.domain.knowledge_base import KnowledgeBase
from glutamine_bot.reply.cleaning import clean
from glutamine_bot.reply.looks import Line, Look, Part, painted
from glutamine_bot.reply.wrapping import cells, wrap

if TYPE_CHECKING:
    from glutamine_bot.knowledge.surveying import SectionCoverage, Survey

_COLUMNS: Final = ("facts", "used", "topics")
_GAP: Final = 2  # cells between columns


def configure(parser: ArgumentParser) -> None:
    """Describes the arguments of `knowledge stats`."""
    parser.description = (
        "Counts what a knowledge base holds, and tells for every section of its documents how many facts stand\n"
        "under it, how many of them a topic uses, and how many topics cite it."
    )
    parser.epilog = f"examples:\n  {NAME} knowledge stats\n  {NAME} knowledge stats my-subject --json\n"
    parser.add_argument("folder", metavar="DIR", nargs="?", help="the knowledge base (default: the one that answers)")
    parser.add_argument("--json", action="store_true", help="print it as one line of JSON")


def run(arguments: Namespace) -> int:
    """Prints the numbers."""
    from glutamine_bot import Bot
    from glutamine_bot.knowledge.surveying import survey

    base = Bot.load(arguments.folder or arguments.knowledge).knowledge
    if arguments.json:
        sys.stdout.write(_json_line(survey(base)))
        return exits.ANSWERED
    look = look_of(arguments)
    drawn = sys.stdout.isatty() and not is_plain(arguments)
    sys.stdout.write(painted(_lines(base, survey(base), look, _table if drawn else _sentences), color=look.color))
    return exits.ANSWERED


_Section = Callable[[str, list["SectionCoverage"], Look], Iterator[Line]]


def _lines(base: KnowledgeBase, found: "Survey", look: Look, section: _Section) -> Iterator[Line]:
    yield from _wrapped(f"{base.name}, on {base.subject.name}", look, Part.LEAD)
    for text in _counts(found):
        yield from _wrapped(text, look)
    for source in base.sources.values():
        yield Line(Part.TEXT, "")
        yield from section(clean(source.title), [part for part in found.coverage if part.source == source.id], look)
    yield Line(Part.TEXT, "")
    unused = (
        f"Facts that no topic uses: {', '.join(found.unused)}." if found.unused else "Every fact is used by a topic."
    )
    uncited = [f"{part.section} ({part.source})" for part in found.coverage if not part.topics]
    cited = f"Sections that no topic cites: {', '.join(uncited)}." if uncited else "Every section is cited by a topic."
    yield from _wrapped(f"{unused} {cited}", look)


def _counts(found: "Survey") -> Iterator[str]:
    topic, ways = found.fewest
    yield f"Topics: {found.topics} (dosing {found.dosing}, personal {found.personal})"
    yield f"Ways to ask: {found.phrasings} (fewest: {ways}, {topic})"
    yield f"Facts: {sum(found.facts.values())} ({_listed(found.facts)})"
    yield f"Gaps: {found.gaps}"
    kinds = f" ({_listed(found.concepts)})" if found.concepts else ""
    yield f"Known by name: {sum(found.concepts.values())}{kinds}"
    yield f"Dose figures: {found.limits}"
    yield f"Synonyms: {found.synonyms}"
    yield f"Small talk: {found.smalltalk}"


def _listed(counts: Mapping[str, int]) -> str:
    return ", ".join(f"{name} {count}" for name, count in counts.items())


def _table(title: str, parts: list["SectionCoverage"], look: Look) -> Iterator[Line]:
    """A row for each section, with its numbers to the right of its name."""
    numbers = sum(len(column) + _GAP for column in _COLUMNS)
    room = max((look.width or 0) - cells(look.margin) - numbers, 1)
    names = [wrap(clean(part.section), room) for part in parts]
    wide = max((cells(line) for name in names for line in name), default=0)
    yield from _wrapped(title, look, Part.LEAD)
    yield Line(Part.SOURCE, f"{look.margin}{' ' * wide}{''.join(' ' * _GAP + column for column in _COLUMNS)}")
    for part, (first, *rest) in zip(parts, names, strict=True):
        told = zip(_COLUMNS, (part.facts, part.used, part.topics), strict=True)
        figures = "".join(f"{count:>{len(column) + _GAP}}" for column, count in told)
        yield Line(Part.TEXT, f"{look.margin}{first}{' ' * (wide - cells(first))}{figures}")
        yield from (Line(Part.TEXT, f"{look.margin}{line}") for line in rest)


def _sentences(title: str, parts: list["SectionCoverage"], look: Look) -> Iterator[Line]:
    """A line for each section, as a screen reader tells it best."""
    yield from _wrapped(title, look, Part.LEAD)
    for part in parts:
        yield from _wrapped(f"{part.section}: facts {part.facts}, used {part.used}, topics {part.topics}", look)


def _wrapped(text: str, look: Look, part: Part = Part.TEXT) -> Iterator[Line]:
    return (Line(part, line) for line in wrap(clean(text), look.width, look.margin))


def _json_line(found: "Survey") -> str:
    from json import dumps

    from glutamine_bot.domain.values import contents, names_of

    told = dict(zip(names_of(found), contents(found), strict=True))
    told["fewest"] = dict(zip(("topic", "ask"), found.fewest, strict=True))
    told["coverage"] = [dict(zip(names_of(part), contents(part), strict=True)) for part in found.coverage]
    return dumps(told) + "\n"
