"""A file has no invisible control characters."""

from glutamine_bot.knowledge.parsing import Parsed
from glutamine_bot.knowledge.rules.rule import Example, Rule

RULE = Rule[Parsed](
    code="control-character",
    finds="An invisible character that no keyboard types, often brought in by copying from elsewhere.",
    matters="A terminal may obey it, and a search for the word that it stands in fails.",
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
  answer: "Yes, \\x07once it has cooled."
  facts: [candle-hours]
""",
    ),
)
