"""What must hold of every reply and every load, whatever is typed or put in a file; fuzzers look for an exception."""

import json
import re

from glutamine_bot import Bot
from glutamine_bot.domain.errors import KnowledgeError
from glutamine_bot.domain.reply import Reply
from glutamine_bot.knowledge.files import File, Folder
from glutamine_bot.knowledge.loading import load_files
from glutamine_bot.reply.as_json import as_json
from glutamine_bot.reply.cleaning import clean
from glutamine_bot.reply.looks import plain_look, screen_look
from glutamine_bot.reply.plain import render

# The contract in words of its own, apart from the guard's.
ASKS = re.compile(r"\bhow (?:much|often|many)\b|\btoo much\b|\b(?:dose|dosage|dosing)\b", re.IGNORECASE)
STATES = re.compile(r"\d\s*(?:mg|g|grams?|milligrams?|oz|ounces?)(?![^\W\d_])", re.IGNORECASE)
PROFESSIONAL = re.compile(r"\b(?:doctor|pharmacist|healthcare professional)\b", re.IGNORECASE)
OBEYED = re.compile(r"[\x00-\x09\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069\ud800-\udfff]")
LOOKS = (plain_look(None, color=False), plain_look(1, color=False), screen_look(40, "utf-8", color=False))


def talk(bot: Bot, lines: list[str]) -> None:
    """Has a conversation of these lines; raises AssertionError where a reply breaks a promise, or what went wrong."""
    conversation = bot.conversation()
    for line in lines:
        typed = clean(line)  # as every input of the program is
        keeps_promises(bot, typed, conversation.say(typed))
        keeps_promises(bot, line, bot.ask(line))


def keeps_promises(bot: Bot, line: str, reply: Reply) -> None:
    """Raises AssertionError where a reply lets a control character through, or a dose without a disclaimer."""
    shown = [json.loads(as_json(reply))["text"], as_json(reply), *(render(reply, look) for look in LOOKS)]
    assert not any(map(OBEYED.search, shown)), (line, shown)
    flagged = any(bot.knowledge.topics[topic].dosing for topic in reply.draft.topics)
    if flagged or ASKS.search(line) or STATES.search(line) or STATES.search(reply.text):
        assert any(map(PROFESSIONAL.search, reply.disclaimers)), (line, reply.text)
        assert all(disclaimer in str(reply) for disclaimer in reply.disclaimers)


def load(base: Folder, language: Folder, name: str, content: bytes) -> None:
    """Loads the base with other content in one file; raises AssertionError where a fault has no place or no text."""
    files = (*(file for file in base.files if file.name != name), File(name, name, content))
    try:
        load_files(Folder(files, (), ()), language)
    except KnowledgeError as error:
        faults = error.faults
    else:
        return
    assert faults
    assert all(fault.path and fault.line >= 1 and fault.column >= 1 and fault.message for fault in faults)
