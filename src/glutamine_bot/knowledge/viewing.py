"""Everything that the files say of one topic, and where they say it."""

from glutamine_bot.domain.limits import Limit
from glutamine_bot.domain.sources import Fact
from glutamine_bot.domain.topics import Gap, Topic
from glutamine_bot.domain.values import frozen
from glutamine_bot.knowledge.nodes import Place
from glutamine_bot.knowledge.parsing import Parsed


@frozen
class FactView:
    """A fact, the title of its document, and where it is written."""

    fact: Fact
    title: str
    place: Place


@frozen
class TopicView:
    """A topic and where it is written, with its facts and the topics that are offered after it.

    `disclaimers` come with it whenever it is answered;
    `leading_here` are the ids of the topics and gaps that offer it in turn; `limits` are the figures that it tells of.
    """

    topic: Topic
    place: Place
    facts: tuple[FactView, ...]
    related: tuple[Topic, ...]
    leading_here: tuple[str, ...]
    limits: tuple[Limit, ...]
    disclaimers: tuple[str, ...]


def view_topic(parsed: Parsed, id: str) -> TopicView | None:
    """The topic of that id; None where there is none."""
    entry = next((entry for entry in parsed.topics.entries if entry.id == id), None)
    if entry is None:
        return None
    topics, facts, sources = parsed.topics.values(), parsed.facts.entries, parsed.sources.values()
    found = {fact.id: FactView(fact.value, sources[fact.value.source].title, fact.place) for fact in facts}
    leading = [topic.id for topic in topics.values() if id in topic.related]
    return TopicView(
        topic=entry.value,
        place=entry.place,
        facts=tuple(found[fact] for fact in entry.value.facts),
        related=tuple(topics[other] for other in entry.value.related),
        leading_here=(*leading, *(gap.id for gap in parsed.gaps.values().values() if _offers(gap, id))),
        limits=tuple(limit for limit in parsed.limits.values().values() if limit.topic == id),
        disclaimers=parsed.bot.entries[0].value.disclaimers.dosing if entry.value.dosing else (),
    )


def _offers(gap: Gap, topic: str) -> bool:
    return topic in gap.nearest
