"""Fitting the answer to the amounts that were named and to the person that they are for."""

from collections.abc import Callable
from fractions import Fraction

from glutamine_bot.dialogue.reading import CERTAIN
from glutamine_bot.dialogue.remembering import excluded_by
from glutamine_bot.dialogue.state import State
from glutamine_bot.domain.concepts import Concept, ConceptKind
from glutamine_bot.domain.dosing import DosingGuard
from glutamine_bot.domain.knowledge_base import KnowledgeBase
from glutamine_bot.domain.limits import Limit
from glutamine_bot.domain.moves import AdmitGap, AskWhich, DeclineSubject, GiveAnswer, Move, TakeNote
from glutamine_bot.domain.quantity import Bound, Dimension, Quantity, day_total
from glutamine_bot.domain.topics import Topic
from glutamine_bot.domain.utterance import Stance, Utterance
from glutamine_bot.domain.values import frozen, replace
from glutamine_bot.reply.amounts import AmountWriter
from glutamine_bot.reply.arithmetic import of_pieces
from glutamine_bot.reply.composing import Remark

DOUBTFUL = 0.5
"""Confidence below which an amount that was named is a better thing to answer than the topic that matched."""


@frozen
class DosingFitter:
    """Puts what is to be said of amounts into the moves of a turn."""

    knowledge: KnowledgeBase
    writer: AmountWriter
    guard: DosingGuard
    nothing_new: frozenset[str]

    def fit(self, state: State, utterance: Utterance, move: Move) -> Move:
        """The move, with an amount answered by the limits that it touches, and no adult's figure given for a child."""
        if (isinstance(move, DeclineSubject) and move.concept) or not self.knowledge.limits:
            return move
        child = self._replacing(state, utterance)
        if child:
            return self._for_child(move, child, utterance)
        move = self._for_adult(move, state, utterance)
        doses = self._doses(state, utterance)
        if doses or _unweighed(utterance):
            move = self._with_amount(move, doses, state, utterance)
        elif any(quantity.per_unit for quantity in utterance.quantities):
            move = TakeNote() if _gives_way(move) else move
        elif self._asks_amount(utterance):
            move = self._general(move, utterance)
        return self._with_weight(move, state)

    def _asks_amount(self, utterance: Utterance) -> bool:
        return self.guard.asks.search(" ".join(utterance.words)) is not None

    def _general(self, move: Move, utterance: Utterance) -> Move:
        """The general answer on doses, where a question about an amount found nothing and names nothing unknown."""
        general = self._topic(lambda limit: not limit.ceiling and not limit.per_kg)
        doubted = isinstance(move, GiveAnswer) and move.confidence < CERTAIN
        if doubted and self._asks_no_more(utterance):
            return GiveAnswer(general, self.knowledge.thresholds.clarify)
        match move:
            case AdmitGap(gap=None, words=words) if len(words) <= 1:
                return GiveAnswer(general, self.knowledge.thresholds.clarify)
            case AskWhich(topics=topics) if general in topics:
                return GiveAnswer(general, self.knowledge.thresholds.clarify)
            case _:
                return move

    def _asks_no_more(self, utterance: Utterance) -> bool:
        """Whether an utterance asks how much and says nothing else."""
        said = f" {' '.join(utterance.words)} "
        if any(f" {word} " in said for word in self.knowledge.cues["asks_limit"]):
            return False
        rest = self.guard.asks.sub(" ", said).split()
        return all(word in self.nothing_new for word in rest)

    def _replacing(self, state: State, utterance: Utterance) -> Concept | None:
        """Who is meant, where it is somebody for whom no figure for adults may stand."""
        person = state.person(state.about)
        if excluded_by(utterance):
            return None
        named = [mention.concept for mention in utterance.mentions if mention.stance is not Stance.DENIED]
        held = next((c for c in (*person.facts, *named) if c.replaces_dosing), None)
        if held or person.age is not None or person.relation not in self.knowledge.cues["young_relations"]:
            return held
        return next((c for c in self.knowledge.personal_concepts() if c.replaces_dosing), None)

    def _for_adult(self, move: Move, state: State, utterance: Utterance) -> Move:
        """The general answer in the place of one for a child, where the talk has gone on to somebody grown up."""
        named = {mention.concept.id for mention in utterance.mentions}
        children = [c for c in self.knowledge.personal_concepts() if c.replaces_dosing and c.id not in named]
        if isinstance(move, GiveAnswer) and any(c.topic == move.topic.id for c in children) and _of_somebody(utterance):
            general = self._topic(lambda limit: not limit.ceiling and not limit.per_kg)
            safe = next((topic for topic in self.knowledge.topics.values() if topic.yields), general)
            amount = self._asks_amount(utterance) or self.guard.asks.search(state.asked)
            return GiveAnswer(general if amount else safe, move.confidence)
        return move

    def _for_child(self, move: Move, child: Concept, utterance: Utterance) -> Move:
        dosing = isinstance(move, GiveAnswer) and move.topic.dosing
        amounts = any(q.dimension is Dimension.DOSE for q in utterance.quantities) or self._asks_amount(utterance)
        unsure = isinstance(move, AskWhich | TakeNote) or (isinstance(move, AdmitGap | DeclineSubject) and amounts)
        if not (dosing or unsure or _is_unweighed_gap(move)):
            return move
        return GiveAnswer(self.knowledge.topics[child.topic or ""], move.confidence)

    def _doses(self, state: State, utterance: Utterance) -> list[Quantity]:
        doses = [q for q in utterance.quantities if q.dimension is Dimension.DOSE and not q.per_unit]
        total = day_total(utterance.quantities)
        if total:
            return [total]
        if doses:
            return doses
        if state.amount and state.amount.per_unit:
            pieces = (of_pieces(state.amount, quantity) for quantity in utterance.quantities)
            return [dose for dose in pieces if dose][:1]
        talk_of_doses = any(self.knowledge.topics[topic].dosing for topic in state.subject)
        bare = [q for q in utterance.quantities if q.dimension is Dimension.BARE]
        return [bare[0].as_dose()] if bare and talk_of_doses else []

    def _with_amount(self, move: Move, doses: list[Quantity], state: State, utterance: Utterance) -> Move:
        """The move, answering for the amount where it has nothing surer to say."""
        if not _gives_way(move) or self._is_of_condition(move):
            return move
        if not doses:
            remark = self.writer.unweighed(_unweighed(utterance)[0])
            general = self._topic(lambda limit: not limit.ceiling and not limit.per_kg)
            asked = move.topic if isinstance(move, GiveAnswer) and self._has_figure(move.topic) else general
            return self._saying(move, asked, f"{remark.text} {asked.answer}", remark)
        dose = doses[0]
        if dose.doubtful:
            slip = self.writer.slip(dose)
            return self._saying(move, self._topic(lambda limit: limit.ceiling), slip.text, slip)
        weight = state.person(state.about).weight
        if dose.per_kg and weight is not None:
            dose = replace(dose, low=dose.low * weight, high=dose.high * weight, per_kg=False, per_day=Fraction(1))
        topic = self._topic(lambda limit: limit.per_kg if dose.per_kg else limit.ceiling)
        several = len({quantity.daily() for quantity in doses}) > 1
        if dose.per_kg or several or dose.bound is not Bound.EXACT:
            kept = isinstance(move, GiveAnswer) and move.confidence >= self.knowledge.thresholds.answer
            return move if kept else GiveAnswer(topic, self.knowledge.thresholds.answer)
        parts = tuple(q for q in utterance.quantities if q.part) if day_total(utterance.quantities) else ()
        return self._judged(move, topic, self.writer.verdict(dose, parts), state, utterance)

    def _judged(self, move: Move, topic: Topic, verdict: Remark, state: State, utterance: Utterance) -> Move:
        """The verdict on an amount; somebody with a condition that the documents warn of is told of that instead.

        What is within a figure for healthy adults is no figure for them; what is over a limit is said all the same.
        """
        condition = next((c for c in self._conditions(state, utterance) if c.topic), None)
        if condition and verdict.within:
            return GiveAnswer(self.knowledge.topics[condition.topic or ""], 1.0)
        return self._answering(move, topic, verdict)

    def _conditions(self, state: State, utterance: Utterance) -> list[Concept]:
        """The conditions that the documents warn of, of the person or named in the line."""
        named = [mention.concept for mention in utterance.mentions if mention.stance is not Stance.DENIED]
        told = state.person(state.about).facts
        return [c for c in (*told, *named) if c.kind is ConceptKind.CONDITION and c.lead]

    def _has_figure(self, topic: Topic) -> bool:
        return any(limit.topic == topic.id for limit in self.knowledge.limits.values())

    def _saying(self, move: Move, topic: Topic, text: str, remark: Remark) -> GiveAnswer:
        return GiveAnswer(topic, max(move.confidence, self.knowledge.thresholds.answer), text, remark.facts)

    def _is_of_condition(self, move: Move) -> bool:
        """Whether it answers for a condition, in which no comparison with figures for healthy adults may come first."""
        conditions = (c for c in self.knowledge.personal_concepts() if c.kind is ConceptKind.CONDITION)
        return isinstance(move, GiveAnswer) and any(c.topic == move.topic.id and c.lead for c in conditions)

    def _answering(self, move: Move, topic: Topic, remark: Remark) -> GiveAnswer:
        """An answer that begins with what is to be said of an amount, and goes on with the topic that was asked for."""
        asked = move.topic if isinstance(move, GiveAnswer) and move.topic.dosing else topic
        general = {limit.topic for limit in self.knowledge.limits.values() if limit.ceiling}
        general |= {topic.id, self._topic(lambda limit: not limit.ceiling and not limit.per_kg).id}
        if asked.id in general:
            return self._saying(move, topic, remark.text, remark)
        return self._saying(move, asked, f"{remark.text} {_first_sentences(asked.answer, 1)}", remark)

    def _with_weight(self, move: Move, state: State) -> Move:
        weight = state.person(state.about).weight
        if weight is None or not isinstance(move, GiveAnswer) or move.instead:
            return move
        if move.topic.id not in {limit.topic for limit in self.knowledge.limits.values() if limit.for_adults}:
            return move
        remark = self.writer.for_weight(weight)
        if remark is None:
            return move
        return replace(move, instead=f"{_first_sentences(move.topic.answer)} {remark.text}", facts=remark.facts)

    def _topic(self, wanted: Callable[[Limit], bool]) -> Topic:
        limits = [limit for limit in self.knowledge.limits.values() if limit.for_adults]
        chosen = next((limit for limit in limits if wanted(limit)), limits[0])
        return self.knowledge.topics[chosen.topic]


def _of_somebody(utterance: Utterance) -> bool:
    """Whether an utterance says for whom it asks."""
    return any(c.people or c.speaks_of_self or c.speaks_of_another for c in utterance.clauses)


def _unweighed(utterance: Utterance) -> list[Quantity]:
    return [q for q in utterance.quantities if q.dimension is Dimension.UNWEIGHED]


def _is_unweighed_gap(move: Move) -> bool:
    return isinstance(move, AdmitGap) and move.gap is not None and move.gap.dosing


def _gives_way(move: Move) -> bool:
    """Whether an amount that was named is a better thing to answer than this."""
    match move:
        case GiveAnswer(topic=topic):
            return topic.dosing or move.confidence < DOUBTFUL
        case AdmitGap(gap=gap):
            return gap is None or gap.dosing
        case AskWhich() | TakeNote():
            return True
        case DeclineSubject(concept=concept):
            return concept is None
        case _:
            return False


def _first_sentences(text: str, count: int = 2) -> str:
    return ". ".join(text.split(". ")[:count]).rstrip(".") + "."
