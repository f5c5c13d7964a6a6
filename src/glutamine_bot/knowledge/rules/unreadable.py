"""A file can be opened."""

from glutamine_bot.knowledge.parsing import Parsed
from glutamine_bot.knowledge.rules.rule import Example, Rule

RULE = Rule[Parsed](
    code="unreadable",
    finds="A file that the system does not let the program read, or something that is no file.",
    matters="What it says is missing.",
    passes=Example(
        "gaps.yaml",
        """\
scent: {name: scent in candles, names: [scent]}
""",
    ),
    fails=Example(
        "gaps.yaml/notes.txt",
        """\
a folder in the place of a file
""",
    ),
)
