"""A mapping kept as text is the mapping."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from glutamine_bot.domain.buckets import Buckets, packed

WORDS = st.text(st.characters(exclude_characters="|=", exclude_categories=["Cs"]))


@given(st.dictionaries(WORDS, st.integers(), max_size=60), WORDS)
def test_what_was_packed_is_found(mapping: dict[str, int], word: str) -> None:
    buckets = Buckets(packed(mapping), int)
    assert buckets == mapping
    assert len(buckets) == len(mapping)
    assert all(buckets[key] == value for key, value in mapping.items())
    assert (word in buckets) is (word in mapping)
    assert buckets.get(word, -1) == mapping.get(word, -1)


def test_many_lookups_find_what_few_do() -> None:
    mapping = {str(number): number for number in range(2000)}
    buckets = Buckets(packed(mapping), int)
    assert [buckets.get(str(number)) for number in range(2100)] == [*range(2000), *[None] * 100]
    assert buckets["7"] == 7
    assert "2000" not in buckets


def test_any_text_can_be_looked_up() -> None:
    buckets = Buckets(packed({"a": 1}), int)
    assert "\ud800" not in buckets
    with pytest.raises(KeyError):
        buckets["b"]


@pytest.mark.parametrize("mapping", [{"a|b": 1}, {"a=b": 1}, {"a": "1|2"}])
def test_what_would_be_read_as_something_else_is_refused(mapping: dict[str, object]) -> None:
    with pytest.raises(ValueError, match="cannot be kept"):
        packed(mapping)
