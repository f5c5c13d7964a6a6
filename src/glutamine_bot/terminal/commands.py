"""The slash commands of a chat: those about the talk, which the conversation answers, and those about the screen."""

from typing import Final

from glutamine_bot.dialogue.bot import Conversation
from glutamine_bot.dialogue.commands import COMMANDS, Command
from glutamine_bot.domain.reply import Reply
from glutamine_bot.domain.values import frozen

EXPORT: Final = Command("export", "file")
QUIT: Final = Command("quit")
ALL: Final = (*COMMANDS, EXPORT, QUIT)
HELPS: Final = {
    EXPORT.name: "save this conversation as Markdown (.md) or JSON (.json)",
    QUIT.name: "leave, as Ctrl-D does",
}
_NEAR: Final = 0.5  # least similarity, 1 - edits / length, of a mistyped command to the one that is suggested


@frozen
class Turned:
    """A turn that the conversation took; `command` is the name of the slash command that it was, if it was one."""

    reply: Reply
    command: str = ""


@frozen
class Notice:
    """Something that the screen says and the conversation does not know of."""

    text: str


class Leaving:
    """What a turn gives when the person wants to leave."""


def take_turn(line: str, conversation: Conversation, bot_name: str) -> Turned | Notice | Leaving:
    """Does what the line asks: a command of the screen, or a turn of the conversation. Raises InputError."""
    name, _, rest = line.strip().partition(" ")
    if not name.startswith("/"):
        return Turned(conversation.say(line))
    command = meant(name[1:])
    if command is QUIT:
        return Leaving()
    if command is EXPORT:
        from glutamine_bot.terminal.export import export

        return Notice(export(conversation.state.turns, bot_name, rest))
    if command and command.name == "doses" and conversation.state.crisis:
        return Turned(conversation.say(command.name))  # a line like any other: no amounts for somebody in danger
    if command:
        return Turned(conversation.say(f"/{command.name} {rest}".rstrip()), command.name)
    near = nearest(name[1:])
    if near in (EXPORT, QUIT):
        return Notice(f"There is no {name}. Did you mean /{near.name}?")
    return Turned(conversation.say(line))


def screen_help() -> str:
    """What /help says of the commands that the conversation does not know of, a line each."""
    return "\n".join(
        f"/{f'{command.name} [{command.argument}]' if command.argument else command.name}: {HELPS[command.name]}"
        for command in (EXPORT, QUIT)
    )


def matching(start: str) -> list[Command]:
    """The commands whose names begin so."""
    return [command for command in ALL if command.name.startswith(start.lower())]


def meant(name: str) -> Command | None:
    """The command of this name, or the only one whose name begins so."""
    found = matching(name) if name else []
    exact = [command for command in found if command.name == name.lower()]
    return (exact or found)[0] if exact or len(found) == 1 else None


def nearest(name: str) -> Command | None:
    """The command that was probably meant by a name that does not exist, if any is near."""
    from rapidfuzz import process
    from rapidfuzz.distance import OSA

    names = {command.name: command for command in ALL}
    found = process.extractOne(name.lower(), list(names), scorer=OSA.normalized_similarity, score_cutoff=_NEAR)
    return names[found[0]] if found else None
