"""How the red-flag triage does on lines that it has not learned from.

    python -m tests.benchmarks.red_flags [FOLDS]

The examples of the knowledge base are dealt into FOLDS parts (4 by default); each is judged by what was learned from
the others. The rules were written with sight of most lines, so that theirs are not the rates of unseen lines; where the
rules are silent, the classifier's are.
"""

from __future__ import annotations

import random
import sys
from collections.abc import Mapping, Sequence
from pathlib import Path

from glutamine_bot.domain.knowledge_base import HARMLESS, KnowledgeBase
from glutamine_bot.knowledge.loading import load
from glutamine_bot.safety.compiling import compile_rules
from glutamine_bot.safety.triage import LEARNED, Triage

_ROOT = Path(__file__).parents[2]


def main() -> int:
    folds = int(sys.argv[1]) if sys.argv[1:] else 4
    knowledge = load(_ROOT / "knowledge")
    lines = [(kind, line) for kind, group in knowledge.safety_examples.items() for line in group]
    random.Random(1).shuffle(lines)  # noqa: S311 - to deal them out alike every time
    emergencies = met = by_rules = harmless = alarmed = 0
    for fold in range(folds):
        learned = [line for number, line in enumerate(lines) if number % folds != fold]
        triage = _triage(knowledge, learned)
        for kind, line in lines[fold::folds]:
            flag = triage.assess(line)
            if kind == HARMLESS:
                harmless += 1
                alarmed += flag is not None
            else:
                emergencies += 1
                met += flag is not None
                by_rules += flag is not None and flag.sign != LEARNED
    print(f"emergencies missed: {emergencies - met} of {emergencies} ({1 - met / emergencies:.1%})")  # noqa: T201
    silent = emergencies - by_rules
    print(f"of those that the rules leave: {emergencies - met} of {silent} ({(emergencies - met) / silent:.1%})")  # noqa: T201
    print(f"false alarms: {alarmed} of {harmless} ({alarmed / harmless:.1%})")  # noqa: T201
    return 0


def _triage(knowledge: KnowledgeBase, learned: Sequence[tuple[str, str]]) -> Triage:
    groups: dict[str, list[str]] = {}
    for kind, line in learned:
        groups.setdefault(kind, []).append(line)
    asked = [text for topic in knowledge.topics.values() for text in (topic.question, *topic.phrasings)]
    harmless = groups.pop(HARMLESS)
    rules = knowledge.safety
    assert isinstance(rules, Mapping)
    return Triage.from_data(compile_rules(rules, {}, groups, harmless, asked))


if __name__ == "__main__":
    sys.exit(main())
