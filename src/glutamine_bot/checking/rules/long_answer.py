"""An answer is short."""

from collections.abc import Iterator

from glutamine_bot.checking.base import Base
from glutamine_bot.domain.errors import Fault
from glutamine_bot.knowledge.rules.rule import Example, Rule

CODE = "long-answer"
MOST = 90


def _check(base: Base) -> Iterator[Fault]:
    for topic in base.parsed.topics.entries:
        words = len(topic.value.answer.split())
        if words > MOST:
            message = f"the answer of {topic.id!r} has {words} words, more than {MOST}"
            yield topic.at("answer").fault(CODE, message, "say first what was asked; put the rest in a related topic")


_TOPIC = """\
candle.short:
  question: Can a wick be cut?
  ask: [short wick, trim it, with scissors, before lighting, let it cool first, smoking flame, soot, too long a wick]
  answer: >-
    {answer}
  facts: [candle-hours]
"""

RULE = Rule(
    code=CODE,
    finds=f"An answer of more than {MOST} words.",
    matters="Whoever asks wants the answer at once, and what they should mind; they can ask for more.",
    passes=Example("topics/more.yaml", _TOPIC.format(answer="Yes, once it has cooled.")),
    fails=Example("topics/more.yaml", _TOPIC.format(answer="\n    ".join(["Yes, and that is a long story."] * 15))),
    check=_check,
    warning=True,
)
