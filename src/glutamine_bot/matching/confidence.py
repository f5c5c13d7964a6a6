"""From scores to a probability, and from a probability to a decision."""

from __future__ import annotations

from collections.abc import Sequence
from math import exp, log

from glutamine_bot.domain.match import Answer, Band, Clarify, Decision, Match, Unknown
from glutamine_bot.matching.comparing import Candidate

HIGH = 0.8
MEDIUM = 0.5
LOW = 0.25
"""Least confidence of the best match for a high band, for a medium one, and for a menu to be offered at all."""

RIVAL = 0.4
"""A rival is offered beside the best match if it has at least this share of its confidence."""

MENU = 4
"""Most labels offered to choose from."""


def band_of(confidence: float) -> Band:
    """The band of a confidence."""
    return Band.HIGH if confidence >= HIGH else Band.MEDIUM if confidence >= MEDIUM else Band.LOW


def decide(matches: Sequence[Match]) -> Decision:
    """Answer, clarify or unknown, from ranked matches."""
    if not matches or matches[0].confidence < LOW:
        return Unknown(tuple(matches))
    best = matches[0]
    rivals = [match for match in matches[1:MENU] if match.confidence >= RIVAL * best.confidence]
    if best.confidence >= HIGH or (best.confidence >= MEDIUM and not rivals):
        return Answer(best, band_of(best.confidence))
    if rivals:
        return Clarify((best, *rivals), band_of(best.confidence))
    return Unknown(tuple(matches))


CONSTANT = -3.95
ODDS = 0.76
COVERAGE = 2.13
KINSHIP = 4.3
"""Logistic regression of whether the best label is right, fitted on validation questions."""

_TINY = 1e-6


def confidences(candidates: Sequence[Candidate], others: Sequence[float]) -> list[float]:
    """The probability of each candidate, best first, to be what was asked.

    `others` are the scores of labels that were not compared. How sure the best is depends on its share of the
    probability and on how much of the question it accounts for. The rest keep their proportion to it, as far as what it
    leaves of the probability allows.
    """
    if not candidates:
        return []
    shares = probabilities([*(candidate.score for candidate in candidates), *others])
    best = candidates[0]
    odds = log((shares[0] + _TINY) / (1 - shares[0] + _TINY))
    sure = logistic(CONSTANT + ODDS * odds + COVERAGE * best.coverage + KINSHIP * best.kinship)
    factor = min(sure / shares[0], (1 - sure) / (1 - shares[0] + _TINY))
    return [sure, *(min(sure, share * factor) for share in shares[1 : len(candidates)])]


def logistic(value: float) -> float:
    """1 / (1 + e^-value), for any finite value."""
    return 1 / (1 + exp(-value)) if value >= 0 else exp(value) / (1 + exp(value))


def probabilities(scores: Sequence[float]) -> list[float]:
    """The softmax of scores."""
    highest = max(scores, default=0.0)
    shares = [exp(score - highest) for score in scores]
    total = sum(shares)
    return [share / total for share in shares]
