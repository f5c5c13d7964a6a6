"""Rooms keep to their places and to a size that can be read at a sitting."""

import subprocess
import sysconfig
from pathlib import Path

LONGEST = 300


def test_imports_run_downwards_only(root: Path) -> None:
    """Runs the contracts of pyproject.toml; what it prints names every import that breaks one."""
    lint = Path(sysconfig.get_path("scripts")) / "lint-imports"
    checked = subprocess.run([lint, "--no-cache"], cwd=root, capture_output=True, text=True, check=False)
    assert checked.returncode == 0, checked.stdout + checked.stderr


def test_no_module_is_too_long(root: Path) -> None:
    lengths = {path: len(path.read_text(encoding="utf-8").splitlines()) for path in (root / "src").rglob("*.py")}
    assert {str(path.relative_to(root)): length for path, length in lengths.items() if length > LONGEST} == {}
