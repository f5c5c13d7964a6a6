"""Benchmarks of the matcher, side by side with its peers, in one run.

    python -m tests.benchmarks [--bench DIR] [accuracy] [reliability] [growth] [start]

DIR holds `tasks.py` with the public questions (CLINC150); the environment variable GLUTAMINE_BENCH names it as well.
Without either, ../shared/bench is taken if it is there. Peers that are not installed are left out (extra `bench`).
"""

from __future__ import annotations

import argparse
import os
import sys

from tests.benchmarks.accuracy import accuracy, reliability
from tests.benchmarks.growth import growth, start
from tests.benchmarks.public import load

PARTS = {"accuracy": accuracy, "reliability": reliability, "growth": growth, "start": start}


def main() -> int:
    parser = argparse.ArgumentParser(prog="python -m tests.benchmarks", description=__doc__)
    parser.add_argument("parts", nargs="*", metavar="PART", help=f"any of {', '.join(PARTS)}; all by default")
    parser.add_argument("--bench", default=os.environ.get("GLUTAMINE_BENCH", "../shared/bench"))
    arguments = parser.parse_args()
    unknown = set(arguments.parts) - set(PARTS)
    if unknown:
        parser.error(f"no such part: {', '.join(sorted(unknown))}")
    try:
        task = load(arguments.bench)
    except OSError as error:
        parser.error(f"no public questions: {error}; name their folder with --bench")
    for name in arguments.parts or PARTS:
        sys.stdout.write(f"\n{name}\n")
        for line in PARTS[name](task):
            sys.stdout.write(f"  {line}\n")
            sys.stdout.flush()
    return 0


sys.exit(main())
