"""Ways to read a question: which labels of the matcher can answer it, and what in it they leave unexplained."""

from collections.abc import Iterable, Mapping, Sequence

from glutamine_bot.dialogue.ranking import Ranking
from glutamine_bot.dialogue.resolving import Anchor
from glutamine_bot.dialogue.signal_words import SignalWords
from glutamine_bot.dialogue.sureness import elsewhere, sureness
from glutamine_bot.domain.concepts import ConceptKind
from glutamine_bot.domain.knowledge_base import KnowledgeBase
from glutamine_bot.domain.labels import act_of, is_other_subject
from glutamine_bot.domain.match import Match
from glutamine_bot.domain.utterance import Clause, Mention, Stance
from glutamine_bot.domain.values import frozen
from glutamine_bot.language.understanding import keeps_words
from glutamine_bot.matching.confidence import HIGH

VERBATIM = 0.97
"""Similarity from which a question is as good as a phrasing word by word."""

UNLIKELY = 0.05
"""Confidence below which even a phrasing word by word, which many others speak against, does not come first."""

CLOSE = 0.9
"""Similarity from which a line of several clauses is taken for one phrasing."""

FOREIGN = 0.35
"""Share of words that are not English, beyond which a line is taken to be in another language."""

FOREIGN_WORDS = 2
"""Least number of such words."""

CERTAIN = 0.9
"""Confidence that leaves no doubt."""

DOUBTED = 0.7
"""Confidence below which small talk, or an answer to a line that also tells of something not covered, is not taken."""

CHAT = 10
"""Words up to which a line can be small talk."""

PLEASANTRIES = 2
"""Words that small talk may hold beside what is known of it: "ta very much, you have been a star"."""

ELSEWHERE = 0.5
"""Probability from which a line is taken to be about another subject."""

_TOLD = frozenset({ConceptKind.PERSON, ConceptKind.CONDITION, ConceptKind.AILMENT, ConceptKind.MEDICINE})
"""Kinds that can hold of a person."""

_ILL = frozenset({ConceptKind.CONDITION, ConceptKind.AILMENT})
"""Kinds whose teller hardly asks about another subject."""

_QUALIFIERS = frozenset(ConceptKind) - {ConceptKind.PERSON, ConceptKind.CONDITION}
"""Kinds that a general answer does not speak of: named in a question, they rule it out."""


@frozen
class Reading:
    """A way to read a question: its qualifiers, the labels that can answer it, best first, and all that were ranked.

    `confidence` is how sure it is that the first of `eligible` is what was asked.
    """

    clause: Clause
    qualifiers: tuple[Mention, ...]
    eligible: tuple[Match, ...]
    ranked: tuple[Match, ...]
    confidence: float


@frozen
class QuestionReader:
    """Reads clauses by what the matcher ranks them as.

    `covered` tells for each label of the matcher which concepts, by their canonical words, it speaks of.
    """

    knowledge: KnowledgeBase
    ranking: Ranking
    covered: Mapping[str, frozenset[str]]
    signals: SignalWords

    def read(self, clause: Clause, anchored: Anchor, *, sole: bool = True) -> Reading:
        """The reading of a clause; `sole` tells that its line says nothing else, so that it may be small talk."""
        ranked = self.ranking.of(clause.read)
        qualifiers = tuple(mention for mention in clause.mentions if _rules_out(mention))
        eligible = [match for match in ranked if self._may_be(match, clause, qualifiers, anchored, sole=sole)]
        eligible.sort(key=lambda match: match.evidence.similarity < VERBATIM or match.confidence < UNLIKELY)
        named = sum(not is_generic(mention) for mention in qualifiers)
        confidence = self._sureness(eligible[0], clause, named, anchored) if eligible else 0.0
        return Reading(clause, qualifiers, tuple(eligible), ranked, confidence)

    def is_sure(self, reading: Reading) -> bool:
        """Whether the best label is sure enough to be answered."""
        return reading.confidence >= self.knowledge.thresholds.answer

    def is_off(self, reading: Reading, anchored: Anchor) -> bool:
        """Whether a line that nothing answers is about another subject."""
        best = reading.ranked[0] if reading.ranked else None
        if best and is_other_subject(best.label):
            return not reading.clause.names_subject
        strange = self._strangers(best, reading.clause) if best else 0
        return elsewhere(best, strange, anchored) >= ELSEWHERE

    def unexplained(self, reading: Reading) -> tuple[str, ...]:
        """The content words that the likeliest label, eligible or not, has not in its phrasings."""
        return self._unexplained(reading.ranked[0]) if reading.ranked else ()

    def is_of_other_language(self, clause: Clause) -> bool:
        """Whether a good share of a clause's words, and at least two, are no English words."""
        strange = [word for word in self.strange(clause) if word not in self.signals.english]
        return len(strange) >= FOREIGN_WORDS and len(strange) > FOREIGN * len(clause.words)

    def strange(self, clause: Clause) -> tuple[str, ...]:
        """The words of a clause that the knowledge base has nowhere: signs of another subject."""
        known, nothing_new = self.signals.vocabulary, self.signals.nothing_new
        return tuple(word for word in clause.words if word not in known and word not in nothing_new)

    def _may_be(
        self, match: Match, clause: Clause, qualifiers: Sequence[Mention], anchored: Anchor, *, sole: bool
    ) -> bool:
        """Whether a label can be what a clause asks for, whatever it is likened to."""
        if act_of(match.label):
            return False
        if is_other_subject(match.label):
            named = clause.names_subject or (anchored is Anchor.NAMED and match.confidence < DOUBTED)
            ill = any(is_told(mention) and mention.concept.kind in _ILL for mention in clause.mentions)
            return not (named or ill or any(is_alone(clause, mention) for mention in clause.mentions))
        if match.label in self.knowledge.smalltalk:
            return sole and self._is_chat(match, clause)
        return self._covers(match, qualifiers)

    def _sureness(self, match: Match, clause: Clause, qualifiers: int, anchored: Anchor) -> float:
        """How sure a label is; a question that is all but a phrasing of it leaves no doubt."""
        if is_other_subject(match.label):
            return match.confidence  # words that the knowledge base has nowhere speak for it
        content = [word for word in clause.words if word not in self.signals.nothing_new]
        sure = sureness(match, len(content), self._strangers(match, clause) + qualifiers, anchored)
        return max(sure, CERTAIN) if _is_verbatim(match) else sure

    def _strangers(self, match: Match, clause: Clause) -> int:
        """How many words of a clause neither the label nor the knowledge base has."""
        unexplained = self._unexplained(match)
        return sum(word in unexplained for word in self.strange(clause))

    def _is_chat(self, match: Match, clause: Clause) -> bool:
        """Whether a line is small talk and no more."""
        unexplained = len(self._unexplained(match))
        if len(clause.words) > CHAT or clause.mentions or unexplained > PLEASANTRIES:
            return False
        return _is_verbatim(match) or match.confidence >= (HIGH if unexplained else DOUBTED)

    def _covers(self, match: Match, qualifiers: Iterable[Mention]) -> bool:
        if match.evidence.similarity >= CLOSE:
            return True  # it is said so in a phrasing
        covered = self.covered.get(match.label, frozenset())
        sure = match.confidence >= HIGH
        unexplained = frozenset(match.evidence.unexplained)
        return all(
            mention.concept.canonical in covered
            or (sure and keeps_words(mention) and unexplained.isdisjoint(mention.said.split()))
            for mention in qualifiers
        )

    def _unexplained(self, match: Match) -> tuple[str, ...]:
        unexplained = match.evidence.unexplained
        return tuple(word for word in unexplained if word not in self.signals.nothing_new and not word.isdigit())


def _is_verbatim(match: Match) -> bool:
    """Whether a question is one of the label's phrasings, word by word."""
    return match.evidence.similarity >= VERBATIM and not match.evidence.unexplained


def is_told(mention: Mention) -> bool:
    """Whether a mention says something of a person, rather than asks about it."""
    stated = mention.stance in (Stance.HOLDS, Stance.PAST, Stance.DENIED)
    return stated and bool(mention.holder) and mention.concept.kind in _TOLD


def is_generic(mention: Mention) -> bool:
    """Whether a mention names a whole class ("drugs") and nothing of it."""
    return mention.concept.name == mention.concept.canonical


def is_alone(clause: Clause, mention: Mention) -> bool:
    """Whether a clause does no more than name something, so that it can only be meant together with the subject."""
    return list(clause.words) == mention.said.split()


def _rules_out(mention: Mention) -> bool:
    """Whether an answer has to speak of the mention; what somebody says of themselves opens the answer instead."""
    return mention.concept.kind in _QUALIFIERS and not is_told(mention)
