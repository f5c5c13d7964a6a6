"""Taking out of a line what tells who wrote it: amounts and other numbers, names of people, addresses."""

import re
from collections.abc import Callable, Container, Iterable, Iterator, Sequence
from typing import Final

from glutamine_bot.domain.knowledge_base import KnowledgeBase
from glutamine_bot.domain.quantity import Dimension, Quantity
from glutamine_bot.domain.values import frozen
from glutamine_bot.language.concept_names import ConceptNames
from glutamine_bot.language.normalizing import fold, words
from glutamine_bot.language.person_names import PersonNames, Token
from glutamine_bot.language.quantities import QuantityReader
from glutamine_bot.language.understanding import Reader

LONGEST: Final = 500
"""Characters of a line that are kept: a longer one is a story, and tells more of somebody than of a question."""

PLACEHOLDER: Final = re.compile(r"\[(?:amount|weight|age|number|name|email|phone|link)\]")
"""What stands in a line for what was taken out."""

_READ_AS: Final = {"[amount]": "grams", "[weight]": "kilos", "[age]": "aged"}
_MEASURES: Final = {Dimension.BODY_WEIGHT: "[weight]", Dimension.AGE: "[age]", Dimension.BARE: "[number]"}
_ADDRESSES: Final = (
    ("[email]", r"[^\s@<>()\[\]]+@[^\s@<>()\[\]]+\.\w+"),
    ("[link]", r"(?:https?://|www\.)\S+|\b[\w-]+(?:\.[\w-]+)*\.(?:com|org|net|info|io|edu|gov|uk|de|fr)\b(?:/\S*)?"),
    ("[name]", r"(?<!\w)@\w[\w.]*"),
    ("[phone]", r"(?<![\w.])\+?\(?\d(?:[ ()./-]{0,2}\d){8,}(?!\w)"),
)
_TOKEN: Final = re.compile(r"\[\w+\]|[^\W\d_]+(?:['\u2019][^\W\d_]+)*|\d+(?:[.,]\d+)*")
_RUNS: Final = tuple(
    (f"[{kind}]", re.compile(rf"\[{kind}\](?:[\s/.,:'\u2019+-]*\[{kind}\])+")) for kind in ("number", "name")
)
_MODEL: Final = 2  # most digits that name a thing after its letters and count nothing: B12, Q10
_LIKE: Final = 0.8  # least likeness of a word to a known one, for it to be a slip of the pen and no name
_FEWEST: Final = 3  # words of a line from which it can be seen whether it is English


@frozen
class Anonymizer:
    """Takes out of lines what tells who wrote them, as far as that can be seen without knowing the person.

    A name is missed where it is not a common one, is written small, and nothing around it says that it is a name.
    """

    quantities: QuantityReader
    things: ConceptNames
    people: PersonNames
    numbers: frozenset[str]
    is_word: Callable[[str], bool]

    @classmethod
    def of(cls, knowledge: KnowledgeBase, reader: Reader, english: Container[str]) -> "Anonymizer":
        """The anonymizer for a knowledge base and its reader; `english` holds the words of a general dictionary."""

        def is_word(word: str) -> bool:
            return all(map(is_known, words(word) or [word])) or is_slip(word)

        def is_known(part: str) -> bool:
            return any(form in reader.corrector or form in english for form in (part, part.removesuffix("s")))

        def is_slip(word: str) -> bool:
            meant = reader.corrector.correct(word)
            return meant is not None and meant.similarity >= _LIKE

        relations = [name for said in knowledge.words["relations"].values() for name in said]
        lists, fillers = knowledge.words["people_names"], knowledge.cues["filler"]
        return cls(
            quantities=reader.quantities,
            things=reader.names,
            people=PersonNames(lists, relations, fillers, reader.corrector, is_word),
            numbers=reader.quantities.number_words,
            is_word=is_word,
        )

    def anonymous(self, line: str) -> str:
        """The line with placeholders; empty where it is not English, so that names in it cannot be told."""
        text = " ".join(line.replace("[", "(").replace("]", ")").split())[:LONGEST]
        for placeholder, pattern in _ADDRESSES:
            text = re.sub(pattern, placeholder, text, flags=re.IGNORECASE)
        amounts = self.quantities.read(text)
        text = _replaced(text, ((amount.start, amount.end, _measure(amount)) for amount in amounts))
        tokens = tuple(_tokens(text))
        if self._is_foreign(tokens):
            return ""
        text = _replaced(text, self._telling(tokens))
        for placeholder, run in _RUNS:
            text = run.sub(placeholder, text)
        return text

    def _is_foreign(self, tokens: Sequence[Token]) -> bool:
        said = [token.word for token in tokens if token.text[0].isalpha() and not self.people.is_common(token.word)]
        return len(said) >= _FEWEST and 2 * sum(map(self.is_word, said)) <= len(said)

    def _telling(self, tokens: Sequence[Token]) -> Iterator[tuple[int, int, str]]:
        """The numbers and names: start, end, and what stands for it."""
        names = self.people.find(tokens)
        things = self._parts_of_things(tokens)
        for at, token in enumerate(tokens):
            if at in things or token.text[0] == "[":
                continue
            is_number = not token.text[0].isalpha() or token.word in self.numbers
            if is_number and not _is_model(tokens, at):
                yield token.start, token.end, "[number]"
            elif at in names:
                yield token.start, token.end, "[name]"

    def _parts_of_things(self, tokens: Sequence[Token]) -> frozenset[int]:
        """The places of tokens that are part of a thing's name: the "John" of a herb, the "2" of an illness."""
        said = [(place, part) for place, token in enumerate(tokens) for part in words(token.text) or [token.text]]
        found = self.things.find([part for _, part in said])
        return frozenset(place for span in found for place, _ in said[span.start : span.end])


def readable(line: str) -> str:
    """An anonymous line as it can be understood again: any amount for one that was taken out, nothing for a name."""
    return " ".join(PLACEHOLDER.sub(lambda found: _READ_AS.get(found[0], ""), line).split())


def _tokens(text: str) -> Iterator[Token]:
    end = 0
    for match in _TOKEN.finditer(text):
        word = fold(match[0]).removesuffix("'s")
        yield Token(match.start(), match.end(), match[0], word, text[end : match.start()])
        end = match.end()


def _replaced(text: str, found: Iterable[tuple[int, int, str]]) -> str:
    for start, end, placeholder in reversed(list(found)):
        text = f"{text[:start]}{placeholder}{text[end:]}"
    return text


def _measure(amount: Quantity) -> str:
    return _MEASURES.get(amount.dimension, "[amount]")


def _is_model(tokens: Sequence[Token], at: int) -> bool:
    token = tokens[at]
    glued = at > 0 and not token.gap and tokens[at - 1].text[0].isalpha()
    return glued and token.text.isdecimal() and len(token.text) <= _MODEL
