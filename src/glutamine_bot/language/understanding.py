"""From a typed line to an utterance: corrected words, concepts, amounts, and what was said of whom."""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence

from glutamine_bot.domain.concepts import Concept, ConceptKind
from glutamine_bot.domain.quantity import Dimension, Quantity
from glutamine_bot.domain.utterance import GROWN_UP, UNNAMED, Clause, Mention, Stance, Utterance
from glutamine_bot.domain.values import frozen, replace
from glutamine_bot.language.clauses import ClauseSplitter
from glutamine_bot.language.concept_names import ConceptNames, NamedSpan
from glutamine_bot.language.digit_words import DigitWords
from glutamine_bot.language.normalizing import words
from glutamine_bot.language.people import PeopleReader
from glutamine_bot.language.quantities import QuantityReader
from glutamine_bot.language.spelling import SpellingCorrector
from glutamine_bot.language.stances import StanceReader

_PLACEHOLDERS = {Dimension.DOSE: "grams", Dimension.BODY_WEIGHT: "kilos", Dimension.AGE: "aged"}
"""What stands for an amount when clauses are compared with phrasings, so that any amount reads as any other."""

MOST_CLAUSES = 30
"""Clauses of a line beyond which it is not read: they bound the time of one reply."""

_GROWN_UP = "grownup"
"""What stands for the age of somebody who is no child."""

MEASURES = (_PLACEHOLDERS[Dimension.BODY_WEIGHT], _PLACEHOLDERS[Dimension.AGE], _GROWN_UP)
"""What stands for a body weight and for an age."""


_SUBSTANCES = frozenset({ConceptKind.MEDICINE, ConceptKind.SUBSTANCE})
"""Kinds of things that have doses of their own."""

_OF = "of"
"""What may stand between an amount and what it is of."""

PLAIN_SLIP = 0.85
"""Similarity from which a word is a slip of another rather than two run together."""


@frozen
class Reader:
    """Understands lines. `text_speak` maps a written form to the words that it stands for.

    `ruled_out` matches a part between commas that is said not to be meant: "not nausea, constipation".
    """

    concepts: Mapping[str, Concept]
    names: ConceptNames
    splitter: ClauseSplitter
    corrector: SpellingCorrector
    people: PeopleReader
    stances: StanceReader
    quantities: QuantityReader
    text_speak: Mapping[str, tuple[str, ...]]
    digit_words: DigitWords
    ruled_out: re.Pattern[str]
    subject: frozenset[str]

    def understand(self, line: str) -> Utterance:
        """The utterance that a line is; never raises, whatever was typed."""
        corrections: dict[str, str] = {}
        split = self.splitter.split(self.digit_words.spelled_out(line))[:MOST_CLAUSES]
        clauses = tuple(self._clause(text, corrections, question=question) for text, question in split)
        return Utterance(line, clauses, corrections, names_subject=any(clause.names_subject for clause in clauses))

    def words_of(self, text: str) -> tuple[str, ...]:
        """The words of a text, normalised and corrected."""
        return tuple(self._corrected(self._spelled_out(words(self.digit_words.spelled_out(text))), {}))

    def read(self, phrasing: str) -> str:
        """A phrasing of the knowledge base as clauses are read: the other side of the comparison."""
        phrasing = self.digit_words.spelled_out(phrasing)
        said = self._spelled_out(words(without_quantities(phrasing, self.quantities.read(phrasing))))
        return self._canonical(said, self._mentions(said))

    def _clause(self, text: str, corrections: dict[str, str], *, question: bool) -> Clause:
        found = self.quantities.read(text)
        said = self._corrected(self._spelled_out(words(without_quantities(text, found))), corrections)
        mentions = self._mentions(said)
        meant = self.ruled_out.sub("", text)
        return Clause(
            text,
            tuple(said),
            self.read(meant) if meant != text and words(meant) else self._canonical(said, mentions),
            mentions,
            question,
            quantities=self._quantities(found, said, mentions),
            people=self.people.people(said),
            people_ruled_out=self.people.people_ruled_out(said),
            speaks_of_self=self.people.speaks_of_self(said),
            speaks_of_another=self.people.speaks_of_another(said),
            speaks_of_adults=self.people.speaks_of_adults(said),
            takes_itself=self.people.takes_itself(said),
            names_subject=not self.subject.isdisjoint(said),
        )

    def _quantities(
        self, found: Sequence[Quantity], said: Sequence[str], mentions: Sequence[Mention]
    ) -> tuple[Quantity, ...]:
        """The quantities, with whose weight or age each is, and without doses of other things: "escitalopram 10 mg"."""
        others = [m for m in mentions if m.concept.kind in _SUBSTANCES and m.concept.name != m.concept.canonical]
        kept: list[Quantity] = []
        for quantity, place in _placed(found, said):
            if place is not None and said[place] in MEASURES:
                kept.append(replace(quantity, holder=self.people.measured(said, place)))
            elif place is None or quantity.dimension is not Dimension.DOSE or not _is_of(others, said, place):
                kept.append(quantity)
        return tuple(kept)

    def _spelled_out(self, said: Sequence[str]) -> list[str]:
        return [meant for word in said for meant in self.text_speak.get(word, (word,))]

    def _corrected(self, said: Sequence[str], corrections: dict[str, str]) -> list[str]:
        corrected: list[str] = []
        for word in said:
            best = self.corrector.correct(word)
            parts = None if best and best.similarity >= PLAIN_SLIP else self.corrector.split(word)
            meant = parts or ((best.meant,) if best else (word,))
            if meant != (word,):
                corrections[word] = " ".join(meant)
            corrected += meant
        return corrected

    def _mentions(self, said: Sequence[str]) -> tuple[Mention, ...]:
        mentions: list[Mention] = []
        for span in self.names.find(said):
            mention = self._mention(said, span)
            last = mentions[-1] if mentions else None
            if last and self.stances.joined(said[last.end : mention.start]):
                last, mention = _told_alike(last, mention)
                mentions[-1] = last
            mentions.append(mention)
        return tuple(mentions)

    def _mention(self, said: Sequence[str], span: NamedSpan) -> Mention:
        concept, start, end = span.concept, span.start, span.end
        holder = self.people.holder(said, start, end, stated=span.stated)
        stance = self.stances.stance(said, start, end, stated=span.stated)
        instead = self.stances.handed_on(said, end) if stance is Stance.DENIED else ""
        if instead:
            stance, holder = Stance.HOLDS, instead
        if stance is Stance.HOLDS and not holder:
            holder = UNNAMED
        return Mention(
            self.concepts[concept],
            start,
            end,
            " ".join(said[start:end]),
            stance,
            holder,
            alone=self.stances.is_alone(said, start, end),
            names_relation=self.people.is_relation(holder),
        )

    def _canonical(self, said: Sequence[str], mentions: Sequence[Mention]) -> str:
        read: list[str] = []
        place = 0
        for mention in mentions:
            read += said[place : mention.start]
            read += said[mention.start : mention.end] if keeps_words(mention) else (mention.concept.canonical,)
            place = mention.end
        return " ".join([*read, *said[place:]])


def keeps_words(mention: Mention) -> bool:
    """Whether what is named stays as it was put: gaps are told apart by words, as topics are."""
    return mention.concept.kind in (ConceptKind.GAP, ConceptKind.AILMENT)


def _placed(quantities: Sequence[Quantity], said: Sequence[str]) -> Iterator[tuple[Quantity, int | None]]:
    """Each quantity with the place of what stands for it in the words; None where nothing does."""
    start = 0
    for quantity in quantities:
        stand_in = _stand_in(quantity)
        place = next((at for at in range(start, len(said)) if said[at] == stand_in), None)
        start = start if place is None else place + 1
        yield quantity, place


def _is_of(substances: Iterable[Mention], said: Sequence[str], place: int) -> bool:
    """Whether an amount at a place stands right beside one of these: "10 mg of escitalopram"."""
    after = place + 2 if place + 1 < len(said) and said[place + 1] == _OF else place + 1
    return any(mention.end == place or mention.start == after for mention in substances)


def ruled_out_pattern(phrases: Iterable[str]) -> re.Pattern[str]:
    """What matches a part between commas that one of the phrases begins."""
    beginning = "|".join(map(re.escape, sorted(phrases, key=len, reverse=True)))
    return re.compile(rf"(?:^|,)\s*(?:{beginning})\s+[^,]+(?=,|$)", re.IGNORECASE)


def _told_alike(first: Mention, second: Mention) -> tuple[Mention, Mention]:
    """Two mentions that an "and" joins: what is told of somebody in the one holds of them in the other."""
    if first.stance is Stance.HOLDS and second.stance is Stance.NAMED:
        return first, _as_in(second, first)
    if first.stance is Stance.NAMED and second.stance is Stance.HOLDS:
        return _as_in(first, second), second
    return first, second


def _as_in(mention: Mention, told: Mention) -> Mention:
    return replace(mention, stance=told.stance, holder=told.holder, names_relation=told.names_relation)


def _stand_in(quantity: Quantity) -> str:
    """What stands for an amount: a child's age is told from that of an adult, as it changes what is asked."""
    if quantity.dimension is Dimension.AGE and quantity.high >= GROWN_UP:
        return _GROWN_UP
    return _PLACEHOLDERS.get(quantity.dimension, quantity.text)


def without_quantities(text: str, quantities: Sequence[Quantity]) -> str:
    """The text with a placeholder in the place of each quantity."""
    for quantity in reversed(quantities):
        stand_in = _stand_in(quantity)
        text = f"{text[: quantity.start]} {stand_in} {text[quantity.end :]}"
    return text
