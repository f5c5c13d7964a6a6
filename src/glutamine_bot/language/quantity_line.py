"""Reading the amounts of one line, from left to right: doses, body weights, ages, spoons and bare numbers."""

from collections.abc import Callable, Mapping, Sequence
from fractions import Fraction
from typing import Any

from glutamine_bot.domain.quantity import Dimension, Quantity
from glutamine_bot.language.quantity_bare import is_bare, is_code, past_listed, past_those
from glutamine_bot.language.quantity_lexicon import Lexicon
from glutamine_bot.language.quantity_masses import Measure, measure, past_each, unit_at
from glutamine_bot.language.quantity_numbers import Number, read_range
from glutamine_bot.language.quantity_people import (
    age_bound,
    age_of,
    bound_before,
    is_body_weight,
    is_weight_change,
    weighed,
)
from glutamine_bot.language.quantity_rhythms import MAX_GAP, Rhythm, rhythm_after, rhythm_at
from glutamine_bot.language.quantity_sharing import with_shared_units
from glutamine_bot.language.quantity_tokens import TokenLine, level, tokens

MAX_QUANTITIES = 32
"""Amounts of one line beyond this are not read."""

MAX_NUMBERS = 100
"""Nor is anything after so many numbers, whatever they are: it bounds the time that one line can take."""

Span = tuple[Fraction, Fraction]


def parser(units: Mapping[str, Any], plausible: Mapping[str, Sequence[str]]) -> Callable[[str], tuple[Quantity, ...]]:
    """What reads the amounts of a line by the words of `units`; both as `QuantityReader` has them."""
    lexicon = Lexicon(units)
    spans = {what: (Fraction(least), Fraction(most)) for what, (least, most) in plausible.items()}
    return lambda line: _Reading(TokenLine(line, tokens(level(line), lexicon.signs)), lexicon, spans).read()


class _Reading:
    """One line being read, from left to right."""

    __slots__ = ("found", "lexicon", "line", "numbers", "pending", "plausible")

    def __init__(self, line: TokenLine, lexicon: Lexicon, plausible: Mapping[str, Span]) -> None:
        self.line = line
        self.lexicon = lexicon
        self.plausible = plausible
        self.found: list[Quantity] = []
        self.pending: tuple[int, Rhythm] | None = None
        self.numbers = 0

    def read(self) -> tuple[Quantity, ...]:
        place = 0
        while place < len(self.line) and len(self.found) < MAX_QUANTITIES and self.numbers < MAX_NUMBERS:
            place = self._step(place)
        return tuple(with_shared_units(self.line.line, self.lexicon, self.found, self.plausible.get("dose")))

    def _step(self, place: int) -> int:
        """Read what begins at a place; the place to go on from."""
        rhythm = self._leading_rhythm(place)
        if rhythm:
            self.pending = (place, rhythm)
            return rhythm.end
        number = read_range(self.line, self.lexicon, place)
        if number is None or self._is_mere_article(place, number):
            return place + 1
        self.numbers += 1
        return max(self._amount(place, number), place + 1)

    def _is_mere_article(self, place: int, number: Number) -> bool:
        """Whether an "a" stands before neither a unit nor a number: nearly all of them."""
        if number.bare or number.end > place + 1 or not self.lexicon.has("articles", self.line.word(place)):
            return False
        return self.line.at(number.end).value is None and unit_at(self.line, self.lexicon, number.end) is None

    def _leading_rhythm(self, place: int) -> Rhythm | None:
        """A rhythm that stands at a place before any amount: it may belong to the next one."""
        line, lexicon = self.line, self.lexicon
        token = line.at(place)
        moment = lexicon.has("moment_words", token.text)
        if not moment and token.value is None and token.text not in lexicon.rhythm_starts:
            return None
        rhythm = rhythm_at(line, lexicon, place, loose=moment)
        if rhythm is None or rhythm.end <= place or (moment and rhythm.part):
            return None
        return rhythm

    def _amount(self, place: int, number: Number) -> int:
        """Keep the amount that a number begins, if it is one; the place after all that was read."""
        if is_code(self.line, self.lexicon, place, number):
            return number.end
        age = age_of(self.line, self.lexicon, place, number)
        if age and number.high * age[0] <= self.plausible["age"][1]:
            self._keep_age(place, number, age)
            return age[1]
        measured = measure(self.line, self.lexicon, number)
        if measured:
            return self._measured(place, measured)
        return self._alone(place, number)

    # ---- amounts with a unit

    def _measured(self, place: int, measured: Measure) -> int:
        if self._is_nothing(place, measured):
            return measured.end
        if measured.unit.body and measured.dimension is Dimension.DOSE and self._is_weight(place, measured):
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

    def _is_weight(self, place: int, measured: Measure) -> bool:
        line, lexicon = self.line, self.lexicon
        if measured.per_kg or measured.per_unit or measured.count:
            return False
        if not weighed(line, lexicon, place) and rhythm_after(line, lexicon, measured.end):
            return False
        likely = measured.high / 1000 >= self.plausible["body_weight"][0]
        return is_body_weight(line, lexicon, place, measured.end, likely=likely)

    def _keep_weight(self, place: int, measured: Measure) -> None:
        low, high = measured.low / 1000, measured.high / 1000
        self._keep(
            place, measured.end, Dimension.BODY_WEIGHT, low, high, unit=measured.unit.id, factor=measured.unit.body,
            doubtful=not self._is_plausible("body_weight", low, high),
        )  # fmt: skip

    def _define_piece(self, place: int, measured: Measure) -> None:
        """Link a mass with its piece: "a scoop is 5 g", "two scoops, 5 g each", "my capsules are 500 mg each"."""
        line, lexicon = self.line, self.lexicon
        last = self.found[-1] if self.found and self.found[-1].dimension is Dimension.UNWEIGHED else None
        named = lexicon.units.match(line, place - 2) if lexicon.has("holds", line.word(place - 1)) else None
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
        elif named and last and last.low and line.at(place - 2).end == last.end:
            self.found.pop()
            measured.per_unit = last.unit
            measured.low, measured.high = measured.low / last.high, measured.high / last.low
        elif named and named[0].dimension is Dimension.UNWEIGHED:
            measured.per_unit = named[0].id

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
        pending, self.pending = self.pending, None
        before = pending[1] if pending and self._reaches(pending, place) else None
        after = rhythm_after(self.line, self.lexicon, end)
        if after is None:
            return before, end
        rhythm, at_once = after
        if before and rhythm.per_day == 1 and not rhythm.part:  # "two doses of 5 g a day"
            rhythm = rhythm._replace(per_day=before.per_day)
        return rhythm, self._past_split(rhythm.end) if at_once else end

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
        if len(between) > MAX_GAP or rhythm.per_day < 1:
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
        last = self.found[-1].end if self.found else -1
        if not number.bare or not is_bare(line, lexicon, place, number, last):
            return past_listed(line, lexicon, place, number.end)
        if weighed(line, lexicon, place):
            self._keep(place, number.end, Dimension.BODY_WEIGHT, number.low, number.high, doubtful=True)
            return number.end
        bound = age_bound(line, lexicon, place)
        if bound:
            self._keep_age(place, number, (Fraction(1), number.end))
            return number.end
        return self._keep_bare(place, number)

    def _keep_bare(self, place: int, number: Number) -> int:
        rhythm, end = self._rhythm(place, past_those(self.line, self.lexicon, number.end))
        self._keep(
            place, end, Dimension.BARE, number.low, number.high, per_day=rhythm and rhythm.per_day,
            part=bool(rhythm and rhythm.part), bound=bound_before(self.line, self.lexicon, place)[0],
        )  # fmt: skip
        return end

    # ---- keeping

    def _keep(self, start: int, end: int, dimension: Dimension, low: Fraction, high: Fraction, **more: Any) -> None:
        if low < high and self.lexicon.has("between", self.line.word(start - 1)):
            start -= 1
        first, last = self.line.at(start).start, self.line.at(end - 1).end
        text = self.line.line[first:last]
        self.found.append(Quantity(dimension, low, high, text, start=first, end=last, **more))
        self.pending = None
