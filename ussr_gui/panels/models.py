"""The person's own trained networks, for methods that apply one."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QWidget

from ussr_engine.events import ModelRecord
from ussr_gui.interpreting import interpreted
from ussr_gui.language import tr
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
        self.choice = Choice(tr("Model"))
        self.card = label(role="small", wraps=True)
        box = column(label(tr("My models")), self.choice, self.card)
        self.setLayout(box)
        self.choice.currentIndexChanged.connect(self._tell)
        self.hide()

    def show_models(self, models: Sequence[ModelRecord]) -> None:
        """List other networks; the newest is chosen until the knob says otherwise."""
        self._models = {model.path: model for model in models}
        self.choice.blockSignals(True)
        self.choice.clear()
        self.choice.addItem(tr("Newest that fits"), NEWEST)
        for model in models:
            self.choice.add_entry(f"×{model.scale} · {model.gain:+.2f} dB · {model.title}", model.path, model.says)
        self.choice.blockSignals(False)
        self.setVisible(bool(models))
        self._describe()

    def follow(self, path: str) -> None:
        """Show what the knob says; a file that is not listed stands for itself."""
        self.choice.blockSignals(True)
        if not self.choice.choose(path):
            self.choice.add_entry(tr("Another file"), path, path)
            self.choice.choose(path)
        self.choice.blockSignals(False)
        self._describe()

    @property
    def model(self) -> ModelRecord | None:
        """The chosen network; None where the engine chooses, or the file is not listed."""
        return self._models.get(str(self.choice.currentData()))

    def _describe(self) -> None:
        model, path = self.model, str(self.choice.currentData() or NEWEST)
        self.choice.setToolTip("" if model is None else interpreted(model.says))
        if model is not None:
            licence = (
                tr("licence: {licence}").format(licence=model.licence) if model.licence else tr("no licence is stated")
            )
            words = tr(
                "{title} learned from {scans} scans, checked on {validation_scans} others: "
                "{gain:+.2f} dB on bicubic; {licence}."
            ).format(
                title=model.title,
                scans=model.scans,
                validation_scans=model.validation_scans,
                gain=model.gain,
                licence=licence,
            )
        else:
            words = path or tr("The newest of your models that fits the scale.")
        self.card.setText(words)

    @Slot()
    def _tell(self) -> None:
        self._describe()
        self.chosen.emit(str(self.choice.currentData() or NEWEST))
