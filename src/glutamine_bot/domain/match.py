"""What the matcher finds: labels with confidence and evidence, and the decision it comes to."""

from dataclasses import dataclass
from enum import StrEnum


class Band(StrEnum):
    """How sure a match is; the bands are fitted on validation questions."""

    HIGH = "high"
    MEDIUM = "medium"
    LOW = "low"


@dataclass(frozen=True, slots=True)
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


@dataclass(frozen=True, slots=True)
class Match:
    """A label, the probability (0 to 1) that it is what was asked, and why."""

    label: str
    confidence: float
    evidence: Evidence


@dataclass(frozen=True, slots=True)
class Answer:
    """One label is sure enough to be answered."""

    match: Match
    band: Band


@dataclass(frozen=True, slots=True)
class Clarify:
    """Several labels are likely and none is sure: the person chooses. Best first, at least two."""

    matches: tuple[Match, ...]
    band: Band


@dataclass(frozen=True, slots=True)
class Unknown:
    """No label is likely; `nearest` are the best there were, best first, perhaps none."""

    nearest: tuple[Match, ...]
    band: Band = Band.LOW


Decision = Answer | Clarify | Unknown
