"""YAML tags are not taken."""

from glutamine_bot.knowledge.parsing import Parsed
from glutamine_bot.knowledge.rules.rule import Example, Rule

RULE = Rule[Parsed](
    code="tag",
    finds="A word with ! before it in the place of a text, which YAML reads as a tag.",
    matters="A tag can make other readers of YAML run programs; nothing that an author writes needs one.",
    passes=Example(
        "topics/more.yaml",
        """\
candle.short:
  question: Can a wick be cut?
  ask: [short wick]
  answer: "!Yes, once it has cooled."
  facts: [candle-hours]
""",
    ),
    fails=Example(
        "topics/more.yaml",
        """\
candle.short:
  question: Can a wick be cut?
  ask: [short wick]
  answer: !Yes once it has cooled.
  facts: [candle-hours]
""",
    ),
)
