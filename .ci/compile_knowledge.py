"""Compiles the knowledge base where the program is built or installed: the first start is as quick as any other."""

import sys
import tempfile
from pathlib import Path
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface


class CompileKnowledge(BuildHookInterface):  # type: ignore[type-arg]
    """Compiles `knowledge/`: into a wheel, or beside the code where a checkout is installed to be edited."""

    PLUGIN_NAME = "custom"

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        """Adds the compiled form to the files of a standard wheel, or writes it for an editable one."""
        root = Path(self.root)
        sys.path.insert(0, str(root / "src"))
        from glutamine_bot.dialogue.assembling import build_index
        from glutamine_bot.knowledge.compiling import SHIPPED, write_compiled

        if version == "editable":
            write_compiled(root / "knowledge", build_index, SHIPPED, program_may_change=True)
            return
        self._folder = tempfile.TemporaryDirectory()
        compiled = Path(self._folder.name) / "compiled.json"
        write_compiled(root / "knowledge", build_index, str(compiled), program_may_change=False)
        build_data["force_include"][str(compiled)] = "glutamine_bot/compiled.json"

    def finalize(self, version: str, build_data: dict[str, Any], artifact_path: str) -> None:  # noqa: ARG002 # hatchling's
        """Removes what was made for the wheel."""
        if version == "standard":
            self._folder.cleanup()
