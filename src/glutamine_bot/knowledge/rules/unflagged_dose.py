"""What states an amount is flagged dosing, so that it never leaves without its disclaimer."""

import re
from collections.abc import Iterator

from glutamine_bot.domain.errors import Fault
from glutamine_bot.knowledge.parsing import Parsed

CODE = "unflagged-dose"


def check(parsed: Parsed) -> Iterator[Fault]:
    """Every text of a topic or gap not flagged dosing in which an amount stands."""
    units = "|".join(map(re.escape, parsed.english.cues.get("mass_units", ())))
    amount = re.compile(rf"\d\s?(?:{units})\b", re.IGNORECASE)
    for section in (parsed.topics, parsed.gaps):
        for entry in section.entries:
            if entry.value.dosing:
                continue
            for text in entry.items("question", "ask", "answer", "name", "names", "note"):
                if found := amount.search(text.text):
                    message = f"{entry.id!r} speaks of an amount ({found[0]!r}) and is not flagged dosing"
                    yield text.place.fault(CODE, message, "add 'dosing: true'")
