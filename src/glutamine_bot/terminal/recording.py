"""Keeping lines of a talk for review, where the person asked for that: what was not answered, and bad replies."""

from collections.abc import Callable, Sequence
from contextlib import suppress
from pathlib import Path
from typing import Final

from glutamine_bot.dialogue.bot import Bot
from glutamine_bot.dialogue.state import Turn
from glutamine_bot.domain.errors import InputError
from glutamine_bot.domain.reply import ReplyKind

UNANSWERED: Final = frozenset({ReplyKind.UNKNOWN, ReplyKind.OUT_OF_SCOPE, ReplyKind.CLARIFY})

_NOWHERE: Final = "you have no home directory here, so there is no place to keep it"
_LEFT_OUT: Final = "Left out: amounts, numbers, names of people, and all else that was said."


class Recorder:
    """Keeps lines of one talk.

    `unanswered` says whether lines that were not answered are to be kept; what cannot be kept goes to `warn` once.
    Nothing is kept of a talk from an emergency on, and what was kept of it before is dropped.
    """

    def __init__(self, bot: Bot, warn: Callable[[str], None], *, unanswered: bool) -> None:
        self._bot = bot
        self._warn = warn
        self._unanswered = unanswered
        self._written: list[Path] = []

    def take_in(self, turns: Sequence[Turn]) -> None:
        """Keeps the last of the turns if it was not answered and that was asked for. Raises nothing."""
        if _is_emergency(turns):
            self._take_back()
        elif self._unanswered and turns[-1].reply.kind in UNANSWERED:
            try:
                self._keep(turns[-1], reported=False)
            except OSError as error:
                self._unanswered = False
                self._warn(f"Unanswered lines are not recorded: {error.strerror or error}. The talk goes on.")

    def report(self, turns: Sequence[Turn]) -> str:
        """Keeps the last exchange as one whose reply was bad; returns what is kept, where, and how to remove it.

        Raises InputError where there is none, it was an emergency, or it cannot be kept.
        """
        said = [turn for turn in turns if not turn.line.lstrip().startswith("/")]
        if _is_emergency(turns):
            raise InputError("Nothing is kept of a talk in which there was an emergency.")
        if not said:
            raise InputError("There is no reply yet that could be bad.")
        try:
            kept = self._keep(said[-1], reported=True)
        except OSError as error:
            raise InputError(f"It cannot be kept: {error.strerror or error}.") from None
        if kept is None:
            raise InputError("It is not kept: too few of its words are English to tell names and leave them out.")
        path, line = kept
        return (
            f'Kept for review: "{line}", and the kind and topics of my reply, in {path}. {_LEFT_OUT} '
            "`glutamine-bot forget` deletes it."
        )

    def _keep(self, turn: Turn, *, reported: bool) -> tuple[Path, str] | None:
        """The file and the line that is kept; None where names in it could not be told. Raises OSError."""
        from glutamine_bot.terminal.recorded import Recorded, keep  # most talks keep nothing
        from glutamine_bot.terminal.settings import recorded_path

        folder = recorded_path()
        if folder is None:
            raise OSError(None, _NOWHERE)
        line = self._bot.anonymizer().anonymous(turn.line)
        if not line:
            return None
        draft = turn.reply.draft
        path = keep(folder, Recorded(self._bot.knowledge.name, line, str(draft.kind), draft.topics, reported))
        self._written.append(path)
        return path, line

    def _take_back(self) -> None:
        for path in self._written:
            with suppress(OSError):
                path.unlink(missing_ok=True)
        self._written.clear()


def _is_emergency(turns: Sequence[Turn]) -> bool:
    """Whether an emergency was met in these turns."""
    return any(turn.reply.kind is ReplyKind.EMERGENCY for turn in turns)
