"""How sure it is that a label answers a question, and that a question is about something else altogether.

The matcher compares a question with phrasings; here counts what only the conversation knows, too: how much the question
says, and how plainly it is about the subject. Both are logistic regressions, fitted on questions of which most were
written by people who had not seen the phrasings (`tests/questions/development.yaml`).
"""

from math import log

from glutamine_bot.dialogue.resolving import Anchor
from glutamine_bot.domain.match import Match
from glutamine_bot.matching.confidence import logistic

_LEAST = 0.001  # nearer to 0 or 1 than this, a confidence says no more
_MOST = 5  # more words than these make nothing surer


def sureness(match: Match, content: int, foreign: int, anchored: Anchor) -> float:
    """The probability, 0 to 1, that a label is what was asked.

    `content` counts the words of the question that say something. `foreign` counts what may speak of another subject
    where this one is not named: words that the knowledge base has nowhere, and other substances and the like.
    """
    return logistic(
        -3.15
        + 0.46 * _log_odds(match.confidence)
        + 3.6 * match.evidence.similarity
        + 0.54 * min(content, _MOST)
        + (1.1 if anchored is Anchor.NAMED else -foreign)
    )


def elsewhere(match: Match | None, strange: int, anchored: Anchor) -> float:
    """The probability, 0 to 1, that a question that nothing answers is about another subject.

    `match` is the likeliest label; `strange` counts the words that the knowledge base has nowhere.
    """
    if anchored is Anchor.NAMED:
        return 0.0
    near = 0.0 if anchored is Anchor.NONE else -1.4
    alike = match.evidence.similarity if match else 0.0
    return logistic(-0.48 * _log_odds(match.confidence if match else 0.0) + 1.3 * strange - 1.5 * alike + near)


def _log_odds(confidence: float) -> float:
    bounded = min(1 - _LEAST, max(_LEAST, confidence))
    return log(bounded / (1 - bounded))
