"""A base that speaks of doses has a dosing disclaimer, and one that sends people to a professional."""

import re
from collections.abc import Iterator

from glutamine_bot.domain.errors import Fault
from glutamine_bot.knowledge.parsing import Parsed

CODE = "dosing-disclaimer"


def check(parsed: Parsed) -> Iterator[Fault]:
    """One fault where the disclaimers do not do."""
    if not _speaks_of_doses(parsed):
        return
    professionals = parsed.english.cues.get("professionals", ())
    words = "|".join(map(re.escape, professionals))
    for bot in parsed.bot.entries:
        disclaimers = bot.value.disclaimers.dosing
        if not disclaimers:
            message = "topics or limits speak of doses, and there is no dosing disclaimer"
            yield bot.at("disclaimers").fault(CODE, message, "write one under 'disclaimers: dosing:'")
        elif not re.search(rf"\b(?:{words})\b", " ".join(disclaimers), re.IGNORECASE):
            hint = f"name a professional: {', '.join(professionals)}"
            yield bot.at("disclaimers").fault(CODE, "no dosing disclaimer names a professional", hint)


def _speaks_of_doses(parsed: Parsed) -> bool:
    flagged = (entry.value.dosing for section in (parsed.topics, parsed.gaps) for entry in section.entries)
    return bool(parsed.limits.entries) or any(flagged)
