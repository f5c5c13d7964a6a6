"""Keeping what people say of themselves and others, and taking it back when they do."""

from fractions import Fraction

from glutamine_bot.dialogue.state import Person, State
from glutamine_bot.domain.concepts import Concept, ConceptKind
from glutamine_bot.domain.knowledge_base import KnowledgeBase
from glutamine_bot.domain.quantity import Dimension, Quantity
from glutamine_bot.domain.utterance import GROWN_UP, SELF, Clause, Mention, Stance, Utterance
from glutamine_bot.domain.values import replace
from glutamine_bot.language.stances import ANOTHER

_PERSONAL = frozenset({ConceptKind.PERSON, ConceptKind.CONDITION, ConceptKind.MEDICINE, ConceptKind.AILMENT})
CHILD = "child"
"""The relation of a child of whom only the age is told."""

THEM = "them"
"""Somebody spoken of as "she" or "they" before anybody was named."""


def remember(state: State, utterance: Utterance, knowledge: KnowledgeBase) -> State:
    """The state after what an utterance says of people: whom it is about, what holds of them or no longer does."""
    state = about_whom(state, utterance)
    excluded = excluded_by(utterance)
    for clause in utterance.clauses:
        for mention in clause.mentions:
            if (
                mention.concept.kind in _PERSONAL
                and mention.concept.id not in excluded
                and _is_said_of(mention, clause)
            ):
                state = state.with_person(_told(_whose(state, mention), mention))
        of_animal = any(mention.concept.kind is ConceptKind.ANIMAL for mention in utterance.mentions)
        for quantity in () if of_animal or state.foreign else clause.quantities:
            if not (excluded and quantity.dimension is Dimension.AGE):
                state = _measured(state, quantity, clause, knowledge)
    return state


def _is_said_of(mention: Mention, clause: Clause) -> bool:
    """Whether a mention is said of somebody: "people without it", asked about, says nothing of who asks."""
    return bool(mention.holder) or not clause.question


def excluded_by(utterance: Utterance) -> frozenset[str]:
    """The concepts that are not said of whoever takes it, as another is: the newborn of a nursing mother."""
    return frozenset(concept for mention in utterance.mentions for concept in mention.concept.excludes)


def about_whom(state: State, utterance: Utterance) -> State:
    """The state with whom an utterance is about.

    That is somebody whom it names or whose age it tells, or the one last spoken of where it says "she", or the writer
    where they speak of themselves; else it is about the same person as before.
    """
    people = [person for clause in utterance.clauses for person in clause.people]
    if excluded_by(utterance):
        people = [person for person in people if person != CHILD]
    others = [_another(quantity) for quantity in utterance.quantities if quantity.holder == ANOTHER]
    about = state.about
    if people or others:
        about = [*others, *people][-1]
    elif any(clause.speaks_of_another for clause in utterance.clauses):
        about = _last_other(state)
    elif any(clause.speaks_of_self for clause in utterance.clauses):
        about = SELF
    return state if about == state.about else replace(state, about=about, concern=())


def _last_other(state: State) -> str:
    """The person whom "she" or "he" means."""
    if state.about != SELF:
        return state.about
    return next((person.relation for person in reversed(state.people) if person.relation != SELF), THEM)


def _another(quantity: Quantity) -> str:
    """The relation of somebody of whom no more than an age or a weight is said: "my 7 year old"."""
    return CHILD if quantity.dimension is Dimension.AGE and quantity.high < GROWN_UP else THEM


def _whose(state: State, mention: Mention) -> Person:
    known = {person.relation for person in state.people}
    holder = mention.holder
    if holder == SELF or holder in known or (holder and holder == state.about):
        return state.person(holder)
    return state.person(state.about if not mention.names_relation else holder)


def _told(person: Person, mention: Mention) -> Person:
    match mention.stance:
        case Stance.HOLDS:
            return person.holding(mention.concept)
        case Stance.DENIED | Stance.PAST:
            return person.without(mention.concept)
        case _:
            return person


def _measured(state: State, quantity: Quantity, clause: Clause, knowledge: KnowledgeBase) -> State:
    another = clause.people[-1] if clause.people else _another(quantity)
    person = state.person(another if quantity.holder == ANOTHER else state.about)
    match quantity.dimension:
        case Dimension.BODY_WEIGHT:
            return state.with_person(replace(person, weight=quantity.high))
        case Dimension.AGE:
            return state.with_person(_aged(replace(person, age=quantity.high), quantity.high, knowledge))
        case Dimension.DOSE:
            return replace(state, amount=quantity)
        case _:
            return state


def _aged(person: Person, age: Fraction, knowledge: KnowledgeBase) -> Person:
    """The person with the facts that follow from an age, such as being a child, and without those that it rules out."""
    for concept in knowledge.personal_concepts():
        if concept.ages:
            person = person.holding(concept) if _within(age, concept) else person.without(concept)
    return person


def _within(age: Fraction, concept: Concept) -> bool:
    return concept.ages is not None and concept.ages[0] <= age <= concept.ages[1]
