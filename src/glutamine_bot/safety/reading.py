"""A line as tokens that patterns can be found in: cut, folded, spelled right, run-together words taken apart."""

from __future__ import annotations

import re
from collections.abc import Container, Iterable, Iterator, Mapping
from functools import cached_property

from glutamine_bot.domain.values import frozen
from glutamine_bot.language.normalizing import words
from glutamine_bot.safety.disguises import undisguised

MAX_CHARACTERS = 4_000
"""Of a line that is longer than twice this, only the first and the last so many characters are read."""

MAX_TOKENS = 1_200
"""Of more tokens than this, those in the middle are left out."""

MIN_FUZZY = 4
"""Shorter words are taken as they are: too many words are one slip away."""

MIN_LONG = 6
"""From this length on a word may have two slips."""

MIN_JOINED = 8
"""Shorter words are not taken apart into several."""

_MAX_READ = 4_000
_MAX_JOINED = 600
_MAX_WORD = 40
_REMEMBERED = 4_000

Token = tuple[str, ...]
"""The words that a token may stand for: several where its spelling leaves that open, none for a word of no interest."""

_VOWEL = re.compile(r"[aeiou]")
_DOUBLED = re.compile(r"([a-z])\1")
_BOUNDARY = re.compile(r"((?:(?<!\d)[.,]|[.,](?!\d)|[!?;:()\[\]{}\"\n\r\u2013\u2014\u00a1\u00bf]|\s[-~/]+\s|--)+)")
_HARD = frozenset("!?;\n\r\u00a1\u00bf")
_ELLIPSIS = re.compile(r"^\s*\.{2,}\s*$")


@frozen
class Reading:
    """The tokens of a line as typed and as read; `soft` and `hard` are the tokens before which the line breaks."""

    typed: tuple[str, ...]
    tokens: tuple[Token, ...]
    soft: frozenset[int]
    hard: frozenset[int]


def clipped(line: str) -> tuple[str, ...]:
    """What is read of a line, in parts that are each short enough to fold."""
    if len(line) <= MAX_CHARACTERS:
        return (line,)
    cut = line.rfind(" ", MAX_CHARACTERS // 2, MAX_CHARACTERS)
    cut = cut if cut > 0 else MAX_CHARACTERS
    return line[:cut], line[max(cut, len(line) - MAX_CHARACTERS) :]


@frozen
class RightWords:
    """Words that are no slips of others: some of the knowledge base, and common words of the language."""

    own: frozenset[str]
    common: Container[str]

    def __contains__(self, word: object) -> bool:
        return word in self.own or word in self.common


class Reader:
    """Reads lines with a vocabulary.

    `known` are the words that patterns name, `aliases` words that stand for several, `right` words that are no slip of
    a known one, `exact` known words that nothing is a slip of. `met` holds how likely words are read, as `as_text`
    gives it: that spares most lines the search.
    """

    def __init__(
        self,
        known: Iterable[str],
        aliases: Mapping[str, str],
        right: Container[str],
        exact: frozenset[str],
        met: Mapping[str, str],
    ) -> None:
        self._met = met
        self._aliases = {short: tuple(long.split()) for short, long in aliases.items()}
        self._known = frozenset(known)
        self._right = right
        self._exact = exact
        self._remembered: dict[str, tuple[Token, ...]] = {}
        self._near: dict[tuple[str, int], list[str]] = {}
        self._skeletons: dict[str, list[str]] = {}

    @cached_property
    def _pieces(self) -> frozenset[str]:
        """What a word that was run together with others can be."""
        return frozenset(word for word in self._known if len(word) > 1).union(self._aliases)

    def read(self, line: str) -> Reading:
        """The line read; every token stands for known words, or for none."""
        typed: list[str] = []
        tokens: list[Token] = []
        soft: set[int] = set()
        hard: set[int] = set()
        parts = clipped(line)
        for part in parts:
            start = len(tokens)
            for index, segment in enumerate(_BOUNDARY.split(undisguised(part))):
                if index % 2:
                    (hard if _is_hard(segment) else soft).add(len(tokens))
                elif len(tokens) - start < _MAX_READ:
                    self._take(segment, typed, tokens)
            hard.add(len(tokens))
        return _trimmed(Reading(tuple(typed), tuple(tokens), frozenset(soft), frozenset(hard)))

    def as_text(self, word: str) -> str:
        """How a word is read: its tokens apart by commas, what each may stand for by slashes."""
        return ",".join(map("/".join, self._resolve(word)))

    def _take(self, segment: str, typed: list[str], tokens: list[Token]) -> None:
        for word in words(segment, MAX_TOKENS):
            for token in self._resolve(word):
                typed.append(word)
                tokens.append(token)

    def _resolve(self, word: str) -> tuple[Token, ...]:
        if word in self._known:
            return ((word,),)
        found = self._remembered.get(word)
        if found is None:
            if len(self._remembered) >= _REMEMBERED:
                self._remembered.clear()
            met = self._met.get(word)
            found = self._remembered[word] = self._search(word) if met is None else _tokens_of(met)
        return found

    def _search(self, word: str) -> tuple[Token, ...]:
        if word[-1] == "s" and word not in self._aliases and word[:-1] in self._aliases and len(word) > MIN_FUZZY:
            word = word[:-1]
        if word in self._aliases:
            return tuple((part,) if part in self._known else () for part in self._aliases[word])
        if len(word) < MIN_FUZZY or word in self._right or not word[0].isalpha():
            return ((),)
        near = self._spelled(word) if len(word) <= _MAX_WORD else ()
        near = near or (self._without_vowels(word) if _VOWEL.search(word) is None else ())
        if near:
            return (near,)
        if len(word) < MIN_JOINED:
            return self._halved(word) or ((),)
        return self._taken_apart(word) or ((),)

    def _halved(self, word: str) -> tuple[Token, ...] | None:
        """A short word taken apart at a pronoun ("icant", "killme"); None where the rest is no known word."""
        for cut in range(1, len(word) - 1):
            head, tail = word[:cut], word[cut:]
            if (head in _LEADING and tail in self._pieces) or (tail in _TRAILING and head in self._pieces):
                return tuple(token for part in (head, tail) for token in self._resolve(part))
        return None

    def _without_vowels(self, word: str) -> Token:
        """The known words that are left like this when vowels and doubled letters are left out ("brthng", "tdlr")."""
        if not self._skeletons:
            for known in sorted(self._known):
                if len(known) >= MIN_FUZZY:
                    self._skeletons.setdefault(_skeleton(known), []).append(known)
        return tuple(self._skeletons.get(_skeleton(word), ()))

    def _spelled(self, word: str) -> Token:
        """The known words that the word is nearest to, where it is near enough to any."""
        from rapidfuzz.distance import OSA  # here, since most lines have no slip and this takes long to load

        best = 2 if len(word) >= MIN_LONG else 1
        found: dict[str, None] = {}
        for candidate in self._near_to(word, best):
            edits = OSA.distance(word, candidate, score_cutoff=best)
            if edits > 1 and (word[0] != candidate[0] or len(candidate) <= MIN_LONG):
                continue
            if edits < best:
                found.clear()
                best = edits
            if edits == best:
                found[candidate] = None
        return tuple(found)

    def _index(self) -> None:
        """Sorts the known words by each of their first two letters and by length, when first needed."""
        for word in sorted(self._known - self._exact):
            if len(word) >= MIN_FUZZY:
                for letter in dict.fromkeys(word[:2]):
                    self._near.setdefault((letter, len(word)), []).append(word)

    def _near_to(self, word: str, slips: int) -> Iterator[str]:
        """The known words that share one of their first two letters with a word's and are about as long."""
        if not self._near:
            self._index()
        for length in range(len(word) - slips, len(word) + slips + 1):
            for letter in dict.fromkeys(word[:2]):
                yield from self._near.get((letter, length), ())

    def _taken_apart(self, word: str) -> tuple[Token, ...] | None:
        """The known words run together in a word, with an empty token for what lies between; None for too few."""
        word = word[:_MAX_JOINED]
        cost = [0.0]
        back = [(0, False)]
        for end in range(1, len(word) + 1):
            best, origin = cost[end - 1] + _UNKNOWN_LETTER, (end - 1, False)
            for start in range(max(0, end - _LONGEST_PIECE), end - 1):
                if word[start:end] in self._pieces:
                    price = cost[start] + _PIECE + (_SHORT_PIECE if end - start < _SHORT else 0.0)
                    if price < best:
                        best, origin = price, (start, True)
            if word[end - 1] in _SINGLE and cost[end - 1] + _SINGLE_PIECE < best:
                best, origin = cost[end - 1] + _SINGLE_PIECE, (end - 1, True)
            cost.append(best)
            back.append(origin)
        return self._pieces_of(word, back)

    def _pieces_of(self, word: str, back: list[tuple[int, bool]]) -> tuple[Token, ...] | None:
        tokens: list[Token] = []
        covered, end = 0, len(word)
        while end:
            start, known = back[end]
            if known:
                covered += end - start
                piece = [token for part in words(word[start:end]) for token in self._resolve(part)]
                tokens[:0] = piece
            elif not tokens or tokens[0]:
                tokens.insert(0, ())
            end = start
        return tuple(tokens) if covered >= _LEAST_COVERED * len(word) else None


def _tokens_of(text: str) -> tuple[Token, ...]:
    return tuple(tuple(token.split("/")) if token else () for token in text.split(","))


def _trimmed(reading: Reading) -> Reading:
    """The reading without what is in the middle of too many tokens."""
    surplus = len(reading.tokens) - MAX_TOKENS
    if surplus <= 0:
        return reading
    half = MAX_TOKENS // 2
    soft, hard = (
        frozenset(index if index <= half else index - surplus for index in breaks if not half < index < half + surplus)
        for breaks in (reading.soft, reading.hard)
    )
    return Reading(
        reading.typed[:half] + reading.typed[half + surplus :],
        reading.tokens[:half] + reading.tokens[half + surplus :],
        soft,
        hard | {half},
    )


def _skeleton(word: str) -> str:
    """The consonants of a word, doubled ones once."""
    return _DOUBLED.sub(r"\1", _VOWEL.sub("", word))


def _is_hard(boundary: str) -> bool:
    """Whether a run of punctuation ends a sentence; dots in a row are a pause."""
    if _ELLIPSIS.match(boundary):
        return False
    return "." in boundary or not _HARD.isdisjoint(boundary)


_LEADING = frozenset(["i", "im", "he", "she", "my", "we"])
_TRAILING = frozenset(["me", "it"])
_SINGLE = frozenset("ia")
_LONGEST_PIECE = 16
_UNKNOWN_LETTER = 1.5
_PIECE = 0.6
_SHORT = 4
_SHORT_PIECE = 0.8
_SINGLE_PIECE = 1.6
_LEAST_COVERED = 0.75
