"""Keeping what people say of themselves and others, and taking it back when they do."""

from fractions import Fraction

from glutamine_bot.dialogue.state import Person, State
from glutamine_bot.domain.concepts import Concept, ConceptKind
from glutamine_bot.domain.knowledge_base import KnowledgeBase
from glutamine_bot.domain.quantity import Dimension, Quantity
from glutamine_bot.domain.utterance import GROWN_UP, SELF, UNNAMED, Clause, Mention, Stance, Utterance
from glutamine_bot.domain.values import replace
from glutamine_bot.language.people import ANOTHER
from glutamine_bot.language.phrases import has

PERSONAL = frozenset({ConceptKind.PERSON, ConceptKind.CONDITION, ConceptKind.MEDICINE, ConceptKind.AILMENT})
"""Kinds of concepts that can hold of somebody."""

CHILD = "child"
"""The relation of a child of whom only the age is told."""

THEM = "them"
"""Somebody spoken of as "she" or "they" before anybody was named."""


def remember(state: State, utterance: Utterance, knowledge: KnowledgeBase) -> State:
    """The state after what an utterance says of people: whom it is about, what holds of them or no longer does."""
    before, excluded = state.about, excluded_by(utterance)
    animals = any(mention.concept.kind is ConceptKind.ANIMAL for mention in utterance.mentions)
    for clause in utterance.clauses:
        state = replace(state, about=_about(state, clause, excluded))
        of_animal = animals and not (clause.speaks_of_self or clause.people)
        for mention in () if of_animal else clause.mentions:
            if mention.concept.kind in PERSONAL and mention.concept.id not in excluded and _is_said_of(mention, clause):
                told = replace(mention, stance=Stance.HOLDS) if _tells_by_itself(state, mention, clause) else mention
                state = state.with_person(_told(_whose(state, told), told))
        for quantity in () if animals or state.foreign else clause.quantities:
            if not (excluded and quantity.dimension is Dimension.AGE):
                state = _measured(state, quantity, clause, knowledge)
    return state if state.about == before else replace(state, concern=())


def _is_said_of(mention: Mention, clause: Clause) -> bool:
    """Whether a mention is said of somebody: "people without it", asked about, says nothing of who asks."""
    return bool(mention.holder) or not clause.question


def _tells_by_itself(state: State, mention: Mention, clause: Clause) -> bool:
    """Whether a condition named alone tells that somebody has it: "kidney patient", not after a question to lean on."""
    grave = mention.concept.kind is ConceptKind.CONDITION and bool(mention.concept.lead)
    return grave and mention.alone and mention.stance is Stance.NAMED and not clause.question and state.asked is None


def excluded_by(utterance: Utterance) -> frozenset[str]:
    """The concepts that are not said of whoever takes it, as another is: the newborn of a nursing mother."""
    return frozenset(concept for mention in utterance.mentions for concept in mention.concept.excludes)


def about_whom(state: State, utterance: Utterance) -> State:
    """The state with whom an utterance is about.

    That is somebody whom it names or whose age it tells, or the one last spoken of where it says "she", or the writer
    where they speak of themselves or, after a child, of adults; else it is about the same person as before.
    """
    about, excluded = state.about, excluded_by(utterance)
    for clause in utterance.clauses:
        about = _about(replace(state, about=about), clause, excluded)
    return state if about == state.about else replace(state, about=about, concern=())


def _about(state: State, clause: Clause, excluded: frozenset[str]) -> str:
    """Whom a clause is about, after the clauses before it; a child that is `excluded` is nobody who takes it."""
    others = [_another(quantity) for quantity in clause.quantities if quantity.holder == ANOTHER]
    named = [person for person in (*others, *clause.people) if not (excluded and person == CHILD)]
    told = [m for m in clause.mentions if m.concept.excludes and m.stance is Stance.HOLDS]
    if any(mention.holder in (SELF, UNNAMED) for mention in told):
        return SELF if told[0].holder == SELF else state.about  # not the baby that somebody nurses
    if named and not clause.takes_itself:
        return named[-1]
    if clause.speaks_of_another:
        return _last_other(state)
    return SELF if clause.speaks_of_self or _leaves_child(state, clause) else state.about


def _leaves_child(state: State, clause: Clause) -> bool:
    """Whether a clause goes from a child, or somebody of whom nothing is known, to grown-up people in general."""
    facts = state.person(state.about).facts
    young = not facts or any(fact.replaces_dosing for fact in facts)
    others = any(m.concept.kind is ConceptKind.PERSON and not m.concept.replaces_dosing for m in clause.mentions)
    return young and (clause.speaks_of_adults or (others and not facts))


def _last_other(state: State) -> str:
    """The person whom "she" or "he" means.

    Where nobody else was named, whatever was told is taken to be said of them: better a caution too many than one lost.
    """
    if state.about != SELF:
        return state.about
    others = (person.relation for person in reversed(state.people) if person.relation != SELF)
    return next(others, SELF if state.person(SELF).facts else THEM)


def _another(quantity: Quantity) -> str:
    """The relation of somebody of whom no more than an age or a weight is said: "my 7 year old"."""
    return CHILD if quantity.dimension is Dimension.AGE and quantity.high < GROWN_UP else THEM


def _whose(state: State, mention: Mention) -> Person:
    known = {person.relation for person in state.people}
    holder = SELF if mention.concept.excludes and mention.holder == CHILD else mention.holder
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
            return replace(state.with_person(replace(person, weight=quantity.high)), measured=quantity)
        case Dimension.AGE:
            if _is_somebody_else(person, quantity, clause, knowledge):
                person = state.person(THEM)
                state = replace(state, about=THEM)
            aged = _aged(replace(person, age=quantity.high), quantity.high, knowledge)
            return replace(state.with_person(aged), measured=quantity)
        case Dimension.DOSE:
            return replace(state, piece=quantity) if quantity.per_unit else replace(state, amount=quantity)
        case _:
            return state


def _is_somebody_else(person: Person, quantity: Quantity, clause: Clause, knowledge: KnowledgeBase) -> bool:
    """Whether "she's 40" cannot be the child that was spoken of: nobody who is named, and no age put right."""
    grown = person.age is not None and person.age < GROWN_UP <= quantity.high
    corrected = has(clause.words, knowledge.cues["put_right"]) or bool(clause.people)
    return grown and quantity.holder not in (SELF, "") and not corrected


def _aged(person: Person, age: Fraction, knowledge: KnowledgeBase) -> Person:
    """The person with the facts that follow from an age, such as being a child, and without those that it rules out."""
    for concept in knowledge.personal_concepts():
        if concept.ages:
            person = person.holding(concept) if _within(age, concept) else person.without(concept)
    return person


def _within(age: Fraction, concept: Concept) -> bool:
    return concept.ages is not None and concept.ages[0] <= age <= concept.ages[1]
