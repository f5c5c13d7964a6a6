"""The slash commands of a chat: those about the talk, which the conversation answers, and those about the screen."""

from typing import Final

from glutamine_bot.dialogue.bot import Conversation
from glutamine_bot.dialogue.commands import COMMANDS, Command
from glutamine_bot.domain.reply import Reply
from glutamine_bot.domain.values import frozen
from glutamine_bot.terminal.recording import Recorder

EXPORT: Final = Command("export", "FILE")
BAD: Final = Command("bad")
QUIT: Final = Command("quit")
OF_THE_SCREEN: Final = (EXPORT, BAD, QUIT)
ALL: Final = (*COMMANDS, *OF_THE_SCREEN)
_NEAR: Final = 0.5  # least similarity, 1 - edits / length, of a mistyped command to the one that is suggested


@frozen
class Turned:
    """A turn that the conversation took.

    `command` is the name of the slash command that it was, `chosen` the question whose number it was, if it was either.
    """

    reply: Reply
    command: str = ""
    chosen: str = ""


@frozen
class Notice:
    """Something that the screen says and the conversation does not know of."""

    text: str


class Leaving:
    """What a turn gives when the person wants to leave."""


def take_turn(line: str, conversation: Conversation, bot_name: str, recorder: Recorder) -> Turned | Notice | Leaving:
    """Does what the line asks: a command of the screen, or a turn of the conversation. Raises InputError.

    The recorder is shown every turn, and keeps what it was asked to keep.
    """
    outcome = _outcome(line, conversation, bot_name, recorder)
    if isinstance(outcome, Turned):
        recorder.take_in(conversation.state.turns)
    return outcome


def _outcome(line: str, conversation: Conversation, bot_name: str, recorder: Recorder) -> Turned | Notice | Leaving:
    name, _, rest = line.strip().partition(" ")
    if not name.startswith("/"):
        return _said(line, conversation)
    command = meant(name[1:])
    if command in (BAD, QUIT) and rest and conversation.is_red_flag(rest):
        return Turned(conversation.say(rest))
    if command is QUIT:
        return Leaving()
    if command is EXPORT:
        from glutamine_bot.terminal.export import export

        return Notice(export(conversation.state.turns, bot_name, rest))
    if command is BAD:
        return Notice(recorder.report(conversation.state.turns))
    if command and command.name == "doses" and conversation.state.crisis:
        return Turned(conversation.say(command.name))  # a line like any other: no amounts for somebody in danger
    if command:
        return Turned(conversation.say(f"/{command.name} {rest}".rstrip()), command.name)
    near = nearest(name[1:])
    if near in OF_THE_SCREEN:
        return Notice(f"There is no {name}. Did you mean /{near.name}?")
    return Turned(conversation.say(line))


def _said(line: str, conversation: Conversation) -> Turned:
    """The turn of a line that is no command; with the question that it chose, where it is the number of one."""
    offered = {str(number): option for number, option in enumerate(conversation.state.options, 1)}
    option = offered.get(line.strip())
    reply = conversation.say(line)
    return Turned(reply, chosen=option.question if option and reply.draft.topics[:1] == (option.topic,) else "")


def matching(start: str) -> list[Command]:
    """The commands whose names begin so."""
    return [command for command in ALL if command.name.startswith(start.lower())]


def meant(name: str) -> Command | None:
    """The command of this name, or the only one whose name begins so; the one for help where it is empty."""
    found = matching(name or "help")
    exact = [command for command in found if command.name == (name.lower() or "help")]
    return (exact or found)[0] if exact or len(found) == 1 else None


def nearest(name: str) -> Command | None:
    """The command that was probably meant by a name that does not exist, if any is near."""
    from rapidfuzz import process
    from rapidfuzz.distance import OSA

    names = {command.name: command for command in ALL}
    found = process.extractOne(name.lower(), list(names), scorer=OSA.normalized_similarity, score_cutoff=_NEAR)
    return names[found[0]] if found else None
