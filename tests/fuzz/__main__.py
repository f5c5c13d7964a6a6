"""Coverage-guided fuzzing: `python -m tests.fuzz turn|load [options of libFuzzer]`. See the README beside this."""

import sys
from collections.abc import Callable
from pathlib import Path

import atheris

ROOT = Path(__file__).parent.parent.parent
NAMES = ("bot.yaml", "topics/care.yaml", "facts.yaml", "sources.yaml", "vocabulary/concepts.yaml", "safety.yaml")

with atheris.instrument_imports(include=["glutamine_bot"]):
    from glutamine_bot import Bot
    from glutamine_bot.knowledge.files import read_english, read_knowledge
    from tests.fuzz import promises


def main() -> None:
    target, *options = sys.argv[1:]
    run = {"turn": _turn(), "load": _load()}[target]
    atheris.Setup([sys.argv[0], *options], run)
    atheris.Fuzz()


def _turn() -> Callable[[bytes], None]:
    bot = Bot.load(ROOT / "knowledge")

    def run(data: bytes) -> None:
        """Lines of a conversation, the last of them half of a surrogate pair where the bytes are no UTF-8."""
        promises.talk(bot, data.decode("utf-8", "surrogateescape").split("\n")[:6])

    return run


def _load() -> Callable[[bytes], None]:
    base, language = read_knowledge(str(ROOT / "tests/fixtures/second_subject")), read_english()

    def run(data: bytes) -> None:
        if data:
            promises.load(base, language, NAMES[data[0] % len(NAMES)], data[1:])

    return run


main()
