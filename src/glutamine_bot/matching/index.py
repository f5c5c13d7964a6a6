"""The built index: what is looked up when a question is matched, as plain data."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Any, overload

from glutamine_bot.domain.buckets import Buckets, packed
from glutamine_bot.domain.values import contents, frozen, names_of

FORMAT = 6
"""Raised whenever the data change, so that an index kept from before is not taken for a good one."""

SCALE = 1 << 8
"""Weights are whole numbers, in units of 1 / SCALE."""

CENTROID_LENGTH = 500

MAX_PACKED = 600
"""With more labels than this, not every one is scored for a question, nor are weights learned by comparing them."""


@frozen
class Index:
    """Labels and phrasings with the weights learned from them.

    `labels[n]` names label n, `phrasings[n]` are its phrasings as written, `read[n]` the same as stems joined by blanks
    and `lengths[n]` their lengths as vectors of inverse document frequencies. `counts` are the known words and how
    often they occur. `idf` is the inverse document frequency of a term (a stem, or two neighbouring ones joined by a
    blank), counted over labels. `postings` gives for a term the labels that it speaks for or against, each followed by
    its weight. `directions` gives for each dimension of the word vectors its weight for every label. `centroids[n]` is
    the mean direction of the phrasings of label n among the word vectors, of length CENTROID_LENGTH. `kinship` is what
    the meaning of words counts for (`Vocabulary`).

    Numbers of one row are a string, joined by blanks or as `packed.text_of` has them: read when they are needed, which
    is seldom for most, they do not delay the start.
    """

    labels: list[str]
    phrasings: Sequence[Sequence[str]]
    read: Sequence[Sequence[str]]
    lengths: list[str]
    counts: Mapping[str, int]
    idf: Mapping[str, float]
    postings: Mapping[str, str]
    directions: list[str]
    centroids: list[str]
    kinship: float

    def posting(self, term: str) -> list[tuple[int, int]]:
        """The labels with a weight for a term, and that weight."""
        numbers = numbers_of(self.postings[term])
        return list(zip(numbers[::2], numbers[1::2], strict=True))

    def to_data(self) -> dict[str, Any]:
        """The index as lists, dicts, numbers and strings, fit for JSON."""
        data = dict(zip(names_of(self), contents(self), strict=True))
        data.update((name, packed(data[name])) for name in ("counts", "idf", "postings"))
        data.update((name, list(map(_joined, data[name]))) for name in ("phrasings", "read"))
        return {"format": FORMAT, **data}

    @classmethod
    def from_data(cls, data: Mapping[str, Any]) -> Index:
        """The index that `to_data` gave. Raises ValueError where the data are of another format."""
        if data.get("format") != FORMAT:
            raise ValueError(f"an index of format {data.get('format')!r}, not {FORMAT}")
        fields = {name: data[name] for name in names_of(cls)}
        fields["counts"] = Buckets(data["counts"], int)
        fields["idf"] = Buckets(data["idf"], float)
        fields["postings"] = Buckets(data["postings"], str)
        fields["phrasings"] = _Lines(data["phrasings"])
        fields["read"] = _Lines(data["read"])
        return cls(**fields)


_BAR = "|"


class _Lines(Sequence[list[str]]):
    """Lists of texts, each kept as one text until it is looked at."""

    __slots__ = ("_texts",)

    def __init__(self, texts: Sequence[str]) -> None:
        self._texts = texts

    @overload
    def __getitem__(self, place: int) -> list[str]: ...
    @overload
    def __getitem__(self, place: slice) -> list[list[str]]: ...
    def __getitem__(self, place: int | slice) -> list[str] | list[list[str]]:
        if isinstance(place, slice):
            return [text.split(_BAR) for text in self._texts[place]]
        return self._texts[place].split(_BAR)

    def __len__(self) -> int:
        return len(self._texts)


def _joined(texts: Sequence[str]) -> str:
    return _BAR.join(text.replace(_BAR, " ") for text in texts)


def row_of(numbers: Iterable[int]) -> str:
    """Numbers as they are kept."""
    return " ".join(map(str, numbers))


def numbers_of(row: str) -> list[int]:
    """The numbers of a row."""
    return list(map(int, row.split()))
