"""The shipped red-flag rules."""

from pathlib import Path

import pytest
import yaml

from glutamine_bot.domain.red_flags import RedFlagRules
from glutamine_bot.safety.triage import Triage


@pytest.fixture(scope="session")
def rules(root: Path) -> RedFlagRules:
    data = yaml.safe_load((root / "knowledge" / "safety.yaml").read_text(encoding="utf-8"))
    return RedFlagRules.from_data(data)


@pytest.fixture(scope="session")
def triage(rules: RedFlagRules) -> Triage:
    return Triage(rules)
