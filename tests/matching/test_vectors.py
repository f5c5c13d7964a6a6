from math import sqrt
from pathlib import Path

import pytest

from glutamine_bot.matching.vectors import OFFSET, WordVectors


def cosine(vectors: WordVectors, one: str, other: str) -> float:
    left, right = vectors.get(one), vectors.get(other)
    assert left is not None
    assert right is not None
    dot = sum(a * b for a, b in zip(left, right, strict=True))
    return dot / sqrt(sum(a * a for a in left) * sum(b * b for b in right))


@pytest.mark.parametrize(
    ("word", "kin", "stranger"),
    [("doctor", "physician", "guitar"), ("cheap", "inexpensive", "river"), ("pregnant", "pregnancy", "invoice")],
)
def test_words_of_one_meaning_lie_close(word: str, kin: str, stranger: str) -> None:
    vectors = WordVectors()
    assert cosine(vectors, word, kin) > 0.4 > cosine(vectors, word, stranger)


def test_every_line_of_a_file_is_found_and_nothing_else(tmp_path: Path) -> None:
    held = {"a": [1, -2], "ab": [3, 4], "b": [-46, 46], "zoo": [0, 7]}
    path = tmp_path / "words.vec"
    lines = [word.encode() + b"\t" + bytes(part + OFFSET for part in vector) for word, vector in held.items()]
    path.write_bytes(b"\n".join(lines) + b"\n")
    vectors = WordVectors(str(path))
    assert vectors.dimensions == 2
    assert {word: vectors.get(word) for word in held} == held
    assert [vectors.get(word) for word in ("", "aa", "c", "zooo", "ab\t")] == [None] * 5
    assert "ab" in vectors
    assert "aa" not in vectors
