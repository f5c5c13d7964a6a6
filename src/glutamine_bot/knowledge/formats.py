"""The records that the files of a knowledge base are made of, and the domain value that comes of each."""

from collections.abc import Mapping
from typing import Any, TypeAlias

from glutamine_bot.domain.concepts import Concept, ConceptKind
from glutamine_bot.domain.knowledge_base import Disclaimers, Subject, Thresholds
from glutamine_bot.domain.limits import Limit
from glutamine_bot.domain.sources import Source
from glutamine_bot.domain.topics import Gap, SmallTalk, Topic
from glutamine_bot.domain.values import frozen
from glutamine_bot.knowledge.decoding import (
    ALIASES,
    DATE,
    FLAG,
    GRAMS,
    NAMES,
    SHARE,
    TEXT,
    WORDS,
    Key,
    Keyed,
    Listed,
    Shape,
    Single,
    plain,
)
from glutamine_bot.knowledge.heading import Headed, WithNode, Written
from glutamine_bot.knowledge.nodes import Node, Scalar, Sequence, scalars
from glutamine_bot.knowledge.scalars import NUMBER_FORM, as_text, is_number

_KINDS = tuple(
    kind.value for kind in (ConceptKind.PERSON, ConceptKind.CONDITION, ConceptKind.SUBSTANCE, ConceptKind.ANIMAL)
)

Names: TypeAlias = tuple[str, ...]
"""All the names of one thing; the first is the one used in sentences."""


@frozen
class Bot:
    """What bot.yaml says."""

    name: str
    subject: Subject
    greeting: str
    disclaimers: Disclaimers
    replies: Mapping[str, str]
    thresholds: Thresholds
    menu: tuple[str, ...]
    plausible: Mapping[str, tuple[str, ...]]


@frozen
class MedicineClass:
    """A class of medicines: how people call it, its members, and what opens an answer to somebody who takes one."""

    names: Names
    medicines: tuple[Written[Names], ...]
    lead: str
    facts: tuple[str, ...]


@frozen
class KindDefaults:
    """What kinds.yaml says of all concepts of a kind that do not say it themselves; `lead` may have {name} in it."""

    id: str
    canonical: str
    topic: str | None
    lead: str
    facts: tuple[str, ...]


@frozen
class Others:
    """Things that are not the subject."""

    substances: tuple[Written[Names], ...]
    animals: tuple[Written[Names], ...]


def _source(*, review_by: str, **fields: Any) -> Source:  # noqa: ARG001 - for authors
    return Source(**fields)


def _topic(*, personal: bool, dosing: bool, review_by: str, **fields: Any) -> Topic:  # noqa: ARG001 - for authors
    return Topic(personal=personal or dosing, dosing=dosing, **fields)


def _concept(*, names: tuple[str, ...], canonical: str, **fields: Any) -> Concept:
    return Concept(names=names, canonical=canonical or "".join(names[:1]), **fields)


def _synonyms(*, synonyms: tuple[tuple[Scalar, Written[Names]], ...]) -> tuple[tuple[Scalar, Written[Names]], ...]:
    return synonyms


def _kind(node: Node) -> ConceptKind | None:
    text = as_text(node)
    return ConceptKind(text) if text in _KINDS else None


def _ages(node: Node) -> tuple[int, int] | None:
    ages = plain(node)
    match ages:
        case (int(low), int(high)):
            return low, high
        case _:
            return None


def _span(node: Node) -> tuple[str, str] | None:
    numbers = [number.text for number in scalars(node)] if isinstance(node, Sequence) else []
    match numbers:
        case [least, most] if is_number(least) and is_number(most) and 0 <= float(least) < float(most):
            return least, most
        case _:
            return None


def _spans(**spans: tuple[str, str] | None) -> dict[str, tuple[str, str]]:
    return {what: span for what, span in spans.items() if span}


KIND = Single(
    f"one of {', '.join(_KINDS)}",
    ConceptKind.CONDITION,
    _kind,
    hint="choose the one that it is; medicines have a file of their own",
    schema={"enum": [*_KINDS]},
)
AGES = Single(
    "two ages in years, the younger first, such as [0, 17]",
    (0, 0),
    _ages,
    hint="write the younger age first",
    schema={"type": "array", "items": {"type": "integer", "minimum": 0}, "minItems": 2, "maxItems": 2},
)

SPAN = Single(
    'the least and the most, such as ["0.1", "100"]',
    None,
    _span,
    hint="write the smaller number first, both in quotation marks",
    schema={
        "type": "array",
        "items": {"type": ["string", "number"], "pattern": f"^{NUMBER_FORM.pattern}$"},
        "minItems": 2,
        "maxItems": 2,
    },
)
PLAUSIBLE = Shape(_spans, *(Key(what, SPAN, default=None) for what in ("dose", "per_kg", "body_weight", "age")))

SUBJECT = Shape(Subject, Key("name", TEXT), Key("names", NAMES))
DISCLAIMERS = Shape(Disclaimers, Key("dosing", WORDS, default=()), Key("general", WORDS, default=()))
THRESHOLDS = Shape(Thresholds, Key("answer", SHARE), Key("clarify", SHARE))
BOT = Shape(
    Bot,
    Key("name", TEXT),
    Key("subject", SUBJECT),
    Key("greeting", TEXT),
    Key("disclaimers", DISCLAIMERS, default=DISCLAIMERS.empty),
    Key("replies", Keyed(TEXT), default={}),
    Key("thresholds", THRESHOLDS, default=Thresholds(answer=0.6, clarify=0.4)),
    Key("menu", WORDS, default=()),
    Key("plausible", PLAUSIBLE, default={}),
)
SOURCE = Shape(
    _source,
    Key("title", TEXT),
    Key("sections", NAMES),
    Key("short", TEXT, default=""),
    Key("review_by", DATE, default=""),
)
TOPIC = Shape(
    _topic,
    Key("question", TEXT),
    Key("ask", NAMES, field="phrasings"),
    Key("answer", TEXT),
    Key("facts", WORDS),
    Key("dosing", FLAG, default=False),
    Key("personal", FLAG, default=False),
    Key("about", WORDS, default=()),
    Key("related", WORDS, default=()),
    Key("reason", TEXT, default=None),
    Key("yields", FLAG, default=False),
    Key("review_by", DATE, default=""),
)
GAP = Shape(
    Gap,
    Key("name", TEXT),
    Key("names", WORDS, default=()),
    Key("ask", WORDS, field="phrasings", default=()),
    Key("nearest", WORDS, default=()),
    Key("note", TEXT, default=""),
    Key("facts", WORDS, default=()),
    Key("dosing", FLAG, default=False),
    Key("condition", FLAG, default=False),
)
CONCEPT = Shape(
    _concept,
    Key("kind", KIND),
    Key("name", TEXT),
    Key("names", NAMES),
    Key("canonical", TEXT, default=""),
    Key("states", WORDS, default=()),
    Key("topic", TEXT, default=None),
    Key("lead", TEXT, default=""),
    Key("facts", WORDS, default=()),
    Key("you", TEXT, default=""),
    Key("they", TEXT, default=""),
    Key("ages", AGES, default=None),
    Key("replaces_dosing", FLAG, default=False),
    Key("withholds_figures", FLAG, default=False),
    Key("excludes", WORDS, default=()),
)
KIND_DEFAULTS = Shape(
    KindDefaults,
    Key("canonical", TEXT, default=""),
    Key("topic", TEXT, default=None),
    Key("lead", TEXT, default=""),
    Key("facts", WORDS, default=()),
)
THINGS = Listed(WithNode(ALIASES))
MEDICINE_CLASS = Shape(
    MedicineClass,
    Key("names", NAMES),
    Key("medicines", THINGS),
    Key("lead", TEXT, default=""),
    Key("facts", WORDS, default=()),
)
OTHERS = Shape(Others, Key("substances", THINGS, default=()), Key("animals", THINGS, default=()))
SYNONYMS = Shape(_synonyms, Key("synonyms", Headed(NAMES), default=()))
LIMIT = Shape(
    Limit,
    Key("who", TEXT),
    Key("purpose", TEXT),
    Key("low", GRAMS, default=None),
    Key("high", GRAMS),
    Key("per_kg", FLAG, default=False),
    Key("ceiling", FLAG, default=False),
    Key("label", TEXT),
    Key("says", TEXT),
    Key("fact", TEXT),
    Key("topic", TEXT),
    Key("figure", TEXT),
    Key("for_adults", FLAG, default=True),
)
SMALLTALK = Shape(SmallTalk, Key("ask", NAMES, field="phrasings"), Key("reply", TEXT))
