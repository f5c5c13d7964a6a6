"""Making the parts of a conversation from a knowledge base; what is dear to make is plain data that can be kept."""

from collections import Counter
from collections.abc import Container, Mapping, Sequence
from typing import Any

from glutamine_bot.dialogue.acts import Act, phrases_of
from glutamine_bot.domain.buckets import Buckets, packed
from glutamine_bot.domain.errors import Fault, KnowledgeError
from glutamine_bot.domain.knowledge_base import HARMLESS, KnowledgeBase
from glutamine_bot.domain.labels import act_label, is_other_subject, other_subject
from glutamine_bot.knowledge.compiling import remembered
from glutamine_bot.language.clauses import ClauseSplitter
from glutamine_bot.language.concept_names import ConceptNames
from glutamine_bot.language.digit_words import DigitWords
from glutamine_bot.language.normalizing import words
from glutamine_bot.language.people import PeopleReader
from glutamine_bot.language.quantities import QuantityReader
from glutamine_bot.language.spelling import SpellingCorrector
from glutamine_bot.language.stances import StanceReader
from glutamine_bot.language.stemming import stem
from glutamine_bot.language.understanding import Reader, ruled_out_pattern, without_quantities
from glutamine_bot.matching.matcher import IntentMatcher
from glutamine_bot.matching.vectors import WordVectors
from glutamine_bot.matching.vocabulary import Vocabulary

ONE_IN = 3
"""Of the phrasings of gaps and small talk, one in so many is a harmless example: more would only take time."""

RARE = 12
SLIP = 0.85
FAR_COMMONER = 10
"""A word of phrasings that occurs no oftener, so like another that is so many times commoner, is a slip of that one."""

ONE_SUBJECT = 0.5
"""What kinship of words counts for among topics of one subject; chosen on development questions."""

BY_THE_WAY = 2
BY_THE_WAY_SHARE = 0.015
"""A concept that fewer phrasings of a label name, by count and by share, is not what the label is about."""

COMMON = 3
"""The count that an English function word has in the speller, so that it is preferred to a rare word of the subject."""


def build_index(knowledge: KnowledgeBase) -> dict[str, Any]:
    """Everything that is dear to make: names, spelling vocabulary, the matcher and what each label covers.

    Raises KnowledgeError where the red flags cannot be used.
    """
    names = _names(knowledge)
    counts = word_counts(knowledge)
    reader = make_reader(knowledge, names, counts)
    phrasings = _phrasings(knowledge)
    return {
        "names": names.to_data(),
        "counts": packed(counts),
        "covered": _covered(knowledge, names, phrasings),
        "matcher": _matcher_data(knowledge, reader),
        "acts": {phrase: act.value for phrase, act in phrases_of(knowledge.cues).items()},
        "red_flags": _red_flags(knowledge, counts, phrasings),
    }


def build_matching(knowledge: KnowledgeBase) -> tuple[Reader, IntentMatcher]:
    """The reader of lines and the matcher for a knowledge base, which need not be whole."""
    reader = make_reader(knowledge, _names(knowledge), word_counts(knowledge))
    return reader, IntentMatcher.from_data(_matcher_data(knowledge, reader))


def matching_of(knowledge: KnowledgeBase, index: Mapping[str, Any]) -> tuple[Reader, IntentMatcher]:
    """The same from the knowledge base's index."""
    reader = make_reader(knowledge, ConceptNames.from_data(index["names"]), Buckets(index["counts"], int))
    return reader, IntentMatcher.from_data(index["matcher"])


def _names(knowledge: KnowledgeBase) -> ConceptNames:
    """The names of all concepts."""
    quantities = QuantityReader(knowledge.units, knowledge.plausible)
    return ConceptNames.of(
        knowledge.concepts.values(),
        frozenset(knowledge.cues["number_words"]),
        lambda name: without_quantities(name, quantities.read(name)),
    )


def _synonyms(knowledge: KnowledgeBase) -> dict[str, str]:
    """What each variant means."""
    return {said: meant for meant, variants in knowledge.synonyms.items() for said in variants}


def _matcher_data(knowledge: KnowledgeBase, reader: Reader) -> dict[str, Any]:
    """The matcher as plain data. Raises ValueError where no label has a phrasing.

    What reads like a phrasing of a topic is left to the topic: "can I take it with warfarin?" reads like any medicine.
    """
    read = {label: list(dict.fromkeys(map(reader.read, texts))) for label, texts in _phrasings(knowledge).items()}
    answered = {text for label in knowledge.topics for text in read.get(label, ())}
    read.update(
        (label, [text for text in texts if text not in answered])
        for label, texts in read.items()
        if label not in knowledge.topics
    )
    synonyms = _synonyms(knowledge)
    lead_ins = knowledge.cues["lead_ins"]

    def build() -> dict[str, Any]:
        return IntentMatcher.build(read, Vocabulary(synonyms, lead_ins, ONE_SUBJECT)).to_data()

    learned: dict[str, Any] = remembered("matcher", [read, synonyms, lead_ins], build)
    return learned


def _red_flags(knowledge: KnowledgeBase, counts: Mapping[str, int], phrasings: Mapping[str, Sequence[str]]) -> object:
    """The red flags as plain data, None where there are none. Raises KnowledgeError where they cannot be used."""
    from glutamine_bot.safety.compiling import compile_rules  # not wanted where a kept index is read

    if not knowledge.safety:
        return None
    emergencies = {kind: lines for kind, lines in knowledge.safety_examples.items() if kind != HARMLESS}
    answered = [text for label, texts in phrasings.items() if label in knowledge.topics for text in texts]
    others = [text for label, texts in phrasings.items() if label not in knowledge.topics for text in texts]
    harmless = knowledge.safety_examples.get(HARMLESS, ())
    keywords = dict.fromkeys((*(concept.name for concept in knowledge.concepts.values()), *_synonyms(knowledge)))
    learned_of = (knowledge.safety, counts, emergencies, harmless, [*answered, *others[::ONE_IN], *keywords])
    try:
        return remembered("red_flags", learned_of, lambda: compile_rules(*learned_of))
    except ValueError as error:
        raise KnowledgeError((Fault("safety.yaml", 1, 1, "bad-rule", str(error)),)) from error


def make_reader(knowledge: KnowledgeBase, names: ConceptNames, counts: Mapping[str, int]) -> Reader:
    """The reader of lines for a knowledge base, with the names and the spelling vocabulary of its index."""
    cues = knowledge.cues
    people = PeopleReader(cues, knowledge.words["relations"])
    return Reader(
        concepts=knowledge.concepts,
        names=names,
        splitter=ClauseSplitter(
            cues["question_openers"], cues["joiners"], cues["statement_verbs"], cues["before_openers"]
        ),
        corrector=SpellingCorrector(counts, accepted=WordVectors()),
        people=people,
        stances=StanceReader(cues, people),
        quantities=QuantityReader(knowledge.units, knowledge.plausible),
        text_speak={
            said: tuple(meant.split()) for meant, all_said in knowledge.words["text_speak"].items() for said in all_said
        },
        digit_words=DigitWords(knowledge.words["digit_words"]),
        ruled_out=ruled_out_pattern(cues["rules_out"]),
        subject=frozenset(word for name in knowledge.subject.names for word in words(name) if len(word) > 1),
    )


def _phrasings(knowledge: KnowledgeBase) -> dict[str, list[str]]:
    """All ways of asking for each label: topics by question and phrasings, gaps by name too, and so on."""
    asked = {topic.id: [topic.question, *topic.phrasings] for topic in knowledge.topics.values()}
    asked |= {gap.id: [*gap.phrasings, *gap.names] for gap in knowledge.gaps.values()}
    asked |= {talk.id: list(talk.phrasings) for talk in knowledge.smalltalk.values()}
    asked |= {act_label(act): list(knowledge.cues[act]) for act in Act}
    asked |= {other_subject(theme): list(lines) for theme, lines in knowledge.other_subjects.items()}
    return {label: texts for label, texts in asked.items() if texts}


def _covered(
    knowledge: KnowledgeBase, names: ConceptNames, phrasings: Mapping[str, Sequence[str]]
) -> dict[str, list[str]]:
    """For each label the canonical words of the concepts that it is about, by its own word or by its phrasings.

    What few of the phrasings name is by the way: "with my creatine, how much?" is about amounts, not about creatine.
    """
    concepts = knowledge.concepts
    covered: dict[str, list[str]] = {}
    for label, texts in phrasings.items():
        named = Counter(
            word for text in texts for word in {concepts[span.concept].canonical for span in names.find(words(text))}
        )
        least = min(len(texts), max(BY_THE_WAY, round(len(texts) * BY_THE_WAY_SHARE)))
        found = {word for word, count in named.items() if count >= least}
        if label in knowledge.topics:
            topic = knowledge.topics[label]
            found |= {concepts[span.concept].canonical for span in names.find(words(topic.question))}
            found |= {concepts[concept].canonical for concept in topic.about if concept in concepts}
        covered[label] = sorted(found)
    return covered


def word_counts(knowledge: KnowledgeBase) -> dict[str, int]:
    """How often each word occurs in what the knowledge base and the English data hold, for the speller.

    Slips that authors left in phrasings are no words, and those of other subjects are none of this one.
    """
    phrasings = [texts for label, texts in _phrasings(knowledge).items() if not is_other_subject(label)]
    asked = Counter(word for texts in phrasings for text in texts for word in words(text))
    counts: Counter[str] = Counter()
    for concept in knowledge.concepts.values():
        for name in (*concept.names, *concept.states):
            counts.update(words(name))
    for variants in (*knowledge.synonyms.values(), tuple(knowledge.synonyms), *knowledge.cues.values()):
        for phrase in variants:
            counts.update(dict.fromkeys(words(phrase), COMMON))
    for said in knowledge.words["relations"].values():
        counts.update({word: COMMON for one in said for word in (one, f"{one}s")})
    slips = _slips(asked, counts)
    counts.update({word: count for word, count in asked.items() if word not in slips})
    return dict(sorted(counts.items()))


def _slips(asked: Mapping[str, int], named: Container[str]) -> frozenset[str]:
    """The words of phrasings that are rare, no English, never named, and all but another word that is common there."""
    english = WordVectors()
    rare = {word for word, count in asked.items() if count <= RARE and word not in named and word not in english}
    speller = SpellingCorrector({word: count for word, count in asked.items() if word not in rare})
    found = ((word, speller.correct(word)) for word in sorted(rare) if word.isalpha())
    return frozenset(
        word
        for word, correction in found
        if correction
        and correction.similarity >= SLIP
        and asked[correction.meant] >= FAR_COMMONER * asked[word]
        and (stem(word) != stem(correction.meant) or len(word) < len(correction.meant))
    )
