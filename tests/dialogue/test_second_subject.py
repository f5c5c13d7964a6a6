"""A bot on another subject speaks of that alone: nothing of the first subject is in the engine for it to say."""

import re
from pathlib import Path

import pytest

from glutamine_bot import Bot
from glutamine_bot.domain.reply import Reply, ReplyKind

ODD = """\
can my dog lick the chain
what about my cat
I'm pregnant, can I clean my chain
I take warfarin
is ibuprofen any good against rust
can I take 5 g of oil
how many grams of oil
14 grams daily
I weigh 70 kg, how much oil
2 teaspoons of oil?
my wife is 60 kg
I'm 8 years old
side effects?
is it safe for children
overdose
what is glutamine
how much glutamine a day
I'm diabetic
throat swelling after degreaser
is wax better
what about brakes
¿cómo limpio la cadena?
is it vegan
can I eat it
capital of france
/doses
/help
/profile
/topics
"""
FOREIGN = re.compile(
    r"glutamine|supplement|dos(?:e|age|ing)s?\b|doctor|pharmac|\bvet\b|medic|healthcare|emergency|people|\b911\b",
    re.IGNORECASE,
)


@pytest.fixture(scope="module")
def chain(second_subject: Path) -> Bot:
    return Bot.load(second_subject)


def said(reply: Reply) -> str:
    """All that the person reads."""
    draft = reply.draft
    offered = [option.question for option in (*draft.options, *draft.related)]
    return "\n".join([reply.text, *reply.disclaimers, *offered, *(source.title for source in draft.sources)])


@pytest.mark.parametrize("line", ODD.splitlines())
def test_nothing_of_health_is_said(chain: Bot, line: str) -> None:
    for reply in (chain.ask(line), chain.conversation().say(line)):
        found = FOREIGN.search(said(reply))
        assert not found, found
        assert reply.text


def test_what_is_promised_after_a_colon_comes(chain: Bot) -> None:
    reply = chain.ask("what is the capital of france")
    assert reply.text.endswith("I can tell you about:")
    assert [option.question for option in reply.draft.related] == [
        topic.question for topic in list(chain.knowledge.topics.values())[: len(reply.draft.related)]
    ]
    assert reply.draft.related


def test_it_is_a_whole_bot(chain: Bot) -> None:
    talk = chain.conversation()
    assert talk.say("hello").kind is ReplyKind.SMALLTALK
    assert talk.say("how do I clean it?").draft.topics == ("clean.how",)
    assert talk.say("and how often should I oil it?").draft.topics == ("oil.how",)
    assert talk.say("why?").draft.topics == ("clean.how",)
    assert talk.say("what about the brakes?").kind is ReplyKind.UNKNOWN
    assert talk.say("thanks").kind is ReplyKind.SMALLTALK


def test_what_somebody_said_leads_the_answers_that_it_touches(chain: Bot) -> None:
    talk = chain.conversation()
    talk.say("my chain is rusty")
    assert "look for stiff links first" in talk.say("how often should I oil it?").text
