"""Recognising lines that steer the conversation: "say that again", "source?", "the second one"."""

from collections.abc import Iterable, Mapping, Sequence
from enum import StrEnum

from glutamine_bot.domain.reply import Option
from glutamine_bot.domain.values import frozen
from glutamine_bot.language.normalizing import words
from glutamine_bot.language.phrases import has
from glutamine_bot.language.stemming import stem

LONGEST = 9
"""Words of a line beyond which it is no mere steering."""

CLOSE = 0.88
"""Least similarity, 1 - edits / length, at which a line is taken for a phrase of an act."""


class Act(StrEnum):
    """What a line asks of the conversation itself; the keys of the English list of acts."""

    REPEAT = "repeat"
    FIGURE = "figure"
    SHORTER = "shorter"
    MORE = "more"
    SOURCE = "source"
    UNDERSTOOD = "understood"
    START_OVER = "start_over"
    FORGET = "forget"
    NOT_ME = "not_me"
    FRUSTRATION = "frustration"
    WHY = "why"
    PROFILE = "profile"
    AFFIRM = "affirm"
    HELP = "help"


_BEGINNING = (Act.FORGET, Act.START_OVER)
"""Acts that a line may begin with: "forget that about my kidneys"."""


@frozen
class ActReader:
    """Recognises acts and choices. `phrases` maps a normalised line to its act; `cues` are the English word lists."""

    phrases: Mapping[str, Act]
    cues: Mapping[str, Sequence[str]]

    @classmethod
    def of(cls, cues: Mapping[str, Sequence[str]]) -> "ActReader":
        """The reader of the English cue lists."""
        phrases = ((words(phrase), act) for act in Act for phrase in cues[act.value])
        return cls(
            {" ".join(w for w in said if w not in cues["polite"]) or " ".join(said): act for said, act in phrases}, cues
        )

    def read(self, said: Sequence[str]) -> Act | None:
        """The act that a line of normalised words is as a whole, if it is one."""
        if not said or len(said) > LONGEST:
            return None
        line = " ".join(word for word in said if word not in self.cues["polite"]) or " ".join(said)
        if line in self.phrases:
            return self.phrases[line]
        begun = (act for phrase, act in self.phrases.items() if " " in phrase and line.startswith(f"{phrase} "))
        beginning = next((act for act in begun if act in _BEGINNING), None)
        if beginning:
            return beginning
        near = _nearest(line, self.phrases) if len(line) > LONGEST else None
        return self.phrases[near] if near else self._by_words(said)

    def _by_words(self, said: Sequence[str]) -> Act | None:
        """The act that the words of a line make, in whatever order, where it says nothing else."""
        if has(said, self.cues["figure"]) and self._says_no_more(said, "impatience"):
            return Act.FIGURE
        source = all(self._has_any(said, cue) for cue in ("source_words", "source_points", "source_asks"))
        if source and self._says_no_more(said, "source_words", "source_asks"):
            return Act.SOURCE
        if has(said, self.cues["enough"]) and self._says_no_more(
            said, "enough_words", "insults", "meant_for_bot", "impatience"
        ):
            return Act.FRUSTRATION
        hard = self._has_any(said, "insults") and self._has_any(said, "meant_for_bot")
        if hard and self._says_no_more(said, "insults", "meant_for_bot", "impatience"):
            return Act.FRUSTRATION
        return None

    def _has_any(self, said: Sequence[str], cue: str) -> bool:
        return any(word in self.cues[cue] for word in said)

    def _says_no_more(self, said: Sequence[str], *cues: str) -> bool:
        """Whether a line has no words but fillers and those of the cues."""
        return all(any(word in self.cues[cue] for cue in ("filler", "polite", *cues)) for word in said)

    def is_other_one(self, said: Sequence[str]) -> bool:
        """Whether a line picks what was passed over in a choice."""
        return " ".join(said) in self.cues["other_one"]

    def chosen(self, said: Sequence[str], options: Sequence[Option], *, asked_which: bool) -> Option | None:
        """The option that a line picks by number or by ordinal, or by its words where it was asked which is meant."""
        if not options or not said:
            return None
        number = self._number(said)
        if number is not None:
            return options[number] if number < len(options) else None
        content = [word for word in said if word not in self.cues["filler"]] or list(said)
        return _by_words(content, options) if asked_which and content else None

    def is_bare_number(self, said: Sequence[str]) -> bool:
        """Whether a line is nothing but a number of an option, in range or not."""
        return len(said) == 1 and said[0].isdigit()

    def _number(self, said: Sequence[str]) -> int | None:
        ignored = (*self.cues["choosing"], *self.cues["ordinal_endings"])
        rest = [word for word in said if word not in ignored] or list(said)
        if len(rest) != 1:
            return None
        if rest[0].isdigit():
            return int(rest[0]) - 1 if int(rest[0]) > 0 else None
        if rest[0] in self.cues["last_one"]:
            return -1
        for names in (self.cues["ordinals"], self.cues["cardinals"]):
            if rest[0] in names:
                return list(names).index(rest[0])
        return None


def _by_words(said: Sequence[str], options: Sequence[Option]) -> Option | None:
    """The one option whose question has the most of the line's words that tell the options apart, if one has most."""
    stems = {stem(word) for word in said}
    own = [{stem(word) for word in words(option.question)} for option in options]
    shared = set.intersection(*own) if len(own) > 1 else set()
    hits = [len(stems & mine - shared) for mine in own]
    best = max(hits)
    if not best or hits.count(best) > 1 or best < len(stems - shared):
        return None
    return options[hits.index(best)]


def opener_of(said: Sequence[str], openers: Iterable[str]) -> int:
    """How many words of a line make one of the openers, the longest; 0 where it begins with none."""
    line = " ".join(said) + " "
    return max((len(opener.split()) for opener in openers if line.startswith(opener + " ")), default=0)


def _nearest(line: str, phrases: Iterable[str]) -> str | None:
    """The phrase that a line is the nearest to, if it is close to any."""
    likely = [phrase for phrase in phrases if _shared(line, phrase) >= CLOSE * max(len(line), len(phrase))]
    if not likely:
        return None
    from rapidfuzz import process  # here, since few lines get so far and it takes long to load
    from rapidfuzz.distance import OSA

    near = process.extractOne(line, likely, scorer=OSA.normalized_similarity, score_cutoff=CLOSE)
    return near[0] if near else None


def _shared(line: str, phrase: str) -> int:
    """How many letters two texts share at most: those of the longer less the edits between them are no more."""
    if min(len(line), len(phrase)) < CLOSE * max(len(line), len(phrase)):
        return 0
    return sum(min(line.count(letter), phrase.count(letter)) for letter in set(phrase))
