"""What a reply says of an amount that somebody named: what it comes to, and how it stands to the documents' figures."""

from collections.abc import Sequence
from fractions import Fraction

from glutamine_bot.domain.knowledge_base import KnowledgeBase
from glutamine_bot.domain.limits import Limit
from glutamine_bot.domain.quantity import Quantity
from glutamine_bot.domain.values import frozen
from glutamine_bot.reply.arithmetic import (
    Comparison,
    Side,
    compare_all,
    for_weight,
    in_grams,
    number,
    said_back,
    said_back_parts,
    shown,
)
from glutamine_bot.reply.composing import Remark


@frozen
class AmountWriter:
    """Words what the knowledge base's limits say of amounts; no amount is ever recommended."""

    knowledge: KnowledgeBase

    def verdict(
        self, doses: Sequence[Quantity], parts: tuple[Quantity, ...] = (), *, seeks_leave: bool = False
    ) -> Remark:
        """How doses, at least one, stand to the figures for adults: those over a ceiling last, with what that means.

        `parts` are those of a day that make the only dose. To somebody who `seeks_leave` for what is over a ceiling,
        the verdict begins with "no".
        """
        standings = sorted((self._standing(dose, parts) for dose in doses), key=lambda standing: not standing.within)
        within = all(standing.within for standing in standings)
        told = " ".join(standing.text for standing in standings if standing.text)
        if told:
            told = f"{told} {self.knowledge.replies['amount_below' if within else 'amount_above']}"
        if seeks_leave and not any(standing.within for standing in standings):
            told = self.knowledge.replies["not_above"].format(verdict=told[0].lower() + told[1:])
        facts = tuple(dict.fromkeys(fact for standing in standings for fact in standing.facts))
        return Remark(told, facts, within=within)

    def _standing(self, dose: Quantity, parts: tuple[Quantity, ...]) -> Remark:
        """How one dose stands to the figures, after what it comes to in a day."""
        comparisons = compare_all(dose, self._limits(per_kg=dose.per_kg))
        back = said_back_parts(parts, dose, self._wording) if parts else said_back(dose, self._wording)
        ceilings = [found for found in comparisons if found.limit.ceiling]
        over = [found for found in ceilings if found.side in (Side.ABOVE, Side.ACROSS)]
        told = self._over(dose, over) if over else self._beside(dose, comparisons, ceilings)
        facts = tuple(
            found.limit.fact for found in comparisons if over or found.side is Side.WITHIN or found in ceilings
        )
        return Remark(f"{_capital(back)}. {told}" if back and told else told, facts, within=not over)

    def for_weight(self, weight: Fraction) -> Remark | None:
        """What the figures for each kilogram come to for an adult of that weight, with the ceiling beside them."""
        figures = [limit for limit in self._limits(per_kg=True) if not limit.ceiling]
        ceilings = [limit for limit in self._limits(per_kg=False) if limit.ceiling]
        if not figures or not ceilings:
            return None
        low, high = for_weight(figures[0].low or figures[0].high, figures[0].high, weight, weight)
        key = "weight_above" if high > ceilings[0].high else "weight_within"
        text = self.knowledge.replies[key].format(
            figure=figures[0].figure,
            amount=in_grams(low, high, self._wording),
            weight=f"{number(weight)[0]} kg",
            ceiling=ceilings[0].figure,
        )
        return Remark(text, (figures[0].fact, ceilings[0].fact))

    def unweighed(self, quantity: Quantity) -> Remark:
        """That no document gives the weight of a spoon, a scoop, a tablet."""
        return Remark(self.knowledge.replies["unweighed"].format(unit=quantity.unit or quantity.text))

    def slip(self, dose: Quantity) -> Remark:
        """The question whether an unlikely amount is meant."""
        return Remark(self.knowledge.replies["slip"].format(amount=shown(dose, self._wording)))

    @property
    def _wording(self) -> dict[str, str]:
        return dict(self.knowledge.replies)

    def _limits(self, *, per_kg: bool) -> list[Limit]:
        """The limits for adults, by day or by kilogram: a figure for children is no measure for anybody else."""
        return [limit for limit in self.knowledge.limits.values() if limit.per_kg is per_kg and limit.for_adults]

    def _over(self, dose: Quantity, over: list[Comparison]) -> str:
        key = f"{over[0].side.value}_ceiling"
        first = self.knowledge.replies[key].format(amount=_capital(self._daily(dose)), figure=over[0].limit.figure)
        return f"{first}."

    def _beside(self, dose: Quantity, comparisons: tuple[Comparison, ...], ceilings: list[Comparison]) -> str:
        ranges = [found for found in comparisons if not found.limit.ceiling]
        within = [found.limit.figure for found in ranges if found.side is Side.WITHIN]
        replies = self.knowledge.replies
        if within:
            told = replies["within"].format(amount=_capital(self._daily(dose)), figure=self._joined(within))
        elif ranges:
            near = ranges[0]
            told = replies[near.side.value].format(amount=_capital(self._daily(dose)), figure=near.limit.figure)
        else:
            return ""
        if ceilings:
            told = replies["within_and_not_above"].format(within=told, figure=ceilings[0].limit.figure)
        return f"{told}."

    def _joined(self, figures: list[str]) -> str:
        first, *others = figures
        for other in others:
            first = self.knowledge.replies["joined"].format(first=first, second=other)
        return first

    def _daily(self, dose: Quantity) -> str:
        low, high = dose.daily()
        if dose.per_kg:
            return shown(dose, self._wording)
        return self.knowledge.replies["daily"].format(amount=in_grams(low, high, self._wording))


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]
