"""Whom an answer on doses is for: no figure for adults is told for a child, nor where a condition withholds it."""

from glutamine_bot.dialogue.figures import Figures, conditions_of, named_in
from glutamine_bot.dialogue.remembering import excluded_by
from glutamine_bot.dialogue.state import State
from glutamine_bot.domain.concepts import Concept
from glutamine_bot.domain.dosing import DosingGuard
from glutamine_bot.domain.knowledge_base import KnowledgeBase
from glutamine_bot.domain.moves import AdmitGap, AskWhich, DeclineSubject, GiveAnswer, Move, TakeNote
from glutamine_bot.domain.quantity import Dimension
from glutamine_bot.domain.utterance import Stance, Utterance
from glutamine_bot.domain.values import frozen


@frozen
class PersonFitter:
    """Puts the answer that suits the person in the place of one that does not."""

    knowledge: KnowledgeBase
    figures: Figures
    guard: DosingGuard

    def asks_amount(self, utterance: Utterance) -> bool:
        """Whether an utterance asks how much, how often or the like."""
        return self.guard.asks.search(" ".join(utterance.words)) is not None

    def child(self, state: State, utterance: Utterance) -> Concept | None:
        """Who is meant, where it is somebody for whom no figure for adults may stand."""
        person = state.person(state.about)
        if excluded_by(utterance):
            return None
        held = next((c for c in (*person.facts, *named_in(utterance)) if c.replaces_dosing), None)
        if held or person.age is not None or person.relation not in self.knowledge.cues["young_relations"]:
            return held
        return next((c for c in self.knowledge.personal_concepts() if c.replaces_dosing), None)

    def for_adult(self, move: Move, state: State, utterance: Utterance) -> Move:
        """The general answer in the place of one for a child, where the talk has gone on to somebody grown up."""
        named = {concept.id for concept in named_in(utterance)}
        children = [c for c in self.knowledge.personal_concepts() if c.replaces_dosing and c.id not in named]
        other = _of_somebody(utterance) or any(mention.stance is Stance.DENIED for mention in utterance.mentions)
        if isinstance(move, GiveAnswer) and any(c.topic == move.topic.id for c in children) and other:
            safe = self.knowledge.general_topic() or self.figures.general
            amount = self.asks_amount(utterance) or (state.asked and self.guard.asks.search(state.asked.read))
            return GiveAnswer(self.figures.general if amount else safe, move.confidence)
        return move

    def for_child(self, move: Move, child: Concept, state: State, utterance: Utterance) -> Move:
        """The answer for a child in the place of any on doses, or of none to a question about an amount."""
        dosing = isinstance(move, GiveAnswer) and move.topic.dosing
        amounts = any(q.dimension is Dimension.DOSE for q in utterance.quantities) or self.asks_amount(utterance)
        unsure = isinstance(move, AskWhich | TakeNote) or (isinstance(move, AdmitGap | DeclineSubject) and amounts)
        in_general = not named_in(utterance) and not state.person(state.about).facts
        if in_general and isinstance(move, GiveAnswer) and not self.figures.are_in(move.topic) and not amounts:
            return move
        if not (dosing or unsure or _is_unweighed_gap(move)):
            return move
        return GiveAnswer(self.knowledge.topics[child.topic or ""], move.confidence)

    def withheld(self, move: Move, state: State, utterance: Utterance) -> Move:
        """What somebody with a condition that withholds figures is told in the place of one."""
        condition = next((c for c in conditions_of(state, utterance) if c.withholds_figures and c.topic), None)
        if condition is None or not isinstance(move, GiveAnswer) or not self.figures.are_in(move.topic):
            return move
        return GiveAnswer(self.knowledge.topics[condition.topic or ""], move.confidence)


def _of_somebody(utterance: Utterance) -> bool:
    """Whether an utterance says for whom it asks."""
    return any(c.people or c.speaks_of_self or c.speaks_of_another or c.speaks_of_adults for c in utterance.clauses)


def _is_unweighed_gap(move: Move) -> bool:
    return isinstance(move, AdmitGap) and move.gap is not None and move.gap.dosing
