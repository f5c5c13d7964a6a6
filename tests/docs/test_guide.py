"""What knowledge/README.md tells authors to do works, step by step."""

import re
import shlex
import shutil
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest

from glutamine_bot import Bot
from glutamine_bot.checking import rules
from glutamine_bot.domain.reply import Reply, ReplyKind
from glutamine_bot.knowledge import formats

Ran = subprocess.CompletedProcess[bytes]

ADDITION = re.compile(r"<!-- add to: (\S+) -->\n```yaml\n(.*?)```", re.DOTALL)
REPLACEMENT = re.compile(r"<!-- replace: library -->\n```yaml\n(.*?)```", re.DOTALL)
PART = re.compile(r"^# (\S+\.yaml)\n(.*?)(?=^# \S+\.yaml\n|\Z)", re.DOTALL | re.MULTILINE)
RUN = re.compile(r"<!-- run: (\w+) -->\n```sh\n(.*?)```", re.DOTALL)
QUESTIONS = re.compile(r"<!-- test: \S+ -->\n```yaml\n(.*?)```", re.DOTALL)
ROW = re.compile(r"^\| (`[^|]+) \|", re.MULTILINE)


@pytest.fixture(scope="module")
def guide(root: Path) -> str:
    return (root / "knowledge" / "README.md").read_text(encoding="utf-8")


@pytest.fixture(scope="module")
def extended(guide: str, root: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A copy of the knowledge base with all that the guide tells to add."""
    folder = tmp_path_factory.mktemp("guide") / "knowledge"
    shutil.copytree(root / "knowledge", folder)
    additions = ADDITION.findall(guide)
    assert len(additions) >= 6
    for name, text in additions:
        with (folder / name).open("a", encoding="utf-8") as file:
            file.write(text)
    return folder


@pytest.fixture(scope="module")
def ask(extended: Path) -> Callable[[str], Reply]:
    return Bot.load(extended).ask


def test_what_it_adds_has_no_faults(extended: Path, bot: Callable[..., Ran]) -> None:
    checked = bot(["knowledge", "check", str(extended)])
    assert checked.returncode == 0
    assert checked.stdout.decode().endswith("no errors, no warnings\n")


def test_every_question_of_the_guide_comes_out_as_labelled(
    guide: str, extended: Path, tmp_path: Path, bot: Callable[..., Ran]
) -> None:
    questions = QUESTIONS.search(guide)
    assert questions
    (tmp_path / "questions.yaml").write_text(questions[1], encoding="utf-8")
    tested = bot(["knowledge", "test", "questions.yaml", "--least", "1", "--knowledge", str(extended)])
    assert tested.returncode == 0, tested.stdout.decode()


def test_the_topic_answers_from_its_document(guide: str, ask: Callable[[str], Reply]) -> None:
    tried = re.search(r'glutamine-bot ask "([^"]+)"', guide)
    assert tried
    reply = ask(tried[1])
    assert (reply.kind, reply.draft.topics) == (ReplyKind.ANSWER, ("forms.organiser",))
    assert [source.id for source in reply.draft.sources] == ["pharmacy-leaflet"]


def test_the_gap_is_admitted_by_name(ask: Callable[[str], Reply]) -> None:
    reply = ask("is the tub recyclable?")
    assert reply.kind is ReplyKind.UNKNOWN
    assert "throwing it or its packaging away" in reply.text


def test_the_word_is_taken_for_the_one_that_it_stands_for(ask: Callable[[str], Reply]) -> None:
    assert ask("dosette box").draft.topics == ("forms.organiser",)


@pytest.mark.parametrize("medicine", ["verquvo", "omecamtiv", "heart failure tablets"])
def test_the_medicine_is_known(medicine: str, ask: Callable[[str], Reply]) -> None:
    reply = ask(f"can I take it with {medicine}?")
    assert reply.kind is ReplyKind.ANSWER
    assert "safety.medicines" in reply.draft.topics


def test_nothing_of_it_is_known_before(root: Path) -> None:
    reply = Bot.load(root / "knowledge").ask("dosette box")
    assert reply.kind is not ReplyKind.ANSWER


def test_every_file_of_the_table_may_be_in_a_knowledge_base(guide: str, root: Path) -> None:
    told = set(re.findall(r"`([\w/*]+\.yaml)`", "".join(ROW.findall(guide)))) - {"topics/*.yaml"}
    folder = root / "knowledge"
    there = {path.relative_to(folder).as_posix() for path in folder.rglob("*.yaml")}
    assert told == {name for name in there if not name.startswith("topics/")}


def test_every_key_of_a_topic_and_a_concept_is_told(guide: str) -> None:
    told = set(re.findall(r"`(\w+)`", "".join(ROW.findall(guide))))
    keys = {key.name for shape in (formats.TOPIC, formats.CONCEPT) for key in shape.keys}
    assert keys - told == set()


def test_every_rule_of_the_checker_is_told(guide: str) -> None:
    told = set(re.findall(r"`([a-z-]+)`", guide.partition("## What the checker says")[2]))
    assert {rule.code for rule in rules.ALL} - told == set()


def commands(guide: str, name: str) -> list[list[str]]:
    """The words of each command in a block of the guide, after the program's name."""
    (block,) = (block for found, block in RUN.findall(guide) if found == name)
    return [shlex.split(line)[1:] for line in block.splitlines()]


@pytest.fixture
def library(guide: str, tmp_path: Path, bot: Callable[..., Ran]) -> Path:
    """The bot on another subject, made as the guide tells."""
    new, talk = commands(guide, "new")
    assert bot(new).returncode == 0
    assert b"Ask me anything about the town library." in bot(talk, said=b"hello\n").stdout
    folder = tmp_path / "library"
    for topics in (folder / "topics").iterdir():
        topics.unlink()
    replaced = REPLACEMENT.search(guide)
    assert replaced
    for name, text in PART.findall(replaced[1]):
        (folder / name).write_text(text, encoding="utf-8")
    return folder


def test_a_bot_on_another_subject_is_made_by_the_guide(library: Path, bot: Callable[..., Ran]) -> None:
    checked = bot(["knowledge", "check", str(library)])
    assert checked.returncode == 0
    assert checked.stdout.decode().splitlines()[-1].startswith("10 files, 2 topics: no errors")
    talk = Bot.load(library).conversation()
    assert talk.say("when do you close on Saturdays?").draft.topics == ("visit.hours",)
    assert "nothing about fines" in talk.say("is there a late fee?").text
    talk.say("my daughter is 7")
    assert talk.say("how long may she keep a book?").text.startswith("You said your daughter is a child: ")


def test_editors_are_told_as_the_guide_tells(guide: str, tmp_path: Path, bot: Callable[..., Ran]) -> None:
    (write,) = commands(guide, "schema")
    assert bot(write).returncode == 0
    told = re.findall(r"\$schema=(?:\.\./)?(\S+?\.json)", guide)
    assert {".schema/bot.json", ".schema/topics.json"} == set(told)
    assert all((tmp_path / "knowledge" / name).is_file() for name in told)
