"""What the matcher finds: labels with confidence and evidence, and the decision it comes to."""

from enum import StrEnum

from glutamine_bot.domain.values import frozen


class Band(StrEnum):
    """How sure a match is; the bands are fitted on validation questions."""

    HIGH = "high"
    MEDIUM = "medium"
    LOW = "low"


@frozen
class Evidence:
    """Why a label matched a question; all words as they were typed, folded.

    `phrasing` is the label's phrasing nearest to the question and `similarity` how near, 0 to 1. `exact`, `corrected`
    and `synonyms` are the question's words that the label's phrasings contain: as they are, after a correction (typed,
    meant), through a synonym (typed, meant). `unexplained` are content words that the label's phrasings lack.
    """

    phrasing: str
    similarity: float
    exact: tuple[str, ...] = ()
    corrected: tuple[tuple[str, str], ...] = ()
    synonyms: tuple[tuple[str, str], ...] = ()
    unexplained: tuple[str, ...] = ()


@frozen
class Match:
    """A label, the probability (0 to 1) that it is what was asked, and why."""

    label: str
    confidence: float
    evidence: Evidence


@frozen
class Answer:
    """One label is sure enough to be answered."""

    match: Match
    band: Band


@frozen
class Clarify:
    """Several labels are likely and none is sure: the person chooses. Best first, at least two."""

    matches: tuple[Match, ...]
    band: Band


@frozen
class Unknown:
    """No label is likely; `nearest` are the best there were, best first, perhaps none."""

    nearest: tuple[Match, ...]
    band: Band = Band.LOW


Decision = Answer | Clarify | Unknown
