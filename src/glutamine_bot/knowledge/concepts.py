"""Everything that is recognised by name, as concepts: people and conditions, medicines, other things, gaps."""

import re
from collections.abc import Iterable, Iterator, Mapping

from glutamine_bot.domain.concepts import Concept, ConceptKind
from glutamine_bot.domain.topics import Gap
from glutamine_bot.domain.values import replace
from glutamine_bot.knowledge import file_formats, formats
from glutamine_bot.knowledge.documents import Documents
from glutamine_bot.knowledge.entries import Entry, Section
from glutamine_bot.knowledge.file_formats import read_section
from glutamine_bot.knowledge.heading import Written
from glutamine_bot.knowledge.nodes import Faults, Node, Place, Scalar


def read_concepts(
    documents: Documents, gaps: Section[Gap], kinds: Mapping[str, formats.KindDefaults], faults: Faults
) -> Section[Concept]:
    """The concepts of the vocabulary, and one for every gap that is known by name."""
    people = read_section(documents, file_formats.CONCEPTS_FILE, faults)
    entries = (
        *people.entries,
        *(entry for found in file_formats.MEDICINES_FILE.values(documents, faults) for entry in _read_medicines(found)),
        *(entry for others in file_formats.OTHERS_FILE.values(documents, faults) for entry in _read_others(others)),
        *(_from_gap(gap) for gap in gaps.entries if gap.value.names),
    )
    names = (file.name for file in (file_formats.CONCEPTS_FILE, file_formats.MEDICINES_FILE, file_formats.OTHERS_FILE))
    files = tuple(map(documents.get, names))
    whole = gaps.whole and all(file.whole for file in files)
    completed = tuple(_completed(entry, kinds) for entry in entries)
    return Section(completed, whole, gaps.lost.union(*(file.lost for file in files)))


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


def _read_medicines(
    classes: Iterable[tuple[Scalar, Written[formats.MedicineClass]]],
) -> Iterator[Entry[Concept]]:
    """A concept for each class of medicines, and one for each of its members."""
    for key, group in classes:
        told = group.value
        yield _medicine(key.text, told.names, told, key.place, group.node)
        for medicine in told.medicines:
            yield _medicine(_first(medicine.value), medicine.value, told, medicine.node.place, medicine.node)


def _medicine(
    name: str, names: tuple[str, ...], told: formats.MedicineClass, place: Place, node: Node
) -> Entry[Concept]:
    """A medicine; all of them read alike when phrasings are compared, as a phrasing can name but a few."""
    kind = ConceptKind.MEDICINE
    lead = told.lead.replace("{name}", name)
    concept = Concept(_slug(name), kind, name, names, canonical=kind.value, lead=lead, facts=told.facts)
    return _entry(concept, place, node)


def _read_others(others: formats.Others) -> Iterator[Entry[Concept]]:
    for kind, things in ((ConceptKind.SUBSTANCE, others.substances), (ConceptKind.ANIMAL, others.animals)):
        for thing in things:
            name = _first(thing.value)
            concept = Concept(_slug(name), kind, name, thing.value, canonical=name)
            yield _entry(concept, thing.node.place, thing.node)


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
