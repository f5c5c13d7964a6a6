"""The chat on a full terminal: reads a line, lets the conversation reply, prints it."""

import sys

from prompt_toolkit.application import get_app, run_in_terminal

from glutamine_bot.dialogue.bot import Bot
from glutamine_bot.domain.errors import InputError
from glutamine_bot.reply.cleaning import clean
from glutamine_bot.terminal.commands import Leaving, Notice, Turned, take_turn
from glutamine_bot.terminal.printing import look_now, print_notice, print_text
from glutamine_bot.terminal.recording import Recorder
from glutamine_bot.terminal.session import ChatContext, make_session, menu_rows
from glutamine_bot.terminal.settings import Settings
from glutamine_bot.terminal.showing import shown_text
from glutamine_bot.terminal.termination import Terminated, end_in_order


def run_repl(bot: Bot, settings: Settings, *, color: bool) -> int:
    """Talks until the person leaves; returns the exit code, 128 and its number after a signal."""
    try:
        Repl(bot, settings, color=color).run()
    except Terminated as end:
        return end.exit_code
    return 0


class Repl:
    """A chat at a prompt."""

    def __init__(self, bot: Bot, settings: Settings, *, color: bool) -> None:
        self._knowledge = bot.knowledge
        self._conversation = bot.conversation()
        self._recorder = Recorder(bot, self._say_aside, unanswered=settings.record_unanswered)
        self._color = color
        context = ChatContext(bot.knowledge, lambda: self._conversation.state, _warn)
        self._session = make_session(context, settings, color=color)

    def run(self) -> None:
        """Greets, then takes turns until the person leaves."""
        end_in_order(self._session.app)
        print_notice(self._knowledge.greeting, look_now(color=self._color))
        while self._turn():
            pass

    def _turn(self) -> bool:
        """One turn; false where it was the last."""
        line = ""
        try:
            line = self._session.prompt(reserve_space_for_menu=menu_rows(self._session.app.output.get_size().rows))
            outcome = take_turn(clean(line), self._conversation, self._knowledge.name, self._recorder)
        except EOFError:
            return False
        except InputError as error:
            outcome = Notice(str(error))
        look = look_now(line, color=self._color)
        match outcome:
            case Leaving():
                return False
            case Notice(text=text):
                print_notice(text, look)
            case Turned():
                state = self._conversation.state
                print_text(shown_text(outcome, self._knowledge, state, look, sys.stdout.encoding))
        return True

    def _say_aside(self, text: str) -> None:
        print_notice(text, look_now(color=self._color))


def _warn(text: str) -> None:
    """Shows a line above the prompt that is open, or at once where none is."""
    if get_app().is_running:
        run_in_terminal(lambda: sys.stdout.write(f"{text}\n"))
    else:
        sys.stdout.write(f"{text}\n")
