"""Anchors and aliases are not taken."""

from glutamine_bot.knowledge.parsing import Parsed
from glutamine_bot.knowledge.rules.rule import Example, Rule

RULE = Rule[Parsed](
    code="alias",
    finds="A name with & or * before it, by which YAML repeats a part of the file elsewhere.",
    matters="Whoever reads a topic should see all of it; and a few lines of aliases can stand for millions.",
    passes=Example(
        "topics/more.yaml",
        """\
candle.short:
  question: Can a wick be cut?
  ask: [short wick]
  answer: "*Yes*, once it has cooled."
  facts: [candle-hours]
""",
    ),
    fails=Example(
        "topics/more.yaml",
        """\
candle.short:
  question: Can a wick be cut?
  ask: [short wick, &same trimmed wick]
  answer: Yes, once it has cooled.
  facts: [candle-hours]
""",
    ),
)
