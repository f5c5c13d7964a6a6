"""A file is no larger than knowledge can be."""

from glutamine_bot.knowledge.parsing import Parsed
from glutamine_bot.knowledge.rules.rule import Example, Rule

RULE = Rule[Parsed](
    code="too-large",
    finds="A file of more than 2 MiB, or more than 16 MiB in all.",
    matters="It is hardly a text that somebody wrote, and the program would be slow to start.",
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
    fails=Example("topics/more.yaml", "# a remark\n" * 200_000),
)
