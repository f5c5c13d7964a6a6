"""Lines that put the line before right: another fact, another person, another number than was said."""

from collections.abc import Iterable

from glutamine_bot.dialogue.remembering import PERSONAL, about_whom
from glutamine_bot.dialogue.state import Person, State
from glutamine_bot.domain.concepts import Concept
from glutamine_bot.domain.knowledge_base import KnowledgeBase
from glutamine_bot.domain.quantity import Dimension, Quantity
from glutamine_bot.domain.utterance import Clause, Mention, Stance, Utterance
from glutamine_bot.domain.values import replace
from glutamine_bot.language.phrases import begins_with, ends_with, has

_MEASURES = frozenset({Dimension.BODY_WEIGHT, Dimension.AGE})
_SHORT = 3
"""Words up to which a mere number after a weight or an age is that one put right."""


def put_right(state: State, utterance: Utterance, knowledge: KnowledgeBase) -> tuple[State, Utterance]:
    """The state without what the utterance takes back, and the utterance as it is then meant."""
    corrects = begins_with(utterance.words, knowledge.cues["put_right"])
    utterance = _measured(state, utterance, corrects=corrects)
    state = _moved(state, utterance, knowledge)
    state = _taken_back(state, utterance, knowledge)
    adds = has(utterance.words, knowledge.cues["adding"])
    return _replaced(state, utterance) if corrects and not adds else (state, utterance)


def _before(state: State) -> State:
    """The state before the last line."""
    return state.undoable[-1] if state.undoable else State()


def _fresh(state: State, person: Person) -> list[Concept]:
    """What the last line told of a person."""
    before = _before(state).person(person.relation).facts
    return [fact for fact in person.facts if fact not in before]


def _replaced(state: State, utterance: Utterance) -> tuple[State, Utterance]:
    """The condition that was told last gives way to the one that a correction names: "no sorry, kidney problems"."""
    person = state.person(about_whom(state, utterance).about)
    fresh = _fresh(state, person)
    kinds = {fact.kind for fact in fresh}
    named = [mention.concept for mention in utterance.mentions if _may_hold(mention) and mention.concept.kind in kinds]
    if not named:
        return state, utterance
    for fact in fresh:
        if fact.kind in {concept.kind for concept in named}:
            person = person.without(fact)
    held = {concept.id for concept in named}
    clauses = (_holding(clause, held, person.relation) for clause in utterance.clauses)
    return state.with_person(person), replace(utterance, clauses=tuple(clauses))


def _may_hold(mention: Mention) -> bool:
    """Whether a condition is only named; "sorry, I have epilepsy" tells of one more, and takes none back."""
    return mention.concept.kind in PERSONAL and mention.stance is Stance.NAMED


def _holding(clause: Clause, held: Iterable[str], holder: str) -> Clause:
    """A clause in which concepts that were only named hold of somebody."""
    mentions = (
        replace(mention, stance=Stance.HOLDS, holder=holder) if mention.concept.id in held else mention
        for mention in clause.mentions
    )
    return replace(clause, mentions=tuple(mentions))


def _moved(state: State, utterance: Utterance, knowledge: KnowledgeBase) -> State:
    """What was told last of one person is said of another: "that was for my wife", "my sister, not my wife"."""
    ruled_out = [person for clause in utterance.clauses for person in clause.people_ruled_out]
    meant = has(utterance.words, knowledge.cues["was_meant"])
    named = [person for clause in utterance.clauses for person in clause.people]
    if not named or not (ruled_out or meant):
        return state
    source, target = state.person((ruled_out or [state.about])[0]), state.person(named[-1])
    if source.relation == target.relation:
        return state
    for fact in _fresh(state, source):
        source, target = source.without(fact), target.holding(fact)
    return state.with_person(source).with_person(target)


def _taken_back(state: State, utterance: Utterance, knowledge: KnowledgeBase) -> State:
    """The only condition known of somebody, or what was told last, is taken back without naming it: "false alarm"."""
    at_the_end = ends_with(utterance.words, knowledge.cues["taken_back_at_the_end"])
    takes_back = at_the_end or has(utterance.words, knowledge.cues["taken_back"])
    says_more = utterance.mentions or utterance.quantities or any(clause.question for clause in utterance.clauses)
    if not takes_back or says_more:
        return state
    person = state.person(about_whom(state, utterance).about)
    facts = _fresh(state, person) or (person.facts if len(person.facts) == 1 else ())
    for fact in facts:
        person = person.without(fact)
    return state.with_person(person) if facts else state


def _measured(state: State, utterance: Utterance, *, corrects: bool) -> Utterance:
    """The utterance with a mere number read as the weight or the age that it puts right: "oops, 90"."""
    before = _before(state)
    alone = state.measured is not before.measured and state.amount is before.amount
    meant = state.measured if alone and (corrects or len(utterance.words) <= _SHORT) else None
    told = [quantity.low / quantity.factor for quantity in utterance.quantities if quantity.dimension in _MEASURES]
    clauses = []
    for clause in utterance.clauses:
        kept = [q for q in clause.quantities if not (q.dimension is Dimension.BARE and q.low in told)]
        clauses.append(replace(clause, quantities=tuple(_as(quantity, meant) for quantity in kept)))
    return replace(utterance, clauses=tuple(clauses))


def _as(quantity: Quantity, last: Quantity | None) -> Quantity:
    if last is None or quantity.dimension is not Dimension.BARE:
        return quantity
    low, high = quantity.low * last.factor, quantity.high * last.factor
    return replace(quantity, dimension=last.dimension, low=low, high=high, unit=last.unit, factor=last.factor)
