"""Fitting the answer to the amounts that were named and to the person that they are for."""

from collections.abc import Iterable
from fractions import Fraction

from glutamine_bot.dialogue.figures import Figures, conditions_of, named_in
from glutamine_bot.dialogue.for_whom import PersonFitter
from glutamine_bot.dialogue.named_doses import DoseFinder
from glutamine_bot.dialogue.reading import CERTAIN
from glutamine_bot.dialogue.state import State
from glutamine_bot.domain.concepts import ConceptKind
from glutamine_bot.domain.knowledge_base import KnowledgeBase
from glutamine_bot.domain.moves import AdmitGap, AskWhich, DeclineSubject, GiveAnswer, MakeSmallTalk, Move, TakeNote
from glutamine_bot.domain.quantity import Bound, Dimension, Quantity, day_total
from glutamine_bot.domain.topics import Topic
from glutamine_bot.domain.utterance import Utterance
from glutamine_bot.domain.values import frozen, replace
from glutamine_bot.language.phrases import has
from glutamine_bot.reply.amounts import AmountWriter
from glutamine_bot.reply.composing import Remark

DOUBTFUL = 0.5
"""Confidence below which an amount that was named is a better thing to answer than the topic that matched."""

COMPARED = 3
"""Most amounts of one line that are compared with the figures one by one."""


@frozen
class DosingFitter:
    """Puts what is to be said of amounts into the moves of a turn."""

    knowledge: KnowledgeBase
    writer: AmountWriter
    figures: Figures
    persons: PersonFitter
    finder: DoseFinder
    nothing_new: frozenset[str]

    def fit(self, state: State, utterance: Utterance, move: Move) -> Move:
        """The move, with an amount answered by the limits that it touches.

        No figure for adults is told for a child, nor for somebody with a condition that withholds it.
        """
        if (isinstance(move, DeclineSubject) and (move.concept or move.known)) or not self.knowledge.limits:
            return move
        child = self.persons.child(state, utterance)
        if child:
            return self.persons.for_child(move, child, state, utterance)
        doses = self.finder.find(state, utterance)
        move = self.persons.for_adult(move, state, utterance)
        move = self._with_weight(self._on_amounts(move, doses, state, utterance), state)
        if any(not self.writer.verdict([dose]).within for dose in doses):
            return move  # that an amount is above a limit is no figure to follow, and is said to anybody
        return self.persons.withheld(move, state, utterance)

    def _on_amounts(self, move: Move, doses: list[Quantity], state: State, utterance: Utterance) -> Move:
        """The move, or a better one where amounts are named or asked for."""
        if doses or _unweighed(utterance):
            return self._with_amount(move, doses, state, utterance)
        if any(quantity.per_unit for quantity in utterance.quantities) and _gives_way(move):
            before = state.asked is not None and self.persons.guard.asks.search(state.asked.read) is not None
            if before or _asks(utterance):  # "how many capsules?" - "They're 750 mg each."
                return GiveAnswer(self.figures.general, self.knowledge.thresholds.answer)
            return TakeNote()
        if self.finder.is_mishap(utterance) and _gives_way(move):
            return GiveAnswer(self.figures.ceiling, self.knowledge.thresholds.answer)
        if self._is_weighed_in_talk(state, utterance) and _gives_way(move):
            by_weight = self.figures.by_weight
            others = sum(person.weight is not None for person in state.people) > 1
            asked = by_weight if others or by_weight.id in state.subject else self.figures.general
            return GiveAnswer(asked, self.knowledge.thresholds.answer)
        return self._general(move, utterance) if self.persons.asks_amount(utterance) else move

    def _is_weighed_in_talk(self, state: State, utterance: Utterance) -> bool:
        """Whether a body weight is told in a talk of doses: "I weigh 80 kg", "and for 60 kilos?"."""
        weighed = any(quantity.dimension is Dimension.BODY_WEIGHT for quantity in utterance.quantities)
        return weighed and self.finder.is_talk_of_doses(state)

    def _general(self, move: Move, utterance: Utterance) -> Move:
        """The general answer on doses, where a question about an amount found nothing and names nothing unknown."""
        clarify = self.knowledge.thresholds.clarify
        asked = self._asked_for(utterance) or self._for_purpose(move, utterance)
        doubted = isinstance(move, GiveAnswer) and move.confidence < CERTAIN
        lost = isinstance(move, DeclineSubject) and not move.other_language
        if asked and (doubted or lost):
            return GiveAnswer(asked, clarify)
        match move:
            case AdmitGap(gap=None, words=words) if len(words) <= 1:
                return GiveAnswer(asked or self.figures.general, clarify)
            case TakeNote():
                limit = has(utterance.words, self.knowledge.cues["asks_limit"])
                return GiveAnswer(self.figures.ceiling if limit else self.figures.general, clarify)
            case AskWhich(topics=topics) if self.figures.general in topics:
                return GiveAnswer(self.figures.general, clarify)
            case _:
                return move

    def _asked_for(self, utterance: Utterance) -> Topic | None:
        """The topic of an utterance that asks how much, or how much is too much, and says nothing else."""
        said = f" {' '.join(utterance.words)} "
        if any(f" {word} " in said for word in self.knowledge.cues["asks_otherwise"]):
            return None
        for phrase in self.knowledge.cues["of_adults"]:
            said = said.replace(f" {phrase} ", " ")
        rest = self.persons.guard.asks.sub(" ", said).split()
        if not all(word in self.nothing_new for word in rest):
            return None
        limit = any(f" {word} " in said for word in self.knowledge.cues["asks_limit"])
        return self.figures.ceiling if limit else self.figures.general

    def _for_purpose(self, move: Move, utterance: Utterance) -> Topic | None:
        """The topic of the figures for something that was named, where no other is sure: "dose for leaky gut"."""
        if not isinstance(move, GiveAnswer) or move.confidence > self.knowledge.thresholds.clarify:
            return None
        named = {concept.name for concept in named_in(utterance)}
        limits = [limit for limit in self.figures.limits if limit.purpose in named]
        weighed = any(quantity.dimension is Dimension.BODY_WEIGHT for quantity in utterance.quantities)
        limits.sort(key=lambda limit: limit.per_kg is not weighed)
        return self.knowledge.topics[limits[0].topic] if limits else None

    def _with_amount(self, move: Move, doses: list[Quantity], state: State, utterance: Utterance) -> Move:
        """The move, answering for the amounts where it has nothing surer to say."""
        if not _gives_way(move) or self._is_of_condition(move):
            return self._with_warning(move, doses)
        if not doses:
            return self._of_unknown_weight(move, utterance)
        dose = doses[0]
        if dose.doubtful:
            slip = self.writer.slip(dose)
            return self._saying(
                move, self.figures.ceiling, f"{slip.text} {_first_sentences(self.figures.general.answer)}", slip
            )
        weight = state.person(state.about).weight
        if dose.per_kg and weight is not None:
            dose = replace(dose, low=dose.low * weight, high=dose.high * weight, per_kg=False, per_day=Fraction(1))
        topic = self.figures.topic(lambda limit: limit.per_kg if dose.per_kg else limit.ceiling)
        sure = self.knowledge.thresholds.answer
        if dose.per_kg or len(doses) > COMPARED or any(dose.bound is not Bound.EXACT for dose in doses):
            kept = isinstance(move, GiveAnswer) and move.confidence >= sure
            in_general = isinstance(move, GiveAnswer) and move.topic in (self.figures.general, self.figures.ceiling)
            return move if kept and not (dose.per_kg and in_general) else GiveAnswer(topic, sure)
        parts = tuple(q for q in utterance.quantities if q.part) if day_total(utterance.quantities) else ()
        leave = self._seeks_leave(utterance)
        verdict = self.writer.verdict([dose, *doses[1:]], parts, seeks_leave=leave)
        return self._judged(move, topic, verdict, state, utterance)

    def _with_warning(self, move: Move, doses: Iterable[Quantity]) -> Move:
        """An answer to something else, followed by what there is to say of amounts above a ceiling."""
        plain = [dose for dose in doses if not (dose.per_kg or dose.doubtful)]
        over = [dose for dose in plain if not self.writer.verdict([dose]).within]
        if not over or not isinstance(move, GiveAnswer):
            return move
        verdict = self.writer.verdict(over)
        facts = (*move.facts, *verdict.facts)
        return replace(move, instead=f"{move.instead or move.topic.answer} {verdict.text}", facts=facts)

    def _of_unknown_weight(self, move: Move, utterance: Utterance) -> Move:
        """The answer to an amount in spoons, scoops or tablets, of which nobody knows the weight."""
        remark = self.writer.unweighed(_unweighed(utterance)[0])
        asked = move.topic if isinstance(move, GiveAnswer) and self.figures.are_in(move.topic) else self.figures.general
        if self.finder.is_mishap(utterance):
            asked = self.figures.ceiling
        return self._saying(move, asked, f"{remark.text} {asked.answer}", remark)

    def _seeks_leave(self, utterance: Utterance) -> bool:
        """Whether an utterance asks for a "yes", as in "is 20 g fine?", and not whether an amount is too much."""
        said = f" {' '.join(utterance.words)} "
        cues = self.knowledge.cues
        against = any(f" {phrase} " in said for phrase in cues["seeks_no"])
        return not against and any(f" {phrase} " in said for phrase in cues["seeks_leave"])

    def _judged(self, move: Move, topic: Topic, verdict: Remark, state: State, utterance: Utterance) -> Move:
        """The verdict on an amount; somebody with a condition that the documents warn of is told of that instead.

        What is within a figure for healthy adults is no figure for them; what is over a limit is said all the same.
        """
        condition = next((c for c in conditions_of(state, utterance) if c.topic), None)
        if condition and verdict.within:
            return GiveAnswer(self.knowledge.topics[condition.topic or ""], 1.0)
        if not utterance.quantities:
            return self._saying(move, topic, verdict.text, verdict)  # "half of that" asks for nothing else
        return self._answering(move, topic, verdict)

    def _is_of_condition(self, move: Move) -> bool:
        """Whether it answers for a condition, in which no comparison with figures for healthy adults may come first."""
        conditions = (c for c in self.knowledge.personal_concepts() if c.kind is ConceptKind.CONDITION)
        return isinstance(move, GiveAnswer) and any(c.topic == move.topic.id and c.lead for c in conditions)

    def _saying(self, move: Move, topic: Topic, text: str, remark: Remark) -> GiveAnswer:
        return GiveAnswer(topic, max(move.confidence, self.knowledge.thresholds.answer), text, remark.facts)

    def _answering(self, move: Move, topic: Topic, remark: Remark) -> GiveAnswer:
        """An answer that begins with what is to be said of an amount, and goes on with the topic that was asked for."""
        sure = isinstance(move, GiveAnswer) and move.confidence >= self.knowledge.thresholds.clarify
        asked = move.topic if isinstance(move, GiveAnswer) and sure and move.topic.dosing else topic
        general = {limit.topic for limit in self.knowledge.limits.values() if limit.ceiling}
        if asked.yields or asked.id in general | {topic.id, self.figures.general.id}:
            return self._saying(move, topic, remark.text, remark)
        return self._saying(move, asked, f"{remark.text} {_first_sentences(asked.answer, 1)}", remark)

    def _with_weight(self, move: Move, state: State) -> Move:
        weight = state.person(state.about).weight
        if weight is None or not isinstance(move, GiveAnswer) or move.instead:
            return move
        if move.topic.id not in {limit.topic for limit in self.figures.limits}:
            return move
        remark = self.writer.for_weight(weight)
        if remark is None:
            return move
        return replace(move, instead=f"{_first_sentences(move.topic.answer)} {remark.text}", facts=remark.facts)


def _asks(utterance: Utterance) -> bool:
    return any(clause.question for clause in utterance.clauses)


def _unweighed(utterance: Utterance) -> list[Quantity]:
    return [q for q in utterance.quantities if q.dimension is Dimension.UNWEIGHED]


def _gives_way(move: Move) -> bool:
    """Whether an amount that was named is a better thing to answer than this."""
    match move:
        case GiveAnswer(topic=topic):
            return topic.dosing or move.confidence < DOUBTFUL
        case AdmitGap(gap=gap):
            return gap is None or gap.dosing
        case AskWhich() | TakeNote() | MakeSmallTalk():
            return True
        case DeclineSubject(concept=concept):
            return concept is None


def _first_sentences(text: str, count: int = 2) -> str:
    return ". ".join(text.split(". ")[:count]).rstrip(".") + "."
