"""A range begins at its lower end: a limit's low and high, the thresholds' clarify and answer."""

from collections.abc import Iterator

from glutamine_bot.domain.errors import Fault
from glutamine_bot.knowledge.parsing import Parsed

CODE = "reversed-range"


def check(parsed: Parsed) -> Iterator[Fault]:
    """Every range that ends below its beginning; an end of 0 is one that could not be read, which is said already."""
    for limit in parsed.limits.entries:
        if limit.value.low is not None and 0 < limit.value.high < limit.value.low:
            yield limit.at("low").fault(
                CODE, f"the limit {limit.id!r} ends below its beginning", "exchange low and high"
            )
    for bot in parsed.bot.entries:
        if 0 < bot.value.thresholds.answer < bot.value.thresholds.clarify:
            yield bot.at("thresholds").fault(
                CODE, "'clarify' lies above 'answer'", "what is answered is at least as sure"
            )
