"""What a mention of a condition says of whom: stated, denied, past, supposed, or only named."""

from collections.abc import Collection, Mapping, Sequence

from glutamine_bot.domain.utterance import SELF, Stance

ANOTHER = "another"
"""The holder of what is said of somebody who is not named."""

_NEAR = 7  # words before a mention that can still speak of it


class StanceReader:
    """Reads holder and stance of a mention from the words around it.

    `cues` are the English cue lists by name; `relations` maps a word ("wife", "dad") to the relation it names.
    """

    __slots__ = (
        "_askers",
        "_denials",
        "_lasting",
        "_links",
        "_modals",
        "_of_self",
        "_owners",
        "_past",
        "_past_after",
        "_past_verbs",
        "_pronouns",
        "_relations",
        "_self",
        "_suppositions",
        "_well_after",
    )

    def __init__(self, cues: Mapping[str, Collection[str]], relations: Mapping[str, Collection[str]]) -> None:
        self._relations = {word: relation for relation, said in relations.items() for word in said}
        self._self = frozenset(cues["self_words"])
        self._owners = frozenset(cues["owners"])
        self._of_self = tuple(cues["of_self"])
        self._pronouns = frozenset(cues["pronouns_he_she"])
        self._links = frozenset(cues["links"])
        self._askers = frozenset(cues["askers"])
        self._modals = frozenset(cues["modals"])
        self._denials = tuple(cues["negations"])
        self._past = tuple(cues["past"])
        self._suppositions = tuple(cues["suppositions"])
        self._past_verbs = frozenset(cues["past_verbs"])
        self._past_after = tuple(cues["past_after"])
        self._well_after = tuple(cues["well_after"])
        self._lasting = frozenset(cues["lasting"])

    def people(self, said: Sequence[str]) -> tuple[str, ...]:
        """The relations that words name ("wife", "father"), in order, each once."""
        return tuple(dict.fromkeys(self._relations[word] for word in said if word in self._relations))

    def speaks_of_self(self, said: Sequence[str]) -> bool:
        """Whether the words speak of the one who writes."""
        return _has(said, self._of_self)

    def speaks_of_another(self, said: Sequence[str]) -> bool:
        """Whether the words speak of a "she", "he" or "they"."""
        return not self._pronouns.isdisjoint(said)

    def is_relation(self, holder: str) -> bool:
        """Whether a holder is a relation, neither the writer nor a pronoun."""
        return holder in self._relations.values()

    def holder(self, said: Sequence[str], start: int, end: int) -> str:
        """Whose condition it is: SELF, a relation, a pronoun as it stands, or empty where nobody is named."""
        if start and end < len(said) and said[end] in self._relations and said[end - 1] != said[end]:
            return self._relations[said[end]]
        for word in reversed(said[max(0, start - _NEAR) : start]):
            if word in self._relations:
                return self._relations[word]
            if word in self._self:
                return SELF
            if word in self._pronouns:
                return word
        return ""

    def measured(self, said: Sequence[str], at: int) -> str:
        """Whose weight or age stands at a word: as `holder`, but "my 7 year old" is somebody else, ANOTHER."""
        if at and said[at - 1] in self._owners:
            return ANOTHER
        return self.holder(said, at, at)

    def stance(self, said: Sequence[str], start: int, end: int, *, stated: bool) -> Stance:
        """How the mention at words `start` to `end` is meant; `stated` where its own words already state it."""
        before, after = said[max(0, start - _NEAR) : start], said[end : end + _NEAR]
        if _has(said[:start], self._suppositions):
            return Stance.SUPPOSED
        if self._denied(before):
            return Stance.DENIED
        if _begins_with(after, self._well_after):
            return Stance.DENIED
        linked = self._linked(before)
        told = before[max(0, len(before) - len(linked) - 2) :]
        if self._over((*linked, *said[start:end]), after) or _has(told, [cue for cue in self._past if " " in cue]):
            return Stance.PAST
        return Stance.HOLDS if stated or self._states(said, start, end) else Stance.NAMED

    def _linked(self, before: Sequence[str]) -> Sequence[str]:
        """The unbroken run of linking words right before a mention: "was a" of "because i was a"."""
        first = len(before)
        while first and (before[first - 1] in self._links or before[first - 1].isdigit()):
            first -= 1
        return before[first:]

    def _over(self, linked: Sequence[str], after: Sequence[str]) -> bool:
        """Whether it is told as past: "was", not "was diagnosed with"; "had" only with "years ago" or the like."""
        if not self._lasting.isdisjoint(linked):
            return False
        ended = _has(after, self._past_after)
        return _has(linked, self._past) or (ended and not self._past_verbs.isdisjoint(linked))

    def _denied(self, before: Sequence[str]) -> bool:
        linked = self._linked(before)
        rest = before[: len(before) - len(linked)]
        phrases = [denial for denial in self._denials if " " in denial]
        if not (_ends_with(rest, self._denials) or _has(linked, self._denials) or _has([*rest[-1:], *linked], phrases)):
            return False
        return self._modals.isdisjoint(rest[-2:])

    def _states(self, said: Sequence[str], start: int, end: int) -> bool:
        """Whether the words before say that somebody is, has or takes it: only linking words lie between."""
        if end < len(said) and said[end] in self._relations:
            return start > 0 and said[start - 1] in (*self._self, *self._pronouns)
        rest = said[: start - len(self._linked(said[:start]))]
        if rest[-2:-1] and rest[-2] in self._askers:
            return False  # "can i take ..." asks
        if not rest:
            return start > 0  # "been prescribed ...", "on ..."
        return rest[-1] in self._self or rest[-1] in self._relations or rest[-1] in self._pronouns


def _begins_with(said: Sequence[str], phrases: Collection[str]) -> bool:
    text = f"{' '.join(said)} "
    return any(text.startswith(f"{phrase} ") for phrase in phrases)


def _has(said: Sequence[str], phrases: Collection[str]) -> bool:
    text = f" {' '.join(said)} "
    return any(f" {phrase} " in text for phrase in phrases)


def _ends_with(said: Sequence[str], phrases: Collection[str]) -> bool:
    text = f" {' '.join(said)}"
    return any(text.endswith(f" {phrase}") for phrase in phrases)
