"""Fitting the answer to the amounts that were named and to the person that they are for."""

from collections.abc import Callable

from glutamine_bot.dialogue.remembering import excluded_by
from glutamine_bot.dialogue.state import State
from glutamine_bot.domain.concepts import Concept, ConceptKind
from glutamine_bot.domain.dosing import DosingGuard
from glutamine_bot.domain.knowledge_base import KnowledgeBase
from glutamine_bot.domain.limits import Limit
from glutamine_bot.domain.moves import AdmitGap, AskWhich, DeclineSubject, GiveAnswer, Move, TakeNote
from glutamine_bot.domain.quantity import Dimension, Quantity, day_total
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
        doses = self._doses(state, utterance)
        if doses or _unweighed(utterance):
            move = self._with_amount(move, doses, utterance)
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
        if isinstance(move, GiveAnswer) and self._asks_no_more(utterance):
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
        excluded = excluded_by(utterance)
        named = [
            mention.concept
            for mention in utterance.mentions
            if mention.stance is not Stance.DENIED and mention.concept.id not in excluded
        ]
        held = next((c for c in (*person.facts, *named) if c.replaces_dosing), None)
        if held or person.age is not None or person.relation not in self.knowledge.cues["young_relations"]:
            return held
        return next((c for c in self.knowledge.concepts.values() if c.replaces_dosing), None)

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
            return doses[:1]
        if state.amount and state.amount.per_unit:
            pieces = (of_pieces(state.amount, quantity) for quantity in utterance.quantities)
            return [dose for dose in pieces if dose][:1]
        talk_of_doses = any(self.knowledge.topics[topic].dosing for topic in state.subject)
        bare = [q for q in utterance.quantities if q.dimension is Dimension.BARE]
        return [bare[0].as_dose()] if bare and talk_of_doses else []

    def _with_amount(self, move: Move, doses: list[Quantity], utterance: Utterance) -> Move:
        """The move, answering for the amount where it has nothing surer to say."""
        if not _gives_way(move) or self._is_of_condition(move):
            return move
        if not doses:
            remark = self.writer.unweighed(_unweighed(utterance)[0])
            topic = self._topic(lambda limit: not limit.ceiling and not limit.per_kg)
        elif doses[0].doubtful:
            remark = self.writer.slip(doses[0])
            topic = self._topic(lambda limit: limit.ceiling)
        else:
            parts = tuple(q for q in utterance.quantities if q.part) if day_total(utterance.quantities) else ()
            remark = self.writer.verdict(doses[0], parts)
            topic = self._topic(lambda limit: limit.per_kg if doses[0].per_kg else limit.ceiling)
        return self._answering(move, topic, remark, weighed=bool(doses))

    def _is_of_condition(self, move: Move) -> bool:
        """Whether it answers for a condition, in which no comparison with figures for healthy adults may come first."""
        conditions = (c for c in self.knowledge.concepts.values() if c.kind is ConceptKind.CONDITION)
        return isinstance(move, GiveAnswer) and any(c.topic == move.topic.id and c.lead for c in conditions)

    def _answering(self, move: Move, topic: Topic, remark: Remark, *, weighed: bool) -> GiveAnswer:
        """An answer that begins with what is to be said of an amount, and goes on with the topic that was asked for."""
        asked = move.topic if isinstance(move, GiveAnswer) and move.topic.dosing else topic
        general = {limit.topic for limit in self.knowledge.limits.values() if limit.ceiling or limit.topic == topic.id}
        general.add(self._topic(lambda limit: not limit.ceiling and not limit.per_kg).id)
        confidence = max(move.confidence, self.knowledge.thresholds.answer)
        if weighed and asked.id in general:
            return GiveAnswer(topic, confidence, remark.text, remark.facts)
        text = f"{remark.text} {_first_sentences(asked.answer) if weighed else asked.answer}"
        return GiveAnswer(asked, confidence, text, remark.facts)

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
