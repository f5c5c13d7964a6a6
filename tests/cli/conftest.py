"""What tests of the command line share."""

import subprocess
from collections.abc import Callable
from functools import partial
from pathlib import Path

import pytest

from tests.cli.process import run

Ran = subprocess.CompletedProcess[bytes]


@pytest.fixture
def bot(tmp_path: Path) -> Callable[..., Ran]:
    """Runs the program in a home of its own: `bot(["ask", "hi"], said=b"")`."""
    return partial(run, home=tmp_path)
