"""What pyproject.toml cannot say: the pages of the guide go into the package that shows them."""

from __future__ import annotations

import shutil
from pathlib import Path

from setuptools import setup
from setuptools.command.build_py import build_py

ROOT = Path(__file__).parent
SHIPPED = Path("ussr_gui") / "guide" / "shipped"


class WithGuide(build_py):
    """Copies pages and pictures beside ``ussr_gui/guide``, laid out as in the repository, so that links hold."""

    def run(self) -> None:
        """Build, then copy; an editable installation reads the repository itself."""
        super().run()
        if not self.editable_mode:
            for source in self._pages():
                target = Path(self.build_lib) / SHIPPED / source
                target.parent.mkdir(parents=True, exist_ok=True)
                shutil.copyfile(ROOT / source, target)

    def get_outputs(self, include_bytecode: bool = True) -> list[str]:
        """Name the copies too."""
        copies = [] if self.editable_mode else [str(Path(self.build_lib) / SHIPPED / one) for one in self._pages()]
        return [*super().get_outputs(include_bytecode), *copies]

    def _pages(self) -> list[Path]:
        found = [*(ROOT / "docs").rglob("*.md"), *(ROOT / "resources" / "screenshots").glob("*.png")]
        return sorted(path.relative_to(ROOT) for path in found)


setup(cmdclass={"build_py": WithGuide})
