"""What to do with the scan: the method, the scale, the task, the knobs, the seed and the device."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QVBoxLayout, QWidget

from ussr_engine.events import Catalogued, MethodCard
from ussr_engine.knobs import Value
from ussr_engine.orders import Challenge
from ussr_gui.interpreting import interpreted
from ussr_gui.language import tr
from ussr_gui.panels.knobs import KnobForm
from ussr_gui.panels.models import KNOB, NEWEST, ModelChoice
from ussr_gui.panels.parts import Choice, Field, Whole, label, panel, section
from ussr_gui.panels.segments import Segments
from ussr_gui.settings import Settings
from ussr_gui.wanted import Wanted

DEGRADATIONS = (
    (tr("1 · bicubic"), 1),
    (tr("2 · Lanczos, diffusion, speckle"), 2),
    (tr("3 · Lanczos, Gauss, speckle"), 3),
)
NOISES = ((tr("Same in all channels"), "grey"), (tr("Each channel its own"), "rgb"))
FIRST = "simreg"
"""What a newcomer finds chosen: seconds, no choice to be made."""
PREVIEWS = (
    (tr("Never"), 0),
    (tr("Every second"), 1),
    (tr("Every 2 s"), 2),
    (tr("Every 5 s"), 5),
    (tr("Every 10 s"), 10),
)


class MethodPanel(QWidget):
    """The choices; each is remembered."""

    changed = Signal()
    preview_changed = Signal(float)

    def __init__(self, settings: Settings) -> None:
        super().__init__()
        self._settings = settings
        self._cards: dict[str, MethodCard] = {}
        self.method = Choice(tr("Method"))
        self._says = label(role="small", wraps=True)
        self.model = ModelChoice()
        self.scale = Segments(tr("Scale"), [(f"× {scale}", scale) for scale in (2, 3, 4)])
        self.task = Segments(tr("Task"), [(tr("Enlarge as is"), "enlarge"), (tr("Shrink and compare"), "challenge")])
        self._task_says = label(role="small", wraps=True)
        self.degradation = Choice(tr("Degradation"))
        self.noise = Choice(tr("Noise"))
        self.knobs = KnobForm()
        self.seed = Whole(tr("Seed"), 0, 2**31 - 1)
        self.device = Choice(tr("Device"))
        self.previews = Choice(tr("Previews"))
        for choice, entries in ((self.degradation, DEGRADATIONS), (self.noise, NOISES), (self.previews, PREVIEWS)):
            for words, value in entries:
                choice.addItem(words, value)
        self._shrink = Field(
            tr("Degradation"), self.degradation, tr("How the scan is made smaller before it is enlarged again")
        )
        self._speckle = Field(tr("Noise"), self.noise, tr("Whether the colour channels get the same noise"))
        whole = panel(
            section(label(tr("Method"), "title"), self.method, self._says, self.scale, self.model),
            section(label(tr("Task"), "title"), self.task, self._task_says, self._shrink, self._speckle),
            section(self.knobs),
            section(
                Field(tr("Seed"), self.seed, tr("The same seed gives the same result")),
                Field(tr("Device"), self.device, tr("Where the method runs")),
                Field(tr("Previews"), self.previews, tr("How often the picture is shown while training")),
            ),
        )
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.addWidget(whole)
        self._recall()
        self.method.currentIndexChanged.connect(self._show_method)
        self.task.chosen.connect(self._tell)
        self.scale.chosen.connect(self._fit_model)
        self.model.chosen.connect(self._choose_model)
        self.knobs.changed.connect(self._follow_model)
        for choice in (self.degradation, self.noise, self.device):
            choice.currentIndexChanged.connect(self._tell)
        self.seed.valueChanged.connect(self._tell)
        self.previews.currentIndexChanged.connect(self._tell_previews)
        self._tell()

    @Slot(object)
    def show_catalogue(self, catalogue: Catalogued) -> None:
        """List every method; those that cannot run stand there too, with the reason."""
        wanted = str(self.method.currentData() or self._settings.text("method", FIRST))
        self._cards = {card.id: card for card in catalogue.methods}
        self.method.blockSignals(True)
        self.method.clear()
        for heading, cards in grouped(catalogue.methods):
            self.method.add_heading(heading)
            for card in cards:
                self.method.add_entry(card.title, card.id, card.says, "" if card.available else card.reason)
        usable = [card.id for card in catalogue.methods if card.available]
        self.method.choose(wanted if wanted in usable else usable[0]) if usable else None
        self.method.blockSignals(False)
        device = str(self.device.currentData() or self._settings.text("device", "auto"))
        self.device.blockSignals(True)
        self.device.clear()
        words = dict(catalogue.devices).get(catalogue.device, catalogue.device)
        self.device.addItem(tr("Automatic: {words}").format(words=interpreted(words)), "auto")
        for name, words in catalogue.devices:
            self.device.addItem(interpreted(words), name)
        self.device.choose(device)
        self.device.blockSignals(False)
        self._show_method()

    @property
    def card(self) -> MethodCard | None:
        """The chosen method."""
        return self._cards.get(str(self.method.currentData()))

    @property
    def problem(self) -> str:
        """Why nothing can be started with these choices; empty when it can."""
        if self.card is None:
            return tr("The engine is starting…")
        return self.card.reason if not self.card.available else self.knobs.problem

    @property
    def wanted(self) -> Wanted:
        """The choices as they stand; raises BadRequest when a knob makes no sense."""
        seed = self.seed.value()
        challenge = None
        if self.task.value == "challenge":
            challenge = Challenge(int(self.degradation.currentData()), str(self.noise.currentData()), seed)
        scale = self.scale.value
        assert self.card is not None
        assert isinstance(scale, int)
        return Wanted(self.card.id, scale, self.knobs.values, seed, str(self.device.currentData()), challenge)

    @property
    def preview_seconds(self) -> float:
        return float(self.previews.currentData())

    def choose(self, method: str, scale: int, task: str, knobs: dict[str, Value]) -> None:
        """Turn everything to given choices, as the demonstration does."""
        self.method.choose(method)
        self.scale.choose(scale)
        self.task.choose(task)
        if self.card is not None:
            self.knobs.show_groups(self.card.groups, knobs)
        self._tell()

    def remember(self) -> None:
        """Keep the choices for the next day."""
        keep = self._settings
        if self.card is not None:
            keep.set_text("method", self.card.id)
            keep.set_text("device", str(self.device.currentData()))
            if not self.knobs.problem:
                keep.set_record(f"knobs/{self.card.id}", self.knobs.values)
        keep.set_whole("scale", int(str(self.scale.value)))
        keep.set_text("task", str(self.task.value))
        keep.set_whole("degradation", int(self.degradation.currentData()))
        keep.set_text("noise", str(self.noise.currentData()))
        keep.set_whole("seed", self.seed.value())
        keep.set_whole("previews", int(self.previews.currentData()))

    def _recall(self) -> None:
        keep = self._settings
        self.scale.choose(keep.whole("scale", 2))
        self.task.choose(keep.text("task", "enlarge"))
        self.degradation.choose(keep.whole("degradation", 1))
        self.noise.choose(keep.text("noise", "grey"))
        self.seed.setValue(keep.whole("seed", 0))
        self.previews.choose(keep.whole("previews", 2))

    @Slot()
    def _show_method(self) -> None:
        card = self.card
        if card is None:
            return
        reference = f" {card.reference}" if card.reference else ""
        self._says.setText(card.says + reference if card.available else card.reason)
        self.scale.allow(card.scales)
        self.knobs.setVisible(bool(card.groups))
        self.model.show_models(card.models)
        self.knobs.show_groups(card.groups, self._settings.record(f"knobs/{card.id}"))
        self._follow_model()

    @Slot(str)
    def _choose_model(self, path: str) -> None:
        """The knob takes the file, the scale what the network was trained for."""
        if self.model.model is not None:
            self.scale.choose(self.model.model.scale)
        self.knobs.turn(KNOB, path)

    @Slot()
    def _fit_model(self) -> None:
        """A network of another scale gives way to the newest that fits."""
        model = self.model.model
        if model is not None and model.scale != self.scale.value:
            self.knobs.turn(KNOB, NEWEST)
        self._tell()

    @Slot()
    def _follow_model(self) -> None:
        if self.knobs.has(KNOB):
            self.model.follow(str(self.knobs.written(KNOB)))
        self._tell()

    @Slot()
    def _tell(self) -> None:
        shrinks = self.task.value == "challenge"
        self._task_says.setText(
            tr("The scan is made smaller and enlarged again, and the result is measured against the scan itself.")
            if shrinks
            else tr("The scan is enlarged; there is no truth to measure against.")
        )
        self._shrink.setVisible(shrinks)
        self._speckle.setVisible(shrinks and int(self.degradation.currentData()) > 1)
        self.changed.emit()

    @Slot()
    def _tell_previews(self) -> None:
        self.preview_changed.emit(self.preview_seconds)


def grouped(cards: Sequence[MethodCard]) -> list[tuple[str, list[MethodCard]]]:
    """Methods by what they need: those that train, those that do not, and last those that this machine lacks."""
    groups = (
        (tr("Learn from this scan"), [card for card in cards if card.available and card.trains]),
        (tr("No training steps"), [card for card in cards if card.available and not card.trains]),
        (tr("Not available here"), [card for card in cards if not card.available]),
    )
    return [(heading, members) for heading, members in groups if members]
