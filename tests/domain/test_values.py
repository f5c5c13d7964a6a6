"""Frozen values are what a frozen dataclass with slots is."""

import copy
import pickle
from typing import Generic, TypeVar

import pytest
from hypothesis import given
from hypothesis import strategies as st

from glutamine_bot.domain.values import contents, frozen, names_of, replace, without_defaults

T = TypeVar("T")


@frozen
class Point:
    """A place."""

    x: int
    y: int
    name: str = ""
    tags: tuple[str, ...] = ()

    @property
    def far(self) -> bool:
        return self.x + self.y > 10


@frozen
class Other:
    x: int
    y: int
    name: str = ""
    tags: tuple[str, ...] = ()


@frozen
class Box(Generic[T]):
    held: T


@frozen
class Nothing:
    pass


def test_fields_are_given_by_place_or_by_name() -> None:
    assert Point(1, 2) == Point(y=2, x=1) == Point(1, y=2, name="", tags=())
    assert contents(Point(1, 2, tags=("a",))) == (1, 2, "", ("a",))
    assert names_of(Point) == names_of(Point(1, 2)) == ("x", "y", "name", "tags")
    assert contents(Nothing()) == ()


@pytest.mark.parametrize("times", [1, 40])
@pytest.mark.parametrize(
    ("given", "named"), [((1,), {}), ((1, 2, "", (), 5), {}), ((1, 2), {"x": 1}), ((1, 2), {"z": 1}), ((), {"x": 1})]
)
def test_wrong_fields_are_refused(times: int, given: tuple[object, ...], named: dict[str, object]) -> None:
    @frozen
    class Fresh:
        x: int
        y: int
        name: str = ""
        tags: tuple[str, ...] = ()

    made = [Fresh(number, 0) for number in range(times)]
    with pytest.raises(TypeError, match=r"Fresh\.__init__"):
        Fresh(*given, **named)  # type: ignore[arg-type]
    assert [value.x for value in made] == list(range(times))


def test_a_value_cannot_be_changed() -> None:
    point = Point(1, 2)
    with pytest.raises(AttributeError):
        point.x = 3  # type: ignore[misc]
    with pytest.raises(AttributeError):
        del point.x
    with pytest.raises(AttributeError):
        point.z = 3  # type: ignore[attr-defined]
    assert not hasattr(point, "__dict__")
    assert point == Point(1, 2)


@given(st.integers(), st.integers(), st.text())
def test_values_are_equal_where_class_and_contents_are(x: int, y: int, name: str) -> None:
    assert Point(x, y, name) == Point(x, y, name)
    assert hash(Point(x, y, name)) == hash(Point(x, y, name))
    assert Point(x, y, name) != Point(x, y, f"{name}.")
    others: list[object] = [Other(x, y, name), (x, y, name, ())]
    assert Point(x, y, name) not in others


def test_another_value_is_made_of_one() -> None:
    assert replace(Point(1, 2, "a"), y=3) == Point(1, 3, "a")
    with pytest.raises(TypeError):
        replace(Point(1, 2), z=3)


def test_defaults_at_the_end_can_be_left_out() -> None:
    assert without_defaults(Point(1, 2)) == (1, 2)
    assert without_defaults(Point(1, 2, "", ("a",))) == (1, 2, "", ("a",))
    assert Point(*without_defaults(Point(1, 2, "a"))) == Point(1, 2, "a")


def test_a_value_is_matched_shown_and_copied() -> None:
    match Point(1, 2, "here"):
        case Point(x, _, name=name):
            assert (x, name) == (1, "here")
    assert repr(Point(1, 2)) == "Point(x=1, y=2, name='', tags=())"
    assert Point.__doc__ == "A place."
    assert Point(8, 3).far
    for value in (Point(1, 2), Box[int](3), Nothing()):
        assert copy.copy(value) == copy.deepcopy(value) == pickle.loads(pickle.dumps(value)) == value  # noqa: S301
