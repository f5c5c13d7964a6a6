"""Whom words are about: the one who writes, somebody named by a relation, or a pronoun."""

from collections.abc import Collection, Mapping, Sequence

from glutamine_bot.domain.utterance import SELF
from glutamine_bot.language.phrases import WordSets, ends_with, has, without

ANOTHER = "another"
"""The holder of what is said of somebody who is not named."""

NEAR = 7
"""Words before a mention that can still speak of it."""

_DESCRIBED = 4  # words before "mum" in which "i am a …" is looked for


class PeopleReader:
    """Finds the people in words.

    `cues` are the English cue lists by name; `relations` maps a relation to the words for it ("wife", "missus").
    """

    __slots__ = ("_asides", "_cues", "_relations", "_sets")

    def __init__(self, cues: Mapping[str, Collection[str]], relations: Mapping[str, Collection[str]]) -> None:
        self._relations = {word: relation for relation, said in relations.items() for word in said}
        self._cues = cues
        self._sets = WordSets(cues)
        self._asides = sorted(cues["of_self_only_asking"], key=len, reverse=True)

    def _is(self, cue: str, word: str) -> bool:
        return word in self._sets[cue]

    def people(self, said: Sequence[str]) -> tuple[str, ...]:
        """The relations that words name ("wife", "father"), in order, each once; "i am a mum" names nobody else."""
        tells = not self.speaks_of_another(said)
        named = (self.relation(said, at) for at in range(len(said)) if not (tells and self._is_teller(said, at)))
        return tuple(dict.fromkeys(relation for relation in named if relation))

    def people_ruled_out(self, said: Sequence[str]) -> tuple[str, ...]:
        """The relations in "not my wife", SELF for "not me", where the words say who is not meant."""
        named = ((at, self._relations[word]) for at, word in enumerate(said) if word in self._relations)
        found = tuple(relation for at, relation in named if self._is_ruled_out(said, at))
        return (*found, SELF) if has(said, self._cues["not_self"]) else found

    def speaks_of_self(self, said: Sequence[str]) -> bool:
        """Whether the words speak of the one who writes, other than as one who gives it to somebody."""
        meant = without(said, self._asides)
        return has(meant, self._cues["of_self"]) and self._sets["giving"].isdisjoint(said)

    def speaks_of_another(self, said: Sequence[str]) -> bool:
        """Whether the words speak of a "she", "he" or "they"."""
        return not self._sets["pronouns_he_she"].isdisjoint(said)

    def speaks_of_adults(self, said: Sequence[str]) -> bool:
        """Whether the words ask for grown-up people in general."""
        return has(said, self._cues["of_adults"])

    def takes_itself(self, said: Sequence[str]) -> bool:
        """Whether the words ask what the one who writes may take: "can i take what my wife takes?"."""
        if not self._sets["giving"].isdisjoint(said) or not has(said, self._cues["takes_itself"]):
            return False
        others = (at for at in range(len(said)) if self.relation(said, at))
        return all(self._sets["for_whom"].isdisjoint(said[max(0, at - 2) : at]) for at in others)

    def is_relation(self, holder: str) -> bool:
        """Whether a holder is a relation, neither the writer nor a pronoun."""
        return holder in self._relations.values()

    def names_relation(self, said: Sequence[str], at: int) -> bool:
        """Whether a word is one for a relation, whoever is meant by it."""
        return at < len(said) and said[at] in self._relations

    def relation(self, said: Sequence[str], at: int) -> str:
        """The relation that a word names; empty where it names none, describes the one who writes, or is ruled out."""
        relation = self._relations.get(said[at]) or self._possessed(said, at)
        return "" if relation and (self._is_of_self(said, at) or self._is_ruled_out(said, at)) else relation

    def is_ones_own(self, said: Sequence[str], start: int, end: int) -> bool:
        """Whether a mention is the word for somebody's relation: "my toddler", not "toddlers"."""
        named = start > 0 and self._is("possessives", said[start - 1]) and bool(self.relation(said, end - 1))
        return named and self.names_relation(said, end - 1)

    def is_told_of_self(self, said: Sequence[str], end: int) -> bool:
        """Whether a mention tells who is writing: "insulin user here"."""
        return not self._sets["here"].isdisjoint(said[end : end + 2])

    def is_subject(self, said: Sequence[str], at: int) -> bool:
        """Whether a word is somebody of whom the words after it tell: "i", "she", "my wife"."""
        return (
            self._is("self_words", said[at]) or self._is("pronouns_he_she", said[at]) or bool(self.relation(said, at))
        )

    def holder(self, said: Sequence[str], start: int, end: int, *, stated: bool = False) -> str:
        """Whose condition it is: SELF, a relation, a pronoun as it stands, or empty where nobody is named.

        `stated` tells that the mention says itself that it holds, and perhaps of whom: "wife is expecting".
        """
        if self.is_told_of_self(said, end) or (stated and self._is("self_words", said[start])):
            return SELF
        if stated and self.relation(said, start):
            return self.relation(said, start)
        if self.is_ones_own(said, start, end):
            return self.relation(said, end - 1)  # "my little brother"
        if self.names_relation(said, end) and said[end - 1] != said[end]:
            itself = start == 0 and self._is("beside_a_condition", said[end])  # "kidney patient"
            return SELF if itself else self.relation(said, end)
        return self._before(said, start)

    def measured(self, said: Sequence[str], at: int) -> str:
        """Whose weight or age stands at a word: as `holder`, but "my 7 year old" is somebody else, ANOTHER."""
        if at and self._is("owners", said[at - 1]):
            return ANOTHER
        return self.holder(said, at, at)

    def _before(self, said: Sequence[str], start: int) -> str:
        """Whoever is named last before a word; "mine" in "a friend of mine" is the friend."""
        for at in range(start - 1, max(0, start - NEAR) - 1, -1):
            relation = self.relation(said, at)
            if relation:
                return relation
            if self._is("self_words", said[at]) and not self._is("of_mine", said[at]):
                return SELF
            if self._is("pronouns_he_she", said[at]):
                return said[at]
        return ""

    def _is_teller(self, said: Sequence[str], at: int) -> bool:
        """Whether somebody is named as one who says or gives something: "my mate swears by it"."""
        return not self._sets["tellers"].isdisjoint(said[at + 1 : at + 3])

    def _is_ruled_out(self, said: Sequence[str], at: int) -> bool:
        """Whether a relation is said not to be meant: "it is not for a child"; "why not for a child" asks for one."""
        start = at
        while start and (self._is("owners", said[start - 1]) or self._is("for_whom", said[start - 1])):
            start -= 1
        before = said[:start]
        return (
            start < at and ends_with(before, self._cues["negations"]) and not ends_with(before, self._cues["why_not"])
        )

    def _possessed(self, said: Sequence[str], at: int) -> str:
        """The relation in "my wifes pregnant" and "sons 7": a possessive without its apostrophe."""
        word = said[at]
        owned = at == 0 or self._is("possessives", said[at - 1])
        return self._relations.get(word[:-1], "") if owned and word.endswith("s") else ""

    def _is_of_self(self, said: Sequence[str], at: int) -> bool:
        """Whether a relation is what one says to be oneself: "i am a nursing mum", "dialysis patient here"."""
        if said[at + 1 : at + 2] and self._is("here", said[at + 1]):
            return True
        if self._is("of_nobody_else", said[at]) and not (at and self._is("owners", said[at - 1])):
            return True  # "kidney patient", not "my patient"
        for word in reversed(said[max(0, at - _DESCRIBED) : at]):
            if self._is("possessives", word) or word in self._relations:
                return False
            if self._is("describing", word):
                return True
        return False
