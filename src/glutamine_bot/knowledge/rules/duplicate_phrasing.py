"""A way to ask belongs to one topic, gap or small talk; case and punctuation make no difference."""

from collections.abc import Iterator

from glutamine_bot.domain.errors import Fault
from glutamine_bot.knowledge.claims import contested
from glutamine_bot.knowledge.nodes import Scalar
from glutamine_bot.knowledge.parsing import Parsed
from glutamine_bot.knowledge.rules.rule import Example, Rule

CODE = "duplicate-phrasing"


def _check(parsed: Parsed) -> Iterator[Fault]:
    """Every phrasing that an earlier entry has."""
    return contested(CODE, phrasings(parsed))


def phrasings(parsed: Parsed) -> Iterator[tuple[str, Scalar]]:
    """Every way to ask, with what it asks for."""
    for kind, section in (("topic", parsed.topics), ("gap", parsed.gaps), ("small talk", parsed.smalltalk)):
        for entry in section.entries:
            for phrasing in entry.items("question", "ask"):
                yield f"{kind} {entry.id!r}", phrasing


_TOPIC = """\
candle.short:
  question: Can a wick be cut?
  ask: [short wick, {ask}]
  answer: Yes, once it has cooled.
  facts: [candle-hours]
"""

RULE = Rule(
    code=CODE,
    finds="A way to ask that two topics, gaps or pieces of small talk have, but for capitals and punctuation.",
    matters="Only one of them can answer it, and nobody decided which.",
    passes=Example("topics/more.yaml", _TOPIC.format(ask="what if it is soft")),
    fails=Example("topics/more.yaml", _TOPIC.format(ask="Lasting time?")),
    check=_check,
)
