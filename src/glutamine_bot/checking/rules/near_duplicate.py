"""Two topics are not asked for in almost the same words."""

from collections.abc import Iterator, Sequence
from itertools import combinations

from rapidfuzz import fuzz

from glutamine_bot.checking.base import Base
from glutamine_bot.domain.errors import Fault
from glutamine_bot.domain.values import frozen
from glutamine_bot.knowledge.claims import normal_form
from glutamine_bot.knowledge.nodes import Scalar
from glutamine_bot.knowledge.rules.duplicate_phrasing import phrasings
from glutamine_bot.knowledge.rules.rule import Example, Rule
from glutamine_bot.language.normalizing import words
from glutamine_bot.language.stemming import stem

CODE = "near-duplicate"

LEAST_ALIKE = 75.0
"""Likeness of two phrasings with the same content words, of 100 (rapidfuzz's token_sort_ratio)."""

ONE_SLIP = 88.0
"""Likeness of the one word that two phrasings differ in, of 100 (rapidfuzz's ratio), from which it is a slip."""

SHORTEST_SLIP = 5
"""Letters of a word that can be a slip of another: shorter ones are too often names of different things."""

_LIGHT = ("askers", "modals", "self_words", "owners")
"""The language's lists of words that change nothing about what is asked."""


@frozen
class _Asked:
    """A phrasing, what it asks for, and its content words."""

    owner: str
    phrasing: Scalar
    content: tuple[str, ...]


def _check(base: Base) -> Iterator[Fault]:
    """Every phrasing that is nearly one of another topic, gap or small talk before it."""
    cues = base.parsed.english.cues
    light = frozenset(word for name in _LIGHT for word in cues.get(name, ()))
    asked = [_Asked(owner, phrasing, _content(phrasing.text, light)) for owner, phrasing in phrasings(base.parsed)]
    told = _claimed_twice(asked)
    for first, second in (*_same_content(asked), *_one_slip(asked)):
        if first.owner == second.owner or second.phrasing in told:
            continue
        told.add(second.phrasing)
        place = first.phrasing.place
        message = (
            f"{second.phrasing.text!r} of {second.owner} is almost {first.phrasing.text!r} of {first.owner},"
            f" at {place.path}:{place.line}"
        )
        yield second.phrasing.place.fault(CODE, message, "leave it to one of them, or tell them apart by a word")


def _content(text: str, light: frozenset[str]) -> tuple[str, ...]:
    said = words(text)
    return tuple(sorted([word for word in said if word not in light] or said))


def _claimed_twice(asked: Sequence[_Asked]) -> set[Scalar]:
    """The phrasings that another has too, which is told as a duplicate."""
    claims: dict[str, list[_Asked]] = {}
    for each in asked:
        claims.setdefault(normal_form(each.phrasing.text), []).append(each)
    return {each.phrasing for group in claims.values() if len({one.owner for one in group}) > 1 for each in group}


def _same_content(asked: Sequence[_Asked]) -> Iterator[tuple[_Asked, _Asked]]:
    alike: dict[tuple[str, ...], list[_Asked]] = {}
    for each in asked:
        alike.setdefault(tuple(sorted(map(stem, each.content))), []).append(each)
    for group in alike.values():
        for first, second in combinations(group, 2):
            if fuzz.token_sort_ratio(first.phrasing.text.casefold(), second.phrasing.text.casefold()) >= LEAST_ALIKE:
                yield first, second


def _one_slip(asked: Sequence[_Asked]) -> Iterator[tuple[_Asked, _Asked]]:
    """Those that differ in a single word, and little in that; found by what is left when it is taken out."""
    rests: dict[tuple[str, ...], list[tuple[str, _Asked]]] = {}
    for each in asked:
        for number, word in enumerate(each.content):
            if len(word) >= SHORTEST_SLIP:
                rest = each.content[:number] + each.content[number + 1 :]
                rests.setdefault(rest, []).append((word, each))
    for rest, group in rests.items():
        for (word, first), (other, second) in combinations(group, 2) if rest else ():
            if fuzz.ratio(word, other) >= ONE_SLIP:
                yield first, second


_TOPIC = """\
candle.gift:
  question: Are candles a good gift?
  ask: [as a present, {ask}, for a birthday, wrapped up, somebody who has all, to a host, with a ribbon, a little
    something]
  answer: One lasts for three hours.
  facts: [candle-hours]
"""

RULE = Rule(
    code=CODE,
    finds="A way to ask for one topic that is almost, but for small words or a slip, one of another topic or gap.",
    matters="A question like it could as well mean the other: an answer then depends on a word that means nothing.",
    passes=Example("topics/more.yaml", _TOPIC.format(ask="how long to the party")),
    fails=Example("topics/more.yaml", _TOPIC.format(ask="how long do I plan")),
    check=_check,
    warning=True,
)
