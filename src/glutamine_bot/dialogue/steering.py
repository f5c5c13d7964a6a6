"""Lines that steer the conversation: repeat, shorter, more, source, start over and the like."""

import re
from collections.abc import Callable, Mapping

from glutamine_bot.dialogue.acts import Act
from glutamine_bot.dialogue.deciding import OFFERED
from glutamine_bot.dialogue.ranking import Ranking
from glutamine_bot.dialogue.state import Person, State
from glutamine_bot.domain.dosing import DosingGuard
from glutamine_bot.domain.knowledge_base import KnowledgeBase
from glutamine_bot.domain.reply import Draft, Option, ReplyKind
from glutamine_bot.domain.sources import Citation
from glutamine_bot.domain.values import frozen, replace
from glutamine_bot.reply.composing import Composer

MORE_FACTS = 6
"""Most facts that "more" lists at once."""


_SENTENCE = re.compile(r"(?<=[.?!]) ")
_NEEDS_A_TURN = frozenset({Act.REPEAT, Act.SHORTER, Act.MORE, Act.AFFIRM})


@frozen
class Steering:
    """Carries out acts: each gives the draft of the reply and the state after it, or None where it makes no sense."""

    knowledge: KnowledgeBase
    composer: Composer
    ranking: Ranking
    guard: DosingGuard

    def carry_out(self, act: Act, state: State, line: str) -> tuple[Draft, State] | None:
        """What an act makes of the state, and what is said; None where the line is better read as a question."""
        handlers: Mapping[Act, Callable[[State, str], tuple[Draft, State] | None]] = {
            Act.REPEAT: self._repeat,
            Act.SHORTER: self._shorter,
            Act.MORE: self._more,
            Act.SOURCE: self._source,
            Act.UNDERSTOOD: self._understood,
            Act.START_OVER: self._start_over,
            Act.FORGET: self._forget,
            Act.NOT_ME: self._not_me,
            Act.FRUSTRATION: self._apologise,
            Act.PROFILE: self._profile,
            Act.HELP: self._help,
        }
        if not state.turns and act in _NEEDS_A_TURN:
            return self._talk(self.composer.say("nothing_said_yet"), line), state
        handler = handlers.get(act)
        return handler(state, line) if handler else None

    def _help(self, state: State, line: str) -> tuple[Draft, State] | None:
        if state.crisis:
            return Draft(ReplyKind.EMERGENCY, state.crisis.text, (line,)), state
        return self._talk(self.composer.say("help", greeting=self.knowledge.greeting.strip()), line), state

    def _last(self, state: State) -> Draft | None:
        return state.turns[-1].reply.draft if state.turns else None

    def _repeat(self, state: State, line: str) -> tuple[Draft, State] | None:
        last = self._last(state)
        if last is None:
            return None
        return replace(last, said=(line, *last.said)), state

    def _shorter(self, state: State, line: str) -> tuple[Draft, State] | None:
        last = self._last(state)
        if last is None:
            return None
        short = "\n\n".join(self._in_short(part) for part in last.text.split("\n\n"))
        return replace(last, text=short, said=(line, *last.said)), state

    def _in_short(self, text: str) -> str:
        """The first sentence of a text, and the first one with an amount: "how much?" is answered by no other."""
        sentences = _SENTENCE.split(text)
        figure = next((sentence for sentence in sentences if self.guard.states_amount(sentence)), "")
        return " ".join(dict.fromkeys(filter(None, (sentences[0], figure))))

    def _more(self, state: State, line: str) -> tuple[Draft, State] | None:
        last = self._last(state)
        if last is None:
            return None
        ids = [fact for topic in state.subject for fact in self.knowledge.topics[topic].facts]
        facts = [self.knowledge.facts[fact] for fact in dict.fromkeys(ids)][:MORE_FACTS]
        listed = "\n".join(f"- {fact.says}" for fact in facts) or self.composer.say("nothing_more")
        text = f"{last.lead}\n\n{listed}" if last.lead else listed
        sources = self.composer.citations([fact.id for fact in facts])
        kind = ReplyKind.ANSWER if facts else ReplyKind.SMALLTALK
        return replace(last, kind=kind, text=text, said=(line, *last.said), sources=sources, options=()), state

    def _source(self, state: State, line: str) -> tuple[Draft, State] | None:
        last = self._last(state)
        if last is None:
            return None
        if not last.sources:
            return self._talk(self.composer.say("no_sources"), line), state
        text = self.composer.say("sources_of", sources="; ".join(map(_named, last.sources)))
        return replace(last, kind=ReplyKind.ANSWER, text=text, said=(line, *last.said), options=()), state

    def _understood(self, state: State, line: str) -> tuple[Draft, State] | None:
        if state.asked is None:
            return None
        topics = [self.knowledge.topics[topic].question for topic in state.subject]
        return self._talk(self.composer.say("understood", read="; ".join(topics) or state.asked.read), line), state

    def _start_over(self, state: State, line: str) -> tuple[Draft, State]:
        return self._talk(self.composer.say("started_over"), line), State(turns=state.turns)

    def _forget(self, state: State, line: str) -> tuple[Draft, State]:
        return self._talk(self.composer.say("forgotten"), line), replace(state, people=(), concern=(), amount=None)

    def _not_me(self, state: State, line: str) -> tuple[Draft, State]:
        state = state.with_person(Person(state.about))
        return self._talk(self.composer.say("forgotten"), line), replace(state, concern=())

    def _profile(self, state: State, line: str) -> tuple[Draft, State]:
        return self._talk(self.composer.profile_text(state.profiles), line), state

    def _apologise(self, state: State, line: str) -> tuple[Draft, State] | None:
        """Offers the next best readings of what was asked, none of which was given before."""
        if state.asked is None:
            before = state.turns[-1].reply.draft.said[:1] if state.turns else ()
            return Draft(ReplyKind.SMALLTALK, self.composer.say("sorry_none"), (line, *before)), state
        asked = state.asked.read
        drafts = [turn.reply.draft for turn in state.turns]
        shown = {topic for draft in drafts for topic in (*draft.topics, *(option.topic for option in draft.options))}
        topics = [
            self.knowledge.topics[match.label]
            for match in self.ranking.of(asked)
            if match.label in self.knowledge.topics and match.label not in shown
        ][:OFFERED]
        menu = [self.knowledge.topics[topic] for topic in self.knowledge.menu if topic not in shown]
        options = tuple(Option(topic.id, topic.question) for topic in topics or menu[:OFFERED])
        text = self.composer.say("sorry" if options else "sorry_none")
        kind = ReplyKind.CLARIFY if options else ReplyKind.SMALLTALK
        return Draft(kind, text, (line, asked), options=options), state

    def _talk(self, text: str, line: str) -> Draft:
        return Draft(ReplyKind.SMALLTALK, text, (line,))


def _named(citation: Citation) -> str:
    return f"{citation.title}, {citation.section}"
