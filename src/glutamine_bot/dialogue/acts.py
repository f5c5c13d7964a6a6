"""Recognising lines that steer the conversation: "say that again", "source?", "the second one"."""

from collections.abc import Mapping, Sequence
from enum import StrEnum

from glutamine_bot.dialogue.ranking import Ranking
from glutamine_bot.domain.labels import act_of
from glutamine_bot.domain.reply import Option
from glutamine_bot.domain.utterance import Clause
from glutamine_bot.domain.values import frozen
from glutamine_bot.language.normalizing import words
from glutamine_bot.language.phrases import has
from glutamine_bot.language.stemming import stem

LONGEST = 9
"""Words of a line beyond which it is no mere steering."""

LONGEST_MEANT = 14
"""Words up to which a line may steer in other words than those that are listed."""

SURE = 0.8
"""Confidence from which it does."""


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
    """Recognises acts and choices.

    `phrases` maps a normalised line to its act; `cues` are the English word lists; acts are among the labels ranked.
    """

    phrases: Mapping[str, Act]
    cues: Mapping[str, Sequence[str]]
    ranking: Ranking

    def read(self, said: Sequence[str]) -> Act | None:
        """The act that a line of normalised words is as a whole, if it is one."""
        if not said or len(said) > LONGEST:
            return None
        line = " ".join(word for word in said if word not in self.cues["polite"]) or " ".join(said)
        if line in self.phrases:
            return self.phrases[line]
        begun = (self.phrases.get(" ".join(line.split()[:end])) for end in range(len(line.split()) - 1, 1, -1))
        return next((act for act in begun if act in _BEGINNING), None) or self._by_words(said)

    def meant(self, clause: Clause) -> Act | None:
        """The act that a line of one clause is the likest to, where it names nothing and is surely meant so."""
        if clause.mentions or clause.quantities or clause.people or len(clause.words) > LONGEST_MEANT:
            return None
        best = next(iter(self.ranking.of(clause.read)), None)
        act = act_of(best.label) if best and best.confidence >= SURE else None
        return Act(act) if act else None

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


def phrases_of(cues: Mapping[str, Sequence[str]]) -> dict[str, Act]:
    """The phrases of every act in the English cue lists, without what is said out of politeness."""
    phrases = ((words(phrase), act) for act in Act for phrase in cues[act.value])
    return {" ".join(w for w in said if w not in cues["polite"]) or " ".join(said): act for said, act in phrases}
