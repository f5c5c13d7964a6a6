"""An entry has no keys but those that are known."""

from glutamine_bot.knowledge.parsing import Parsed
from glutamine_bot.knowledge.rules.rule import Example, Rule

RULE = Rule[Parsed](
    code="unknown-key",
    finds="A key that nothing reads, most often a known one misspelt.",
    matters="What stands under it would be missing without a word.",
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
  anwser: Yes, once it has cooled.
  facts: [candle-hours]
""",
    ),
)
