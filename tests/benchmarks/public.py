"""The public questions that the matcher is measured on."""

from __future__ import annotations

import importlib.util
import os
import sys
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

Labelled = Sequence[tuple[str, str]]


@dataclass(frozen=True, slots=True)
class PublicTask:
    """Phrasings by label; questions with their label, the same mistyped; questions that no label answers."""

    entries: Mapping[str, Sequence[str]]
    validation: Labelled
    test: Labelled
    mistyped: Labelled
    out_validation: Sequence[str]
    out_test: Sequence[str]


def load(folder: str) -> PublicTask:
    """CLINC150 with ten phrasings a label, as the folder's `tasks.py` cuts it. Raises OSError where it is not there."""
    path = os.path.join(folder, "tasks.py")
    if not os.path.exists(path):
        raise FileNotFoundError(path)
    spec = importlib.util.spec_from_file_location("public_tasks", path)
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    sys.modules["public_tasks"] = module
    spec.loader.exec_module(module)
    task = module.load("clinc10")
    return PublicTask(task.entries, task.val, task.test, task.typo_test, task.oos_val, task.oos_test)
