"""The loss while it falls."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtWidgets import QWidget


class LossPlot(QWidget):
    """Loss curves of one run, by step."""

    def reset(self) -> None: ...
    def begin_stage(self, name: str, first_step: int) -> None: ...
    def add(self, step: int, losses: Mapping[str, float], rate: float, best_step: int | None) -> None: ...
    def finish(self) -> None: ...
