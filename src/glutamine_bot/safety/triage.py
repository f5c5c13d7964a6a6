"""Red flags: whether a line tells of an emergency, and what to say then, before anything else reads it.

Two halves judge: rules, which know the signs that were thought of, and a classifier, which learned from examples. The
rules' word stands unless the classifier is all but sure that the line is harmless; where they are silent, the
classifier alarms by itself once it is sure enough.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from types import MappingProxyType
from typing import Any, Self

from glutamine_bot.domain.buckets import Buckets
from glutamine_bot.domain.red_flags import Kind, RedFlag, RedFlagRules
from glutamine_bot.domain.values import names_of
from glutamine_bot.matching.vectors import WordVectors
from glutamine_bot.safety.amounts import Amounts
from glutamine_bot.safety.classifier import Classifier
from glutamine_bot.safety.excusing import Excuser, overlap
from glutamine_bot.safety.features import Extractor, Features
from glutamine_bot.safety.grammar import Grammar
from glutamine_bot.safety.reading import Reader, Reading, RightWords
from glutamine_bot.safety.spans import Measures, Span, Spans

_SENTENCE_END = 100
"""Words that the end of a sentence counts for, so that no pattern reaches over it."""

_NEAR = 30
"""Tokens that weak signs may be apart and still count as several together."""

_SHORT_SENTENCE = 2
"""A sentence of no more tokens runs into the next: "Can't. Breathe."."""

ALARM = 0.0
"""Log odds of an emergency from which the classifier alarms where no rule does."""

SHORT = 5
MORE_A_WORD = 0.4
"""To alarm for a line of fewer words, the log odds must be so much higher for each missing: of an odd word or two
("bathroom cabinet?") the examples tell little, and what short cries for help say the rules know."""

ON_WATCH = -1.0
"""Log odds from which a line goes on about the emergency of the turns before: "feeling really drowsy"."""

VETO = -7.0
"""Log odds of an emergency below which, in every part of a line, the classifier overrules a rule, self-harm aside."""

LEARNED = "learned"
"""The sign of an alarm that the classifier gave."""

CONTEXT = 3.0
"""The most that the rest of a line can take from the log odds of its most alarming part."""

UNSURE = 1.0
"""Lead in log odds of the likeliest kind below which the classifier's alarm gets the reply of the last: it fits any."""


class Triage:
    """Meets emergencies in what people type, by the rules of a knowledge base.

    All methods are pure: the same line and background give the same result. The work on one line is bounded, whatever
    its length. `grammar` holds the patterns of the rules and `met` how likely words are read (`Reader`), where that was
    found already (`safety.compiling`), `right` are words that are no slips of others. Without a `classifier` the rules
    judge alone. Raises PatternError where the
    rules cannot be used.
    """

    def __init__(
        self,
        rules: RedFlagRules,
        grammar: Grammar | None = None,
        met: Mapping[str, str] = MappingProxyType({}),
        classifier: Classifier | None = None,
        right: frozenset[str] = frozenset(),
    ) -> None:
        if grammar is None:
            # Here, since a compiled knowledge base spares it, and it takes long.
            from glutamine_bot.safety.compiling import grammar_of

            grammar = grammar_of(rules)
        self._rules = rules
        self._classifier = classifier
        self._extractor = Extractor(_vocabulary_of(rules))
        self._fillers = frozenset(rules.fillers)
        self._amounts = Amounts(rules.units, rules.numbers)
        self._grammar = grammar
        self.vocabulary = frozenset(grammar.words) | self._fillers
        self._looked: tuple[str, tuple[Reading, Spans] | None] = ("", None)
        no_slips = RightWords(rules.right_words | right, WordVectors())
        self._reader = Reader(self.vocabulary, rules.aliases, no_slips, grammar.foreign, met)

    @classmethod
    def from_data(cls, data: Mapping[str, Any]) -> Self:
        """The triage of what `safety.compiling.compile_rules` gave."""
        met = Buckets(data["met"], str)
        classifier = Classifier.from_data(data["learned"]) if data["learned"] else None
        return cls(RedFlagRules.from_data(data["rules"]), Grammar.from_data(data["patterns"]), met, classifier)

    def readings(self, words: Iterable[str]) -> dict[str, str]:
        """How words that the patterns lack are read, for `met`."""
        return {word: self._reader.as_text(word) for word in words if word not in self.vocabulary}

    def assess(self, line: str, background: frozenset[str] = frozenset()) -> RedFlag | None:
        """The emergency that a line tells of, the gravest kind first; None where it tells of none.

        `background` holds ids of concepts that the conversation knows of the person concerned ("liver_disease"), and
        what `context` returned of its earlier lines.
        """
        reading, spans = self._look(line)
        return self._judge(reading, spans, background)

    def context(self, line: str) -> frozenset[str]:
        """What a line tells of the person concerned that matters later in a conversation, for `background`."""
        _, spans = self._look(line)
        return frozenset(name for name in self._rules.contexts if spans.of(name))

    def still_in_crisis(self, line: str, after: RedFlag, background: frozenset[str] = frozenset()) -> RedFlag | None:
        """The reply to the turn after an emergency; None once the person is clearly elsewhere.

        After self-harm every turn gets one until then; after other emergencies only a turn that asks for an amount
        does, so that nobody is told one, and one that may well tell how the person is now.
        """
        reading, spans = self._look(line)
        flag = self._judge(reading, spans, background)
        if flag is not None:
            return flag
        if self.is_over(line):
            return None
        if after.self_harm:
            return RedFlag(after.kind, self._rules.crisis.reply, self_harm=True, sign="crisis")
        return after if spans.of("crisis_stays") or self._goes_on(line) else None

    @property
    def reminder(self) -> str:
        """What opens an answer that is given soon after an emergency."""
        return self._rules.crisis.reminder

    @property
    def relief(self) -> str:
        """What is said to somebody who tells that there is no emergency any more."""
        return self._rules.crisis.over

    def is_over(self, line: str) -> bool:
        """Whether a line tells that there is no emergency any more, or was none."""
        _, spans = self._look(line)
        return bool(spans.of("crisis_elsewhere")) and not spans.of("crisis_stays")

    def read(self, line: str) -> Reading:
        """The tokens of a line as the rules see them, for reports and tests."""
        return self._reader.read(line)

    def parts(self, line: str) -> list[Features]:
        """A line as the classifier sees it: as a whole, then in parts where it has several."""
        reading, spans = self._look(line)
        return list(self._extractor.parts(reading, spans, Excuser(reading, spans, self._fillers)))

    def _look(self, line: str) -> tuple[Reading, Spans]:
        """The line read, and where words and groups are in it; a turn asks for it more than once."""
        last, found = self._looked
        if found is None or last != line:
            reading = self.read(line)
            amounts = self._amounts.find(reading.typed, self._fillers)
            found = reading, self._grammar.find(reading.tokens, self._measures(reading), amounts)
            self._looked = line, found
        return found

    def _judge(self, reading: Reading, spans: Spans, background: frozenset[str]) -> RedFlag | None:
        excuser = Excuser(reading, spans, self._fillers)
        flag = self._by_rules(spans, excuser, background)
        if self._classifier is None:
            return flag
        parts = list(self._extractor.parts(reading, spans, excuser))
        odds = list(map(self._classifier.danger, parts))
        if flag is None:
            needed = ALARM + MORE_A_WORD * max(0, SHORT - len(reading.tokens))
            return self._by_example(self._classifier.kind(parts[0])) if _in_context(odds) > needed else None
        certain = (
            flag.self_harm or flag.language or (background and self._by_rules(spans, excuser, frozenset()) is None)
        )
        return flag if certain or max(odds) >= VETO else None

    def _goes_on(self, line: str) -> bool:
        """Whether a line may well tell of an emergency, where there has just been one."""
        if self._classifier is None:
            return False
        return _in_context(list(map(self._classifier.danger, self.parts(line)))) > ON_WATCH

    def _by_example(self, likely: tuple[str, float]) -> RedFlag:
        """The alarm of the classifier, for the likeliest kind and by how much that leads."""
        name, lead = likely
        general = self._rules.kinds[-1]
        return self._flag(
            next((kind for kind in self._rules.kinds if kind.id == name and lead >= UNSURE), general), LEARNED
        )

    def _by_rules(self, spans: Spans, excuser: Excuser, background: frozenset[str]) -> RedFlag | None:
        known = background | {self._rules.concepts[concept] for concept in background & self._rules.concepts.keys()}
        for kind in self._rules.kinds:
            for sign in _signs(kind):
                if self._stands(sign, spans, excuser, known):
                    return self._flag(kind, sign)
            for combination in kind.together:
                if all(self._stands(part, spans, excuser, known) for part in combination):
                    return self._flag(kind, " + ".join(combination))
            pair = _pair(kind, excuser)
            if pair:
                return self._flag(kind, pair)
            for language in self._rules.languages:
                sign = f"{language.id}_{kind.id}"
                if kind.id in language.signs and self._stands(sign, spans, excuser, known):
                    return self._flag(kind, sign, language.id, language.line)
        return None

    def _stands(self, group: str, spans: Spans, excuser: Excuser, known: frozenset[str]) -> bool:
        """Whether a group is in the line and not excused, or known beforehand."""
        if group in self._rules.contexts:
            return group in known or bool(spans.of(group))
        return any(not excuser.excuses(span) for span in spans.of(group))  # as far as the first

    @staticmethod
    def _flag(kind: Kind, sign: str, language: str = "", line: str = "") -> RedFlag:
        return RedFlag(kind.id, f"{kind.reply} {line}".rstrip(), kind.self_harm, sign, language)

    def _measures(self, reading: Reading) -> Measures:
        before: list[int] = []
        after, barrier = [0], [0]
        sentence = 0
        for index, token in enumerate(reading.tokens):
            gap = 0
            if index in reading.hard:
                gap = _SENTENCE_END if index - sentence > _SHORT_SENTENCE else 0
                sentence = index
            elif index in reading.soft:
                gap = 1
            before.append(after[index] + gap)
            after.append(before[index] + self._fillers.isdisjoint(token))
            barrier.append(barrier[index] + self._is_barrier(token))
        before.append(after[-1])
        return Measures(before, after, barrier)

    def _is_barrier(self, token: tuple[str, ...]) -> bool:
        return any("<barriers>" in self._grammar.groups_of(word) for word in token)


def _in_context(odds: Sequence[float]) -> float:
    """The log odds of a line's most alarming part, less what the whole line takes from them."""
    worst = max(odds)
    return worst - min(CONTEXT, (worst - odds[0]) / 2)


def _pair(kind: Kind, excuser: Excuser) -> str:
    """The first two of the kind's `several` groups that stand near each other in different words, if any do."""
    found: list[tuple[str, Span]] = []
    for group in kind.several:
        for span in excuser.standing(group):
            for other, place in found:
                if other != group and not overlap(span, place) and abs(span[0] - place[0]) <= _NEAR:
                    return f"{other} + {group}"
            found.append((group, span))
    return ""


def _signs(kind: Kind) -> Iterator[str]:
    if kind.signs:
        yield kind.id


def _vocabulary_of(rules: RedFlagRules) -> set[str]:
    """The groups that say what is in a line, without those that say that it is an emergency.

    The rules judge by the latter already; a classifier that saw them would learn to repeat them.
    """
    sizes = (size for unit in rules.units for size in unit.sizes)
    return {*rules.groups, *sizes, *names_of(rules.excuses)}
