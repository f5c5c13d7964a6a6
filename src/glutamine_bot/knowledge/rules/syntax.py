"""A file is YAML."""

from glutamine_bot.knowledge.parsing import Parsed
from glutamine_bot.knowledge.rules.rule import Example, Rule

RULE = Rule[Parsed](
    code="syntax",
    finds=(
        "A place where a file stops being YAML: a quotation mark or bracket that is not closed, a colon "
        "within a text, an indent that does not fit."
    ),
    matters="The program cannot tell what was meant there. Whatever else the file holds is still looked at.",
    passes=Example(
        "topics/more.yaml",
        """\
candle.short:
  question: Can a wick be cut?
  ask: [short wick]
  answer: "Cut it: why not?"
  facts: [candle-hours]
""",
    ),
    fails=Example(
        "topics/more.yaml",
        """\
candle.short:
  question: Can a wick be cut?
  ask: [short wick]
  answer: Cut it: why not?
  facts: [candle-hours]
""",
    ),
)
