"""The dosing guard: decides whether a reply concerns dosing, and holds the disclaimers that such a reply carries."""

import re
from collections.abc import Callable, Iterable
from typing import NoReturn, final

from glutamine_bot.domain.errors import BotError
from glutamine_bot.domain.values import frozen


class UnguardedError(BotError):
    """A knowledge base speaks of doses without a disclaimer that sends people to a professional."""


@final
@frozen
class DosingGuard:
    """What makes a reply a dosing reply, and what it must then say.

    `topics` are the ids flagged dosing. `asks` matches a question about amounts and `amount` a stated amount; `hints`
    tells of the words and numbers of a question whether it may be about amounts in some other way. All look at every
    one of the `readings` of a text: folded, and with disguises undone. `disclaimers` are made by `safety.guard`, which
    refuses those that name no professional; they may be empty only where the knowledge base speaks of no doses.
    """

    topics: frozenset[str]
    asks: re.Pattern[str]
    amount: re.Pattern[str]
    hints: Callable[[str], bool]
    readings: Callable[[str], Iterable[str]]
    disclaimers: tuple[str, ...]

    def __init_subclass__(cls) -> NoReturn:
        raise TypeError("the dosing guard has no other kinds")

    def due(self, topics: tuple[str, ...], said: tuple[str, ...], text: str) -> tuple[str, ...]:
        """The disclaimers that a reply on these topics, to what was said, with this text must carry.

        Raises UnguardedError where a topic is flagged dosing and there are none.
        """
        flagged = not self.topics.isdisjoint(topics)
        if flagged and not self.disclaimers:
            raise UnguardedError("a topic is flagged dosing, and there is no dosing disclaimer")
        return self.disclaimers if flagged or self.states_amount(text) or any(map(self._asks, said)) else ()

    def states_amount(self, text: str) -> bool:
        """True where a text states an amount."""
        return any(map(self.amount.search, self.readings(text)))

    def _asks(self, said: str) -> bool:
        return any(self.asks.search(s) or self.amount.search(s) or self.hints(s) for s in self.readings(said))
