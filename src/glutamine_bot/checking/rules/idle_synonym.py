"""A synonym has an effect."""

from collections.abc import Iterator

from glutamine_bot.checking.base import Base
from glutamine_bot.checking.matching import Matching
from glutamine_bot.domain.errors import Fault
from glutamine_bot.knowledge.nodes import scalars
from glutamine_bot.knowledge.rules.rule import Example, Rule
from glutamine_bot.language.normalizing import words
from glutamine_bot.language.stemming import stem

CODE = "idle-synonym"


def _check(base: Base) -> Iterator[Fault]:
    """Every word whose variants lead nowhere, and every variant that is never looked at."""
    if base.matching is None:
        return
    empty = {stem(word) for word in base.parsed.english.cues.get("filler", ())}
    for word in base.parsed.synonyms.entries:
        if reason := _idle_word(base.matching, word.id, empty):
            yield word.place.fault(CODE, *reason)
            continue
        for variant in scalars(word.node):
            if reason := _idle_variant(base.matching, word.id, variant.text):
                yield variant.place.fault(CODE, *reason)


def _idle_word(matching: Matching, word: str, empty: set[str]) -> tuple[str, str] | None:
    """Why nothing comes of a word's variants, and what to do."""
    stems = set(map(stem, words(word)))
    read = set(matching.stems(word))
    if (stems ^ read) - empty:
        said = f"{word!r} is itself read as {matching.meant(word)!r}, so that its variants never meet it"
        return said, "take it off the other entry, or put its variants there"
    if not any(matching.matcher.knows(part) for part in stems):
        return f"no way to ask has {word!r} in it, so that its variants lead nowhere", "use it under 'ask' somewhere"
    return None


def _idle_variant(matching: Matching, word: str, variant: str) -> tuple[str, str] | None:
    """Why a variant does nothing, and what to do."""
    if words(variant) == words(word):
        return f"{variant!r} is the same as {word!r} already", "leave it out: case, hyphens and accents do not matter"
    read = matching.before_synonyms(variant)
    if words(read) != words(variant):
        said = f"{variant!r} is read as {read!r} before any synonym is looked at"
        return said, "leave it out, or put it with the words that it is read as"
    return None


RULE = Rule(
    code=CODE,
    finds="A word or variant in vocabulary/words.yaml that can never change how a question is read.",
    matters="Whoever wrote it believes that people who say it are understood.",
    passes=Example("vocabulary/words.yaml", "synonyms: {lasting time: [life span, staying power]}\n"),
    fails=Example("vocabulary/words.yaml", "synonyms: {lasting time: [Lasting-time]}\n"),
    check=_check,
    warning=True,
)
