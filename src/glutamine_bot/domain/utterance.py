"""A line as it was understood: clauses, the concepts and amounts in them, and what was said of whom."""

from collections.abc import Mapping
from enum import StrEnum
from types import MappingProxyType

from glutamine_bot.domain.concepts import Concept
from glutamine_bot.domain.quantity import Quantity
from glutamine_bot.domain.values import frozen, replace


class Stance(StrEnum):
    """What a mention of a concept says of its holder."""

    NAMED = "named"  # only spoken of: "is it safe in pregnancy?"
    HOLDS = "holds"  # stated as true: "I'm pregnant"
    DENIED = "denied"  # "I'm not pregnant"
    PAST = "past"  # "I was nursing until last spring"
    SUPPOSED = "supposed"  # "if I were pregnant"


SELF = "self"

UNNAMED = "unnamed"
"""The holder of what is told without saying of whom: whoever the talk is about."""

GROWN_UP = 18
"""Years from which somebody is no child."""


@frozen
class Mention:
    """A concept recognised in a clause, at words `start` to `end` (exclusive).

    `holder` is SELF, a relation, UNNAMED or empty.
    """

    concept: Concept
    start: int
    end: int
    said: str
    stance: Stance = Stance.NAMED
    holder: str = ""
    alone: bool = False  # whether nothing else is said beside it: "kidney patient"
    names_relation: bool = False  # whether the holder is a relation ("wife"), not a pronoun


@frozen
class Clause:
    """A part of a line that can be answered by itself.

    `words` are normalised and corrected, `read` the same with concepts and amounts replaced by what stands for them:
    that is what is compared with phrasings. `question` tells whether it asks something, `names_subject` whether it
    names the subject of the knowledge base.

    `people` are the relations that it names ("wife"), in order, `people_ruled_out` those in "not my wife", SELF for
    "not me". `speaks_of_self` and `speaks_of_another` tell whether it says "I" and "she" or the like,
    `speaks_of_adults` whether it asks for grown-up people in general, `takes_itself` whether it asks what whoever says
    it may take, whomever else it names.
    """

    text: str
    words: tuple[str, ...]
    read: str
    mentions: tuple[Mention, ...]
    question: bool
    quantities: tuple[Quantity, ...] = ()
    people: tuple[str, ...] = ()
    people_ruled_out: tuple[str, ...] = ()
    speaks_of_self: bool = False
    speaks_of_another: bool = False
    speaks_of_adults: bool = False
    takes_itself: bool = False
    names_subject: bool = False


@frozen
class Utterance:
    """A line, or a part of one: its clauses, what was corrected, and whether the whole line names the subject."""

    line: str
    clauses: tuple[Clause, ...]
    corrections: Mapping[str, str] = MappingProxyType({})
    names_subject: bool = False

    @property
    def words(self) -> tuple[str, ...]:
        """Every word, clause by clause."""
        return tuple(word for clause in self.clauses for word in clause.words)

    @property
    def mentions(self) -> tuple[Mention, ...]:
        """Every mention, clause by clause."""
        return tuple(mention for clause in self.clauses for mention in clause.mentions)

    @property
    def quantities(self) -> tuple[Quantity, ...]:
        """Every quantity, clause by clause."""
        return tuple(quantity for clause in self.clauses for quantity in clause.quantities)

    def only(self, clause: Clause) -> "Utterance":
        """The utterance that one of its clauses is by itself."""
        return replace(self, clauses=(clause,))
