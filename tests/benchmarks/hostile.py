"""The time of one reply to lines that were made to be slow: each sort over and over, as long as a pipe takes.

    python -m tests.benchmarks.hostile [--slow SECONDS]

For every line the slowest of: by itself, in a conversation, in a crisis, and the /why after it; the best of two runs,
so that what else the machine does counts less. The exit code is 1 where one takes longer than --slow (default: 1.0).
"""

from __future__ import annotations

import argparse
import random
import sys
import time
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path

from glutamine_bot import Bot
from glutamine_bot.dialogue.bot import LONGEST_LINE

SHOWN = 12
UNITS = [
    *(
        " ",
        ".",
        ",",
        "-",
        "/",
        "?",
        "'",
        "(",
        "1",
        "a",
        "&",
        "\u00a0",
        "\u0301",
        "\ufdfa",
        "\u0130",
        "\uac01",
        "g\u0301",
    ),
    *(
        ". ",
        ", ",
        " - ",
        "1 ",
        "1,",
        "1.",
        "1/",
        "1-",
        "1:",
        "1x",
        "1e",
        "1 000 ",
        "\u00bd ",
        "1 1/2 ",
        "9g,",
        "2-3 g ",
    ),
    *("n't", "'s", "a'", "0o", "a1", "a.b.c ", "x? ", "x; ", "half a ", "one hundred thousand ", "one of a "),
    *("and ", ", and ", "how much ", "how much? ", "and how much for kids ", "my wife ", "my wife's ", "not ", "if i "),
    *("a 3 year old who weighs 20 kg ", "between 1 and ", "twice 3 times ", "1 g per kg per day ", "x weighs 1 "),
    *("i want to die ", "i do not want to die ", "throat swelling not ", "he took 50 pills and ", "my dog my cat "),
]


def main() -> int:
    parser = argparse.ArgumentParser(prog="python -m tests.benchmarks.hostile", description=__doc__)
    parser.add_argument("--slow", type=float, default=1.0, metavar="SECONDS")
    slow = parser.parse_args().slow
    bot = Bot.load(Path(__file__).parent.parent.parent / "knowledge")
    bot.ask("how much?")
    times = sorted(((min(_slowest(bot, line) for _ in range(2)), name) for name, line in _lines(bot)), reverse=True)
    for taken, name in times[:SHOWN]:
        sys.stdout.write(f"{taken * 1e3:7.0f} ms  {name}\n")
    sys.stdout.write(f"the slowest of {len(times)} sorts of lines takes {times[0][0]:.2f} s\n")
    return int(times[0][0] > slow)


def _lines(bot: Bot) -> Iterator[tuple[str, str]]:
    """Names and lines: what is repeated, and texts put together of all that the bot knows, right and nearly right."""
    for unit in UNITS:
        yield f"{unit!r} over and over", f"a{unit * (LONGEST_LINE // len(unit))}b"
    knowledge = bot.knowledge
    phrasings = [text for topic in knowledge.topics.values() for text in (topic.question, *topic.phrasings)]
    names = [name for concept in knowledge.concepts.values() for name in concept.names]
    chance = random.Random(1)  # noqa: S311 - no secret
    for what, texts in (("phrasings", phrasings), ("names", names)):
        for end in (" ", "? ", ", ", " and ", ""):
            yield f"{what} ending in {end!r}", _filled(partial(chance.choice, texts), end)
            yield (
                f"near misses of {what} ending in {end!r}",
                _filled(partial(_mistyped, texts, chance), end),
            )
    for length in (5, 12, 33):
        yield f"words of {length} letters", _filled(partial(_word, length, chance), " ")
        yield f"questions of a word of {length} letters", _filled(partial(_word, length, chance), "? ")


def _filled(make: Callable[[], str], end: str) -> str:
    parts: list[str] = []
    size = 0
    while size < LONGEST_LINE:
        parts.append(make() + end)
        size += len(parts[-1])
    return "".join(parts)[:LONGEST_LINE]


def _word(length: int, chance: random.Random) -> str:
    return "".join(chance.choices("abcdefghijklmnopqrstuvwxyz", k=length))


def _mistyped(texts: list[str], chance: random.Random) -> str:
    """One of the texts, with every eighth character another letter."""
    letters = list(chance.choice(texts))
    for place in chance.sample(range(len(letters)), max(1, len(letters) // 8)):
        letters[place] = _word(1, chance)
    return "".join(letters)


def _slowest(bot: Bot, line: str) -> float:
    """Seconds of the slowest reply to the line, in any of four states."""
    talk, crisis = bot.conversation(), bot.conversation()
    for said in ("I am pregnant", "my wife has epilepsy", "how much should I take?"):
        talk.say(said)
    crisis.say("I want to die")
    replies = (lambda: bot.ask(line), lambda: talk.say(line), lambda: talk.say("/why"), lambda: crisis.say(line))
    return max(map(_taken, replies))


def _taken(work: Callable[[], object]) -> float:
    start = time.perf_counter()
    work()
    return time.perf_counter() - start


if __name__ == "__main__":
    sys.exit(main())
