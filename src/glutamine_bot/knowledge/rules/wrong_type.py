"""A value is of the kind that its key wants."""

from glutamine_bot.knowledge.parsing import Parsed
from glutamine_bot.knowledge.rules.rule import Example, Rule

RULE = Rule[Parsed](
    code="wrong-type",
    finds="A number, list or flag where a text is wanted, a word where true or false is, and the like.",
    matters="The program would have to guess what was meant. In YAML, yes and no are words.",
    passes=Example(
        "topics/more.yaml",
        """\
candle.short:
  question: Can a wick be cut?
  ask: [short wick]
  answer: Yes, once it has cooled.
  facts: [candle-hours]
  dosing: false
""",
    ),
    fails=Example(
        "topics/more.yaml",
        """\
candle.short:
  question: Can a wick be cut?
  ask: [short wick]
  answer: Yes, once it has cooled.
  facts: [candle-hours]
  dosing: no
""",
    ),
)
