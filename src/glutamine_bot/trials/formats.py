"""How questions and conversations are written, and the case that comes of each."""

from collections.abc import Container, Iterable
from typing import Any

from glutamine_bot.domain.reply import ReplyKind
from glutamine_bot.domain.values import frozen
from glutamine_bot.knowledge.decoding import FLAG, TEXT, WORD, WORDS, Key, Listed, OneOrMore, Shape, Single
from glutamine_bot.knowledge.hints import did_you_mean
from glutamine_bot.knowledge.nodes import Faults, Node, Scalar, Table, scalars
from glutamine_bot.trials.cases import Case, Expectation, Turn


def case_reader(topics: Iterable[str]) -> "CaseReader":
    """The reader of cases that may name these topics."""
    labels = _labels(frozenset(topics))
    turn = Shape(_turn, Key("say", TEXT, field="said"), *labels)
    turns = Listed(_Placed(turn), least=1)
    return CaseReader(
        question=_Placed(Shape(_turn, Key("q", TEXT, field="said"), *labels)),
        conversation=Shape(Case, Key("name", TEXT), Key("kind", WORD), Key("turns", turns)),
    )


@frozen
class CaseReader:
    """Reads a case: a conversation where it has turns or a name, else a question."""

    question: "_Placed"
    conversation: Shape[Case]

    @property
    def empty(self) -> Case:
        """A case in which nothing is said."""
        return Case(())

    def __call__(self, node: Node, faults: Faults) -> Case:
        """The node's case."""
        if isinstance(node, Table) and (node.get("turns") or node.get("name")):
            return self.conversation(node, faults)
        return Case((self.question(node, faults),))


@frozen
class _Unplaced:
    """A turn before it is known where it stands."""

    said: str
    expected: Expectation


@frozen
class _Placed:
    """A turn with its place."""

    shape: Shape[_Unplaced]
    empty: Any = None

    def __call__(self, node: Node, faults: Faults) -> Turn:
        turn = self.shape(node, faults)
        return Turn(turn.said, turn.expected, node.place)


@frozen
class _TopicIds:
    """Ids of topics that there are: a slip in one would make its question fail for ever."""

    known: Container[str]
    names: tuple[str, ...]
    empty: tuple[str, ...] = ()

    def __call__(self, node: Node, faults: Faults) -> tuple[str, ...]:
        for item in scalars(node):
            if item.text not in self.known:
                message = f"there is no topic {item.text!r}"
                faults.add(item.place.fault("dangling-id", message, did_you_mean(item.text, self.names)))
        return WORDS(node, faults)


def _kind(node: Node) -> ReplyKind | None:
    return ReplyKind(node.text) if isinstance(node, Scalar) and node.text in tuple(ReplyKind) else None


def _as_written(node: Node) -> str | None:
    """The text with its outer blanks, which set a word apart from others that it ends."""
    return node.text if isinstance(node, Scalar) and node.text.strip() else None


_KINDS = OneOrMore(Single(f"one of {', '.join(ReplyKind)}", ReplyKind.ANSWER, _kind))
_PIECE = Single("a piece of text", "", _as_written)
_PIECES = Listed(OneOrMore(_PIECE), least=1)


def _labels(topics: frozenset[str]) -> tuple[Key, ...]:
    """The keys that say what is expected."""
    return (
        Key("expect", _KINDS, field="kinds"),
        Key("topics", _TopicIds(topics, tuple(sorted(topics))), default=()),
        Key("must", _PIECES, default=()),
        Key("first", _PIECES, default=()),
        Key("never", Listed(_PIECE, least=1), default=()),
        Key("disclaimer", FLAG, default=False),
        Key("gap", TEXT, default=""),
    )


def _turn(*, said: str, **labels: Any) -> _Unplaced:
    return _Unplaced(said, Expectation(**labels))
