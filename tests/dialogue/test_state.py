"""A turn is a pure function of state and line, and any line has one."""

from dataclasses import FrozenInstanceError

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from glutamine_bot import Bot
from glutamine_bot.dialogue.bot import Conversation
from glutamine_bot.dialogue.state import Person, State
from glutamine_bot.domain.concepts import Concept, ConceptKind
from glutamine_bot.domain.reply import Reply

LINES = [
    "how much should I take?",
    "and for kids?",
    "I'm pregnant",
    "my wife has epilepsy",
    "I weigh 80 kg",
    "is 18 g too much?",
    "glutamine",
    "2",
    "the last one",
    "why?",
    "say that again",
    "shorter",
    "more",
    "source?",
    "that's not what I asked",
    "what's the capital of France",
    "actually I'm not pregnant",
    "forget that",
    "start over",
    "I want to die",
    "I'm fine, it was a joke",
    "my throat is swelling",
    "thanks",
    "/undo",
    "/forget",
    "/why",
    "/profile",
    "/doses",
    "/nonsense",
    "",
]
# Lines that take nothing back of what was told of oneself, whatever else they do.
KEEPING = [line for line in LINES if line not in ("forget that", "start over", "/undo", "/forget")]
KEEPING += [
    "is it ok for people without epilepsy?",
    "what if I were pregnant",
    "my mum is not pregnant",
    "how much for my son of 7?",
]
talks = st.lists(st.sampled_from(LINES), max_size=5)
odd = st.text(max_size=80) | st.text(alphabet="/0123456789gk \u202e\x1b\x00\u0301?!.,'", max_size=20)
some = settings(max_examples=40, deadline=None)


def held(bot: Bot, lines: list[str]) -> tuple[Conversation, list[Reply]]:
    conversation = bot.conversation()
    return conversation, [conversation.say(line) for line in lines]


@some
@given(lines=st.lists(st.sampled_from(LINES) | odd, max_size=6))
def test_the_same_lines_get_the_same_replies(shipped: Bot, lines: list[str]) -> None:
    first, replies = held(shipped, lines)
    second, again = held(shipped, lines)
    assert replies == again
    assert first.state == second.state


@some
@given(lines=talks, line=st.sampled_from(LINES) | odd)
def test_a_turn_depends_on_the_state_alone(shipped: Bot, lines: list[str], line: str) -> None:
    conversation, _ = held(shipped, lines)
    other = shipped.conversation()
    other.state = conversation.state
    before = conversation.state
    assert other.say(line) == conversation.say(line)
    assert other.state == conversation.state
    assert before == held(shipped, lines)[0].state


@some
@given(lines=talks, line=odd)
def test_any_line_at_any_state_has_a_reply(shipped: Bot, lines: list[str], line: str) -> None:
    conversation, _ = held(shipped, lines)
    reply = conversation.say(line)
    assert reply.text
    assert conversation.state.turns[-1].reply == reply


@some
@given(line=odd)
def test_asking_is_the_first_turn_of_a_conversation(shipped: Bot, line: str) -> None:
    if not line.lstrip().startswith("/"):
        assert shipped.ask(line) == shipped.conversation().say(line)


@some
@given(lines=st.lists(st.sampled_from(KEEPING) | odd, max_size=5))
def test_what_was_told_is_kept_until_it_is_taken_back(shipped: Bot, lines: list[str]) -> None:
    conversation, _ = held(shipped, ["I have epilepsy", "I have kidney disease", *lines])
    kept = {fact.id for fact in conversation.state.person("self").facts}
    assert {"seizures", "kidney_disease"} <= kept


@some
@given(lines=talks, line=st.sampled_from([line for line in LINES if not line.startswith("/")]))
def test_undo_restores_what_was_before(shipped: Bot, lines: list[str], line: str) -> None:
    conversation, _ = held(shipped, lines)
    before = conversation.state
    conversation.say(line)
    in_danger = conversation.state.crisis
    conversation.say("/undo")
    after = conversation.state
    kept = ("people", "about", "subject", "concern", "asked", "options", "asked_which", "amount")
    if in_danger is None:
        assert {name: getattr(after, name) for name in kept} == {name: getattr(before, name) for name in kept}


def test_conversations_are_apart(shipped: Bot) -> None:
    first, second = shipped.conversation(), shipped.conversation()
    first.say("I'm pregnant")
    assert second.state == State()
    assert shipped.conversation().state == State()


def test_a_state_cannot_be_changed(shipped: Bot) -> None:
    conversation, _ = held(shipped, ["I'm pregnant"])
    for name in ("people", "crisis", "turns", "anything"):
        with pytest.raises((FrozenInstanceError, AttributeError, TypeError)):
            setattr(conversation.state, name, ())
    assert isinstance(hash(conversation.state.people), int)


ASTHMA = Concept("asthma", ConceptKind.CONDITION, "asthma", ("asthma",), "asthma")


def test_a_fact_told_twice_is_kept_once() -> None:
    person = Person("self").holding(ASTHMA).holding(ASTHMA)
    assert person.facts == (ASTHMA,)
    assert person.without(ASTHMA) == Person("self")
    assert Person("self").without(ASTHMA) == Person("self")


def test_a_state_keeps_one_person_for_each_relation() -> None:
    state = State().with_person(Person("wife")).with_person(Person("wife").holding(ASTHMA))
    assert state.people == (Person("wife", (ASTHMA,)),)
    assert state.person("self") == Person("self")
    assert state.profiles == (("wife", ("asthma",)),)
    assert state.profile == ()
