"""Replies put into words from the knowledge base's own texts."""

import re

import pytest

from glutamine_bot import Bot
from glutamine_bot.domain.match import Band
from glutamine_bot.domain.moves import AdmitGap, AskWhich, DeclineSubject, GiveAnswer, MakeSmallTalk, Move, TakeNote
from glutamine_bot.domain.reply import Draft, Heard, Option, ReplyKind
from glutamine_bot.domain.topics import Topic
from glutamine_bot.reply.composing import RELATED, Composer, Remark


@pytest.fixture(scope="module")
def composer(shipped: Bot) -> Composer:
    return Composer(shipped.knowledge)


@pytest.fixture(scope="module")
def topics(shipped: Bot) -> dict[str, Topic]:
    return dict(shipped.knowledge.topics)


def draft(composer: Composer, *moves: Move, leads: tuple[Remark, ...] = ()) -> Draft:
    return composer.compose(moves, ("said",), Heard(), Band.HIGH, leads)


def test_an_answer_is_the_topic_s_text_with_its_sources(composer: Composer, topics: dict[str, Topic]) -> None:
    for topic in topics.values():
        made = draft(composer, GiveAnswer(topic, 0.9))
        assert (made.kind, made.text, made.topics) == (ReplyKind.ANSWER, topic.answer, (topic.id,))
        assert made.sources == composer.citations(topic.facts)
        assert made.sources


def test_what_is_said_instead_rests_on_its_own_facts_too(composer: Composer, topics: dict[str, Topic]) -> None:
    topic = topics["usage.uses"]
    made = draft(composer, GiveAnswer(topic, 0.9, "Instead.", ("lg-dosage-range",)))
    assert made.text == "Instead."
    assert set(composer.citations(["lg-dosage-range"])) < set(made.sources)


def test_what_leads_comes_first(composer: Composer, topics: dict[str, Topic]) -> None:
    lead = Remark("You said so.", ("mm-caution-pregnancy",), "safety.pregnancy")
    made = draft(composer, GiveAnswer(topics["usage.uses"], 0.9), leads=(lead, Remark("And so.")))
    assert made.text.startswith("You said so. And so.\n\n")
    assert made.lead == "You said so. And so."
    assert made.topics == ("usage.uses", "safety.pregnancy")
    assert set(composer.citations(lead.facts)) <= set(made.sources)


def test_related_questions_are_few_and_not_what_was_answered(composer: Composer, topics: dict[str, Topic]) -> None:
    for topic in topics.values():
        related = draft(composer, GiveAnswer(topic, 0.9)).related
        assert len(related) <= RELATED
        assert topic.id not in {option.topic for option in related}
        assert all(option.question == topics[option.topic].question for option in related)


def test_several_answers_are_paragraphs_and_the_least_sure_counts(composer: Composer, topics: dict[str, Topic]) -> None:
    first, second = topics["usage.uses"], topics["effects.list"]
    made = draft(composer, GiveAnswer(first, 0.9), GiveAnswer(second, 0.4), GiveAnswer(first, 0.9))
    assert made.text == f"{first.answer}\n\n{second.answer}"
    assert made.topics == (first.id, second.id)
    assert made.confidence == 0.4


def test_an_answer_outweighs_what_is_not_known(composer: Composer, topics: dict[str, Topic]) -> None:
    made = draft(composer, AdmitGap(None, ("xyz",), (), 0.5), GiveAnswer(topics["usage.uses"], 0.9))
    assert made.kind is ReplyKind.ANSWER


def test_choices_are_offered_in_order(composer: Composer, topics: dict[str, Topic]) -> None:
    offered = (topics["usage.uses"], topics["effects.list"])
    made = draft(composer, AskWhich(offered, 0.5))
    assert made.kind is ReplyKind.CLARIFY
    assert made.options == tuple(Option(topic.id, topic.question) for topic in offered)
    assert made.topics == ()


def test_a_gap_is_named_with_what_is_nearest(shipped: Bot, composer: Composer, topics: dict[str, Topic]) -> None:
    for gap in shipped.knowledge.gaps.values():
        nearest = tuple(topics[topic] for topic in gap.nearest)
        made = draft(composer, AdmitGap(gap, (), nearest, 0.9))
        assert made.kind is ReplyKind.UNKNOWN
        assert gap.name in made.text
        assert gap.note in made.text
        assert [option.topic for option in made.options] == list(gap.nearest)
        assert bool(made.notices) is gap.dosing


def test_words_that_nothing_covers_are_named(composer: Composer) -> None:
    assert "xylophone, oboe" in draft(composer, AdmitGap(None, ("xylophone", "oboe"), (), 0.9)).text


def test_every_foreign_thing_is_declined_by_its_name(shipped: Bot, composer: Composer) -> None:
    foreign = [c for c in shipped.knowledge.concepts.values() if c.kind.value in ("substance", "animal", "medicine")]
    assert foreign
    for concept in foreign:
        made = draft(composer, DeclineSubject(concept, 1.0))
        assert made.kind is ReplyKind.OUT_OF_SCOPE
        assert concept.name in made.text
    assert draft(composer, DeclineSubject(None, 1.0)).kind is ReplyKind.OUT_OF_SCOPE


def test_small_talk_and_notes_have_no_source(shipped: Bot, composer: Composer) -> None:
    talk = next(iter(shipped.knowledge.smalltalk.values()))
    for made in (draft(composer, MakeSmallTalk(talk, 1.0)), draft(composer, TakeNote())):
        assert (made.kind, made.sources, made.topics) == (ReplyKind.SMALLTALK, (), ())
        assert made.text


def test_citations_are_in_the_order_of_the_documents_and_once(shipped: Bot, composer: Composer) -> None:
    cited = composer.citations([*reversed(list(shipped.knowledge.facts)), *shipped.knowledge.facts])
    order = [(source.id, section) for source in shipped.knowledge.sources.values() for section in source.sections]
    assert [(citation.id, citation.section) for citation in cited] == order
    assert composer.citations([]) == ()


def test_nothing_of_a_template_is_left_unfilled(shipped: Bot, composer: Composer) -> None:
    moves: list[Move] = [AdmitGap(gap, (), (), 1.0) for gap in shipped.knowledge.gaps.values()]
    moves += [DeclineSubject(None, 1.0), AdmitGap(None, ("x",), (), 1.0), AdmitGap(None, (), (), 1.0), TakeNote()]
    assert [move for move in moves if re.search(r"[{}]", draft(composer, move).text)] == []


def test_the_profile_is_a_line_for_each_person(composer: Composer) -> None:
    text = composer.profile_text([("self", ("asthma", "70 kg")), ("wife", ("pregnancy",))])
    assert text.splitlines() == ["You: asthma, 70 kg", "wife: pregnancy"]
    assert composer.profile_text([])
