"""What is to be looked at again has not been forgotten."""

from collections.abc import Iterator
from typing import Any

from glutamine_bot.checking.base import Base
from glutamine_bot.domain.errors import Fault
from glutamine_bot.knowledge.entries import Entry
from glutamine_bot.knowledge.rules.rule import Example, Rule
from glutamine_bot.knowledge.scalars import as_date

CODE = "review-due"


def _check(base: Base) -> Iterator[Fault]:
    today = base.today.isoformat()
    dated: tuple[Entry[Any], ...] = (*base.parsed.sources.entries, *base.parsed.topics.entries)
    for entry in dated:
        for written in entry.items("review_by"):
            day = as_date(written)
            if day and day < today:
                hint = "see whether it still holds, then set the next date"
                yield written.place.fault(CODE, f"{entry.id!r} was to be reviewed by {day}", hint)


RULE = Rule(
    code=CODE,
    finds="A topic or source whose date under 'review_by' has passed.",
    matters="What was right when it was written may have been overtaken by a new edition of the document.",
    passes=Example("sources.yaml", "leaflet: {title: All about candles, sections: [Making], review_by: 9999-12-31}\n"),
    fails=Example("sources.yaml", "leaflet: {title: All about candles, sections: [Making], review_by: 2001-01-31}\n"),
    check=_check,
    warning=True,
)
