"""What states an amount is flagged dosing, so that it never leaves without its disclaimer."""

from collections.abc import Iterator
from itertools import islice

from glutamine_bot.domain.errors import Fault
from glutamine_bot.knowledge.amounts import amount_pattern
from glutamine_bot.knowledge.parsing import Parsed
from glutamine_bot.knowledge.pinpointing import pinpoint
from glutamine_bot.knowledge.rules.rule import Example, Rule
from glutamine_bot.knowledge.scalars import as_flag

CODE = "unflagged-dose"


def _check(parsed: Parsed) -> Iterator[Fault]:
    """The first amount of every topic or gap that is not flagged dosing; a flag that cannot be read is told already."""
    amount = amount_pattern(parsed.english.cues)
    for section in (parsed.topics, parsed.gaps):
        for entry in section.entries:
            flag = entry.get("dosing")
            if entry.value.dosing or (flag and as_flag(flag) is None):
                continue
            texts = entry.items("answer", "question", "name", "note", "ask", "names")
            stated = ((text, found) for text in texts for found in amount.finditer(text.text))
            for text, found in islice(stated, 1):
                shown = text.text[_start(text.text, found.start()) : found.end()]
                message = f"{entry.id!r} speaks of an amount ({shown!r}) and is not flagged dosing"
                place = pinpoint(parsed.texts, text, shown)
                yield place.fault(CODE, message, f"add 'dosing: true' to {entry.id!r}")


def _start(text: str, found: int) -> int:
    """Where the number begins of which the pattern found the end."""
    while found and text[found - 1] in "0123456789.,-":
        found -= 1
    return found


_TOPIC = """\
candle.bright:
  question: How is a colour made strong?
  ask: [strong colour]
  answer: With 3 g of dye for a jar.
  facts: [candle-amount]
"""

RULE = Rule(
    code=CODE,
    finds="An amount, such as 5 g or two ounces, in a topic or gap that is not flagged dosing.",
    matters="No amount may leave without the disclaimer that sends people to a professional, and the flag brings it.",
    passes=Example("topics/more.yaml", f"{_TOPIC}  dosing: true\n"),
    fails=Example("topics/more.yaml", _TOPIC),
    check=_check,
)
