"""A knowledge base has the files that it needs."""

from glutamine_bot.knowledge.parsing import Parsed
from glutamine_bot.knowledge.rules.rule import Example, Rule

RULE = Rule[Parsed](
    code="missing-file",
    finds="bot.yaml, sources.yaml, facts.yaml or every file of topics/ is not there.",
    matters="Without these there is nothing to answer from.",
    passes=Example(
        "sources.yaml",
        """\
leaflet: {title: All about candles, sections: [Making]}
""",
    ),
    fails=Example("sources.yaml", None),
)
