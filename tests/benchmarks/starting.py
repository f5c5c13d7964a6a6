"""What a start costs, as ratios taken in one run: an answer against a bare interpreter, a chat against its toolkit.

    python -m tests.benchmarks.starting [RUNS]

Processes take turns, so that what else the machine does meets all alike; the time is user and system time of the
processes, the median of RUNS (21 by default). A first run fills the cache of compiled knowledge and byte code.
"""

from __future__ import annotations

import os
import resource
import statistics
import subprocess
import sys
import tempfile
from collections.abc import Callable, Sequence

import pexpect

QUESTION = "how much glutamine a day?"
PROMPT = "1m>"  # the sign of the prompt, after the end of its style
BARE = (sys.executable, "-c", "pass")
TOOLKIT = (sys.executable, "-c", "import prompt_toolkit")
ASK = (sys.executable, "-m", "glutamine_bot", "ask", QUESTION)
CHAT = (sys.executable, "-m", "glutamine_bot", "chat")


def main() -> int:
    runs = int(sys.argv[1]) if sys.argv[1:] else 21
    with tempfile.TemporaryDirectory() as cache:
        surroundings = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
        surroundings |= {"XDG_CACHE_HOME": cache, "TERM": "xterm", "LANG": "C.UTF-8", "PROMPT_TOOLKIT_NO_CPR": "1"}
        _compare("ask", lambda: _ran(ASK, surroundings), "bare python", lambda: _ran(BARE, surroundings), runs)
        _compare(
            "chat, to its first prompt", lambda: _prompted(surroundings),
            "import prompt_toolkit", lambda: _ran(TOOLKIT, surroundings), runs,
        )  # fmt: skip
    return 0


def _compare(name: str, run: Callable[[], None], other: str, run_other: Callable[[], None], runs: int) -> None:
    run()
    times = [(_spent(run), _spent(run_other)) for _ in range(runs)]
    ours, theirs = (statistics.median(column) for column in zip(*times, strict=True))
    sys.stdout.write(f"{name} {ours * 1e3:.0f} ms, {other} {theirs * 1e3:.0f} ms: {ours / theirs:.1f} times\n")


def _spent(run: Callable[[], None]) -> float:
    """Processor time, in seconds, of the child processes of a run."""
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    run()
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime


def _ran(command: Sequence[str], surroundings: dict[str, str]) -> None:
    subprocess.run(command, env=surroundings, stdout=subprocess.DEVNULL, check=True)


def _prompted(surroundings: dict[str, str]) -> None:
    """Starts a chat on a terminal and ends it as soon as it shows its prompt."""
    child = pexpect.spawn(CHAT[0], list(CHAT[1:]), env=surroundings, encoding="utf-8", timeout=60)
    child.expect_exact(PROMPT)
    child.kill(9)
    child.expect(pexpect.EOF)
    child.close()


if __name__ == "__main__":
    sys.exit(main())
