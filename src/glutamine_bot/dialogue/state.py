"""What a conversation remembers: one frozen value that each turn replaces."""

from collections.abc import Iterable
from fractions import Fraction

from glutamine_bot.domain.concepts import Concept
from glutamine_bot.domain.quantity import Quantity
from glutamine_bot.domain.red_flags import RedFlag
from glutamine_bot.domain.reply import Option, Reply
from glutamine_bot.domain.utterance import SELF, Clause, Mention
from glutamine_bot.domain.values import frozen, replace

KEPT = 1_000
"""Turns that a conversation remembers: far more than people take, and few enough for any number of lines in a pipe."""

UNDONE = 50
"""Turns that can be taken back one after the other."""


@frozen
class Person:
    """What was said of one person: conditions and medicines as told, body weight in kilograms, age in years."""

    relation: str
    facts: tuple[Concept, ...] = ()
    weight: Fraction | None = None
    age: Fraction | None = None

    def holding(self, concept: Concept) -> "Person":
        """This person with a fact more; a fact told twice is kept once."""
        return self if concept in self.facts else replace(self, facts=(*self.facts, concept))

    def without(self, concept: Concept) -> "Person":
        """This person with the fact taken back."""
        return replace(self, facts=tuple(fact for fact in self.facts if fact.id != concept.id))


@frozen
class Turn:
    """What was said and what was replied."""

    line: str
    reply: Reply


@frozen
class State:
    """All that a conversation keeps.

    `about` is the relation of the person that the talk is about. `subject` are the topics of the last answer and
    `concern` the conditions named in it, which an elliptic question inherits. `asked` is the question that the last
    answer was to, for a fragment to lean on.
    `options` can be chosen by number, and by words where it was `asked_which`; `passed_over` are those that were not,
    in the last choice. `amount` is the last dose named, `piece` what a scoop or the like was said to hold, `measured`
    the last weight or age, `foreign` another substance or an animal that the last line was about.
    `crisis` is the emergency that was met last, until the talk has left it;
    `background` is what earlier lines told that may make a later one an emergency. `turns` are the last KEPT turns, and
    `undoable` the states before the last UNDONE of them, which themselves know of none.
    """

    people: tuple[Person, ...] = ()
    about: str = SELF
    subject: tuple[str, ...] = ()
    concern: tuple[Mention, ...] = ()
    asked: Clause | None = None
    options: tuple[Option, ...] = ()
    asked_which: bool = False
    passed_over: tuple[Option, ...] = ()
    amount: Quantity | None = None
    piece: Quantity | None = None
    measured: Quantity | None = None
    crisis: RedFlag | None = None
    foreign: Concept | None = None
    background: frozenset[str] = frozenset()
    turns: tuple[Turn, ...] = ()
    undoable: tuple["State", ...] = ()

    def after(self, before: "State", turn: Turn) -> "State":
        """This state with a turn more, which can be taken back to the state before it."""
        undoable = (*before.undoable[1 - UNDONE :], replace(before, undoable=()))
        return replace(self.told(turn), undoable=undoable)

    def told(self, turn: Turn) -> "State":
        """This state with a turn more, which there is no need to take back."""
        return replace(self, turns=(*self.turns[1 - KEPT :], turn))

    def undone(self) -> "State":
        """The state before the last turn that can be taken back. Raises IndexError where there is none."""
        return replace(self.undoable[-1], undoable=self.undoable[:-1])

    def person(self, relation: str) -> Person:
        """Who is meant by a relation, unknown so far or not."""
        return next((person for person in self.people if person.relation == relation), Person(relation))

    def with_person(self, person: Person) -> "State":
        """The state with what is known of a person replaced."""
        others = tuple(other for other in self.people if other.relation != person.relation)
        return replace(self, people=(*others, person))

    @property
    def profile(self) -> tuple[str, ...]:
        """What is kept of the person that the talk is about, in a few short words each, for a status line."""
        return tuple(_in_short(self.person(self.about)))

    @property
    def profiles(self) -> tuple[tuple[str, tuple[str, ...]], ...]:
        """All that is kept of people: for each relation of whom something is known, a few short words each."""
        told = ((person.relation, tuple(_in_short(person))) for person in self.people)
        return tuple((relation, facts) for relation, facts in told if facts)


def _in_short(person: Person) -> Iterable[str]:
    yield from (_as_told(fact) for fact in person.facts)
    if person.age is not None:
        yield f"{float(person.age):g} years"
    if person.weight is not None:
        yield f"{float(person.weight):g} kg"


def _as_told(fact: Concept) -> str:
    """A fact as one says it of somebody, without the verb: "pregnant" of "is pregnant"."""
    return fact.they.partition(" ")[2] or fact.name
