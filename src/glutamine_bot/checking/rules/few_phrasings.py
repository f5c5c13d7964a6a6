"""A topic is asked for in many ways."""

from collections.abc import Iterator

from glutamine_bot.checking.base import Base
from glutamine_bot.domain.errors import Fault
from glutamine_bot.knowledge.nodes import Sequence
from glutamine_bot.knowledge.rules.rule import Example, Rule

CODE = "few-phrasings"
LEAST = 8


def _check(base: Base) -> Iterator[Fault]:
    for topic in base.parsed.topics.entries:
        asked = topic.get("ask")
        if isinstance(asked, Sequence) and 0 < len(set(topic.value.phrasings)) < LEAST:
            count = len(set(topic.value.phrasings))
            message = f"the topic {topic.id!r} has {count} {'way' if count == 1 else 'ways'} to ask it under 'ask'"
            yield asked.place.fault(CODE, message, f"add some, as other people would put it: {LEAST} or more")


_TOPIC = """\
candle.short:
  question: Can a wick be cut?
  ask: [short wick, trim it, with scissors{more}]
  answer: Yes, once it has cooled.
  facts: [candle-hours]
"""
_MORE = ", before lighting, let it cool first, smoking flame, soot, too long a wick"

RULE = Rule(
    code=CODE,
    finds=f"A topic with fewer than {LEAST} ways to ask it.",
    matters="People put one question in a hundred ways. What is known by few of them is often missed.",
    passes=Example("topics/more.yaml", _TOPIC.format(more=_MORE)),
    fails=Example("topics/more.yaml", _TOPIC.format(more="")),
    check=_check,
    warning=True,
)
