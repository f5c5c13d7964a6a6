"""Finding what a line asks, and filling in what it leaves unsaid: "and for kids?", "how long?", "what about powder"."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from glutamine_bot.dialogue.acts import opener_of
from glutamine_bot.dialogue.state import State
from glutamine_bot.domain.concepts import Concept, ConceptKind
from glutamine_bot.domain.utterance import Clause, Utterance

ELLIPTIC = 6
"""Words up to which a line may lean on the one before."""

STORY = 40
"""Words from which on a line is too long to be read as one question."""


@dataclass(frozen=True, slots=True)
class Question:
    """Something that a line asks, with the ways in which it can be read.

    `readings` are clauses to compare with phrasings, the plainest first: the clause alone, with the rest of its line,
    with what was asked before. `anchored` tells whether it is plainly about the subject of the knowledge base;
    `leans` that it is a fragment, whose last reading is filled in from the conversation.
    """

    readings: tuple[Clause, ...]
    anchored: bool
    leans: bool = False

    @property
    def clause(self) -> Clause:
        """The clause that asks."""
        return self.readings[0]

    @property
    def concerns(self) -> tuple[Concept, ...]:
        """The conditions and people that it names."""
        kinds = (ConceptKind.PERSON, ConceptKind.CONDITION)
        return tuple(mention.concept for mention in self.clause.mentions if mention.concept.kind in kinds)


@dataclass(frozen=True, slots=True)
class Resolver:
    """Finds the questions of an utterance; `cues` are the English word lists."""

    cues: Mapping[str, Sequence[str]]

    def questions(self, utterance: Utterance, state: State) -> tuple[Question, ...]:
        """What an utterance asks, in order: its clauses that ask, or all that it says where none does."""
        asking = [clause for clause in utterance.clauses if clause.question]
        if not asking:
            return tuple(self._question(clause, (), utterance, state) for clause in _whole(utterance))
        others = _whole(utterance) if len(asking) == 1 and len(utterance.clauses) > 1 else ()
        return tuple(self._question(clause, others, utterance, state) for clause in asking)

    def _question(self, clause: Clause, others: Sequence[Clause], utterance: Utterance, state: State) -> Question:
        opener = opener_of(clause.words, self.cues["follow_up_openers"])
        leans = bool(state.asked) and (bool(opener) or len(clause.words) <= ELLIPTIC)
        anchored = leans or utterance.names_subject or self._points(clause.words)
        readings = [clause, *(other for other in others if len(other.words) < STORY)]
        if leans:
            rest = " ".join(clause.read.split()[opener:])
            readings.append(replace(clause, read=f"{state.asked} {rest}"))
        return Question(tuple(readings), anchored, leans)

    def _points(self, said: Sequence[str]) -> bool:
        return any(word in self.cues["pronouns_it"] for word in said)


def _whole(utterance: Utterance) -> tuple[Clause, ...]:
    """All clauses of a line as one; none where there is nothing."""
    clauses = utterance.clauses
    if len(clauses) < 2:
        return clauses
    said = tuple(word for clause in clauses for word in clause.words)
    read = " ".join(clause.read for clause in clauses)
    return (Clause(utterance.line, said, read, utterance.mentions, False),)
