"""A range begins at its lower end: a limit's low and high, the thresholds' clarify and answer."""

from collections.abc import Iterator

from glutamine_bot.domain.errors import Fault
from glutamine_bot.knowledge.parsing import Parsed

CODE = "reversed-range"


def check(parsed: Parsed) -> Iterator[Fault]:
    """Every range that ends below its beginning."""
    for limit in parsed.limits.entries:
        if limit.value.low is not None and limit.value.low > limit.value.high:
            yield limit.at("low").fault(
                CODE, f"the limit {limit.id!r} ends below its beginning", "exchange low and high"
            )
    for bot in parsed.bot.entries:
        if bot.value.thresholds.clarify > bot.value.thresholds.answer:
            yield bot.at("thresholds").fault(
                CODE, "'clarify' lies above 'answer'", "what is answered is at least as sure"
            )
