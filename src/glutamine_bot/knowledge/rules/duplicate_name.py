"""A name means one thing: the subject, one concept, or one gap; and a variant stands for one word."""

from collections.abc import Iterator

from glutamine_bot.domain.errors import Fault
from glutamine_bot.knowledge.claims import contested
from glutamine_bot.knowledge.nodes import Scalar, Table, scalars
from glutamine_bot.knowledge.parsing import Parsed
from glutamine_bot.knowledge.rules.rule import Example, Rule

CODE = "duplicate-name"


def _check(parsed: Parsed) -> Iterator[Fault]:
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


RULE = Rule(
    code=CODE,
    finds="A name that two people, conditions, things or gaps have, or the subject itself; a variant of two words.",
    matters="Whoever says it would be understood to mean the one or the other by mere chance.",
    passes=Example("vocabulary/others.yaml", "substances: [torch, [lantern, storm lamp]]\n"),
    fails=Example("vocabulary/others.yaml", "substances: [torch, [lantern, Torch]]\n"),
    check=_check,
)
