"""A base that speaks of doses anywhere has a dosing disclaimer that sends people to a professional."""

from collections.abc import Iterator

from glutamine_bot.domain.errors import Fault
from glutamine_bot.knowledge.amounts import amount_pattern, words_pattern
from glutamine_bot.knowledge.parsing import Parsed
from glutamine_bot.knowledge.rules.rule import Example, Rule

CODE = "dosing-disclaimer"


def _check(parsed: Parsed) -> Iterator[Fault]:
    """One fault where the disclaimers do not do."""
    if not speaks_of_doses(parsed):
        return
    professionals = parsed.english.cues.get("professionals", ())
    for bot in parsed.bot.entries:
        if "dosing" in parsed.bot.lost:
            continue
        disclaimers = bot.value.disclaimers.dosing
        if not disclaimers:
            message = "doses are spoken of, and there is no dosing disclaimer"
            yield bot.at("disclaimers").fault(CODE, message, "write one under 'disclaimers: dosing:'")
        elif not all(disclaimers):
            continue  # one that could not be read, which is told already, may be the one
        elif not any(words_pattern(professionals).search(disclaimer) for disclaimer in disclaimers):
            hint = f"name a professional: {', '.join(professionals)}"
            yield bot.at("disclaimers").fault(CODE, "no dosing disclaimer names a professional", hint)


def speaks_of_doses(parsed: Parsed) -> bool:
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


_BOT = """\
name: candle_bot
subject: {{name: candles, names: [candle]}}
greeting: Ask me about candles.
disclaimers: {{dosing: [{disclaimer}]}}
"""

RULE = Rule(
    code=CODE,
    finds="Dosing disclaimers in bot.yaml that are gone, or of which none names a healthcare professional.",
    matters="Every reply that concerns an amount ends with them. Nothing can switch them off, this file included.",
    passes=Example("bot.yaml", _BOT.format(disclaimer="Ask your doctor how much is right for you.")),
    fails=Example("bot.yaml", _BOT.format(disclaimer="Take care.")),
    check=_check,
)
