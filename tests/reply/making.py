"""Replies to render in tests, made the only way that there is: through a dosing guard."""

from typing import Any

from glutamine_bot.domain.reply import Draft, Option, Reply, ReplyKind
from glutamine_bot.domain.sources import Citation
from tests.support.guards import guard

DISCLAIMER = "General information. A doctor or other healthcare professional should decide how much suits you."
GUARD = guard(DISCLAIMER, topics=["dosage"])
SOURCES = (
    Citation(1, "short", "Short", "Dosage"),
    Citation(1, "short", "Short", "Precautions"),
    Citation(2, "long", "How Much Should You Take?", "Recommended Amounts", "Article"),
)
OPTIONS = (Option("a", "What is it?"), Option("b", "How is it stored?"))


def reply(text: str, kind: ReplyKind = ReplyKind.ANSWER, **parts: Any) -> Reply:
    """A reply of this text and kind, with whatever other parts of a draft are given."""
    return Reply(Draft(kind, text, ("how much a day",), **parts), GUARD)
