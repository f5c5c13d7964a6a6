"""No file lies where it is not read."""

import os
from collections.abc import Iterator

from glutamine_bot.checking.base import Base
from glutamine_bot.domain.errors import Fault
from glutamine_bot.knowledge.rules.rule import Example, Rule

CODE = "unread-file"
_READ = frozenset({"", "topics", "vocabulary"})
_TESTS = "tests"  # where the questions are that `knowledge test` puts


def _check(base: Base) -> Iterator[Fault]:
    for folder, inner, files in os.walk(base.folder):
        inner[:] = sorted(name for name in inner if not name.startswith(".") and name != _TESTS)
        within = os.path.relpath(folder, base.folder)
        known = ("" if within == os.curdir else within) in _READ
        for name in sorted(files):
            is_yaml = name.lower().endswith((".yaml", ".yml")) and not name.startswith(".")
            if is_yaml and not (known and name.endswith((".yaml", ".yml"))):
                hint = "only the folder itself, topics/ and vocabulary/ are read, and names that end in .yaml"
                yield Fault(os.path.join(folder, name), 1, 1, CODE, "nothing reads this file where it is", hint)


_TOPIC = """\
candle.short:
  question: Can a wick be cut?
  ask: [short wick, trim it, with scissors, before lighting, let it cool first, smoking flame, soot, too long a wick]
  answer: Yes, once it has cooled.
  facts: [candle-hours]
"""

RULE = Rule(
    code=CODE,
    finds="A YAML file in a folder that is not read, or with an ending in capitals.",
    matters="All that it says is missing without a word.",
    passes=Example("topics/more.yaml", _TOPIC),
    fails=Example("topics/summer/more.yaml", _TOPIC),
    check=_check,
    warning=True,
)
