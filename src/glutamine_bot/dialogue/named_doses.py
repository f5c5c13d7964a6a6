"""Which doses a line names: outright, as a bare number in a talk of doses, or as a multiple of the last one."""

from collections.abc import Mapping, Sequence
from fractions import Fraction

from glutamine_bot.dialogue.resolving import ELLIPTIC
from glutamine_bot.dialogue.state import State
from glutamine_bot.domain.knowledge_base import KnowledgeBase
from glutamine_bot.domain.quantity import Bound, Dimension, Quantity, day_total
from glutamine_bot.domain.utterance import Utterance
from glutamine_bot.domain.values import frozen, replace
from glutamine_bot.language.phrases import has
from glutamine_bot.reply.arithmetic import of_pieces

MOST_OFTEN = 12
"""Most doses a day that a number before "times" is taken for."""


@frozen
class DoseFinder:
    """Finds the doses of a line.

    `multiples` maps "half of that" and its like to the factor, `counts` what counts how often ("twice", "three") to the
    number; `cues` are word lists.
    """

    knowledge: KnowledgeBase
    multiples: Mapping[str, Fraction]
    counts: Mapping[str, Fraction]
    cues: Mapping[str, Sequence[str]]

    @classmethod
    def of(cls, knowledge: KnowledgeBase) -> "DoseFinder":
        """The finder of a knowledge base, with the English words for multiples."""
        table = knowledge.words["multiples"]
        multiples = {phrase: Fraction(factor) for factor, phrases in table.items() for phrase in phrases}
        digits = {str(count): Fraction(count) for count in range(1, MOST_OFTEN + 1)}
        words = {word: Fraction(number) for number, said in knowledge.words["how_often"].items() for word in said}
        return cls(knowledge, multiples, {**digits, **words}, knowledge.cues)

    def find(self, state: State, utterance: Utterance) -> list[Quantity]:
        """The doses that an utterance names, each once; of too much taken by mistake, only the largest."""
        doses = self._outright(utterance) or self._in_pieces(state, utterance)
        doses = (
            doses or self._bare(state, utterance) or self._multiple(state, utterance) or self._oftener(state, utterance)
        )
        if self.is_mishap(utterance):
            return sorted(doses, key=lambda dose: dose.daily())[-1:]
        return list({(dose.daily(), dose.per_kg): dose for dose in doses}.values())

    def is_mishap(self, utterance: Utterance) -> bool:
        """Whether an utterance tells that too much was taken."""
        said = utterance.words
        mistaken = has(said, self.cues["by_mistake"]) and has(said, self.cues["took"])
        return mistaken or has(said, self.cues["overdone"])

    def is_talk_of_doses(self, state: State) -> bool:
        """Whether the last answer was on doses, so that a mere number is one."""
        return any(self.knowledge.topics[topic].dosing for topic in state.subject)

    def _outright(self, utterance: Utterance) -> list[Quantity]:
        total = day_total(utterance.quantities)
        named = self._meant(utterance)
        doses = [quantity for quantity in named if quantity.dimension is Dimension.DOSE and not quantity.per_unit]
        if doses:  # "is 14 g the limit or can I go to 14.5?"
            doses += [quantity.as_dose() for quantity in named if quantity.dimension is Dimension.BARE]
        return [total] if total else doses

    def _meant(self, utterance: Utterance) -> list[Quantity]:
        """The quantities of an utterance without those in "2 g, not 20" that are said not to be meant."""
        clauses = ((clause.text.lower(), quantity) for clause in utterance.clauses for quantity in clause.quantities)
        meant = [quantity for text, quantity in clauses if not self._is_put_right(text[: quantity.start])]
        return meant or list(utterance.quantities)

    def _is_put_right(self, before: str) -> bool:
        return any(f" {before.rstrip()}".endswith(f" {phrase}") for phrase in self.cues["not_this"])

    def _in_pieces(self, state: State, utterance: Utterance) -> list[Quantity]:
        """The dose in "3 scoops", where it was told what one holds."""
        if state.piece is None:
            return []
        doses = (of_pieces(state.piece, quantity) for quantity in utterance.quantities)
        return [dose for dose in doses if dose][:1]

    def _bare(self, state: State, utterance: Utterance) -> list[Quantity]:
        named_before = state.amount is not None and len(utterance.words) <= ELLIPTIC
        asked = has(utterance.words, self.cues["dose_questions"])
        if not (named_before or asked or self.is_talk_of_doses(state)):
            return []
        per_kg = named_before and state.amount is not None and state.amount.per_kg
        bare = (quantity for quantity in self._meant(utterance) if quantity.dimension is Dimension.BARE)
        return [replace(quantity.as_dose(), per_kg=per_kg) for quantity in bare]

    def _multiple(self, state: State, utterance: Utterance) -> list[Quantity]:
        """The dose in "half of that", of the one that was named last."""
        last = state.amount
        if last is None:
            return []
        factor = next((factor for phrase, factor in self.multiples.items() if has(utterance.words, [phrase])), None)
        if factor is None:
            return []
        return [
            replace(last, low=last.low * factor, high=last.high * factor, count=None, part=False, bound=Bound.EXACT)
        ]

    def _oftener(self, state: State, utterance: Utterance) -> list[Quantity]:
        """The dose in "and three times?", of the one that was named last."""
        named = [self.counts[word] for word in utterance.words if word in self.counts]
        rhythm = has(utterance.words, self.cues["rhythm"])
        says_more = any(word not in self.cues["filler"] and word not in self.counts for word in utterance.words)
        if state.amount is None or len(named) != 1 or not rhythm or says_more:
            return []
        return [replace(state.amount, per_day=named[0], part=False)]
