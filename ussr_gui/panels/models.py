"""The person's own trained networks, for methods that apply one."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QWidget

from ussr_engine.events import ModelRecord
from ussr_gui.panels.parts import Choice, column, label

KNOB = "recipe.model"
NEWEST = ""
"""What the knob says where the engine chooses."""


class ModelChoice(QWidget):
    """Which network is applied, and what its card says; hidden for methods that apply none."""

    chosen = Signal(str)
    """The file, or an empty word for the newest that fits."""

    def __init__(self) -> None:
        super().__init__()
        self._models: dict[str, ModelRecord] = {}
        self.choice = Choice("Model")
        self.card = label(role="small", wraps=True)
        box = column(label("My models"), self.choice, self.card)
        self.setLayout(box)
        self.choice.currentIndexChanged.connect(self._tell)
        self.hide()

    def show_models(self, models: Sequence[ModelRecord]) -> None:
        """List other networks; the newest is chosen until the knob says otherwise."""
        self._models = {model.path: model for model in models}
        self.choice.blockSignals(True)
        self.choice.clear()
        self.choice.addItem("Newest that fits", NEWEST)
        for model in models:
            self.choice.add_entry(f"×{model.scale} · {model.gain:+.2f} dB · {model.title}", model.path, model.says)
        self.choice.blockSignals(False)
        self.setVisible(bool(models))
        self._describe()

    def follow(self, path: str) -> None:
        """Show what the knob says; a file that is not listed stands for itself."""
        self.choice.blockSignals(True)
        if not self.choice.choose(path):
            self.choice.add_entry("Another file", path, path)
            self.choice.choose(path)
        self.choice.blockSignals(False)
        self._describe()

    @property
    def model(self) -> ModelRecord | None:
        """The chosen network; None where the engine chooses, or the file is not listed."""
        return self._models.get(str(self.choice.currentData()))

    def _describe(self) -> None:
        model, path = self.model, str(self.choice.currentData() or NEWEST)
        self.choice.setToolTip("" if model is None else model.says)
        if model is not None:
            licence = f"licence: {model.licence}" if model.licence else "no licence is stated"
            words = (
                f"{model.title} learned from {model.scans} scans, checked on {model.validation_scans} others: "
                f"{model.gain:+.2f} dB on bicubic; {licence}."
            )
        else:
            words = path or "The newest of your models that fits the scale."
        self.card.setText(words)

    @Slot()
    def _tell(self) -> None:
        self._describe()
        self.chosen.emit(str(self.choice.currentData() or NEWEST))
