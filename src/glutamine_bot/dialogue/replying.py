"""Making the reply of a turn from its moves, and the state that it leaves."""

from collections.abc import Sequence

from glutamine_bot.dialogue.leading import leads
from glutamine_bot.dialogue.resolving import Question
from glutamine_bot.dialogue.state import State
from glutamine_bot.domain.knowledge_base import KnowledgeBase
from glutamine_bot.domain.moves import AdmitGap, AskWhich, DeclineSubject, Move, TakeNote
from glutamine_bot.domain.reply import Draft, Heard, Option, ReplyKind
from glutamine_bot.domain.utterance import Mention, Stance, Utterance
from glutamine_bot.domain.values import frozen, replace
from glutamine_bot.matching.confidence import band_of
from glutamine_bot.reply.composing import Composer


@frozen
class Replier:
    """Has replies composed, led by what was told of the person, and keeps what the next line may lean on."""

    knowledge: KnowledgeBase
    composer: Composer

    def reply(
        self, state: State, utterance: Utterance, moves: Sequence[Move], questions: Sequence[Question] = ()
    ) -> tuple[Draft, State]:
        """The draft of the reply that makes these moves, at least one, and the state after it."""
        passed_over = self._passed_over(state, questions)
        state = replace(state, concern=_still_of_concern(state, utterance, questions), passed_over=passed_over)
        opening = leads(state, utterance, moves, self.composer)
        leant_on = {question.filled.read for question in questions if question.filled}
        said = (utterance.line, *(" ".join(clause.words) for clause in utterance.clauses), *leant_on)
        if state.asked and all(isinstance(move, AdmitGap | AskWhich | TakeNote) for move in moves):
            said = (*said, state.asked.read)  # a talk of doses goes on, whatever was not understood
        band = band_of(min(move.confidence for move in moves))
        draft = self.composer.compose(moves, said, _heard(utterance, moves, questions), band, opening)
        return draft, self._after(state, draft, questions)

    def _passed_over(self, state: State, questions: Sequence[Question]) -> tuple[Option, ...]:
        """What is left where a line takes up one of the conditions that the line before asked about."""
        before = [mention.concept for mention in state.concern]
        now = [mention.concept for question in questions for mention in question.concerns]
        if not now or any(concept not in before for concept in now):
            return ()
        left = (self.knowledge.topics[c.topic] for c in before if c.topic and c not in now)
        return tuple(Option(topic.id, topic.question) for topic in left)

    def _after(self, state: State, draft: Draft, questions: Sequence[Question]) -> State:
        """The state that a reply leaves for the next line."""
        if draft.kind is ReplyKind.SMALLTALK:
            return state
        subject = draft.topics or (state.subject if draft.kind is ReplyKind.CLARIFY else ())
        concern = tuple(mention for question in questions for mention in question.concerns) or state.concern
        return replace(
            state,
            subject=subject,
            concern=concern,
            options=draft.options or draft.related,
            asked_which=bool(draft.options),
        )


def _still_of_concern(state: State, utterance: Utterance, questions: Sequence[Question]) -> tuple[Mention, ...]:
    """The conditions asked about before that a line still is about: one that leans on it, or asks how much.

    What was only supposed ("if I got pregnant") is left where somebody goes on to speak of themselves.
    """
    if utterance.mentions or not any(q.asks_amount or (q.filled and not q.rest) for q in questions):
        return ()
    of_self = any(clause.speaks_of_self for clause in utterance.clauses)
    return tuple(m for m in state.concern if not (of_self and m.stance is Stance.SUPPOSED))


def _heard(utterance: Utterance, moves: Sequence[Move], questions: Sequence[Question]) -> Heard:
    return Heard(
        corrections=dict(utterance.corrections),
        not_covered=tuple(dict.fromkeys(word for move in moves for word in _not_covered(move))),
        about=tuple(dict.fromkeys(mention.concept.id for mention in utterance.mentions)),
        quantities=tuple(quantity.text for quantity in utterance.quantities),
        taken_for=next((question.filled.read for question in questions if question.filled), ""),
    )


def _not_covered(move: Move) -> tuple[str, ...]:
    match move:
        case AdmitGap(gap=gap, words=words):
            return (gap.name,) if gap else words
        case DeclineSubject(concept=concept) if concept:
            return (concept.name,)
        case _:
            return ()
