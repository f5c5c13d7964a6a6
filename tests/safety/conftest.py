"""The shipped red-flag rules, and the triage that the shipped knowledge base has."""

from pathlib import Path

import pytest
import yaml

from glutamine_bot.dialogue.assembling import build_index
from glutamine_bot.domain.red_flags import RedFlagRules
from glutamine_bot.knowledge.compiling import load_compiled
from glutamine_bot.safety.triage import Triage


@pytest.fixture(scope="session")
def rules(root: Path) -> RedFlagRules:
    data = yaml.safe_load((root / "knowledge" / "safety.yaml").read_text(encoding="utf-8"))
    return RedFlagRules.from_data(data)


@pytest.fixture(scope="session")
def triage(root: Path) -> Triage:
    _, index = load_compiled(root / "knowledge", build_index)
    return Triage.from_data(index["red_flags"])
