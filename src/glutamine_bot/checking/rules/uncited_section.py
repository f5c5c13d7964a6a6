"""Every section of a source is cited by a topic."""

from collections.abc import Iterator

from glutamine_bot.checking.base import Base
from glutamine_bot.domain.errors import Fault
from glutamine_bot.knowledge.hints import most_like
from glutamine_bot.knowledge.rules.rule import Example, Rule

CODE = "uncited-section"


def _check(base: Base) -> Iterator[Fault]:
    """Every section without a fact that a topic rests on, or that may stand in what could not be read of either."""
    facts, topics = base.parsed.facts, base.parsed.topics
    if not (facts.whole and topics.whole):
        return
    used = {fact for topic in topics.entries for fact in topic.value.facts} | topics.lost
    cited = {(fact.value.source, fact.value.section) for fact in facts.entries if fact.id in used}
    headings = {(source.text, section.text) for source, section in base.parsed.headings}
    for source in base.parsed.sources.entries:
        sections = source.value.sections
        strange = (section for holder, section in headings if holder == source.id and section not in sections)
        cited |= {(source.id, most_like(section, sections)) for section in strange}  # a slip, told already
        for section in source.items("sections"):
            may_be_lost = bool(facts.lost) and set(section.text.split()) <= facts.lost
            if (source.id, section.text.strip()) not in cited and not may_be_lost:
                message = f"no topic cites the section {section.text!r} of {source.id!r}"
                yield section.place.fault(CODE, message, "write its facts and the topics that rest on them")


RULE = Rule(
    code=CODE,
    finds="A section in sources.yaml of which no topic uses a fact.",
    matters="A part of the document may have been forgotten: nobody who asks is told what it says.",
    passes=Example("sources.yaml", "leaflet: {title: All about candles, sections: [Making]}\n"),
    fails=Example("sources.yaml", "leaflet: {title: All about candles, sections: [Making, Storage]}\n"),
    check=_check,
    warning=True,
)
