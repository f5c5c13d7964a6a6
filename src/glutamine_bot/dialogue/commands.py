"""Slash commands about the conversation: the same on a terminal and in a pipe."""

from collections.abc import Iterable, Iterator, Mapping, Sequence

from glutamine_bot.dialogue.engine import Engine
from glutamine_bot.dialogue.leading import standing_leads
from glutamine_bot.dialogue.state import State, Turn
from glutamine_bot.domain.reply import Draft, Reply, ReplyKind
from glutamine_bot.domain.values import frozen, replace
from glutamine_bot.reply.topic_list import bullets, topic_list

_SIMILAR = 0.5
"""Least similarity of a mistyped command to the one that is suggested."""

_COLUMN = 17
"""Characters in which how something is typed stands in a list."""


@frozen
class Command:
    """A command's name without its slash, and how its argument is called, if it takes one."""

    name: str
    argument: str = ""

    @property
    def usage(self) -> str:
        """How it is typed."""
        return f"/{self.name} {self.argument}".rstrip()


COMMANDS = (
    Command("help"),
    Command("topics", "[WORD]"),
    Command("sources"),
    Command("doses"),
    Command("why"),
    Command("profile"),
    Command("forget"),
    Command("undo"),
)


def help_table(rows: Iterable[tuple[str, str]]) -> str:
    """What commands or keys do, a line each, with two blanks or more after how they are typed."""
    return "\n".join(f"{typed:<{_COLUMN}}{told}" for typed, told in rows)


def helped(commands: Iterable[Command], helps: Mapping[str, Sequence[str]]) -> Iterator[tuple[str, str]]:
    """How each command is typed and what it does; `helps` is the table `command_help` of english/commands.yaml."""
    return ((command.usage, helps[command.name][0]) for command in commands)


@frozen
class Commands:
    """Carries out commands on a conversation's state."""

    engine: Engine

    def knows(self, line: str) -> bool:
        """Whether a line is put as a command."""
        return line.lstrip().startswith("/")

    def turn(self, state: State, line: str) -> tuple[State, Reply]:
        """The reply to a command, and the state after it.

        A unique beginning of a name is enough; a slash alone asks for help.
        While somebody may be in danger a command is a line like any other: no list of amounts answers it.
        """
        name, _, argument = line.strip()[1:].partition(" ")
        name = name or "help"
        found = [command for command in COMMANDS if command.name.startswith(name.lower())]
        exact = [command for command in found if command.name == name.lower()] or found
        if state.crisis or self.engine.is_red_flag(state, line):
            return self.engine.turn(state, f"{name} {argument}")
        if len(exact) != 1:
            return self._kept(state, line, self._unknown(name))
        if exact[0].name == "undo":
            return self._undo(state, line)
        if exact[0].name == "doses":
            return self._doses(state, line)
        text = self._text(exact[0].name, state, argument.strip())
        if exact[0].name == "forget":
            state = replace(state, people=(), concern=(), amount=None, background=frozenset())
        return self._kept(state, line, text)

    def _text(self, name: str, state: State, argument: str) -> str:
        """What a command that changes no turn says."""
        match name:
            case "topics":
                return self._topics(argument)
            case "sources":
                return self._sources()
            case "why":
                return self._why(state)
            case "profile":
                return self.engine.composer.profile_text(state.profiles)
            case "forget":
                return self._say("forgotten")
            case _:
                return self._help()

    def _kept(self, state: State, line: str, text: str) -> tuple[State, Reply]:
        return self._replied(state, line, Draft(ReplyKind.SMALLTALK, text, (line,)))

    def _replied(self, state: State, line: str, draft: Draft) -> tuple[State, Reply]:
        reply = Reply(draft, self.engine.guard)
        return state.told(Turn(line, reply)), reply

    def _say(self, key: str, **values: str) -> str:
        return self.engine.composer.say(key, **values)

    def _unknown(self, name: str) -> str:
        from rapidfuzz import process  # here, since few commands are mistyped and it takes long to load
        from rapidfuzz.distance import OSA

        names = [command.name for command in COMMANDS]
        near = process.extractOne(name.lower(), names, scorer=OSA.normalized_similarity, score_cutoff=_SIMILAR)
        return self._say("command_near", name=name, near=near[0]) if near else self._say("command_unknown", name=name)

    def _help(self) -> str:
        known = [command for command in COMMANDS if command.name != "doses" or self.engine.knowledge.limits]
        table = help_table(helped(known, self.engine.knowledge.words["command_help"]))
        return f"{self.engine.knowledge.greeting.strip()}\n\n{table}"

    def _topics(self, word: str) -> str:
        if not word:
            return topic_list(self.engine.knowledge.topics.values())
        return bullets(self.engine.knowledge.topics_with(word)) or self._say("no_topic", word=word)

    def _sources(self) -> str:
        sources = enumerate(self.engine.knowledge.sources.values(), 1)
        return "\n\n".join(f"[{number}] {source.full_title}\n{_bullets(source.sections)}" for number, source in sources)

    def _doses(self, state: State, line: str) -> tuple[State, Reply]:
        """The figures with their sources, after what leads them for the person that the talk is about."""
        composer, limits = self.engine.composer, self.engine.knowledge.limits.values()
        opening = standing_leads(state, composer) if limits else ()
        lead = " ".join(remark.text for remark in opening)
        figures = "\n".join(f"- {limit.says}" for limit in limits) or self._say("no_doses")
        facts = [*(limit.fact for limit in limits), *(fact for remark in opening for fact in remark.facts)]
        text = f"{lead}\n\n{figures}" if lead else figures
        draft = Draft(ReplyKind.SMALLTALK, text, (line,), sources=composer.citations(facts), lead=lead)
        return self._replied(state, line, draft)

    def _why(self, state: State) -> str:
        drafts = [turn.reply.draft for turn in state.turns if not self.knows(turn.line)]
        if not drafts:
            return self._say("nothing_said_yet")
        last = drafts[-1]
        heard = last.heard
        rows = {
            "why_line": last.said[0],
            "why_read": heard.taken_for,
            "why_corrected": ", ".join(f"{typed} -> {meant}" for typed, meant in heard.corrections.items()),
            "why_about": ", ".join(self.engine.knowledge.concepts[concept].name for concept in heard.about),
            "why_amounts": ", ".join(heard.quantities),
            "why_not_covered": ", ".join(heard.not_covered),
            "why_topics": ", ".join(self.engine.knowledge.topics[topic].question for topic in last.topics),
            "why_sure": f"{last.band.value} ({last.confidence:.2f})",
        }
        return "\n".join(self._say(key, value=value) for key, value in rows.items() if value)

    def _undo(self, state: State, line: str) -> tuple[State, Reply]:
        if not state.undoable:
            return self._kept(state, line, self._say("nothing_said_yet"))
        undone = next(turn.line for turn in reversed(state.turns) if not self.knows(turn.line))
        return self._kept(state.undone(), line, self._say("undone", line=undone))


def _bullets(items: Iterable[str]) -> str:
    return "\n".join(f"- {item}" for item in items)
