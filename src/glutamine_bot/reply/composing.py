"""Putting a reply into words: what leads it, the answers, what is not covered, what it offers next."""

from collections.abc import Iterable, Iterator, Sequence

from glutamine_bot.domain.knowledge_base import KnowledgeBase
from glutamine_bot.domain.match import Band
from glutamine_bot.domain.moves import AdmitGap, AskWhich, DeclineSubject, GiveAnswer, MakeSmallTalk, Move, TakeNote
from glutamine_bot.domain.reply import Draft, Heard, Option, ReplyKind
from glutamine_bot.domain.sources import Citation
from glutamine_bot.domain.topics import Topic
from glutamine_bot.domain.utterance import SELF
from glutamine_bot.domain.values import frozen, replace

RELATED = 3
"""Most questions offered after an answer."""

_KINDS = {
    GiveAnswer: ReplyKind.ANSWER,
    AskWhich: ReplyKind.CLARIFY,
    AdmitGap: ReplyKind.UNKNOWN,
    DeclineSubject: ReplyKind.OUT_OF_SCOPE,
    MakeSmallTalk: ReplyKind.SMALLTALK,
    TakeNote: ReplyKind.SMALLTALK,
}
_FIRST = (GiveAnswer, AskWhich, AdmitGap, DeclineSubject, MakeSmallTalk, TakeNote)


@frozen
class Remark:
    """Something that a reply says beside its answer, resting on the facts of these ids.

    `topic` says more of it; `within` tells of a verdict that an amount is over no limit, `last` of what does not lead
    the answer but follows it.
    """

    text: str
    facts: tuple[str, ...] = ()
    topic: str = ""
    within: bool = False
    last: bool = False


@frozen
class Composer:
    """Words replies from the knowledge base's own texts and templates."""

    knowledge: KnowledgeBase

    def compose(
        self, moves: Sequence[Move], said: tuple[str, ...], heard: Heard, band: Band, leads: Sequence[Remark] = ()
    ) -> Draft:
        """The draft of a reply that makes these moves, at least one, with what leads it or is said beside it."""
        kind = next(_KINDS[sort] for sort in _FIRST if any(isinstance(move, sort) for move in moves))
        lead = " ".join(lead.text for lead in leads if not lead.last)
        texts = dict.fromkeys([lead, *map(self._text, moves), *(lead.text for lead in leads if lead.last)])
        facts = [fact for lead in leads for fact in lead.facts]
        answered = [topic for move in moves for topic in self._answered(move)]
        topics = tuple(dict.fromkeys([*answered, *(lead.topic for lead in leads if lead.topic)]))
        for move in moves:
            facts += self._facts(move)
        return Draft(
            kind=kind,
            text="\n\n".join(text for text in texts if text),
            said=said,
            topics=topics,
            sources=self.citations(facts),
            related=self._related(moves, topics),
            options=tuple(dict.fromkeys(option for move in moves for option in _options(move))),
            confidence=round(min(move.confidence for move in moves), 4),
            band=band,
            heard=heard,
            notices=self._notices(moves),
            lead=lead,
        )

    def small_talk(self, key: str, line: str) -> Draft:
        """The draft of a reply that is a template alone."""
        return Draft(ReplyKind.SMALLTALK, self.say(key, subject=self.knowledge.subject.name), (line,))

    def with_left_over(self, draft: Draft, questions: Sequence[str]) -> Draft:
        """The draft with the questions named that it leaves unanswered."""
        if not questions:
            return draft
        named = self.say("left_over", questions="; ".join(questions))
        return replace(draft, text=f"{draft.text}\n\n{named}")

    def again(self, options: Sequence[Option], line: str) -> Draft:
        """The draft that offers the same options once more, to a number that is none of theirs."""
        return Draft(ReplyKind.CLARIFY, self.say("no_such_option"), (line,), options=tuple(options))

    def say(self, key: str, **values: str) -> str:
        """A template of the knowledge base filled in."""
        return self.knowledge.replies[key].format(**values)

    def profile_text(self, profiles: Sequence[tuple[str, Sequence[str]]]) -> str:
        """What is kept of people, a line each."""
        lines = [
            self.say("profile_person", who=self.say("profile_you") if who == SELF else who, facts=", ".join(facts))
            for who, facts in profiles
        ]
        return "\n".join(lines) or self.say("profile_empty")

    def citations(self, facts: Iterable[str]) -> tuple[Citation, ...]:
        """The sections that facts stand in, each once, in the order of the documents."""
        places = {(self.knowledge.facts[fact].source, self.knowledge.facts[fact].section) for fact in facts}
        return tuple(
            Citation(number, source.id, source.title, section, source.short)
            for number, source in enumerate(self.knowledge.sources.values(), 1)
            for section in source.sections
            if (source.id, section) in places
        )

    def _text(self, move: Move) -> str:
        match move:
            case GiveAnswer(topic=topic, instead=instead):
                return instead or topic.answer
            case AskWhich():
                return self.say("clarify")
            case AdmitGap():
                return self._admission(move)
            case DeclineSubject():
                return self._refusal(move)
            case MakeSmallTalk(talk=talk):
                return talk.reply
            case TakeNote():
                return self.say("noted")

    def _admission(self, move: AdmitGap) -> str:
        gap = move.gap
        if gap is None:
            first = self.say("unknown_words", words=", ".join(move.words)) if move.words else self.say("unknown")
            note = ""
        else:
            first = self.say("unknown_condition" if gap.condition else "unknown_gap", name=gap.name)
            note = gap.note
        offer = self.say("nearest") if move.nearest else ""
        return " ".join(part for part in (first, note, offer) if part)

    def _refusal(self, move: DeclineSubject) -> str:
        subject = self.knowledge.subject.name
        if move.other_language:
            return self.say("english_only")
        if move.concept is None:
            return self.say("out_of_scope", subject=subject)
        key = f"out_of_scope_{move.concept.kind.value}"
        return self.say(key, subject=subject, name=move.concept.name)

    def _facts(self, move: Move) -> tuple[str, ...]:
        match move:
            case GiveAnswer(topic=topic, facts=facts):
                return (*topic.facts, *facts)
            case AdmitGap(gap=gap) if gap:
                return gap.facts
            case _:
                return ()

    def _answered(self, move: Move) -> Iterator[str]:
        """The topic that a move answers, and those of the figures that it compares an amount with."""
        if isinstance(move, GiveAnswer):
            yield move.topic.id
            yield from (limit.topic for limit in self.knowledge.limits.values() if limit.fact in move.facts)

    def _related(self, moves: Sequence[Move], topics: Sequence[str]) -> tuple[Option, ...]:
        if any(isinstance(move, DeclineSubject) for move in moves):
            return tuple(_option(self.knowledge.topics[topic]) for topic in self.knowledge.menu[:RELATED])
        related = [other for move in moves if isinstance(move, GiveAnswer) for other in move.topic.related]
        fresh = [topic for topic in dict.fromkeys(related) if topic not in topics]
        return tuple(_option(self.knowledge.topics[topic]) for topic in fresh[:RELATED])

    def _notices(self, moves: Sequence[Move]) -> tuple[str, ...]:
        dosing = any(isinstance(move, AdmitGap) and move.gap and move.gap.dosing for move in moves)
        return self.knowledge.disclaimers.dosing if dosing else ()


def _options(move: Move) -> tuple[Option, ...]:
    match move:
        case AskWhich(topics=topics):
            return tuple(_option(topic) for topic in topics)
        case AdmitGap(nearest=nearest):
            return tuple(_option(topic) for topic in nearest)
        case _:
            return ()


def _option(topic: Topic) -> Option:
    return Option(topic.id, topic.question)
