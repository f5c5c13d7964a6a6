"""What a turn of the conversation puts on the screen: the reply, and what only a screen adds to it."""

from glutamine_bot.dialogue.state import State
from glutamine_bot.domain.knowledge_base import KnowledgeBase
from glutamine_bot.domain.quantity import Dimension
from glutamine_bot.domain.utterance import SELF
from glutamine_bot.reply.doses_picture import doses_text
from glutamine_bot.reply.doses_rows import Own
from glutamine_bot.reply.looks import Look, Part, painted
from glutamine_bot.reply.plain import paragraph_lines, render
from glutamine_bot.terminal.commands import Turned, screen_help

_ADULT = 18  # years


def shown_text(turned: Turned, knowledge: KnowledgeBase, state: State, look: Look, encoding: str | None) -> str:
    """The turn as text that ends in a line feed. Pictures are drawn in that encoding; where it is None, as tables."""
    text = render(turned.reply, look)
    if turned.command == "help":
        return text + painted(paragraph_lines(Part.TEXT, screen_help(), look), color=look.color)
    if turned.command == "doses":
        return doses_text(knowledge, own_figures(state), turned.reply, look, encoding)
    return text


def own_figures(state: State) -> Own:
    """The amount and, of an adult, the body weight that the person named of themselves."""
    person, amount = state.person(SELF), state.amount
    adult = person.age is None or person.age >= _ADULT
    is_dose = amount is not None and amount.dimension is Dimension.DOSE and not amount.per_kg
    return Own(amount.daily() if amount and is_dose else None, person.weight if adult else None)
