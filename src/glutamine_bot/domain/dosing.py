"""The dosing guard: decides whether a reply concerns dosing, and holds the disclaimers that such a reply carries."""

import re

from glutamine_bot.domain.values import frozen


@frozen
class DosingGuard:
    """What makes a reply a dosing reply, and what it must then say.

    `topics` are the ids flagged dosing. `asks` matches a question about amounts; `amount` matches a stated amount;
    both look at folded text, since patterns that ignore case take three times as long to make.
    `disclaimers` are never empty and name a professional: whoever builds a guard of a knowledge base that speaks of
    doses checks that (`safety.guard`), and `Reply` cannot be made without a guard.
    """

    topics: frozenset[str]
    asks: re.Pattern[str]
    amount: re.Pattern[str]
    disclaimers: tuple[str, ...]

    def concerns_dosing(self, topics: tuple[str, ...], said: tuple[str, ...], text: str) -> bool:
        """True where a topic is flagged dosing, what was said asks for or names an amount, or the text states one."""
        if not self.topics.isdisjoint(topics):
            return True
        if self.amount.search(text.casefold()):
            return True
        return any(self.asks.search(s) or self.amount.search(s) for s in map(str.casefold, said))
