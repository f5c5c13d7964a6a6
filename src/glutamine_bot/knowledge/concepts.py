"""Everything that is recognised by name, as concepts: people and conditions, medicines, other things, gaps."""

import re
from collections.abc import Iterator, Mapping

from glutamine_bot.domain.concepts import Concept, ConceptKind
from glutamine_bot.domain.topics import Gap
from glutamine_bot.domain.values import replace
from glutamine_bot.knowledge import formats
from glutamine_bot.knowledge.decoding import ALIASES, entries_of
from glutamine_bot.knowledge.documents import Documents
from glutamine_bot.knowledge.entries import Entry, Section, read_section
from glutamine_bot.knowledge.nodes import Faults, Node, Place

_FILES = ("vocabulary/concepts.yaml", "vocabulary/medicines.yaml", "vocabulary/others.yaml")


def read_kinds(documents: Documents, faults: Faults) -> Section[formats.KindDefaults]:
    """What holds of all concepts of a kind."""
    kinds = read_section(documents.get("vocabulary/kinds.yaml"), formats.KIND_DEFAULTS, faults)
    for kind in kinds.entries:
        if kind.id not in {*ConceptKind}:
            hint = f"known here: {', '.join(ConceptKind)}"
            faults.add(kind.place.fault("unknown-key", f"there is no kind of concept {kind.id!r}", hint))
    return kinds


def read_concepts(
    documents: Documents, gaps: Section[Gap], kinds: Mapping[str, formats.KindDefaults], faults: Faults
) -> Section[Concept]:
    """The concepts of the vocabulary, and one for every gap that is known by name."""
    people, medicines, others = (documents.get(name) for name in _FILES)
    entries = (
        *read_section(people, formats.CONCEPT, faults).entries,
        *(entry for node in medicines.nodes for entry in _read_medicines(node, faults)),
        *(entry for node in others.nodes for entry in _read_others(node, faults)),
        *(_from_gap(gap) for gap in gaps.entries if gap.value.names),
    )
    completed = tuple(_completed(entry, kinds) for entry in entries)
    return Section(completed, people.whole and medicines.whole and others.whole and gaps.whole)


def _completed(entry: Entry[Concept], kinds: Mapping[str, formats.KindDefaults]) -> Entry[Concept]:
    """The concept with what its kind says of it where it says nothing itself."""
    concept = entry.value
    kind = kinds.get(concept.kind.value)
    if kind is None:
        return entry
    lead = kind.lead.replace("{name}", concept.name)
    completed = replace(
        concept,
        canonical=kind.canonical or concept.canonical,
        topic=concept.topic or kind.topic,
        lead=concept.lead or lead,
        facts=concept.facts or kind.facts,
    )
    return replace(entry, value=completed)


def _read_medicines(node: Node, faults: Faults) -> Iterator[Entry[Concept]]:
    """A concept for each class of medicines, and one for each of its members."""
    for key, value in entries_of(node, faults):
        group = formats.MEDICINE_CLASS.within(value, key.place, faults)
        yield _medicine(key.text, group.names, key.place, value)
        for medicine in group.medicines:
            names = ALIASES(medicine, faults)
            yield _medicine(_first(names), names, medicine.place, medicine)


def _medicine(name: str, names: tuple[str, ...], place: Place, node: Node) -> Entry[Concept]:
    """A medicine; all of them read alike when phrasings are compared, as a phrasing can name but a few."""
    kind = ConceptKind.MEDICINE
    return _entry(Concept(_slug(name), kind, name, names, canonical=kind.value), place, node)


def _read_others(node: Node, faults: Faults) -> Iterator[Entry[Concept]]:
    others = formats.OTHERS(node, faults)
    for kind, things in ((ConceptKind.SUBSTANCE, others.substances), (ConceptKind.ANIMAL, others.animals)):
        for thing in things:
            names = ALIASES(thing, faults)
            name = _first(names)
            yield _entry(Concept(_slug(name), kind, name, names, canonical=name), thing.place, thing)


def _from_gap(gap: Entry[Gap]) -> Entry[Concept]:
    kind = ConceptKind.AILMENT if gap.value.condition else ConceptKind.GAP
    names = gap.value.names
    concept = Concept(gap.id, kind, gap.value.name, names, canonical=names[0])
    return _entry(concept, gap.place, gap.get("names") or gap.node)


def _entry(concept: Concept, place: Place, node: Node) -> Entry[Concept]:
    return Entry(concept.id, concept, place, node)


def _first(names: tuple[str, ...]) -> str:
    return names[0] if names else ""


def _slug(name: str) -> str:
    return re.sub(r"\W+", "_", name.lower())
