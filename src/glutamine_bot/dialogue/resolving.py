"""Finding what a line asks, and filling in what it leaves unsaid: "and for kids?", "how long?", "what about powder"."""

import re
from collections.abc import Mapping, Sequence
from enum import Enum

from glutamine_bot.dialogue.acts import opener_of
from glutamine_bot.dialogue.state import State
from glutamine_bot.domain.concepts import Concept, ConceptKind
from glutamine_bot.domain.quantity import Dimension
from glutamine_bot.domain.utterance import Clause, Stance, Utterance
from glutamine_bot.domain.values import frozen, replace

ELLIPTIC = 6
"""Words up to which a line may lean on the one before."""

ASIDE = 4
"""Words up to which a clause beside a question may ask by naming a thing alone."""

ASIDES = 3
"""Most of those in a line that are looked at."""

STORY = 40
"""Words from which on a line is too long to be read as one question."""

POINTING = 16
"""Words up to which "it" in a line that names nothing is the subject; in a longer story it is something else."""

_DOSES = frozenset({Dimension.DOSE, Dimension.UNWEIGHED})


class Anchor(Enum):
    """How plainly a question is about the subject of the knowledge base."""

    NAMED = "named"  # it names the subject, points at it in a few words, or leans on what was said of it
    DOSES = "doses"  # it speaks of amounts to take
    TALK = "talk"  # it stands in a talk about the subject
    NONE = "none"


@frozen
class Question:
    """Something that a line asks, with the ways in which it can be read.

    `clause` is what is compared with phrasings, `line` the same with the rest of its line where that is short, and
    `filled` what a fragment is with the question before it. `rest` are the words of a fragment that say something new.
    `asks` tells a question from a statement, `sole` whether its line says
    nothing else, `asks_amount` whether it asks how much, `aside` whether it is a few words beside a question.
    """

    clause: Clause
    asks: bool
    anchored: Anchor
    sole: bool = True
    asks_amount: bool = False
    aside: bool = False
    line: Clause | None = None
    filled: Clause | None = None
    rest: tuple[str, ...] = ()

    @property
    def concerns(self) -> tuple[Concept, ...]:
        """The conditions that it asks about, without saying that somebody has them."""
        named = (m for m in self.clause.mentions if m.stance in (Stance.NAMED, Stance.SUPPOSED))
        return tuple(m.concept for m in named if m.concept.kind is ConceptKind.CONDITION)


@frozen
class Resolver:
    """Finds the questions of an utterance.

    `cues` are the English word lists, `nothing_new` the words that carry no subject, `asks_amount`
    matches a question about amounts.
    """

    cues: Mapping[str, Sequence[str]]
    nothing_new: frozenset[str]
    asks_amount: re.Pattern[str]

    def questions(self, utterance: Utterance, state: State) -> tuple[Question, ...]:
        """What an utterance asks, in order: its clauses that ask, or all that it says where none does."""
        asking = [clause for clause in utterance.clauses if clause.question]
        asides = [clause for clause in utterance.clauses if asking and self._is_aside(clause)][:ASIDES]
        if asides:
            return tuple(
                replace(self._question(clause, None, utterance, state), aside=clause in asides)
                for clause in utterance.clauses
                if clause.question or clause in asides
            )
        if not asking:
            return tuple(self._question(clause, None, utterance, state) for clause in _whole(utterance))
        if len(asking) > 1 or len(utterance.clauses) == 1:
            return tuple(self._question(clause, None, utterance, state) for clause in asking)
        asked = self._question(asking[0], next(iter(_whole(utterance))), utterance, state)
        says_nothing = not (asked.asks_amount or self._content(asking[0].words) or self._asks_when(asking[0]))
        return (replace(asked, clause=asked.line) if asked.line and says_nothing else asked,)

    def whole(self, utterance: Utterance, state: State) -> Question | None:
        """All of a line as one question; None where there is nothing, or a story."""
        line = next(iter(_whole(utterance)), None)
        if line is None or len(line.words) >= STORY:
            return None
        return replace(self._question(line, None, utterance, state), asks=True, filled=None)

    def _is_aside(self, clause: Clause) -> bool:
        """Whether a clause that is no question may ask all the same, by naming a thing: "side effects, and …"."""
        plain = not clause.question and not clause.mentions and not clause.quantities
        return plain and len(clause.words) <= ASIDE and bool(self._content(clause.words))

    def taken_apart(self, question: Question) -> list[Question]:
        """The parts of a question that stand between its "and"s, as questions of their own."""
        words = question.clause.read.split()
        parts: list[list[str]] = [[]]
        for word in words:
            if word in self.cues["and_words"]:
                parts.append([])
            else:
                parts[-1].append(word)
        clauses = [replace(question.clause, words=tuple(part), read=" ".join(part)) for part in parts if part]
        return [replace(question, clause=clause, line=None, filled=None, anchored=Anchor.NAMED) for clause in clauses]

    def _asks_when(self, clause: Clause) -> bool:
        return any(word in self.cues["asking"] for word in clause.words)

    def _question(self, clause: Clause, line: Clause | None, utterance: Utterance, state: State) -> Question:
        opener = opener_of(clause.words, (*self.cues["follow_up_openers"], *self.cues["corrections"]))
        leans = bool(state.asked) and (bool(opener) or len(clause.words) <= ELLIPTIC)
        rest = " ".join(clause.read.split()[opener:])
        content = self._content(clause.words[opener:])
        anchored = self._anchored(clause, utterance, state)
        return Question(
            clause=replace(clause, read=rest) if rest else clause,
            asks=clause.question or bool(opener),
            anchored=Anchor.NAMED if leans and (opener or not content) else anchored,
            sole=len(utterance.clauses) == 1 or len(utterance.words) <= ELLIPTIC,
            asks_amount=self.asks_amount.search(" ".join(clause.words)) is not None,
            line=line if line and len(line.words) < STORY else None,
            filled=replace(clause, read=f"{state.asked} {rest}") if leans else None,
            rest=content,
        )

    def _content(self, said: Sequence[str]) -> tuple[str, ...]:
        """The words that say something new: neither fillers nor words for people."""
        return tuple(word for word in said if word not in self.nothing_new)

    def _anchored(self, clause: Clause, utterance: Utterance, state: State) -> Anchor:
        said = utterance.words
        points = any(word in self.cues["pronouns_it"] for word in said)
        if utterance.names_subject or (points and (state.subject or len(said) <= POINTING)):
            return Anchor.NAMED
        if state.subject and self.asks_amount.search(clause.text.casefold()):
            return Anchor.NAMED
        doses = any(quantity.dimension in _DOSES for quantity in utterance.quantities)
        spoken = f" {' '.join(clause.words)} "
        if doses or any(word in self.cues["dose_words"] for word in clause.words):
            return Anchor.DOSES
        if any(f" {phrase} " in spoken for phrase in self.cues["dose_questions"]):
            return Anchor.DOSES
        return Anchor.TALK if state.subject else Anchor.NONE


def _whole(utterance: Utterance) -> tuple[Clause, ...]:
    """All clauses of a line as one; none where there is nothing."""
    clauses = utterance.clauses
    if len(clauses) <= 1:
        return clauses
    read = " ".join(clause.read for clause in clauses)
    return (Clause(utterance.line, utterance.words, read, utterance.mentions, False, utterance.quantities),)
