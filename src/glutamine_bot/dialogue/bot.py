"""The Python interface: a bot that is loaded once, and conversations with it."""

import os
from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from glutamine_bot.dialogue.acts import Act, ActReader
from glutamine_bot.dialogue.answering import Answerer
from glutamine_bot.dialogue.assembling import build_index, make_reader
from glutamine_bot.dialogue.deciding import Decider
from glutamine_bot.dialogue.dosing import DosingFitter
from glutamine_bot.dialogue.emergencies import Watch
from glutamine_bot.dialogue.engine import Engine
from glutamine_bot.dialogue.figures import Figures
from glutamine_bot.dialogue.for_whom import PersonFitter
from glutamine_bot.dialogue.fragments import FragmentReader
from glutamine_bot.dialogue.named_doses import DoseFinder
from glutamine_bot.dialogue.ranking import Ranking
from glutamine_bot.dialogue.reading import QuestionReader
from glutamine_bot.dialogue.replying import Replier
from glutamine_bot.dialogue.resolving import Resolver
from glutamine_bot.dialogue.signal_words import SignalWords
from glutamine_bot.dialogue.state import State
from glutamine_bot.dialogue.steering import Steering
from glutamine_bot.domain.buckets import Buckets
from glutamine_bot.domain.knowledge_base import KnowledgeBase
from glutamine_bot.domain.reply import Reply
from glutamine_bot.knowledge.compiling import load_compiled
from glutamine_bot.knowledge.locating import default_folder
from glutamine_bot.language.concept_names import ConceptNames
from glutamine_bot.language.phrases import Openers
from glutamine_bot.matching.matcher import IntentMatcher
from glutamine_bot.matching.vectors import WordVectors
from glutamine_bot.reply.amounts import AmountWriter
from glutamine_bot.reply.composing import Composer
from glutamine_bot.safety.guard import guard_of
from glutamine_bot.safety.triage import Triage

if TYPE_CHECKING:
    from glutamine_bot.language.anonymizing import Anonymizer

LONGEST_LINE = 65_536
"""Characters; of a line that is longer, what stands in the middle is not read."""


class Bot:
    """Answers questions from one knowledge base."""

    __slots__ = ("_engine", "knowledge")

    def __init__(self, knowledge: KnowledgeBase, index: dict[str, Any]) -> None:
        self.knowledge = knowledge
        self._engine = _engine(knowledge, index)

    @classmethod
    def load(
        cls, path: str | os.PathLike[str] | None = None, *, before_compiling: Callable[[], object] | None = None
    ) -> "Bot":
        """The bot of the knowledge base in a folder, or of the one that ships with the program.

        `before_compiling` is called where it has to be compiled first, which takes seconds.
        Raises KnowledgeError, with every fault, where it cannot be used.
        """
        folder = default_folder() if path is None else path
        return cls(*load_compiled(folder, build_index, before_compiling))

    def ask(self, question: str) -> Reply:
        """The reply to one question by itself. Never raises, whatever the text."""
        return self._engine.turn(State(), bounded(question))[1]

    def read(self, question: str) -> str:
        """A question as it is compared with phrasings."""
        return self._engine.reader.read(question)

    def anonymizer(self) -> "Anonymizer":
        """What takes out of lines all that tells who wrote them."""
        from glutamine_bot.language.anonymizing import Anonymizer  # wanted only where lines are to be kept

        return Anonymizer.of(self.knowledge, self._engine.reader, WordVectors())

    def conversation(self) -> "Conversation":
        """A new conversation, which remembers what is said in it."""
        return Conversation(self._engine)


class Conversation:
    """A conversation: it owns the state, one frozen value that each turn replaces."""

    __slots__ = ("_commands", "_engine", "state")

    def __init__(self, engine: Engine) -> None:
        from glutamine_bot.dialogue.commands import Commands  # not wanted for a single question

        self._engine = engine
        self._commands = Commands(engine)
        self.state = State()

    def is_red_flag(self, line: str) -> bool:
        """Whether a line would be met as an emergency if it were said next."""
        return self._engine.is_red_flag(self.state, line)

    def say(self, line: str) -> Reply:
        """The reply to the next line, a slash command or anything else. Never raises, whatever the text."""
        line = bounded(line)
        turn = self._commands.turn if self._commands.knows(line) else self._engine.turn
        self.state, reply = turn(self.state, line)
        return reply


def bounded(line: str) -> str:
    """The line, or as much of its beginning and its end as LONGEST_LINE allows: that bounds the time of a reply."""
    return line if len(line) <= LONGEST_LINE else line[: LONGEST_LINE // 2] + line[-LONGEST_LINE // 2 :]


def _engine(knowledge: KnowledgeBase, index: dict[str, Any]) -> Engine:
    names = ConceptNames.from_data(index["names"], frozenset(knowledge.cues["number_words"]))
    counts = Buckets(index["counts"], int)
    ranking = Ranking(IntentMatcher.from_data(index["matcher"]))
    covered = {label: frozenset(words) for label, words in index["covered"].items()}
    reader = make_reader(knowledge, names, counts)
    composer = Composer(knowledge)
    guard = guard_of(knowledge)
    signals = SignalWords.of(knowledge, reader.subject, counts)
    people = frozenset(word for said in knowledge.words["relations"].values() for word in said)
    questions = QuestionReader(knowledge, ranking, covered, signals)
    figures = Figures(knowledge)
    persons = PersonFitter(knowledge, figures, guard)
    finder = DoseFinder.of(knowledge)
    fitter = DosingFitter(knowledge, AmountWriter(knowledge), figures, persons, finder, signals.nothing_new)
    resolver = Resolver(
        cues=knowledge.cues,
        people=people,
        nothing_new=signals.nothing_new,
        swaps=knowledge.words["swaps"],
        asks_amount=guard.asks,
        corrections=Openers(knowledge.cues["corrections"]),
        openers=Openers((*knowledge.cues["follow_up_openers"], *knowledge.cues["corrections"])),
    )
    decider = Decider(knowledge, questions, FragmentReader(knowledge, questions, signals), signals)
    triage = Triage.from_data(index["red_flags"]) if index["red_flags"] else None
    return Engine(
        knowledge=knowledge,
        reader=reader,
        guard=guard,
        watch=Watch(triage, reader, guard),
        acts=ActReader({phrase: Act(act) for phrase, act in index["acts"].items()}, knowledge.cues, ranking),
        steering=Steering(knowledge, composer, ranking, guard),
        answerer=Answerer(knowledge, reader, resolver, decider, fitter),
        fitter=fitter,
        replier=Replier(knowledge, composer),
        composer=composer,
    )
