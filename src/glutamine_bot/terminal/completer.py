"""What the menu under the prompt offers: choices after a reply, slash commands, and known questions."""

from collections.abc import Callable, Iterator
from typing import Final

from prompt_toolkit.completion import CompleteEvent, Completer, Completion
from prompt_toolkit.document import Document

from glutamine_bot.dialogue.state import State
from glutamine_bot.domain.knowledge_base import KnowledgeBase
from glutamine_bot.domain.topics import Topic
from glutamine_bot.reply.cleaning import clean
from glutamine_bot.terminal.commands import matching, nearest
from glutamine_bot.terminal.question_index import QuestionIndex, other_words

MOST: Final = 6  # questions that are offered at once
_FEWEST_LETTERS: Final = 2


class ChatCompleter(Completer):
    """Completes a line of the chat. `state` gives what can be picked now."""

    def __init__(self, knowledge: KnowledgeBase, state: Callable[[], State]) -> None:
        self._knowledge = knowledge
        self._state = state
        self._index: QuestionIndex | None = None

    def prepare(self) -> QuestionIndex:
        """The index of known questions, made at the first call, which takes longer than a key may."""
        if self._index is None:
            self._index = QuestionIndex(self._knowledge.topics, other_words(self._knowledge))
        return self._index

    def get_completions(self, document: Document, complete_event: CompleteEvent) -> Iterator[Completion]:
        """The completions of the whole line, likeliest first; nothing unasked for in the middle of a line."""
        text = document.text_before_cursor.lstrip()
        if document.text_after_cursor.strip():
            return iter(())
        if text.startswith("/"):
            return self._commands(text)
        if not text:
            return self._choices() if complete_event.completion_requested else iter(())
        return self._questions(text, document.text_before_cursor)

    def _commands(self, text: str) -> Iterator[Completion]:
        near = nearest(text[1:])
        for command in () if " " in text else matching(text[1:]) or ([near] if near else []):
            end = " " if command.argument else ""
            meta = clean(self._knowledge.words["command_help"][command.name][0])
            yield Completion(f"/{command.name}{end}", -len(text), display=command.usage, display_meta=meta)

    def _choices(self) -> Iterator[Completion]:
        """What was offered last, by number; before that, every known question."""
        options = self._state().options
        for number, option in enumerate(options, 1):
            yield Completion(clean(option.question), 0, display=f"{number}. {clean(option.question)}")
        if not options:
            yield from (self._question(topic, 0) for topic in self._knowledge.topics.values())

    def _questions(self, text: str, typed: str) -> Iterator[Completion]:
        if len(text) < _FEWEST_LETTERS:
            return
        found = [self._knowledge.topics[topic] for topic in self.prepare().find(text)[:MOST]]
        yield from (self._question(topic, -len(typed)) for topic in found if topic.question != text)

    def _question(self, topic: Topic, start: int) -> Completion:
        return Completion(clean(topic.question), start, display_meta=topic.id)
