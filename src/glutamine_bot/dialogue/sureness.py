"""How sure it is that a label answers a question, and that a question is about something else altogether.

The matcher compares a question with phrasings; here counts what only the conversation knows, too: how much the question
says, and how plainly it is about the subject. Both are logistic regressions, fitted on questions of which half were
written by people who had not seen the phrasings (`tests/questions/development.yaml` and a like set).
"""

from math import log, log1p

from glutamine_bot.dialogue.resolving import Anchor
from glutamine_bot.domain.match import Match
from glutamine_bot.matching.confidence import logistic

_LEAST = 0.001  # nearer to 0 or 1 than this, a confidence says no more


def sureness(match: Match, content: int, unexplained: int, strange: int, anchored: Anchor) -> float:
    """The probability, 0 to 1, that a label is what was asked.

    `content` counts the words of the question that say something, `unexplained` those of them that the label's
    phrasings lack, `strange` those that the knowledge base has nowhere: where the subject is not named, they speak of
    another.
    """
    return logistic(
        -3.27
        + 0.47 * _log_odds(match)
        + 2.89 * match.evidence.similarity
        + 1.8 * log1p(content)
        - 0.18 * unexplained
        + (0.98 if anchored is Anchor.NAMED else -0.54 * strange)
    )


def elsewhere(match: Match | None, unexplained: int, strange: int, anchored: Anchor) -> float:
    """The probability, 0 to 1, that a question that nothing answers is about another subject.

    `match` is the likeliest label; the words are counted as for `sureness`.
    """
    if anchored is Anchor.NAMED:
        return 0.0
    near = 0.0 if anchored is Anchor.NONE else -1.6
    return logistic(-1.18 - 0.52 * (_log_odds(match) if match else log(_LEAST)) + 0.13 * unexplained + 0.52 * strange + near)


def _log_odds(match: Match) -> float:
    confidence = min(1 - _LEAST, max(_LEAST, match.confidence))
    return log(confidence / (1 - confidence))
