"""Many texts kept as one are the texts that they were."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from glutamine_bot.domain.lines import Lines, joined

_TEXTS = st.lists(st.text(max_size=9), max_size=12)


@given(_TEXTS, st.text(max_size=20), st.text(max_size=20))
def test_each_is_found_wherever_they_stand(texts: list[str], before: str, after: str) -> None:
    lines = Lines(before + joined(texts) + after, len(before))
    assert (len(lines), list(lines), lines[:]) == (len(texts), texts, texts)
    assert [lines[place] for place in range(-len(texts), len(texts))] == texts + texts
    assert all(lines.is_text(place, text) and not lines.is_text(place, text + "x") for place, text in enumerate(texts))


def test_there_is_none_beyond() -> None:
    for place in (1, -2):
        with pytest.raises(IndexError):
            Lines(joined(["one"]))[place]
