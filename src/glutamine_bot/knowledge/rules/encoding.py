"""A file is text in UTF-8."""

from glutamine_bot.knowledge.parsing import Parsed
from glutamine_bot.knowledge.rules.rule import Example, Rule

RULE = Rule[Parsed](
    code="encoding",
    finds="A character that is not written in UTF-8.",
    matters="Such a character would be shown as a wrong one, or as none. Editors can save any text as UTF-8.",
    passes=Example(
        "topics/more.yaml",
        """\
candle.short:
  question: Can a wick be cut?
  ask: [short wick]
  answer: Sold in every café.
  facts: [candle-hours]
""",
    ),
    fails=Example(
        "topics/more.yaml",
        """\
candle.short:
  question: Can a wick be cut?
  ask: [short wick]
  answer: Sold in every caf\udce9.
  facts: [candle-hours]
""",
    ),
)
