"""A file is not nested endlessly."""

from glutamine_bot.knowledge.parsing import Parsed
from glutamine_bot.knowledge.rules.rule import Example, Rule

RULE = Rule[Parsed](
    code="too-deep",
    finds="More than twenty levels of brackets or indents in one another.",
    matters="Nothing that is written by hand is; it would only keep the program busy.",
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
    fails=Example("gaps.yaml", "[" * 30 + "]" * 30),
)
