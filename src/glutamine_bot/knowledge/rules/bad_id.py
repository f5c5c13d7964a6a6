"""An id is in lower case, without blanks."""

from glutamine_bot.knowledge.parsing import Parsed
from glutamine_bot.knowledge.rules.rule import Example, Rule

RULE = Rule[Parsed](
    code="bad-id",
    finds="An id with capitals, blanks or other signs than . - and _ between its words.",
    matters="An id is written in many places, where it must be the same to the letter.",
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
Tea Cold:
  question: Can a wick be cut?
  ask: [short wick]
  answer: Yes, once it has cooled.
  facts: [candle-hours]
""",
    ),
)
