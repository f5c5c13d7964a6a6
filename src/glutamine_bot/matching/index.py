"""The built index: what is looked up when a question is matched, as plain data."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

Posting = dict[int, float]
"""Label number to weight."""

FORMAT = 1
"""Raised whenever the data change, so that an index kept from before is not taken for a good one."""


DIRECTION_SCALE = 1 << 10


@dataclass(frozen=True, slots=True)
class Index:
    """Labels and phrasings with the weights learned from them.

    `labels[n]` names label n, `phrasings[n]` are its phrasings as written and `read[n]` the same as stems joined by
    blanks. `counts` are the known words and how often they occur. `idf` is the inverse document frequency of a term (a
    stem, or two neighbouring ones joined by a blank), counted over labels. `postings` gives for a term its weight for
    each label. `directions` gives for each dimension of the word vectors its weight for every label, in units of
    1 / DIRECTION_SCALE.
    """

    labels: list[str]
    phrasings: list[list[str]]
    read: list[list[str]]
    counts: dict[str, int]
    idf: dict[str, float]
    postings: dict[str, Posting]
    directions: list[list[int]]

    def to_data(self) -> dict[str, Any]:
        """The index as lists, dicts, numbers and strings, fit for JSON."""
        return {
            "format": FORMAT,
            "labels": self.labels,
            "phrasings": self.phrasings,
            "read": self.read,
            "counts": self.counts,
            "idf": self.idf,
            "postings": {term: [list(posting), list(posting.values())] for term, posting in self.postings.items()},
            "directions": self.directions,
        }

    @classmethod
    def from_data(cls, data: Mapping[str, Any]) -> Index:
        """The index that `to_data` gave. Raises ValueError where the data are of another format."""
        if data.get("format") != FORMAT:
            raise ValueError(f"an index of format {data.get('format')!r}, not {FORMAT}")
        postings = {term: dict(zip(*posting, strict=True)) for term, posting in data["postings"].items()}
        return cls(data["labels"], data["phrasings"], data["read"], data["counts"], data["idf"], postings, data["directions"])
