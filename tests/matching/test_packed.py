from hypothesis import given
from hypothesis import strategies as st

from glutamine_bot.matching.packed import Packing

numbers = st.integers(min_value=-(2**20), max_value=2**20)
rows = st.integers(min_value=1, max_value=40).flatmap(
    lambda width: st.tuples(*[st.lists(numbers, min_size=width, max_size=width)] * 2)
)


@given(rows, st.integers(min_value=-500, max_value=500))
def test_arithmetic_on_rows_is_arithmetic_on_their_numbers(pair: tuple[list[int], list[int]], factor: int) -> None:
    left, right = pair
    packing = Packing(len(left))
    combined = packing.pack(left) + factor * packing.pack(right)
    assert packing.unpack(combined) == [one + factor * other for one, other in zip(left, right, strict=True)]
