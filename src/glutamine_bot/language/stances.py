"""What a mention of a condition says: stated, denied, past, supposed, or only named."""

from collections.abc import Collection, Mapping, Sequence

from glutamine_bot.domain.utterance import Stance
from glutamine_bot.language.people import NEAR, PeopleReader
from glutamine_bot.language.phrases import WordSets, begins_with, ends_with, has


class StanceReader:
    """Reads the stance of a mention from the words around it. `cues` are the English cue lists by name."""

    __slots__ = ("_cues", "_people", "_sets")

    def __init__(self, cues: Mapping[str, Collection[str]], people: PeopleReader) -> None:
        self._cues = cues
        self._people = people
        self._sets = WordSets(cues)

    def stance(self, said: Sequence[str], start: int, end: int, *, stated: bool) -> Stance:
        """How the mention at words `start` to `end` is meant; `stated` where its own words already state it."""
        before, after = said[max(0, start - NEAR) : start], said[end : end + NEAR]
        if has(said[:start], self._cues["suppositions"]):
            return Stance.SUPPOSED
        if has(before, self._cues["found_out"]):
            return Stance.HOLDS  # "before i knew i was pregnant"
        if ends_with(said[:end], self._cues["once_young"]):
            return Stance.PAST
        linked = self._linked(before)
        if has((*linked, *said[start:end]), self._cues["ended"]):
            still = ends_with(before[: len(before) - len(linked)], self._cues["negations"])
            return Stance.HOLDS if still else Stance.PAST  # "i have not stopped nursing"
        if self._denied(before) or any(begins_with(said[at:], self._cues["well_after"]) for at in (end - 1, end)):
            return Stance.DENIED
        if self._past(before, (*linked, *said[start : start + 1]), after):
            return Stance.PAST
        told = stated or self._people.is_ones_own(said, start, end) or self._is_owned(said, start, end)
        told = told or self._people.is_told_of_self(said, end) or self._states(said, start, end)
        return Stance.HOLDS if told else Stance.NAMED

    def joined(self, between: Sequence[str]) -> bool:
        """Whether what stands on either side of words is said of the same person: "liver disease and epilepsy"."""
        told = not (self._sets["and_words"] | self._sets["stating"]).isdisjoint(between)
        return told and self._sets["links"].issuperset(between)

    def is_alone(self, said: Sequence[str], start: int, end: int) -> bool:
        """Whether nothing but asides stands beside a mention, as in "kidney patient here" and "currently pregnant"."""
        return self._sets["beside_a_condition"].issuperset((*said[:start], *said[end:]))

    def handed_on(self, said: Sequence[str], end: int) -> str:
        """Whose it is said to be instead, after a mention that is denied: "not epileptic myself but my twin is".

        Empty where nobody is named so.
        """
        at = end
        while at < len(said) and said[at] in self._sets["but_then"]:
            at += 1
        if at + 1 >= len(said) or said[at + 1] not in self._sets["also_does"]:
            return ""
        ends = at + 2 == len(said) or said[at + 2] in self._sets["after_also"]
        return self._people.relation(said, at) if ends else ""

    def _is_owned(self, said: Sequence[str], start: int, end: int) -> bool:
        """Whether something is told of one's own condition, or one speaks as having it: "my epilepsy is stable"."""
        if start > 1 and said[start - 2] in self._sets["speaking_as"] and said[start - 1] in self._sets["owners"]:
            return True  # "as a pregnant woman"
        owned = start > 0 and said[start - 1] in self._sets["possessives"]
        if owned and start > 1 and said[start - 2] in self._sets["on_account_of"]:
            return said[end - 1] not in self._sets["organs"]  # "for my epilepsy", not "for my kidneys"
        return owned and end < len(said) and said[end] in self._sets["told_of"]

    def _linked(self, before: Sequence[str]) -> Sequence[str]:
        """The unbroken run of linking words right before a mention: "was a" of "because i was a"."""
        first = len(before)
        while first and (before[first - 1] in self._sets["links"] or before[first - 1].isdigit()):
            first -= 1
        return before[first:]

    def _is_described(self, before: Sequence[str], linked: Sequence[str]) -> bool:
        """Whether nothing but a description of a person leads up to it: "I'm a 70 kg man with", "60 kg woman on"."""
        described = self._sets["described_as"]
        known = self._sets["links"] | self._sets["self_words"] | described
        ends = not self._sets["described_with"].isdisjoint(linked[-1:])
        return (
            ends
            and not described.isdisjoint(before)
            and known.issuperset(before)
            and self._sets["for_whom"].isdisjoint(before)
        )

    def _goes_on(self, rest: Sequence[str], linked: Sequence[str]) -> bool:
        """Whether somebody tells of themselves in a sentence that goes on: "I work nights and take"."""
        told = self._sets["self_words"] | self._sets["pronouns_he_she"]
        having = not self._sets["having"].isdisjoint(linked)
        asked = self._sets["askers"] | self._sets["asking"] | self._sets["suppositions"]
        return having and linked[0] in self._sets["and_words"] and rest[0] in told and asked.isdisjoint(rest)

    def _past(self, before: Sequence[str], linked: Sequence[str], after: Sequence[str]) -> bool:
        """Whether it is told as past, by the words that link it, those near them or those after it."""
        near = before[max(0, len(before) - len(self._linked(before)) - 2) :]
        if self._over(linked, after) or has(near, [cue for cue in self._cues["past"] if " " in cue]):
            return True
        once = before[-2:-1] and before[-2] in self._sets["describing"]
        return bool(once) and not self._sets["past_verbs"].isdisjoint(before)  # "she had fits as a child"

    def _over(self, linked: Sequence[str], after: Sequence[str]) -> bool:
        """Whether it is told as past: "was", not "was diagnosed with"; "had" only with "years ago" or the like."""
        if not self._sets["lasting"].isdisjoint(linked):
            return False
        ended = has(after, self._cues["past_after"])
        return has(linked, self._cues["past"]) or (ended and not self._sets["past_verbs"].isdisjoint(linked))

    def _denied(self, before: Sequence[str]) -> bool:
        linked = self._linked(before)
        rest = before[: len(before) - len(linked)]
        denials = self._cues["negations"]
        phrases = [denial for denial in denials if " " in denial]
        if not (ends_with(rest, denials) or has(linked, denials) or has([*rest[-1:], *linked], phrases)):
            return False
        return self._sets["modals"].isdisjoint(rest[-2:])

    def _states(self, said: Sequence[str], start: int, end: int) -> bool:
        """Whether the words before say that somebody is, has or takes it: only linking words lie between."""
        if self._people.names_relation(said, end):
            told = self._sets["self_words"] | self._sets["pronouns_he_she"]
            return start == 0 or said[start - 1] in told
        linked = self._linked(said[:start])
        rest = said[: start - len(linked)]
        if rest[-2:-1] and rest[-2] in self._sets["askers"]:
            return False  # "can i take ..." asks
        if linked and linked[0] in self._sets["for_whom"]:
            return False  # "tell me about ..." asks
        if self._is_described(said[:start], linked):
            return True
        if rest:
            return self._people.is_subject(said, len(rest) - 1) or self._goes_on(rest, linked)
        if len(linked) > 1 and linked[0] in self._sets["asking_be"]:
            return False  # "are my kidneys ..." asks
        return not self._sets["stating"].isdisjoint(linked)  # "been prescribed ...", "on ..."
