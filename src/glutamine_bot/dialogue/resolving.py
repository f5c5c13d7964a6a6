"""Finding what a line asks, and filling in what it leaves unsaid: "and for kids?", "how long?", "what about powder"."""

import re
from collections.abc import Mapping, Sequence
from enum import Enum

from glutamine_bot.dialogue.state import State
from glutamine_bot.domain.concepts import ConceptKind
from glutamine_bot.domain.quantity import Dimension
from glutamine_bot.domain.utterance import Clause, Mention, Stance, Utterance
from glutamine_bot.domain.values import frozen, replace
from glutamine_bot.language.phrases import Openers, has
from glutamine_bot.language.understanding import MEASURES

ELLIPTIC = 6
"""Words up to which a line may lean on the one before."""

FEW = 3
"""Words up to which it goes on about whatever the line before named."""

ASIDE = 4
"""Words up to which a clause beside a question may ask by naming a thing alone."""

ASIDES = 3
"""Most of those in a line that are looked at."""

STORY = 40
"""Words from which on a line is too long to be read as one question."""

NEAR = 20
"""Words of a story that belong to the question at its end: "… now he has a headache. Could it be the powder?"."""

POINTING = 16
"""Words up to which "it" in a line that names nothing is the subject; in a longer story it is something else."""

_DOSES = frozenset({Dimension.DOSE, Dimension.UNWEIGHED})
_FOREIGN = frozenset({ConceptKind.SUBSTANCE, ConceptKind.MEDICINE})


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
    `asks` tells a question from a statement, `sole` whether its line says nothing else, `asks_amount` whether it asks
    how much, `aside` whether it is a few words beside a question, `names_only` whether it does no more than name
    somebody or something, `points_back` whether "they" or "it" in it is what was asked about before.
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
    names_only: bool = False
    points_back: bool = False

    @property
    def concerns(self) -> tuple[Mention, ...]:
        """The conditions that it asks about, without saying that somebody has them."""
        named = (m for m in self.clause.mentions if m.stance in (Stance.NAMED, Stance.SUPPOSED))
        return tuple(m for m in named if m.concept.kind is ConceptKind.CONDITION)


@frozen
class Resolver:
    """Finds the questions of an utterance.

    `cues` are the English word lists, `people` the words for relations ("wife"), `nothing_new` the words
    that carry no subject, `swaps` what "she" and the like are where people speak of themselves; `asks_amount` matches a
    question about amounts. `corrections` ("no, i meant") and other
    `openers` only lead up to a question.
    """

    cues: Mapping[str, Sequence[str]]
    people: frozenset[str]
    nothing_new: frozenset[str]
    swaps: Mapping[str, Sequence[str]]
    asks_amount: re.Pattern[str]
    corrections: Openers
    openers: Openers

    def questions(self, utterance: Utterance, state: State) -> tuple[Question, ...]:
        """What an utterance asks, in order: its clauses that ask, or all that it says where none does."""
        asking = [clause for clause in utterance.clauses if clause.question]
        asking = [clause for clause in asking if not self._only_names(clause)] or asking
        asides = [clause for clause in utterance.clauses if asking and self._is_aside(clause)][:ASIDES]
        if asides:
            return tuple(
                replace(self._question(clause, None, utterance, state), aside=clause in asides)
                for clause in utterance.clauses
                if clause in asking or clause in asides
            )
        if not asking:
            return tuple(self._question(clause, None, utterance, state) for clause in _whole(utterance))
        if len(asking) > 1 or len(utterance.clauses) == 1:
            return tuple(self._question(clause, None, utterance, state) for clause in asking)
        asked = self._question(asking[0], _around(utterance, asking[0]), utterance, state)
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

    def _only_names(self, clause: Clause) -> bool:
        """Whether a clause that opens a question only says for whom: "what about her, how much?"."""
        return self._names_only(clause, clause.words[self._led_up(clause.words) :])

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
        alone = replace(question, line=None, filled=None, anchored=Anchor.NAMED)
        return [replace(alone, clause=clause, asks_amount=self._asks_amount(clause)) for clause in clauses]

    def _asks_amount(self, clause: Clause) -> bool:
        return self.asks_amount.search(" ".join(clause.words)) is not None

    def _asks_when(self, clause: Clause) -> bool:
        return any(word in self.cues["asking"] for word in clause.words)

    def _question(self, clause: Clause, line: Clause | None, utterance: Utterance, state: State) -> Question:
        opener = self._led_up(clause.words)
        leans = bool(opener) or len(clause.words) <= ELLIPTIC
        leans = leans and not (state.foreign and utterance.names_subject)
        read = clause.read.split()
        rest = " ".join(read[self._led_up(read) :])
        content = self._content(clause.words[opener:])
        anchored = self._anchored(clause, utterance, state)
        names_only = self._names_only(clause, clause.words[opener:], opened=bool(opener))
        return Question(
            clause=replace(clause, read=rest) if rest else clause,
            asks=clause.question or bool(opener),
            anchored=Anchor.NAMED if state.asked and leans and (opener or not content) else anchored,
            sole=len(utterance.clauses) == 1 or len(utterance.words) <= ELLIPTIC,
            asks_amount=self._asks_amount(clause),
            line=line if line and len(line.words) < STORY else None,
            filled=self._filled(state.asked, clause, rest, opened=bool(opener)) if state.asked and leans else None,
            rest=() if names_only else content,
            names_only=names_only,
            points_back=self._points_back(clause, utterance, state),
        )

    def _filled(self, asked: Clause, fragment: Clause, rest: str, *, opened: bool) -> Clause:
        """A question with what a fragment adds to it; what the fragment names takes the place of what it named."""
        if fragment.mentions:
            return replace(fragment, read=f"{_without(asked, asked.mentions)} {rest}".strip())
        if fragment.people or fragment.speaks_of_self:
            asked = replace(asked, read=_without(asked, [m for m in asked.mentions if _is_of_person(m)]), mentions=())
        added = "" if self._names_only(fragment, rest.split(), opened=opened) else rest
        short = opened or len(fragment.words) <= FEW
        return replace(fragment, read=f"{asked.read} {added}".strip(), mentions=asked.mentions if short else ())

    def _names_only(self, clause: Clause, said: Sequence[str], *, opened: bool = False) -> bool:
        """Whether words of a clause only say whom or what it is for: "me", "for my wife", "epilepsy".

        After an opener they may say how old or how heavy somebody is, too: "and her brother, he's 16".
        """
        named = {word for mention in clause.mentions for word in mention.said.split()}
        known = (*self.cues["naming_only"], *self.cues["pronouns_he_she"], *self.cues["grown_ups"])
        if opened:
            known = (*known, *MEASURES, *self.cues["telling_measures"])
        return all(word in known or word in self.people or word in named for word in said)

    def _led_up(self, said: Sequence[str]) -> int:
        """How many words only lead up to a question: openers, and all before "no, i meant" and its like."""
        said = list(said)
        start = next((place for place in range(len(said) - 1, -1, -1) if self.corrections.at(said, place)), 0)
        while opener := self.openers.at(said, start):
            start += opener
        return start if start < len(said) else 0

    def _points_back(self, clause: Clause, utterance: Utterance, state: State) -> bool:
        """Whether a pronoun stands for things asked about before; "it" does so where it cannot be the subject."""
        if state.asked is None or clause.people or clause.mentions or len(utterance.clauses) > 1:
            return False
        if any(word in self.cues["pronouns_things"] for word in clause.words):
            return True
        named = any(not _is_of_person(mention) for mention in state.asked.mentions)
        other = utterance.names_subject or not state.asked.names_subject
        return named and other and any(word in self.cues["pronouns_it"] for word in clause.words)

    def of_self(self, question: Question) -> Question:
        """A question about somebody put as if they asked it themselves: "can she have it" as "can i have it"."""
        swaps = {word: own for own, said in self.swaps.items() for word in said}
        read = " ".join(swaps.get(word, word) for word in question.clause.read.split())
        return replace(question, clause=replace(question.clause, read=read), line=None, filled=None)

    def _content(self, said: Sequence[str]) -> tuple[str, ...]:
        """The words that say something new: neither fillers nor words for people."""
        return tuple(word for word in said if word not in self.nothing_new)

    def _anchored(self, clause: Clause, utterance: Utterance, state: State) -> Anchor:
        said = utterance.words
        points = any(word in self.cues["pronouns_it"] for word in said)
        if utterance.names_subject or (points and (state.subject or len(said) <= POINTING)):
            return Anchor.NAMED
        foreign = any(m.concept.kind in _FOREIGN and m.stance is Stance.NAMED for m in clause.mentions)
        if state.subject and not foreign and self.asks_amount.search(clause.text.casefold()):
            return Anchor.NAMED
        doses = any(quantity.dimension in _DOSES for quantity in utterance.quantities)
        if doses or any(word in self.cues["dose_words"] for word in clause.words):
            return Anchor.DOSES
        if has(clause.words, self.cues["dose_questions"]):
            return Anchor.DOSES
        return Anchor.TALK if state.subject else Anchor.NONE


def _without(clause: Clause, mentions: Sequence[Mention]) -> str:
    """A clause as it is read, without what it names."""
    named = {word for mention in mentions for word in mention.concept.canonical.split()}
    return " ".join(word for word in clause.read.split() if word not in named)


def _is_of_person(mention: Mention) -> bool:
    """Whether it is said of one person, and not of whomever the talk goes on to."""
    return mention.concept.kind in (ConceptKind.PERSON, ConceptKind.ANIMAL) or bool(mention.concept.lead)


def _whole(utterance: Utterance) -> tuple[Clause, ...]:
    """All clauses of a line as one; none where there is nothing."""
    clauses = utterance.clauses
    if len(clauses) <= 1:
        return clauses
    read = " ".join(clause.read for clause in clauses)
    return (Clause(utterance.line, utterance.words, read, utterance.mentions, False, utterance.quantities),)


def _around(utterance: Utterance, clause: Clause) -> Clause:
    """All of a line as one clause; of a story, a clause with what was said just before it."""
    if len(utterance.words) < STORY:
        return _whole(utterance)[0]
    clauses = list(utterance.clauses[: utterance.clauses.index(clause) + 1])
    while len(clauses) > 1 and sum(len(other.words) for other in clauses) > NEAR:
        del clauses[0]
    return _whole(replace(utterance, clauses=tuple(clauses)))[0]
