"""A new knowledge base is sound and talks at once, whatever it is called and about."""

from pathlib import Path

import pytest

from glutamine_bot import Bot
from glutamine_bot.domain.errors import BotError
from glutamine_bot.domain.reply import ReplyKind
from glutamine_bot.knowledge.file_formats import FILES
from glutamine_bot.knowledge.starting import new_knowledge
from tests.support.drafts import Draft

ODD = 'say "hi": #1 \\ {x} $5 é'


@pytest.mark.parametrize("subject", ["houseplants", "the town library", "our bike workshop", "Vitamin D", ODD])
def test_it_is_sound_and_speaks_of_its_subject(tmp_path: Path, subject: str) -> None:
    new_knowledge(str(tmp_path / "base"), f"{subject} bot", subject)
    assert Draft(tmp_path / "base").faults() == ()
    bot = Bot.load(tmp_path / "base")
    assert (bot.knowledge.name, bot.knowledge.subject.name) == (f"{subject} bot", subject)
    assert subject in bot.ask("hello").text
    assert bot.ask("how do I get started?").draft.topics == ("start.how",)


@pytest.fixture(scope="module")
def started(tmp_path_factory: pytest.TempPathFactory) -> Bot:
    folder = tmp_path_factory.mktemp("started") / "base"
    new_knowledge(str(folder), "plant_bot", "houseplants")
    return Bot.load(folder)


def test_it_shows_what_a_knowledge_base_can_do(started: Bot) -> None:
    conversation = started.conversation()
    assert conversation.say("who helps with houseplants?").kind is ReplyKind.ANSWER
    assert "what it costs" in started.ask("how much does it cost?").text
    conversation.say("I am a beginner")
    assert conversation.say("whom can I ask?").text.startswith("You said you are a newcomer: ")


@pytest.mark.parametrize(
    "line", ["I want to die", "i dont want to live", "thinking of suicide", "I want to kill myself"]
)
def test_somebody_in_danger_is_met_kindly(started: Bot, line: str) -> None:
    reply = started.ask(line)
    assert reply.kind is ReplyKind.EMERGENCY
    assert "crisis line" in reply.text


@pytest.mark.parametrize("line", ["kill time", "how do I kill an hour", "hurt feelings", "my phone died"])
def test_nobody_is_taken_to_be_in_danger_for_a_word(started: Bot, line: str) -> None:
    assert started.ask(line).kind is not ReplyKind.EMERGENCY


def test_every_topic_wins_its_own_phrasings(started: Bot) -> None:
    asked = [(topic.id, text) for topic in started.knowledge.topics.values() for text in topic.phrasings]
    lost = [text for topic, text in asked if started.ask(text).draft.topics[:1] != (topic,)]
    assert len(lost) <= len(asked) // 20, lost


def test_every_file_tells_editors_where_its_schema_is(tmp_path: Path) -> None:
    files = [Path(path) for path in new_knowledge(str(tmp_path), "a bot", "anything")]
    knowledge = [path for path in files if path.parent.name != "tests"]
    for path in knowledge:
        first = path.read_text(encoding="utf-8").partition("\n")[0]
        assert (path.parent / first.removeprefix("# yaml-language-server: $schema=")).is_file(), path
    assert len(list((tmp_path / ".schema").iterdir())) == len(FILES)


@pytest.mark.parametrize("subject", ["", " ", "?!", "two\x1b[31mlines", "x" * 61, "beginner"])
def test_a_subject_that_makes_no_sound_base_is_refused(tmp_path: Path, subject: str) -> None:
    with pytest.raises(BotError):
        new_knowledge(str(tmp_path / "base"), "a bot", subject)
    assert not (tmp_path / "base").exists()


def test_what_is_there_is_left_alone(tmp_path: Path) -> None:
    (tmp_path / "bot.yaml").write_text("mine")
    with pytest.raises(BotError, match="is not empty"):
        new_knowledge(str(tmp_path), "a bot", "anything")
    assert [path.name for path in tmp_path.iterdir()] == ["bot.yaml"]
    assert (tmp_path / "bot.yaml").read_text() == "mine"
