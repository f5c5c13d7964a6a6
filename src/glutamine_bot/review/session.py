"""The talk with an author about recorded lines: plain lines and numbers, so that a screen reader or a pipe will do."""

from collections.abc import Callable, Mapping, Sequence
from typing import Final

from glutamine_bot.domain.errors import BotError, KnowledgeError
from glutamine_bot.domain.knowledge_base import KnowledgeBase
from glutamine_bot.domain.match import Match
from glutamine_bot.domain.reply import ReplyKind
from glutamine_bot.knowledge.hints import did_you_mean
from glutamine_bot.language.anonymizing import PLACEHOLDER
from glutamine_bot.reply.cleaning import clean
from glutamine_bot.review.groups import Group, Wording
from glutamine_bot.review.workbench import NewGap, Workbench
from glutamine_bot.terminal.recorded import drop

_MENU: Final = (
    "Add it as a way to ask for a topic",
    "Add it as a gap",
    "Keep it as a test question",
    "Drop what is recorded of it",
    "Leave it for another time",
    "Stop",
)
_LATER: Final = 5
_MOST_FAULTS: Final = 5  # faults of a change that are shown


class _Back(Exception):  # noqa: N818 - no error: the author changed their mind
    """An empty line where something was asked: back to the menu."""


class _Stop(Exception):  # noqa: N818 - no error either
    """The author wants no more."""


class Session:
    """Goes through groups with an author.

    `ask` shows a prompt and returns what is typed; it raises EOFError where no more will be. `say` shows a line.
    A recorded line is deleted only after what was made of it is saved.
    """

    def __init__(
        self, knowledge: KnowledgeBase, workbench: Workbench, ask: Callable[[str], str], say: Callable[[str], None]
    ) -> None:
        self._knowledge = knowledge
        self._workbench = workbench
        self._gaps: dict[str, object] = {**knowledge.gaps}  # those that are added here as well
        self._read = ask
        self._write = say

    def run(self, groups: Sequence[Group]) -> None:
        """Shows group after group, and does with each what the author says, until the last or a stop."""
        try:
            for number, group in enumerate(groups, 1):
                self._say(f"Group {number} of {len(groups)}: recorded {_times(group.count)}")
                self._handle(group)
        except (EOFError, _Stop):
            return
        self._say("That was the last group.")

    def _ask(self, prompt: str) -> str:
        return clean(self._read(prompt)).strip()

    def _say(self, line: str) -> None:
        self._write(clean(line))

    def _handle(self, group: Group) -> None:
        """Shows the group until nothing is left of it, or the author leaves it. Raises EOFError and _Stop."""
        while group.wordings:
            self._show(group)
            choice = self._choose("What to do", _MENU, otherwise=_LATER)
            if choice == _LATER:
                return
            if choice == len(_MENU):
                raise _Stop
            try:
                group = self._done(choice, group)
            except _Back:
                continue
            except KnowledgeError as error:
                self._say("Nothing was changed, since it would be a fault:")
                for fault in error.faults[:_MOST_FAULTS]:
                    self._say(f"  {fault}{f' ({fault.hint})' if fault.hint else ''}")
            except BotError as error:
                self._say(f"Nothing was changed: {error}")

    def _done(self, choice: int, group: Group) -> Group:
        """What is left of the group once that entry of the menu is carried out."""
        return (self._to_topic, self._to_gap, self._to_case, self._drop)[choice - 1](group)

    def _show(self, group: Group) -> None:
        for number, wording in enumerate(group.wordings, 1):
            bad = f", reported as bad {_times(wording.reported)}" if wording.reported else ""
            self._say(f"  {number}. {wording.line} ({_times(len(wording.paths))}{bad})")
        self._say(f"  Replied now: {_reply(group)}")
        for what, matches in (("topic", group.topics[:1]), ("gap", group.gaps[:1])):
            self._say(f"  Nearest {what}: {', '.join(map(self._told, matches)) or 'none'}")

    def _told(self, match: Match) -> str:
        topic, gap = self._knowledge.topics.get(match.label), self._knowledge.gaps.get(match.label)
        text = topic.question if topic else gap.name if gap else ""
        return f"{match.label}, {text} ({match.confidence:.2f} sure)"

    def _to_topic(self, group: Group) -> Group:
        wording, text = self._worded(group)
        topic = self._named("Topic", group.topics, self._knowledge.topics)
        return self._settled(group, wording, f"way to ask for {topic}", self._workbench.add_to_topic(topic, text))

    def _to_gap(self, group: Group) -> Group:
        wording, text = self._worded(group)
        if self._gaps:
            self._say("It may be a new gap, or a way to ask for one that there is.")
            if self._choose("Which", ("A new gap", "One that there is"), otherwise=1) != 1:
                gap = self._named("Gap", group.gaps, self._gaps)
                return self._settled(group, wording, f"way to ask for {gap}", self._workbench.add_to_gap(gap, text))
        id = self._needed("Id of the gap, lower case, hyphens between words")
        name = self._needed('Its name, which completes "My documents say nothing about"')
        sort = self._choose("What sort", ("An illness", "About amounts, or how often", "Neither"), otherwise=3)
        topic = self._named("Topic to offer instead", group.topics, self._knowledge.topics)
        new = NewGap(id, name, text, (topic,), condition=sort == 1, dosing=sort == 2)  # noqa: PLR2004 - as listed above
        path = self._workbench.add_gap(new)
        self._gaps[id] = new
        return self._settled(group, wording, f"gap {id}", path)

    def _to_case(self, group: Group) -> Group:
        wording, text = self._worded(group)
        kinds = tuple(ReplyKind)
        kind = kinds[self._choose("Kind of a good reply", kinds, otherwise=None) - 1]
        topics: tuple[str, ...] = ()
        if kind is ReplyKind.ANSWER:
            topics = (self._named("Topic of a good answer", group.topics, self._knowledge.topics),)
        return self._settled(group, wording, "test question", self._workbench.add_case(text, kind, topics))

    def _drop(self, group: Group) -> Group:
        for wording in group.wordings:
            self._delete(wording)
        return Group((), group.topics, group.gaps, group.now)

    def _settled(self, group: Group, wording: Wording, what: str, path: str) -> Group:
        """What is left of the group once a wording is saved."""
        self._say(f"Saved as {what} in {path}")
        self._delete(wording)
        return group.without(wording)

    def _delete(self, wording: Wording) -> None:
        for path in wording.paths:
            try:
                drop(path)
            except OSError as error:
                self._say(f"{path} cannot be deleted and will be shown again: {error.strerror}")

    def _worded(self, group: Group) -> tuple[Wording, str]:
        """A wording of the group, and how the author wants it put."""
        lines = tuple(wording.line for wording in group.wordings)
        wording = group.wordings[self._choose("Which wording", lines, otherwise=1) - 1 if len(lines) > 1 else 0]
        if not PLACEHOLDER.search(wording.line):
            return wording, self._ask("In your words (Enter: as it is): ") or wording.line
        while PLACEHOLDER.search(text := self._needed("Something was left out of it. In your words, without brackets")):
            self._say("There is still a bracket in it.")
        return wording, text

    def _named(self, what: str, nearest: Sequence[Match], known: Mapping[str, object]) -> str:
        """The id of one that there is: one of the nearest by its number, or any by its id."""
        for number, match in enumerate(nearest, 1):
            self._say(f"  {number}. {self._told(match)}")
        numbers = {str(number): match.label for number, match in enumerate(nearest, 1)}
        while True:
            said = self._needed(f"{what}, a number or an id" if nearest else f"{what}, an id")
            if (id := numbers.get(said, said)) in known:
                return id
            self._say(f"There is no {said!r}. {did_you_mean(said, known)}".rstrip())

    def _choose(self, what: str, choices: Sequence[str], otherwise: int | None) -> int:
        """The number of a choice; an empty line chooses `otherwise`, or goes back where that is None."""
        for number, choice in enumerate(choices, 1):
            self._say(f"  {number}. {choice}")
        hint = "back" if otherwise is None else str(otherwise)
        while said := self._ask(f"{what}, 1 to {len(choices)} (Enter: {hint}): "):
            if said.isascii() and said.isdigit() and 1 <= int(said) <= len(choices):
                return int(said)
            self._say(f"{said[:40]!r} is none of the numbers.")
        if otherwise is None:
            raise _Back
        return otherwise

    def _needed(self, what: str) -> str:
        said = self._ask(f"{what} (Enter: back): ")
        if not said:
            raise _Back
        return said


def _reply(group: Group) -> str:
    draft = group.now.draft
    return f"{draft.kind}, {', '.join(draft.topics)}" if draft.topics else str(draft.kind)


def _times(count: int) -> str:
    return "once" if count == 1 else f"{count} times"
