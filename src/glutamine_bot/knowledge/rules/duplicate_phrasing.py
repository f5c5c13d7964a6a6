"""A way to ask belongs to one topic, gap or small talk; case and punctuation make no difference."""

from collections.abc import Iterator

from glutamine_bot.domain.errors import Fault
from glutamine_bot.knowledge.claims import contested
from glutamine_bot.knowledge.nodes import Scalar
from glutamine_bot.knowledge.parsing import Parsed

CODE = "duplicate-phrasing"


def check(parsed: Parsed) -> Iterator[Fault]:
    """Every phrasing that an earlier entry has."""
    return contested(CODE, _phrasings(parsed))


def _phrasings(parsed: Parsed) -> Iterator[tuple[str, Scalar]]:
    for kind, section in (("topic", parsed.topics), ("gap", parsed.gaps), ("small talk", parsed.smalltalk)):
        for entry in section.entries:
            for phrasing in entry.items("question", "ask"):
                yield f"{kind} {entry.id!r}", phrasing
