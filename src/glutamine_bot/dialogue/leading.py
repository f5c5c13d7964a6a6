"""What opens a reply because of who it is for."""

from collections.abc import Iterable, Iterator, Sequence

from glutamine_bot.dialogue.remembering import THEM
from glutamine_bot.dialogue.state import Person, State
from glutamine_bot.domain.concepts import Concept, ConceptKind
from glutamine_bot.domain.moves import AdmitGap, AskWhich, GiveAnswer, Move
from glutamine_bot.domain.topics import Topic
from glutamine_bot.domain.utterance import SELF, Stance, Utterance
from glutamine_bot.domain.values import replace
from glutamine_bot.reply.composing import Composer, Remark

MOST = 3
"""Most facts about a person that one reply opens with."""

_GRAVITY = (ConceptKind.CONDITION, *(kind for kind in ConceptKind if kind is not ConceptKind.CONDITION))
"""Kinds of facts by how much they matter, most first."""


_LESS = frozenset({ConceptKind.PERSON, ConceptKind.AILMENT})
"""Kinds that open no answer which is on a condition of the same person."""


def leads(state: State, utterance: Utterance, moves: Iterable[Move], composer: Composer) -> tuple[Remark, ...]:
    """The remarks that open the reply: each fact told of the person, or named in the line, that the answers touch."""
    topics = [move.topic for move in moves if isinstance(move, GiveAnswer)]
    touched = any(topic.personal for topic in topics) or any(_is_dosing(move) for move in moves) or _tells(utterance)
    if not touched:
        return ()
    person = state.person(state.about)
    told_now = {mention.concept.id for mention in utterance.mentions}
    held = gravest_first((*person.facts, *_named(utterance), *(mention.concept for mention in state.concern)))
    answered = any(_spoken_of(c, topics) for c in held if c.kind is ConceptKind.CONDITION and c.lead)
    remarks = {}
    for concept in held:
        if concept.lead and not _spoken_of(concept, topics) and not (answered and concept.kind in _LESS):
            known = concept in person.facts and concept.id not in told_now
            remark = _reminder(concept, person, composer) if known else _remark(concept)
            remarks[concept.lead] = replace(remark, last=answered and concept.kind is ConceptKind.MEDICINE)
    return tuple(remarks.values())[:MOST]


def standing_leads(state: State, composer: Composer) -> tuple[Remark, ...]:
    """The remarks that open whatever is said of doses: each fact told of the person that the talk is about."""
    person = state.person(state.about)
    told = (fact for fact in gravest_first(person.facts) if fact.lead)
    return tuple({fact.lead: _reminder(fact, person, composer) for fact in told}.values())[:MOST]


def gravest_first(concepts: Iterable[Concept]) -> list[Concept]:
    """Facts about a person, those first that matter most."""
    return sorted(concepts, key=lambda concept: _GRAVITY.index(concept.kind))


def _tells(utterance: Utterance) -> bool:
    """Whether a line tells of a condition that somebody has."""
    told = (mention for mention in utterance.mentions if mention.stance is Stance.HOLDS)
    return any(mention.concept.kind is ConceptKind.CONDITION and mention.concept.lead for mention in told)


def _is_dosing(move: Move) -> bool:
    match move:
        case AdmitGap(gap=gap):
            return gap is not None and gap.dosing
        case AskWhich(topics=topics):
            return any(topic.personal for topic in topics)
        case _:
            return False


def _named(utterance: Utterance) -> Iterator[Concept]:
    """The conditions that a line names without denying them."""
    for mention in utterance.mentions:
        if mention.stance in (Stance.NAMED, Stance.SUPPOSED, Stance.HOLDS):
            yield mention.concept


def _spoken_of(concept: Concept, topics: Sequence[Topic]) -> bool:
    """Whether one of the topics says what the lead of a concept would: it is its own, and rests on all its facts.

    One that gives way to particular conditions says it among much else.
    """
    own = (topic for topic in topics if concept.topic == topic.id and set(concept.facts) <= set(topic.facts))
    return any(concept.id in topic.about and not topic.yields for topic in topics) or next(own, None) is not None


def _remark(concept: Concept) -> Remark:
    return Remark(concept.lead, concept.facts, concept.topic or "")


def _reminder(concept: Concept, person: Person, composer: Composer) -> Remark:
    """The lead of something that was told in an earlier line, with that it was told."""
    lead = _in_mid_sentence(concept.lead)
    said = _said(concept, composer, of_self=person.relation == SELF)
    if person.relation == SELF:
        text = composer.say("lead_said", said=said, lead=lead)
    elif person.relation == THEM:
        text = composer.say("lead_said_of_them", said=said, lead=lead)
    else:
        text = composer.say("lead_said_of", relation=person.relation, said=said, lead=lead)
    return Remark(text, concept.facts, concept.topic or "")


def _in_mid_sentence(sentence: str) -> str:
    """A sentence as it follows a colon: its first letter small, where its first word is no name."""
    return sentence[0].lower() + sentence[1:] if sentence[1:2].islower() else sentence


def _said(concept: Concept, composer: Composer, *, of_self: bool) -> str:
    """The words that complete "You said you …" or "You said your wife …"."""
    own = concept.you if of_self else concept.they
    if own:
        return own
    kind = "medicine" if concept.kind is ConceptKind.MEDICINE else "condition"
    return composer.say(f"{kind}_{'self' if of_self else 'other'}", name=concept.name)
