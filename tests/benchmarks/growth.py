"""How time and memory grow with the number of phrasings, and what a start costs."""

from __future__ import annotations

import json
import resource
import subprocess
import sys
import time
from collections.abc import Iterator
from random import Random

from glutamine_bot.matching.matcher import IntentMatcher
from tests.benchmarks.public import PublicTask

SIZES = (1_000, 10_000, 100_000)
PHRASINGS_PER_LABEL = 10
QUESTIONS = 300

_TIMED_START = "import time; t = time.perf_counter(); {code}; print(time.perf_counter() - t)"


def growth(task: PublicTask) -> Iterator[str]:
    """Median and 99th percentile of a question, build time and memory, by the number of phrasings."""
    questions = [question for question, _ in Random(3).sample(list(task.test), QUESTIONS)]  # noqa: S311
    yield f"{'phrasings':>10}{'labels':>8}{'median ms':>11}{'p99 ms':>9}{'x first':>9}{'build s':>9}{'peak MB':>9}"
    first = 0.0
    for size in SIZES:
        entries = made_up(task, size)
        started = time.perf_counter()
        matcher = IntentMatcher.build(entries)
        built = time.perf_counter() - started
        median, worst = _times(matcher, questions)
        first = first or median
        memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
        yield f"{size:10}{len(entries):8}{median:11.3f}{worst:9.3f}{median / first:9.1f}{built:9.1f}{memory:9.0f}"


def start(task: PublicTask) -> Iterator[str]:
    """What a process pays before its first answer: the imports, then a kept index read again."""
    data = json.dumps(IntentMatcher.build(task.entries).to_data())
    reads: list[float] = []
    for _ in range(5):
        started = time.perf_counter()
        IntentMatcher.from_data(json.loads(data))
        reads.append(time.perf_counter() - started)
    yield f"a kept index of {len(data) // 1024} KiB read again: {min(reads) * 1e3:.1f} ms"
    for code in ("import rapidfuzz.process, rapidfuzz.distance", "import glutamine_bot.matching.matcher"):
        command = [sys.executable, "-c", _TIMED_START.format(code=code)]
        took = min(float(subprocess.run(command, capture_output=True, check=True).stdout) for _ in range(5))
        yield f"{code}: {took * 1e3:.1f} ms"


def made_up(task: PublicTask, size: int) -> dict[str, list[str]]:
    """So many phrasings: public ones with words exchanged at random, ten to a label."""
    random = Random(size)  # noqa: S311
    texts = [text for group in task.entries.values() for text in group]
    vocabulary = sorted({word for text in texts for word in text.split()})
    entries: dict[str, list[str]] = {}
    for number in range(size // PHRASINGS_PER_LABEL):
        theme = [random.choice(texts), " ".join(random.sample(vocabulary, 3))]
        entries[f"label {number}"] = [_varied(theme, vocabulary, random) for _ in range(PHRASINGS_PER_LABEL)]
    return entries


def _varied(theme: list[str], vocabulary: list[str], random: Random) -> str:
    words = " ".join(theme).split()
    words[random.randrange(len(words))] = random.choice(vocabulary)
    return " ".join(words)


def _times(matcher: IntentMatcher, questions: list[str]) -> tuple[float, float]:
    """The median and the 99th percentile of a question, in milliseconds."""
    for question in questions[:30]:
        matcher.rank(question, 1)
    times: list[int] = []
    for question in questions:
        started = time.perf_counter_ns()
        matcher.rank(question, 1)
        times.append(time.perf_counter_ns() - started)
    times.sort()
    return times[len(times) // 2] / 1e6, times[len(times) * 99 // 100] / 1e6
