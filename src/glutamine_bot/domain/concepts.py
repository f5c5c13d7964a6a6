"""The people, conditions and things that are recognised by name in what somebody says."""

from enum import StrEnum

from glutamine_bot.domain.values import frozen


class ConceptKind(StrEnum):
    """What sort of thing a concept is; it decides what happens where no answer speaks of it."""

    PERSON = "person"  # a child, an athlete, an older person
    CONDITION = "condition"  # pregnancy, kidney disease
    MEDICINE = "medicine"  # something prescribed or bought at a pharmacy, taken beside the subject
    SUBSTANCE = "substance"  # another supplement or food substance: not our subject
    ANIMAL = "animal"
    AILMENT = "ailment"  # a condition that gaps.yaml names
    GAP = "gap"  # whatever else gaps.yaml names


@frozen
class Concept:
    """A person, condition or thing, and the names by which it is recognised.

    `canonical` replaces the name when phrasings are compared, so that every medicine reads as "medicine".
    `states` are ways to say that it holds of somebody ("I'm expecting", "my kidneys are bad") where no name does.
    `topic` answers a question about it. `lead` says what matters most to somebody of whom it holds, resting on `facts`;
    it is a sentence. `you` and `they` complete "You said …" ("you are pregnant") and "You said your wife …" ("is
    pregnant").
    `ages` are the years, from and to, that make it hold of a person.
    `replaces_dosing` tells that its topic is answered in the place of any that is about dosing.
    `withholds_figures` that somebody of whom it holds is told its topic in the place of a figure for healthy adults.
    Where it is named, the concepts that it `excludes` are not who takes it: a nursing mother's newborn.
    """

    id: str
    kind: ConceptKind
    name: str
    names: tuple[str, ...]
    canonical: str
    states: tuple[str, ...] = ()
    topic: str | None = None
    lead: str = ""
    facts: tuple[str, ...] = ()
    you: str = ""
    they: str = ""
    ages: tuple[int, int] | None = None
    replaces_dosing: bool = False
    withholds_figures: bool = False
    excludes: tuple[str, ...] = ()
