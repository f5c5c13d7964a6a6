"""Telling names of people from other words, by a list of common ones, by capitals and by what stands around them."""

from collections.abc import Callable, Container, Iterable, Mapping, Sequence
from typing import Final

from glutamine_bot.domain.values import frozen

_BREATH: Final = 5  # words before a name that can introduce it
_FEWEST: Final = 3  # words of a line from which its capitals can be compared
_MOST_CAPITALS: Final = 0.6  # share of capitalised words above which a capital tells nothing
_SENTENCE_ENDS: Final = frozenset('.!?:;"\n')
_WITHIN_A_NAME: Final = ("", " ", "-", ". ")


@frozen
class Token:
    """A word or number of a line.

    `start` and `end` are characters of the line, `text` is what stands there, `word` the same folded and without a
    possessive's ending, `gap` what stands between it and the token before.
    """

    start: int
    end: int
    text: str
    word: str
    gap: str

    @property
    def is_capitalised(self) -> bool:
        """Whether it begins with a capital and is no abbreviation."""
        return self.text[0].isupper() and not (len(self.text) > 1 and self.text.isupper())

    @property
    def opens(self) -> bool:
        """Whether a sentence may begin with it, so that its capital tells nothing."""
        return not _SENTENCE_ENDS.isdisjoint(self.gap)


class PersonNames:
    """Tells names of people.

    `lists` are those of english/names.yaml, `relations` the words for relatives, `fillers` words that are never names
    when written small. `subject` holds the words of the knowledge base; `is_word` tells whether a word is one of these
    or of the dictionary, slips of the pen included.
    """

    __slots__ = ("_fillers", "_is_word", "_lists", "_openings", "_relatives", "_subject")

    def __init__(
        self,
        lists: Mapping[str, Iterable[str]],
        relations: Iterable[str],
        fillers: Iterable[str],
        subject: Container[str],
        is_word: Callable[[str], bool],
    ) -> None:
        self._lists = {key: frozenset(said) for key, said in lists.items()}
        self._relatives = self._lists["titles"].union(relations)
        self._openings = tuple(f" {phrase}" for key in ("introduced_by", "addressed_by") for phrase in lists[key])
        self._fillers = frozenset(fillers)
        self._subject = subject
        self._is_word = is_word

    def is_common(self, word: str) -> bool:
        """Whether a word is a common given name, whatever stands around it."""
        return word in self._lists["given"]

    def find(self, tokens: Sequence[Token]) -> frozenset[int]:
        """The places of the tokens that are names."""
        found: set[int] = set()
        telling = _capitals_tell(tokens)
        for at, token in enumerate(tokens):
            if token.text[0].isalpha() and self._is_name(tokens, at, telling=telling, follows_name=at - 1 in found):
                found.add(at)
        return frozenset(found)

    def _is_name(self, tokens: Sequence[Token], at: int, *, telling: bool, follows_name: bool) -> bool:
        token = tokens[at]
        word, lists = token.word, self._lists
        capital = telling and self._stands_out(tokens, at)
        if self.is_common(word):
            return True
        if word in self._fillers and not capital:
            return word in lists["given_and_words"] and self._acts(tokens, at)
        introduced = self._is_introduced(tokens, at)
        if follows_name and token.gap in _WITHIN_A_NAME:
            return capital or word in lists["family"] or word in lists["given_and_words"] or not self._is_word(word)
        if word in lists["given_and_words"]:
            return capital or introduced or self._acts(tokens, at)
        if introduced:
            titled = _before(tokens, at, 1).strip() in lists["titles"]
            return capital or not self._is_word(word) or (titled and word in lists["family"])
        if self._is_word(word):
            return False
        return capital or (telling and token.is_capitalised and self._begins_with_name(tokens, at))

    def _stands_out(self, tokens: Sequence[Token], at: int) -> bool:
        """Whether a token has a capital for no other reason than that it is a name."""
        token = tokens[at]
        plain = at == 0 or token.opens or token.word in self._lists["capitalised"] or token.word in self._subject
        return token.is_capitalised and not plain

    def _is_introduced(self, tokens: Sequence[Token], at: int) -> bool:
        """Whether what stands before a word makes it a name unless it is known as another word."""
        before = _before(tokens, at, _BREATH)
        return before.rpartition(" ")[2] in self._relatives or before.endswith(self._openings)

    def _begins_with_name(self, tokens: Sequence[Token], at: int) -> bool:
        following = tokens[at + 1] if at + 1 < len(tokens) else None
        full = following is not None and following.is_capitalised and not self._is_word(following.word)
        return (at == 0 or tokens[at].opens) and (full or self._acts(tokens, at))

    def _acts(self, tokens: Sequence[Token], at: int) -> bool:
        """Whether a sentence begins with this token and goes on as one about somebody does."""
        starts = at == 0 or tokens[at].opens
        return starts and at + 1 < len(tokens) and tokens[at + 1].word in self._lists["acted_by"]


def _capitals_tell(tokens: Sequence[Token]) -> bool:
    """Whether capitals set words apart in a line, or it has them everywhere."""
    said = [token for token in tokens if token.text[0].isalpha()]
    return len(said) < _FEWEST or sum(token.text[0].isupper() for token in said) <= _MOST_CAPITALS * len(said)


def _before(tokens: Sequence[Token], at: int, most: int) -> str:
    """The few words before a token in its sentence, each after a blank."""
    said = ""
    for place in range(at, max(at - most, 0), -1):
        if tokens[place].opens:
            break
        said = " " + tokens[place - 1].word.replace("'", "") + said
    return said
