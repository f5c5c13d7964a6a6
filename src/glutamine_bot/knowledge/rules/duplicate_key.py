"""A key stands once."""

from glutamine_bot.knowledge.parsing import Parsed
from glutamine_bot.knowledge.rules.rule import Example, Rule

RULE = Rule[Parsed](
    code="duplicate-key",
    finds="A key that its entry, or its file, has already.",
    matters="Only one of the two can count, and nobody would see which.",
    passes=Example(
        "topics/more.yaml",
        """\
candle.short:
  question: Can a wick be cut?
  ask: [short wick]
  answer: Yes, once it has cooled.
  facts: [candle-hours]
""",
    ),
    fails=Example(
        "topics/more.yaml",
        """\
candle.short:
  question: Can a wick be cut?
  ask: [short wick]
  answer: No.
  answer: Yes, once it has cooled.
  facts: [candle-hours]
""",
    ),
)
