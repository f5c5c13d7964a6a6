"""A file that must say something does."""

from glutamine_bot.knowledge.parsing import Parsed
from glutamine_bot.knowledge.rules.rule import Example, Rule

RULE = Rule[Parsed](
    code="empty-file",
    finds="A file of topics, or one that a knowledge base must have, without a word in it.",
    matters="It is likely to have been emptied by a slip: everything that refers to it is then in doubt.",
    passes=Example(
        "sources.yaml",
        """\
leaflet: {title: All about candles, sections: [Making]}
""",
    ),
    fails=Example(
        "sources.yaml",
        """\
# to be written
""",
    ),
)
