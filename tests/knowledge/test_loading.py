"""What the files say is what the knowledge base holds."""

from fractions import Fraction
from pathlib import Path

import pytest

from glutamine_bot.domain.concepts import Concept, ConceptKind
from glutamine_bot.domain.knowledge_base import Disclaimers, KnowledgeBase, Subject, Thresholds
from glutamine_bot.domain.limits import Limit
from glutamine_bot.domain.sources import Fact, Source
from glutamine_bot.domain.topics import Gap, SmallTalk, Topic
from glutamine_bot.knowledge.loading import load
from tests.support.drafts import Draft

LIMIT = "who: all, purpose: p, label: l, says: s, figure: f, fact: oil-often, topic: oil.how"
DOSED = """
oil.amount:
  question: How much oil does a chain need?
  ask: [amount of oil]
  answer: About 2 g will do.
  facts: [oil-often]
  dosing: true
"""


@pytest.fixture(scope="module")
def chain(second_subject: Path) -> KnowledgeBase:
    return load(second_subject)


def test_what_the_bot_is(chain: KnowledgeBase) -> None:
    assert chain.name == "chain_bot"
    assert chain.subject == Subject("the bicycle chain", ("chain", "bike chain", "bicycle chain"))
    assert chain.disclaimers == Disclaimers((), ("General advice; your bicycle's manual comes first.",))
    assert chain.thresholds == Thresholds(answer=0.5, clarify=0.3)
    assert chain.safety is None


def test_sources_and_facts(chain: KnowledgeBase) -> None:
    assert chain.sources == {"leaflet": Source("leaflet", "Looking after your chain", ("Cleaning", "Oiling", "Wear"))}
    assert list(chain.facts)[:2] == ["clean-when", "clean-how"]
    assert chain.facts["wear-rust"] == Fact(
        "wear-rust", "leaflet", "Wear", "Light rust can be brushed off; a chain with stiff links should be replaced."
    )


def test_topics_of_every_file(chain: KnowledgeBase) -> None:
    assert list(chain.topics) == ["clean.how", "oil.how", "wear.replace", "wear.rust"]
    rust = chain.topics["wear.rust"]
    assert rust.phrasings[:2] == ("chain is rusty", "rust on the chain")
    assert (rust.about, rust.related, rust.reason, rust.dosing) == (("rust",), ("wear.replace",), None, False)
    assert chain.topics["oil.how"].reason == "clean.how"
    assert "\n" not in chain.topics["oil.how"].answer


def test_gaps_and_small_talk(chain: KnowledgeBase) -> None:
    assert chain.gaps["price"] == Gap(
        id="price",
        name="what a chain costs",
        names=(),
        phrasings=("how much is a chain", "where to buy one"),
        nearest=("wear.replace",),
        note="It says only when one is due.",
        facts=("wear-gauge",),
    )
    assert chain.smalltalk["thanks"] == SmallTalk("thanks", ("thanks", "cheers"), "You are welcome. Ride safely.")


def test_concepts_come_from_the_vocabulary_and_from_named_gaps(chain: KnowledgeBase) -> None:
    assert {concept.id: concept.kind for concept in chain.concepts.values()} == {
        "rust": ConceptKind.CONDITION,
        "wax": ConceptKind.SUBSTANCE,
        "wd_40": ConceptKind.SUBSTANCE,
        "dog": ConceptKind.ANIMAL,
        "brakes": ConceptKind.GAP,
    }
    assert chain.concepts["wd_40"].names == ("wd-40", "wd40")
    assert chain.concepts["brakes"].canonical == "brake"
    assert chain.concepts["rust"].canonical == "rust"
    assert chain.concepts["rust"].states == ("gone orange",)


def test_a_kind_says_what_holds_of_all_its_concepts(draft: Draft) -> None:
    draft.append("vocabulary/kinds.yaml", "  lead: Beware of {name}.\n  facts: [oil-which]\n")
    concepts = load(draft.folder).concepts
    assert concepts["wax"].canonical == concepts["wd_40"].canonical == "stuff"
    assert (concepts["wax"].topic, concepts["wax"].lead) == ("oil.how", "Beware of wax.")
    assert concepts["wax"].facts == ("oil-which",)
    assert concepts["rust"].lead == "On a rusty chain, look for stiff links first."


def test_medicines_are_concepts_that_read_alike(draft: Draft) -> None:
    draft.write(
        "vocabulary/medicines.yaml", "chain pill: {names: [pill, pills], medicines: [lubrin, [waxol, wax drug]]}"
    )
    concepts = load(draft.folder).concepts
    kind = ConceptKind.MEDICINE
    assert concepts["chain_pill"] == Concept("chain_pill", kind, "chain pill", ("pill", "pills"), "medicine")
    assert concepts["lubrin"] == Concept("lubrin", kind, "lubrin", ("lubrin",), "medicine")
    assert concepts["waxol"].names == ("waxol", "wax drug")


def test_dosing_implies_personal(draft: Draft) -> None:
    draft.append("topics/care.yaml", DOSED)
    draft.advise()
    topic = load(draft.folder).topics["oil.amount"]
    assert isinstance(topic, Topic)
    assert topic.dosing
    assert topic.personal


def test_limits_are_exact(draft: Draft) -> None:
    draft.advise()
    draft.write(
        "limits.yaml",
        f"few: {{low: 500 mg, high: 0.7 g, per_kg: true, for_adults: false, {LIMIT}}}\n"
        f"most: {{high: 0.001 kg, ceiling: true, {LIMIT}}}\n",
    )
    limits = load(draft.folder).limits
    assert limits["few"] == Limit(
        id="few",
        who="all",
        purpose="p",
        low=Fraction(1, 2),
        high=Fraction(7, 10),
        per_kg=True,
        ceiling=False,
        label="l",
        says="s",
        fact="oil-often",
        topic="oil.how",
        figure="f",
        for_adults=False,
    )
    assert (limits["most"].low, limits["most"].high, limits["most"].ceiling) == (None, Fraction(1), True)


def test_safety_is_handed_on_as_plain_data(draft: Draft) -> None:
    draft.write("safety.yaml", "kinds: {fire: {signs: 'smoke, flames', reply: Run.}}\nnumbers: {half: 0.5}\n")
    safety = load(draft.folder).safety
    assert safety is not None
    assert safety["numbers"] == {"half": 0.5}
    assert safety["kinds"] == {
        "fire": {"signs": "smoke, flames", "together": "", "several": "", "reply": "Run.", "self_harm": False}
    }


def test_examples_are_lines_by_kind(draft: Draft) -> None:
    draft.write("safety.yaml", "kinds: {fire: {reply: x}}\n")
    draft.write("safety_examples.yaml", "fire: |\n  it burns\n\n  help, fire\nharmless: |\n  fire away\n")
    assert load(draft.folder).safety_examples == {"fire": ("it burns", "help, fire"), "harmless": ("fire away",)}


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("fier: it burns\n", "safety_examples.yaml:1:1 dangling-id"),
        ("harmless: [a, b]\n", "safety_examples.yaml:1:11 wrong-type"),
    ],
)
def test_a_fault_in_examples_has_its_place(draft: Draft, text: str, place: str) -> None:
    draft.write("safety.yaml", "kinds: {fire: {reply: x}}\n")
    draft.write("safety_examples.yaml", text)
    assert place in draft.places()


def test_thresholds_may_be_left_to_the_program(draft: Draft) -> None:
    draft.replace("bot.yaml", "thresholds:\n  answer: 0.5\n  clarify: 0.3\n", "")
    thresholds = load(draft.folder).thresholds
    assert 0 < thresholds.clarify <= thresholds.answer < 1


def test_a_reply_takes_the_place_of_the_programs_own(draft: Draft, chain: KnowledgeBase) -> None:
    own = chain.replies["nearest"]
    draft.replace("bot.yaml", "thresholds:", "replies: {nearest: 'Look here:'}\nthresholds:")
    replies = load(draft.folder).replies
    assert replies["nearest"] == "Look here:" != own
    assert {key: reply for key, reply in replies.items() if key != "nearest"} == {
        key: reply for key, reply in chain.replies.items() if key != "nearest"
    }


def test_the_language_comes_with_the_program(chain: KnowledgeBase) -> None:
    assert "doctor" in chain.cues["professionals"]
    assert "g" in chain.cues["mass_units"]
    assert "mum" in chain.words["relations"]["mother"]
    assert chain.units
