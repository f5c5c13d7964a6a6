"""Slash commands about the conversation: the same on a terminal and in a pipe."""

from glutamine_bot.dialogue.engine import Engine
from glutamine_bot.dialogue.state import State, Turn
from glutamine_bot.domain.reply import Draft, Reply, ReplyKind
from glutamine_bot.domain.values import frozen, replace

_SIMILAR = 0.5
"""Least similarity of a mistyped command to the one that is suggested."""


@frozen
class Command:
    """A command's name without its slash, and how its argument is called, if it takes one."""

    name: str
    argument: str = ""


COMMANDS = (
    Command("help"),
    Command("topics", "word"),
    Command("sources"),
    Command("doses"),
    Command("why"),
    Command("profile"),
    Command("forget"),
    Command("undo"),
)


@frozen
class Commands:
    """Carries out commands on a conversation's state."""

    engine: Engine

    def knows(self, line: str) -> bool:
        """Whether a line is put as a command."""
        return line.lstrip().startswith("/")

    def turn(self, state: State, line: str) -> tuple[State, Reply]:
        """The reply to a command, and the state after it. A unique beginning of a name is enough.

        While somebody may be in danger a command is a line like any other: no list of amounts answers it.
        """
        name, _, argument = line.strip()[1:].partition(" ")
        found = [command for command in COMMANDS if command.name.startswith(name.lower())] if name else []
        exact = [command for command in found if command.name == name.lower()] or found
        if state.crisis or self.engine.is_red_flag(state, line):
            return self.engine.turn(state, line.replace("/", " ", 1))
        if len(exact) != 1:
            return self._kept(state, line, self._unknown(name))
        if exact[0].name == "undo":
            return self._undo(state, line)
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
            case "doses":
                return self._doses()
            case "why":
                return self._why(state)
            case "profile":
                return self.engine.composer.profile_text(state.profiles)
            case "forget":
                return self._say("forgotten")
            case _:
                return self._help()

    def _kept(self, state: State, line: str, text: str) -> tuple[State, Reply]:
        reply = Reply(Draft(ReplyKind.SMALLTALK, text, (line,)), self.engine.guard)
        return replace(state, turns=(*state.turns, Turn(line, reply))), reply

    def _say(self, key: str, **values: str) -> str:
        return self.engine.composer.say(key, **values)

    def _unknown(self, name: str) -> str:
        from rapidfuzz import process  # here, since few commands are mistyped and it takes long to load
        from rapidfuzz.distance import OSA

        names = [command.name for command in COMMANDS]
        near = process.extractOne(name.lower(), names, scorer=OSA.normalized_similarity, score_cutoff=_SIMILAR)
        return self._say("command_near", name=name, near=near[0]) if near else self._say("command_unknown", name=name)

    def _help(self) -> str:
        helps = self.engine.knowledge.words["command_help"]
        known = [c for c in COMMANDS if c.name != "doses" or self.engine.knowledge.limits]
        lines = [f"/{f'{c.name} [{c.argument}]' if c.argument else c.name}: {helps[c.name][0]}" for c in known]
        return "\n".join([self.engine.knowledge.greeting.strip(), "", *lines])

    def _topics(self, word: str) -> str:
        questions = [topic.question for topic in self.engine.knowledge.topics.values()]
        found = [question for question in questions if word.lower() in question.lower()]
        return "\n".join(f"- {question}" for question in found) or self._say("no_topic", word=word)

    def _sources(self) -> str:
        sources = self.engine.knowledge.sources.values()
        return "\n".join(f"{source.title}: {', '.join(source.sections)}" for source in sources)

    def _doses(self) -> str:
        limits = self.engine.knowledge.limits.values()
        return "\n".join(f"- {limit.says}" for limit in limits) or self._say("no_doses")

    def _why(self, state: State) -> str:
        drafts = [turn.reply.draft for turn in state.turns if not self.knows(turn.line)]
        if not drafts:
            return self._say("nothing_said_yet")
        last = drafts[-1]
        heard = last.heard
        rows = {
            "why_read": " | ".join(last.said[1:]),
            "why_corrected": ", ".join(f"{typed} -> {meant}" for typed, meant in heard.corrections.items()),
            "why_about": ", ".join(self.engine.knowledge.concepts[concept].name for concept in heard.about),
            "why_amounts": ", ".join(heard.quantities),
            "why_not_covered": ", ".join(heard.not_covered),
            "why_topics": ", ".join(self.engine.knowledge.topics[topic].question for topic in last.topics),
            "why_sure": f"{last.band.value} ({last.confidence:.2f})",
        }
        return "\n".join(self._say(key, value=value) for key, value in rows.items() if value)

    def _undo(self, state: State, line: str) -> tuple[State, Reply]:
        if state.before is None:
            return self._kept(state, line, self._say("nothing_said_yet"))
        undone = next(turn.line for turn in reversed(state.turns) if not self.knows(turn.line))
        return self._kept(state.before, line, self._say("undone", line=undone))
