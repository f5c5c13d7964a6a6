"""An amount is digits and a unit of mass."""

from glutamine_bot.knowledge.parsing import Parsed
from glutamine_bot.knowledge.rules.rule import Example, Rule

RULE = Rule[Parsed](
    code="bad-amount",
    finds="A limit without a unit, with one that is unknown, or of nothing or less.",
    matters="Amounts that people name are compared with it, so that its unit must be beyond doubt.",
    passes=Example(
        "limits.yaml",
        """\
jar:
  who: adults
  purpose: any
  high: 3 g
  label: up to 3 g
  says: Up to 3 g of dye go into a jar.
  figure: the 3 g of a jar
  fact: candle-amount
  topic: candle.amount
""",
    ),
    fails=Example(
        "limits.yaml",
        """\
jar:
  who: adults
  purpose: any
  high: 3
  label: up to 3 g
  says: Up to 3 g of dye go into a jar.
  figure: the 3 g of a jar
  fact: candle-amount
  topic: candle.amount
""",
    ),
)
