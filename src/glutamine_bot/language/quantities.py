"""Reading amounts in a line of text: doses, body weights, ages, spoons and bare numbers."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace
from fractions import Fraction
from typing import Any

from glutamine_bot.domain.quantity import Bound, Dimension, Quantity
from glutamine_bot.language.quantity_lexicon import Lexicon
from glutamine_bot.language.quantity_masses import Measure, measure, past_each, unit_at
from glutamine_bot.language.quantity_numbers import Number, read_range
from glutamine_bot.language.quantity_people import (
    age_bound,
    age_of,
    before_about,
    bound_before,
    is_body_weight,
    is_somebody,
    is_weight_change,
    stands_free,
    weighed,
)
from glutamine_bot.language.quantity_rhythms import Rhythm, rhythm_after, rhythm_at
from glutamine_bot.language.quantity_tokens import TokenLine, level, tokens

MAX_QUANTITIES = 32
"""Amounts of one line beyond this are not read."""

_DIGIT = re.compile(r"\d")
_LETTERS = re.compile(r"[a-z]+")

Span = tuple[Fraction, Fraction]


class QuantityReader:
    """Reads amounts by the words of `units` (english/units.yaml as a plain mapping).

    `plausible` gives, as two exact figures, what can be meant: "dose" in grams a day, "per_kg" in grams for each
    kilogram; what lies outside is marked doubtful. `units` has its own for "body_weight" (kilograms) and "age" (years).
    """

    __slots__ = ("_lexicon", "_plausible")

    def __init__(self, units: Mapping[str, Any], plausible: Mapping[str, Sequence[str]] | None = None) -> None:
        self._lexicon = Lexicon(units)
        merged = {**units["plausible"], **(plausible or {})}
        self._plausible: dict[str, Span] = {what: (Fraction(a), Fraction(b)) for what, (a, b) in merged.items()}

    def read(self, line: str) -> tuple[Quantity, ...]:
        """The amounts of a line in order of appearance, spans not overlapping; at most MAX_QUANTITIES of them."""
        text = level(line)
        if text.isascii() and not _DIGIT.search(text) and self._lexicon.triggers.isdisjoint(_LETTERS.findall(text)):
            return ()
        return _Reading(TokenLine(line, tokens(text, self._lexicon.signs)), self._lexicon, self._plausible).read()


class _Reading:
    """One line being read, from left to right."""

    __slots__ = ("found", "lexicon", "line", "pending", "plausible")

    def __init__(self, line: TokenLine, lexicon: Lexicon, plausible: Mapping[str, Span]) -> None:
        self.line = line
        self.lexicon = lexicon
        self.plausible = plausible
        self.found: list[Quantity] = []
        self.pending: tuple[int, Rhythm] | None = None

    def read(self) -> tuple[Quantity, ...]:
        place = 0
        while place < len(self.line) and len(self.found) < MAX_QUANTITIES:
            place = self._step(place)
        return tuple(self._with_shared_units())

    def _step(self, place: int) -> int:
        """Read what begins at a place; the place to go on from."""
        rhythm = self._leading_rhythm(place)
        if rhythm:
            self.pending = (place, rhythm)
            return rhythm.end
        number = read_range(self.line, self.lexicon, place)
        if number is None:
            return place + 1
        return max(self._amount(place, number), place + 1)

    def _leading_rhythm(self, place: int) -> Rhythm | None:
        """A rhythm that stands at a place before any amount: it may belong to the next one."""
        line, lexicon = self.line, self.lexicon
        token = line.at(place)
        moment = lexicon.has("moment_words", token.text)
        if not moment and token.value is None and token.text not in lexicon.rhythm_starts:
            if token.text not in lexicon.values:
                return None
        rhythm = rhythm_at(line, lexicon, place, loose=moment)
        if rhythm is None or rhythm.end <= place or moment and rhythm.part:
            return None
        return rhythm

    def _amount(self, place: int, number: Number) -> int:
        """Keep the amount that a number begins, if it is one; the place after all that was read."""
        if self._is_code(place, number):
            return number.end
        age = age_of(self.line, self.lexicon, place, number)
        if age and number.high * age[0] <= self.plausible["age"][1]:
            self._keep_age(place, number, age)
            return age[1]
        measured = measure(self.line, self.lexicon, number)
        if measured:
            return self._measured(place, number, measured)
        return self._alone(place, number)

    # ---- amounts with a unit

    def _measured(self, place: int, number: Number, measured: Measure) -> int:
        if self._is_nothing(place, measured):
            return measured.end
        if measured.unit.body and measured.dimension is Dimension.DOSE and self._is_weight(place, number, measured):
            self._keep_weight(place, measured)
            return measured.end
        if measured.dimension is Dimension.DOSE:
            self._define_piece(place, measured)
        return self._dosed(place, measured)

    def _is_nothing(self, place: int, measured: Measure) -> bool:
        """Whether something with the look of an amount is none: a 5G network, a 500 g tub, a cap on something."""
        line, lexicon = self.line, self.lexicon
        if lexicon.has("networks", line.word(measured.end)) or lexicon.has("packages", line.word(measured.end)):
            return True
        if lexicon.has("articles", line.word(place)) and measured.end == place + 2:
            if lexicon.has("not_with_article", line.word(place + 1)):
                return True
            taken = lexicon.phrases("taken").before(line, place, reach=2) is not None or line.word(measured.end) == "of"
            if measured.unit.body and not taken and rhythm_after(line, lexicon, measured.end) is None:
                return True
        return bool(measured.unit.body) and is_weight_change(line, lexicon, place, measured.end)

    def _is_weight(self, place: int, number: Number, measured: Measure) -> bool:
        line, lexicon = self.line, self.lexicon
        if measured.per_kg or measured.per_unit or measured.count:
            return False
        if not weighed(line, lexicon, place) and rhythm_after(line, lexicon, measured.end):
            return False
        least = self.plausible["body_weight"][0]
        return is_body_weight(line, lexicon, number, measured.unit, place, measured.end, least)

    def _keep_weight(self, place: int, measured: Measure) -> None:
        low, high = measured.low / 1000, measured.high / 1000
        self._keep(
            place, measured.end, Dimension.BODY_WEIGHT, low, high, unit=measured.unit.id, factor=measured.unit.body,
            doubtful=not self._is_plausible("body_weight", low, high),
        )  # fmt: skip

    def _define_piece(self, place: int, measured: Measure) -> None:
        """ "a scoop is 5 g", "two scoops, 5 g each", "my capsules are 500 mg each": link the mass with its piece."""
        line, lexicon = self.line, self.lexicon
        last = self.found[-1] if self.found and self.found[-1].dimension is Dimension.UNWEIGHED else None
        each = past_each(line, lexicon, measured.end)
        if each:
            measured.end = each
            piece = self._piece_before(place)
            if last and last.per_day is None and piece == last.unit:
                measured.container = piece
                measured.multiply(last.low, last.high)
                self.found.pop()
            else:
                measured.per_unit = piece or "each"
        elif last and line.at(place - 2).end == last.end and lexicon.has("holds", line.word(place - 1)) and last.low:
            self.found.pop()
            measured.per_unit = last.unit
            measured.low, measured.high = measured.low / last.high, measured.high / last.low

    def _piece_before(self, place: int) -> str:
        """The piece named in the few words before a place, empty for none."""
        for start in range(place - 1, max(-1, place - 6), -1):
            found = self.lexicon.units.match(self.line, start)
            if found and found[0].dimension is Dimension.UNWEIGHED:
                return found[0].id
        return ""

    def _dosed(self, place: int, measured: Measure) -> int:
        """Keep an amount to be taken, with its rhythm."""
        rhythm, end = self._rhythm(place, measured.end)
        doubtful = measured.dimension is Dimension.DOSE and self._is_doubtful(measured, rhythm)
        self._keep(
            place, end, measured.dimension, measured.low, measured.high, unit=measured.unit.id,
            factor=measured.unit.factor, per_kg=measured.per_kg, per_unit=measured.per_unit, count=measured.count,
            container=measured.container, per_day=rhythm and rhythm.per_day, part=bool(rhythm and rhythm.part),
            doubtful=doubtful, bound=bound_before(self.line, self.lexicon, place)[0],
        )  # fmt: skip
        return end

    def _is_doubtful(self, measured: Measure, rhythm: Rhythm | None) -> bool:
        if measured.per_kg:
            return not self._is_plausible("per_kg", measured.low, measured.high)
        times = rhythm.per_day if rhythm else Fraction(1)
        too_much = not self._is_plausible("dose", measured.low, max(measured.high, measured.high * times))
        return bool(measured.unit.body) or too_much

    def _is_plausible(self, what: str, low: Fraction, high: Fraction) -> bool:
        least, most = self.plausible.get(what, (low, high))
        return least <= low and high <= most

    # ---- how often

    def _rhythm(self, place: int, end: int) -> tuple[Rhythm | None, int]:
        """The rhythm of an amount from `place` to `end`, and where the amount ends with it."""
        end = self._past_split(end)
        after = rhythm_after(self.line, self.lexicon, end)
        if after:
            rhythm, at_once = after
            return rhythm, self._past_split(rhythm.end) if at_once else end
        pending, self.pending = self.pending, None
        if pending and self._reaches(pending, place):
            return pending[1], end
        return None, end

    def _past_split(self, place: int) -> int:
        """The place after "split in two", "in three doses"."""
        line, lexicon = self.line, self.lexicon
        split = lexicon.phrases("splits").match(line, place)
        by = lexicon.phrases("split_by").match(line, split[1] if split else place)
        number = read_range(line, lexicon, by[1]) if by else None
        if number is None:
            return place
        portions = lexicon.has("portions", line.word(number.end))
        return number.end + portions if split or portions else place

    def _reaches(self, pending: tuple[int, Rhythm], place: int) -> bool:
        """Whether a rhythm that came before belongs to an amount at a place: "twice a day I take", "daily dose of"."""
        start, rhythm = pending
        between = range(rhythm.end, place)
        if len(between) > 5 or rhythm.per_day < 1:
            return False
        heading = not self.line.word(start - 1)[:1].isalnum() or self.lexicon.has("pronouns", self.line.word(start - 1))
        words = (self.line.word(i) for i in between)
        return all(heading if word == "," else self.lexicon.has("gap_before", word) for word in words)

    # ---- numbers without a unit

    def _keep_age(self, place: int, number: Number, age: tuple[Fraction, int]) -> None:
        bound = bound_before(self.line, self.lexicon, place)[0]
        place += self.lexicon.has("articles", self.line.word(place))
        self._keep(
            place, age[1], Dimension.AGE, number.low * age[0], number.high * age[0], unit="year", bound=bound
        )  # fmt: skip

    def _alone(self, place: int, number: Number) -> int:
        line, lexicon = self.line, self.lexicon
        if not number.bare or not self._is_bare(place, number):
            return self._past_listed(place, number.end)
        if weighed(line, lexicon, place):
            self._keep(place, number.end, Dimension.BODY_WEIGHT, number.low, number.high, doubtful=True)
            return number.end
        bound = age_bound(line, lexicon, place)
        if bound:
            self._keep_age(place, number, (Fraction(1), number.end))
            return number.end
        return self._keep_bare(place, number)

    def _keep_bare(self, place: int, number: Number) -> int:
        those = self.lexicon.phrases("count_of").match(self.line, number.end)
        rhythm, end = self._rhythm(place, those[1] if those and those[1] > number.end + 1 else number.end)
        self._keep(
            place, end, Dimension.BARE, number.low, number.high, per_day=rhythm and rhythm.per_day,
            part=bool(rhythm and rhythm.part), bound=bound_before(self.line, self.lexicon, place)[0],
        )  # fmt: skip
        return end

    def _is_bare(self, place: int, number: Number) -> bool:
        """Whether a number without a unit may be an amount: nothing that it counts follows, and no date, time or grade."""
        line, lexicon = self.line, self.lexicon
        start = before_about(line, lexicon, place)
        if lexicon.has("not_after", line.word(start - 1)) or lexicon.phrases("clock").match(line, number.end):
            return False
        if is_somebody(line, lexicon, place) or line.at(place).value is None and self._points_back(place):
            return False
        if any(lexicon.has("measures", line.word(place - back)) for back in (1, 2)):
            return False
        if line.at(place).value == number.low and 1900 <= number.low < 2100 and number.low.denominator == 1:
            return False
        if lexicon.has("percent", line.word(number.end)) or line.word(number.end) == ".":
            return line.word(number.end) == "." and not line.at(number.end + 1).glued
        those = lexicon.phrases("count_of").match(line, number.end)
        if those and those[1] > number.end + 1:
            return True
        if lexicon.has("moment_words", line.word(number.end)) and line.word(number.end).endswith("s"):
            return False
        return stands_free(line, lexicon, number.end, "followers") or _rhythm_at_once(line, lexicon, number.end)

    def _points_back(self, place: int) -> bool:
        """Whether a number word means things spoken of ("the two") or next to nothing ("a minute or two")."""
        before = self.line.word(place - 1)
        if self.lexicon.has("alternatives", before):
            return not self.found or self.found[-1].end != self.line.at(place - 2).end
        return self.lexicon.has("pointing", before)

    def _past_listed(self, place: int, end: int) -> int:
        """The place after a number that is none, and after another joined to it ("weeks one and two")."""
        if self.lexicon.has("not_after", self.line.word(place - 1)) and self.lexicon.has("between_and", self.line.word(end)):
            more = read_range(self.line, self.lexicon, end + 1)
            return more.end if more and more.bare and unit_at(self.line, self.lexicon, more.end) is None else end
        return end

    def _is_code(self, place: int, number: Number) -> bool:
        """Whether a number is part of a name ("B12", "omega 3", "covid-19"), of a price or of a percentage."""
        line, lexicon = self.line, self.lexicon
        before = line.word(place - 1)
        if lexicon.has("codes", before) or lexicon.has("currencies", before) or line.word(number.end) == "'":
            return True
        if lexicon.has("percent", line.word(number.end)):
            return True
        if not line.at(place).glued or line.at(place).value is None:
            return False
        if before == "-":
            return line.at(place - 1).glued and line.word(place - 2)[:1].isalpha() and line.at(place).glued
        run_on = len(before) > 2 and self.lexicon.units.match(line, number.end) is not None
        return before == "_" or before[-1:].isalpha() and not lexicon.has("times", before) and not run_on

    # ---- keeping

    def _keep(self, start: int, end: int, dimension: Dimension, low: Fraction, high: Fraction, **more: Any) -> None:
        if low < high and self.lexicon.has("between", self.line.word(start - 1)):
            start -= 1
        first, last = self.line.at(start).start, self.line.at(end - 1).end
        text = self.line.line[first:last]
        self.found.append(Quantity(dimension, low, high, text, start=first, end=last, **more))
        self.pending = None

    def _with_shared_units(self) -> list[Quantity]:
        """The amounts, bare numbers given the unit of one beside them: "5 g in the morning and 5 at night"."""
        for place, amount in enumerate(self.found):
            if amount.dimension is Dimension.BARE:
                other = self._lender(place)
                if other:
                    self.found[place] = self._lent(amount, other)
        return self.found

    def _lender(self, place: int) -> Quantity | None:
        """The amount whose unit a bare number shares: an alternative beside it, or another part of the day."""
        amount = self.found[place]
        before = self.found[place - 1] if place else None
        after = self.found[place + 1] if place + 1 < len(self.found) else None
        for first, second, other in ((before, amount, before), (amount, after, after)):
            if first and second and other and _has_unit(other) and self._is_alternative(first, second):
                return other
        if before and before.per_unit and amount.per_day and not amount.part:
            return replace(before, dimension=Dimension.UNWEIGHED, unit=before.per_unit, factor=Fraction(1))
        if not amount.part:
            return None
        known = [q for q in (*reversed(self.found[:place]), *self.found[place + 1 :]) if _has_unit(q)]
        return known[0] if known else None

    def _is_alternative(self, first: Quantity, second: Quantity) -> bool:
        """Whether two amounts are put side by side: "90 g instead of 9", "5, 10 or 15 g"."""
        if first.high < second.low < second.high and self.line.line[first.end : second.start].strip() == ",":
            return True
        return self.lexicon.has("alternatives", " ".join(self.line.line[first.end : second.start].lower().split()))

    def _lent(self, amount: Quantity, other: Quantity) -> Quantity:
        low, high = amount.low * other.factor, amount.high * other.factor
        doubtful = other.dimension is Dimension.DOSE and not self._is_plausible("dose", low, high)
        lent = replace(amount, dimension=other.dimension, low=low, high=high, unit=other.unit, factor=other.factor)
        return replace(lent, doubtful=doubtful)


def _has_unit(amount: Quantity) -> bool:
    return amount.dimension in (Dimension.DOSE, Dimension.UNWEIGHED) and not amount.per_kg and not amount.per_unit


def _rhythm_at_once(line: TokenLine, lexicon: Lexicon, place: int) -> bool:
    """Whether a rhythm follows a place at once."""
    after = rhythm_after(line, lexicon, place)
    return bool(after and after[1])
