"""The rules of red flags compiled once, as plain data that can be kept, and read back without a look at a pattern."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from types import MappingProxyType
from typing import Any

from glutamine_bot.domain.buckets import Buckets, packed
from glutamine_bot.domain.red_flags import RedFlagRules, RuleError
from glutamine_bot.domain.values import names_of
from glutamine_bot.safety.grammar import CompiledPatterns, Grammar
from glutamine_bot.safety.learning import learned
from glutamine_bot.safety.patterns import PatternError, compiled, parse
from glutamine_bot.safety.triage import Triage

COMMON = 3
"""Times that a word has to occur in a knowledge base to be no slip of a red flag's."""

_SOME = "some"
"""Stands for the patterns of a kind, which the grammar holds."""


def compile_rules(
    data: Mapping[str, Any],
    words: Mapping[str, int],
    emergencies: Mapping[str, Sequence[str]] = MappingProxyType({}),
    harmless: Sequence[str] = (),
    asked: Sequence[str] = (),
) -> dict[str, Any]:
    """What `triage.Triage.from_data` takes, of plain data as `RedFlagRules.from_data` takes them.

    `words` are those of the knowledge base, with how often each occurs: likely to be met in lines, and common ones are
    no slips of others. `emergencies` are example lines by kind, for the classifier to learn from
    together with `harmless` ones and with those of what is `asked` that no rule meets: an answer may be asked for in
    words of distress, and these must go on alarming. Without any there is no classifier.

    Raises RuleError or PatternError where the rules or the examples cannot be used.
    """
    rules = RedFlagRules.from_data(data)
    patterns = _compiled(rules)
    triage = Triage(rules, Grammar(patterns), right=frozenset(word for word, count in words.items() if count >= COMMON))
    met = packed(triage.readings(words))
    for kind in emergencies.keys() - {kind.id for kind in rules.kinds}:
        raise RuleError((kind,), "there are examples of it, but no such kind of emergency")
    known = Triage(rules, Grammar(patterns), Buckets(met, str))
    alarming = {kind: [known.parts(line)[0] for line in lines] for kind, lines in emergencies.items()}
    calm = [part for line in harmless for part in known.parts(line)]
    calm.extend(part for line in asked if emergencies and known.assess(line) is None for part in known.parts(line))
    lessons = learned(alarming, calm) if alarming and calm else None
    return {"patterns": patterns.to_data(), "rules": _without_patterns(data), "met": met, "learned": lessons}


def grammar_of(rules: RedFlagRules) -> Grammar:
    """The grammar of the patterns of rules. Raises PatternError where they cannot be used."""
    return Grammar(_compiled(rules))


def _compiled(rules: RedFlagRules) -> CompiledPatterns:
    for unit in rules.units:
        for pattern in unit.words:
            parse(pattern)
    foreign = [f"{language.id}_{kind}" for language in rules.languages for kind in language.signs]
    return compiled(_groups(rules), foreign)


def _without_patterns(data: Mapping[str, Any]) -> dict[str, Any]:
    """The data with no more of the patterns of groups than whether a kind has any."""
    kept = {name: section for name, section in data.items() if name not in ("words", "excuses", "breaks", "subjects")}
    kept["kinds"] = {
        name: {**kind, "signs": _SOME} if kind.get("signs") else kind for name, kind in data["kinds"].items()
    }
    if "contexts" in data:
        kept["contexts"] = {name: {**context, "signs": ""} for name, context in data["contexts"].items()}
    if "languages" in data:
        kept["languages"] = {
            name: {**language, "signs": dict.fromkeys(language["signs"], "")}
            for name, language in data["languages"].items()
        }
    if data.get("crisis"):
        kept["crisis"] = {**data["crisis"], "elsewhere": "", "stays": ""}
    return kept


def _groups(rules: RedFlagRules) -> dict[str, tuple[str, ...]]:
    """All patterns of the rules by the name of their group."""
    groups: dict[str, tuple[str, ...]] = {}
    for name, patterns in _named_patterns(rules):
        if name in groups:
            raise PatternError(f"two groups are called {name}")
        groups[name] = patterns
    return groups


def _named_patterns(rules: RedFlagRules) -> Iterator[tuple[str, tuple[str, ...]]]:
    yield from ((size, ()) for size in sorted({size for unit in rules.units for size in unit.sizes}))
    yield from rules.groups.items()
    yield from ((kind.id, kind.signs) for kind in rules.kinds)
    yield from ((name, getattr(rules.excuses, name)) for name in names_of(rules.excuses))
    for language in rules.languages:
        yield from ((f"{language.id}_{kind}", patterns) for kind, patterns in language.signs.items())
    yield from (("breaks", rules.breaks), ("subjects", rules.subjects))
    yield from (("crisis_elsewhere", rules.crisis.elsewhere), ("crisis_stays", rules.crisis.stays))
