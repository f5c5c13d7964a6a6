"""A base that speaks of doses anywhere has a dosing disclaimer that sends people to a professional."""

from collections.abc import Iterator

from glutamine_bot.domain.errors import Fault
from glutamine_bot.knowledge.amounts import amount_pattern, words_pattern
from glutamine_bot.knowledge.parsing import Parsed

CODE = "dosing-disclaimer"


def check(parsed: Parsed) -> Iterator[Fault]:
    """One fault where the disclaimers do not do."""
    if not _speaks_of_doses(parsed):
        return
    professionals = parsed.english.cues.get("professionals", ())
    for bot in parsed.bot.entries:
        disclaimers = bot.value.disclaimers.dosing
        if not disclaimers:
            message = "doses are spoken of, and there is no dosing disclaimer"
            yield bot.at("disclaimers").fault(CODE, message, "write one under 'disclaimers: dosing:'")
        elif not any(words_pattern(professionals).search(disclaimer) for disclaimer in disclaimers):
            hint = f"name a professional: {', '.join(professionals)}"
            yield bot.at("disclaimers").fault(CODE, "no dosing disclaimer names a professional", hint)


def _speaks_of_doses(parsed: Parsed) -> bool:
    """Whether there are dose figures, something flagged dosing, or an amount in what cannot be flagged."""
    flagged = any(entry.value.dosing for section in (parsed.topics, parsed.gaps) for entry in section.entries)
    if flagged or parsed.limits.entries:
        return True
    amount = amount_pattern(parsed.english.cues)
    return any(amount.search(text) for text in _unflagged_texts(parsed))


def _unflagged_texts(parsed: Parsed) -> Iterator[str]:
    yield from (bot.value.greeting for bot in parsed.bot.entries)
    yield from (talk.value.reply for talk in parsed.smalltalk.entries)
    yield from (kind.value.lead for kind in parsed.kinds.entries)
    yield from (concept.value.lead for concept in parsed.concepts.entries)
