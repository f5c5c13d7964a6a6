"""What states an amount is flagged dosing, so that it never leaves without its disclaimer."""

from collections.abc import Iterator

from glutamine_bot.domain.errors import Fault
from glutamine_bot.knowledge.amounts import amount_pattern
from glutamine_bot.knowledge.parsing import Parsed

CODE = "unflagged-dose"


def check(parsed: Parsed) -> Iterator[Fault]:
    """Every text with an amount in a topic or gap that is not flagged dosing."""
    amount = amount_pattern(parsed.english.cues)
    for section in (parsed.topics, parsed.gaps):
        for entry in section.entries:
            if entry.value.dosing:
                continue
            for text in entry.items("question", "ask", "answer", "name", "names", "note"):
                if found := amount.search(text.text):
                    message = f"{entry.id!r} speaks of an amount ({found[0]!r}) and is not flagged dosing"
                    yield text.place.fault(CODE, message, "add 'dosing: true'")
