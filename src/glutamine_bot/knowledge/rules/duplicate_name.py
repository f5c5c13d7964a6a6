"""A name means one thing: the subject, one concept, or one gap; and a variant stands for one word."""

from collections.abc import Iterator

from glutamine_bot.domain.errors import Fault
from glutamine_bot.knowledge.claims import contested
from glutamine_bot.knowledge.nodes import Scalar, Table, scalars
from glutamine_bot.knowledge.parsing import Parsed

CODE = "duplicate-name"


def check(parsed: Parsed) -> Iterator[Fault]:
    """Every name that an earlier concept has, and every variant that an earlier word has."""
    yield from contested(CODE, _names(parsed))
    variants = (
        (f"the word {word.id!r}", variant) for word in parsed.synonyms.entries for variant in scalars(word.node)
    )
    yield from contested(CODE, variants)


def _names(parsed: Parsed) -> Iterator[tuple[str, Scalar]]:
    for bot in parsed.bot.entries:
        subject = bot.get("subject")
        if isinstance(subject, Table):
            yield from (("the subject", name) for name in scalars(subject.get("names")))
    for concept in parsed.concepts.entries:
        yield from (
            (f"{concept.value.kind} {concept.id!r}", name) for name in (*concept.items("names"), *scalars(concept.node))
        )
