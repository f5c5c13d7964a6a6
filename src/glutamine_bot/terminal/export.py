"""Writes a conversation to a file that only its owner can read."""

import os
import re
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Final

from glutamine_bot.dialogue.state import Turn
from glutamine_bot.domain.errors import InputError
from glutamine_bot.reply.as_json import as_mapping, cleaned
from glutamine_bot.reply.cleaning import clean
from glutamine_bot.reply.looks import Look
from glutamine_bot.reply.plain import render

_MARKUP: Final = re.compile(r"[\\`*_\[\]<>#|~&]")  # what Markdown would take for its own in what was typed
_LINE_BREAK: Final = re.compile(r"(?<=\S)\n(?=\S)")  # two blanks before it keep it one
_USAGE: Final = "Say where to: /export FILE.md or /export FILE.json"


def export(turns: Sequence[Turn], bot_name: str, said: str) -> str:
    """Writes the turns to the file that was named and says so; "overwrite" after the name replaces an old one.

    Raises InputError where no file is named, its ending is neither .md nor .json, it exists, or cannot be written.
    """
    path, overwrite = _target(said)
    format_turns = _FORMATS.get(path.suffix.lower())
    if format_turns is None:
        raise InputError(f"The ending of {path.name} must be .md or .json. {_USAGE}")
    if not turns:
        raise InputError("There is nothing to save yet.")
    try:
        _write(path, format_turns(turns, bot_name), overwrite=overwrite)
    except FileExistsError:
        raise InputError(f"{path} exists. To replace it: /export {path} overwrite") from None
    except (OSError, ValueError) as error:
        raise InputError(f"{path} cannot be written: {getattr(error, 'strerror', None) or error}.") from None
    return f"Saved {len(turns)} {'turn' if len(turns) == 1 else 'turns'} to {path}"


def as_markdown(turns: Sequence[Turn], bot_name: str) -> str:
    """The conversation for people: what was said in bold, every reply with its disclaimers and sources."""
    parts = [f"# Conversation with {bot_name}\n"]
    for turn in turns:
        said = _MARKUP.sub(r"\\\g<0>", " ".join(clean(turn.line).split()))
        parts += [f"**{said}**\n", _LINE_BREAK.sub("  \n", render(turn.reply, Look()))]
    return "\n".join(parts)


def as_json_text(turns: Sequence[Turn], bot_name: str) -> str:
    """The conversation for programs: each turn with the line and the reply as `chat --json` gives it."""
    from json import dumps

    content = [{"said": clean(turn.line), "reply": cleaned(as_mapping(turn.reply))} for turn in turns]
    return dumps({"bot": bot_name, "turns": content}, ensure_ascii=False, indent=2) + "\n"


_FORMATS: Final[dict[str, Callable[[Sequence[Turn], str], str]]] = {
    ".md": as_markdown,
    ".markdown": as_markdown,
    ".json": as_json_text,
}


def _target(said: str) -> tuple[Path, bool]:
    name, _, last = said.strip().rpartition(" ")
    overwrite = last == "overwrite" and bool(name)
    name = (name if overwrite else said).strip().strip("\"'")
    if not name:
        raise InputError(_USAGE)
    return Path(os.path.expanduser(name)), overwrite


def _write(path: Path, text: str, *, overwrite: bool) -> None:
    """Writes a file that only its owner can read: whole, or, where that fails, none; then an older one stays."""
    target = path.with_name(f".{path.name}.{os.urandom(4).hex()}") if overwrite else path
    descriptor = os.open(target, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    try:
        with open(descriptor, "w", encoding="utf-8") as file:
            file.write(text)
        if overwrite:
            os.replace(target, path)
    except BaseException:
        os.unlink(target)
        raise
