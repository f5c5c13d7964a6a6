"""The knowledge base that is shipped: whole, sourced, and every part of it reached by asking for it."""

import re
from collections.abc import Iterator

import pytest

from glutamine_bot import Bot
from glutamine_bot.domain.knowledge_base import KnowledgeBase
from glutamine_bot.domain.reply import Reply, ReplyKind
from glutamine_bot.domain.topics import Topic

LONGEST = 90  # words of an answer
LEAST_WON = 0.97  # of all phrasings
FIGURE = re.compile(r"\d+(?:\.\d+)?")
MEASURE = re.compile(r"(?<![\d.])(\d+(?:\.\d+)?)(?:-(\d+(?:\.\d+)?))?\s*(?:g|mg|kg|%)(?:\b|$)")


@pytest.fixture(scope="module")
def knowledge(shipped: Bot) -> KnowledgeBase:
    return shipped.knowledge


@pytest.fixture(scope="module")
def replies(shipped: Bot) -> dict[str, Reply]:
    """The reply to each topic's own question."""
    return {topic.id: shipped.ask(topic.question) for topic in shipped.knowledge.topics.values()}


def fact_table(knowledge: KnowledgeBase) -> list[tuple[str, str, str, str]]:
    """A row for every fact: id, document, section, and the topics that rest on it, apart by commas."""
    resting: dict[str, list[str]] = {fact: [] for fact in knowledge.facts}
    for topic in knowledge.topics.values():
        for fact in topic.facts:
            resting[fact].append(topic.id)
    return [(fact.id, fact.source, fact.section, ", ".join(resting[fact.id])) for fact in knowledge.facts.values()]


def test_every_fact_has_its_place_and_a_topic(knowledge: KnowledgeBase) -> None:
    table = fact_table(knowledge)
    assert len(table) > 100
    places = {(source.id, section) for source in knowledge.sources.values() for section in source.sections}
    assert [row for row in table if (row[1], row[2]) not in places or not row[3]] == []


def test_every_section_of_both_documents_is_cited(knowledge: KnowledgeBase, replies: dict[str, Reply]) -> None:
    sections = {(source.id, section) for source in knowledge.sources.values() for section in source.sections}
    cited = {(source.id, source.section) for reply in replies.values() for source in reply.draft.sources}
    assert len(knowledge.sources) == 2
    assert cited == sections


def test_every_topic_is_answered_when_its_own_question_is_asked(
    knowledge: KnowledgeBase, replies: dict[str, Reply]
) -> None:
    missed = [
        f"{topic}: {reply.kind} {', '.join(reply.draft.topics)}"
        for topic, reply in replies.items()
        if reply.kind is not ReplyKind.ANSWER or reply.draft.topics[:1] != (topic,)
    ]
    assert missed == []


def test_an_answer_cites_the_sections_of_its_facts(knowledge: KnowledgeBase, replies: dict[str, Reply]) -> None:
    assert [
        topic.id
        for topic in knowledge.topics.values()
        if not {_place(knowledge, fact) for fact in topic.facts}
        <= {(cited.id, cited.section) for cited in replies[topic.id].draft.sources}
    ] == []


def _place(knowledge: KnowledgeBase, fact: str) -> tuple[str, str]:
    place = knowledge.facts[fact]
    return place.source, place.section


def test_no_answer_is_long(replies: dict[str, Reply]) -> None:
    long = [f"{topic}: {len(reply.text.split())} words" for topic, reply in replies.items() if _is_long(reply.text)]
    assert long == []


def _is_long(text: str) -> bool:
    return len(text.split()) > LONGEST


def test_no_answer_is_long_as_it_is_written(knowledge: KnowledgeBase) -> None:
    assert [topic.id for topic in knowledge.topics.values() if _is_long(topic.answer)] == []


def test_every_amount_in_an_answer_is_one_of_the_documents(knowledge: KnowledgeBase) -> None:
    known = {figure for fact in knowledge.facts.values() for figure in FIGURE.findall(fact.says)}
    assert {"3", "6", "14", "0.7", "0.5"} <= known
    strange = [f"{topic.id}: {figure}" for topic in knowledge.topics.values() for figure in _amounts(topic) - known]
    assert strange == []


def _amounts(topic: Topic) -> set[str]:
    return {figure for found in MEASURE.findall(topic.answer) for figure in found if figure}


def test_every_amount_of_the_facts_is_in_an_answer(knowledge: KnowledgeBase) -> None:
    told = {figure for topic in knowledge.topics.values() for figure in _amounts(topic)}
    known = {figure for fact in knowledge.facts.values() for found in MEASURE.findall(fact.says) for figure in found}
    assert known - {""} <= told


def test_the_limits_are_figures_of_the_facts_that_they_rest_on(knowledge: KnowledgeBase) -> None:
    for limit in knowledge.limits.values():
        figures = set(FIGURE.findall(knowledge.facts[limit.fact].says))
        assert {f"{float(end):g}" for end in (limit.low, limit.high) if end is not None} <= figures, limit.id
        assert limit.fact in knowledge.topics[limit.topic].facts, limit.id


def test_every_topic_is_asked_for_in_many_ways(knowledge: KnowledgeBase) -> None:
    assert [topic.id for topic in knowledge.topics.values() if len(set(topic.phrasings)) < 8] == []


def test_nearly_every_phrasing_is_won_by_its_topic(shipped: Bot) -> None:
    asked = list(_phrasings(shipped.knowledge))
    lost = [f"{topic}: {phrasing}" for topic, phrasing in asked if not _wins(shipped, topic, phrasing)]
    won = 1 - len(lost) / len(asked)
    assert won >= LEAST_WON, f"{won:.1%} won; lost:\n" + "\n".join(lost)


def _phrasings(knowledge: KnowledgeBase) -> Iterator[tuple[str, str]]:
    for topic in knowledge.topics.values():
        for phrasing in topic.phrasings:
            yield topic.id, phrasing


def _wins(bot: Bot, topic: str, phrasing: str) -> bool:
    reply = bot.ask(phrasing)
    return reply.kind is ReplyKind.ANSWER and topic in reply.draft.topics


def test_both_documents_are_cited_where_both_speak(replies: dict[str, Reply]) -> None:
    for topic in ("safety.pregnancy", "safety.breastfeeding", "safety.kidney", "safety.liver", "dosage.maximum"):
        cited = {source.id for source in replies[topic].draft.sources}
        assert cited == {"minimal-medicine", "leaky-gut"}, topic


def test_where_the_documents_disagree_the_answer_has_both_figures(replies: dict[str, Reply]) -> None:
    for topic in ("dosage.maximum", "dosage.leaky_gut"):
        assert "14 g" in replies[topic].text, topic
        assert "10-15 g" in replies[topic].text, topic


def test_numbers_are_written_with_their_nought(knowledge: KnowledgeBase) -> None:
    texts = [topic.answer for topic in knowledge.topics.values()] + [fact.says for fact in knowledge.facts.values()]
    assert [text for text in texts if re.search(r"(?<!\d)\.\d", text)] == []
