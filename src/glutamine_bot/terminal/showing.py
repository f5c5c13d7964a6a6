"""What a turn of the conversation puts on the screen: the reply, and what only a screen adds to it."""

from glutamine_bot.dialogue.commands import help_table, helped
from glutamine_bot.dialogue.state import State
from glutamine_bot.domain.knowledge_base import KnowledgeBase
from glutamine_bot.domain.quantity import Dimension
from glutamine_bot.domain.reply import ReplyKind
from glutamine_bot.domain.utterance import SELF
from glutamine_bot.domain.values import replace
from glutamine_bot.reply.doses_picture import doses_text
from glutamine_bot.reply.doses_rows import Own
from glutamine_bot.reply.looks import Line, Look, Part, painted
from glutamine_bot.reply.plain import paragraph_lines, render
from glutamine_bot.terminal.commands import OF_THE_SCREEN, Turned

_ADULT = 18  # years


def shown_text(turned: Turned, knowledge: KnowledgeBase, state: State, look: Look, encoding: str | None) -> str:
    """The turn as text that ends in a line feed, after the question where it was chosen by its number.

    Pictures are drawn in that encoding; where it is None, as tables.
    """
    if turned.chosen and look.height:
        look = replace(look, height=look.height - 2)
    command = turned.command if turned.reply.kind is ReplyKind.SMALLTALK else ""  # a red flag is answered as one
    if command == "doses":
        return doses_text(knowledge, own_figures(state, knowledge), turned.reply, look, encoding)
    text = render(turned.reply, look)
    if turned.chosen:
        text = painted([*paragraph_lines(Part.HINT, turned.chosen, look), Line(Part.TEXT, "")], color=look.color) + text
    if command == "help":
        keys = knowledge.words["key_help"] if encoding else {}
        table = help_table(helped(OF_THE_SCREEN, knowledge.words["command_help"]))
        table += "".join(f"\n{line}" for line in ("", help_table((key, told[0]) for key, told in keys.items())) if keys)
        return text + painted(paragraph_lines(Part.TEXT, table, look), color=look.color)
    return text


def own_figures(state: State, knowledge: KnowledgeBase) -> Own:
    """The amount and the body weight that the person named of themselves, if the talk is about them.

    Nothing is worked out by weight for a child, nor where something was told that rules out figures for healthy adults.
    """
    if state.about != SELF:
        return Own()
    person, amount = state.person(SELF), state.amount
    adult = person.age is None or person.age >= _ADULT
    healthy = not any(fact.id in knowledge.personal for fact in person.facts)
    is_dose = amount is not None and amount.dimension is Dimension.DOSE and not amount.per_kg
    return Own(amount.daily() if amount and is_dose else None, person.weight if adult and healthy else None)
