"""A range begins at its lower end: a limit's low and high, a concept's ages, the thresholds' clarify and answer."""

from collections.abc import Iterator

from glutamine_bot.domain.errors import Fault
from glutamine_bot.knowledge.parsing import Parsed
from glutamine_bot.knowledge.rules.rule import Example, Rule

CODE = "reversed-range"


def _check(parsed: Parsed) -> Iterator[Fault]:
    """Every range that ends below its beginning; an end of 0 is one that could not be read, which is said already."""
    for limit in parsed.limits.entries:
        if limit.value.low is not None and 0 < limit.value.high < limit.value.low:
            message = f"the limit {limit.id!r} ends below its beginning"
            yield limit.at("low").fault(CODE, message, "exchange 'low' and 'high', or mend their units")
    for concept in parsed.concepts.entries:
        if concept.value.ages and concept.value.ages[0] > concept.value.ages[1]:
            yield concept.at("ages").fault(
                CODE, f"the ages of {concept.id!r} end below their beginning", "exchange them"
            )
    for bot in parsed.bot.entries:
        if 0 < bot.value.thresholds.answer < bot.value.thresholds.clarify:
            hint = "what is answered must be at least as sure as what is offered"
            yield bot.at("thresholds").fault(CODE, "'clarify' lies above 'answer'", hint)


_LIMIT = """\
jar:
  who: adults
  purpose: any
  low: {low}
  high: {high}
  label: 2-3 g
  says: From 2 to 3 g of dye go into a jar.
  figure: the 2-3 g of a jar
  fact: candle-amount
  topic: candle.amount
"""

RULE = Rule(
    code=CODE,
    finds="A limit whose 'low' is above its 'high', ages with the older first, or thresholds the wrong way round.",
    matters="No amount lies within such a range, so that whatever people take would be called too much or too little.",
    passes=Example("limits.yaml", _LIMIT.format(low="2 g", high="3 g")),
    fails=Example("limits.yaml", _LIMIT.format(low="3 g", high="2 g")),
    check=_check,
)
