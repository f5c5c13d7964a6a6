"""What a node holds: the few kinds of single value that an author writes, and what faults call them."""

import re
from datetime import date
from fractions import Fraction

from glutamine_bot.knowledge.nodes import Lost, Node, Scalar, Sequence, Table

NUMBER_FORM = re.compile(r"[-+]?(?:\d+(?:\.\d*)?|\.\d+)(?:e[-+]?\d+)?", re.IGNORECASE)
_FLAGS = {"true": True, "false": False}
_NOTHING = frozenset({"", "~", "null"})
AMOUNT = re.compile(r"(?![0.]+ ?[a-z])(\d{1,9}(?:\.\d{1,9})?) ?(mcg|mg|g|kg)")
"""An amount above nothing, with its unit."""
_GRAMS = {"mcg": Fraction(1, 1_000_000), "mg": Fraction(1, 1000), "g": Fraction(1), "kg": Fraction(1000)}
DATE_FORM = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")
_LONGEST_QUOTE = 40


def as_text(node: Node) -> str | None:
    """Text; a bare number, true, false or nothing is none, so that a slip is not taken for words."""
    if not isinstance(node, Scalar) or not node.text.strip():
        return None
    return None if node.plain and _sort(node.text) != "text" else node.text.strip()


def as_lines(node: Node) -> tuple[str, ...] | None:
    """The lines of a text that are not blank."""
    text = as_text(node)
    return tuple(filter(None, map(str.strip, text.split("\n")))) if text else None


def as_word(node: Node) -> str | None:
    """A word or phrase of a list of such, where a number or true can be meant as nothing else."""
    if not isinstance(node, Scalar) or (node.plain and _sort(node.text) == "nothing"):
        return None
    return node.text.strip() or None


def as_flag(node: Node) -> bool | None:
    """True or false, written so and without quotes."""
    return _FLAGS.get(node.text) if isinstance(node, Scalar) and node.plain else None


def is_number(text: str) -> bool:
    """Whether a text is a number in digits."""
    return NUMBER_FORM.fullmatch(text) is not None


def as_share(node: Node) -> float | None:
    """A number from 0 to 1."""
    value = as_number(node)
    return value if value is not None and 0 <= value <= 1 else None


def as_number(node: Node) -> float | None:
    """Any number."""
    return float(node.text) if isinstance(node, Scalar) and node.plain and NUMBER_FORM.fullmatch(node.text) else None


def as_date(node: Node) -> str | None:
    """A day of the calendar, as year-month-day."""
    if not isinstance(node, Scalar) or not DATE_FORM.fullmatch(node.text.strip()):
        return None
    try:
        return date.fromisoformat(node.text.strip()).isoformat()
    except ValueError:
        return None


def as_grams(node: Node) -> Fraction | None:
    """An amount above nothing with its unit, such as 0.5 g, in grams."""
    found = AMOUNT.fullmatch(node.text) if isinstance(node, Scalar) else None
    return Fraction(found[1]) * _GRAMS[found[2]] if found else None


def as_plain(scalar: Scalar) -> str | float | bool | None:
    """What was written, as Python has it."""
    if not scalar.plain:
        return scalar.text
    match _sort(scalar.text):
        case "nothing":
            return None
        case "the flag":
            return _FLAGS[scalar.text]
        case "the number":
            return int(scalar.text) if scalar.text.isdecimal() else float(scalar.text)
        case _:
            return scalar.text


def describe(node: Node) -> str:
    """What the node is, as a fault says it."""
    match node:
        case Sequence():
            return "a list"
        case Table():
            return "a key with a value"
        case Scalar(text=text, plain=plain):
            sort = _sort(text) if plain else "text"
            if sort != "nothing" and not text.strip():
                return "an empty text"
            return sort if sort == "nothing" else f"{sort} {_shortened(text)!r}"
        case Lost():
            return "what could not be read"


def _sort(text: str) -> str:
    if text.lower() in _NOTHING:
        return "nothing"
    if text in _FLAGS:
        return "the flag"
    return "the number" if NUMBER_FORM.fullmatch(text) else "text"


def _shortened(text: str) -> str:
    return text if len(text) <= _LONGEST_QUOTE else f"{text[: _LONGEST_QUOTE - 1]}…"
