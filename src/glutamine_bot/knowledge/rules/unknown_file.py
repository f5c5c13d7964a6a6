"""Every file of a knowledge base is read."""

from glutamine_bot.knowledge.parsing import Parsed
from glutamine_bot.knowledge.rules.rule import Example, Rule

RULE = Rule[Parsed](
    code="unknown-file",
    finds="A YAML file with a name that a knowledge base does not have.",
    matters="It is not read at all, so that all that it says is missing without a word.",
    passes=Example(
        "gaps.yaml",
        """\
scent: {name: scent in candles, names: [scent]}
""",
    ),
    fails=Example(
        "gap.yaml",
        """\
scent: {name: scent in candles, names: [scent]}
""",
    ),
)
