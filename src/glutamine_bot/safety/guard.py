"""Building the dosing guard of a knowledge base."""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence

from glutamine_bot.domain.dosing import DosingGuard, UnguardedError
from glutamine_bot.domain.knowledge_base import KnowledgeBase
from glutamine_bot.domain.values import Value, contents, frozen
from glutamine_bot.safety.disguises import readings


def guard_of(knowledge: KnowledgeBase) -> DosingGuard:
    """The guard of a knowledge base, from its dosing disclaimers and the English cues of dosing questions.

    A knowledge base that speaks of doses and has no such disclaimer is refused when it is loaded; one that was made in
    other ways is refused here. Raises UnguardedError.
    """
    cues = knowledge.cues
    disclaimers = knowledge.disclaimers.dosing
    units = _either((*cues["mass_units"], *cues["piece_units"]))
    numbers = _either((*cues["number_words"], *cues["vague_numbers"]))
    joins = _either(cues["amount_joins"])
    amount = re.compile(rf"(?:\d|\b(?:{numbers})\b(?:\s+(?:{joins})\b)*)[\s-]*(?:{units})\b")
    needed = disclaimers or knowledge.dosing or any(amount.search(text.casefold()) for text in _texts(knowledge))
    if needed and not any(_names(text, cues["professionals"]) for text in disclaimers):
        raise UnguardedError("doses are spoken of, and no dosing disclaimer names a professional")
    return DosingGuard(
        topics=frozenset(knowledge.dosing),
        asks=re.compile(rf"\b(?:{_either(cues['asks_amount'])})\b"),
        amount=amount,
        hints=Hints.of(cues),
        readings=readings,
        disclaimers=disclaimers,
    )


@frozen
class Hints:
    """Tells whether words may ask for an amount or name one: by a phrase, a unit, a number with next to nothing else.

    They are looked up, not matched: to make the patterns would take longer than an answer.
    """

    phrases: Sequence[str]
    units: frozenset[str]
    numbers: frozenset[str]
    beside: frozenset[str]

    @classmethod
    def of(cls, cues: Mapping[str, Sequence[str]]) -> "Hints":
        """The hints of the language."""
        return cls(
            phrases=[f" {phrase} " for phrase in cues["hints_amount"]],
            units=frozenset(cues["hinted_units"]),
            numbers=frozenset((*cues["number_words"], *cues["vague_numbers"])),
            beside=frozenset(cues["beside_numbers"]),
        )

    def __call__(self, text: str) -> bool:
        """Whether a folded text has such a hint."""
        words = re.findall(r"[^\W\d_]+|\d+(?:[.,]\d+)*|%", text)
        said = f" {' '.join(words)} "
        if any(phrase in said for phrase in self.phrases):
            return True
        numbers = [place for place, word in enumerate(words) if word[0].isdigit() or word in self.numbers]
        if any(word in self.units for place in numbers for word in words[place + 1 : place + 2]):
            return True
        digits = {word for word in words if word[0].isdigit()}
        chosen = len(text.strip()) == 1  # a number from a menu
        foreign = re.search("[a-z]", text) is None  # units of other scripts are not known here
        return bool(digits) and not chosen and (foreign or self.beside.issuperset(set(words) - digits - self.units))


def _texts(value: object) -> Iterator[str]:
    """Every text that a knowledge base may put into a reply."""
    match value:
        case str():
            yield value
        case KnowledgeBase():
            yield value.greeting
            for part in (value.topics, value.gaps, value.smalltalk, value.concepts, value.limits):
                yield from (text for held in part.values() for text in _texts(held))
        case Value() | tuple():
            for held in contents(value) if isinstance(value, Value) else value:
                yield from _texts(held)


def _names(disclaimer: str, professionals: Iterable[str]) -> bool:
    said = f" {' '.join(re.findall(r'[a-z]+', disclaimer.casefold()))} "
    return any(f" {professional} " in said for professional in professionals)


def _either(phrases: Iterable[str]) -> str:
    """A pattern that matches any of the phrases, the longest first, with any white space between words."""
    longest_first = sorted(phrases, key=len, reverse=True)
    return "|".join(r"\s+".join(re.escape(word) for word in phrase.casefold().split()) for phrase in longest_first)
