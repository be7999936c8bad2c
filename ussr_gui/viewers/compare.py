"""Linked panes, and the ways to hold one output against another."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QPointF, QRectF, QSizeF, Qt, Signal, Slot
from PySide6.QtWidgets import QVBoxLayout, QWidget

from ussr_engine.measures.differences import Difference
from ussr_gui.viewers.arrangement import reference_of, shared_field, unit_of
from ussr_gui.viewers.dressing import Dressing
from ussr_gui.viewers.grid import PaneGrid
from ussr_gui.viewers.navigation import Navigation
from ussr_gui.viewers.output import CursorReading, Output
from ussr_gui.viewers.overlay import Overlay
from ussr_gui.viewers.pane import Pane
from ussr_gui.viewers.pointing import pointed_at
from ussr_gui.viewers.split import Division
from ussr_gui.viewers.tone import Tone

__all__ = ["CompareView", "CursorReading", "Output"]


class CompareView(QWidget):
    """Panes that look at the same place, whatever their number of pixels.

    Signals
    -------
    cursor_moved : CursorReading or None
        What lies under the mouse; None outside the picture.
    zoom_changed : float
        Device pixels per pixel of the active output, in percent.
    active_changed : str
        Key of the output that tools act on.
    curtain_moved : float
        Position of the curtain, 0 (left or top edge) to 1.
    tone_changed : Tone
        Of the active output.
    linked_changed : bool
        False while a pane that was moved alone looks elsewhere.
    canvas_made : Canvas
        One more pane has come; it stays for good.
    """

    cursor_moved = Signal(object)
    zoom_changed = Signal(float)
    active_changed = Signal(str)
    curtain_moved = Signal(float)
    tone_changed = Signal(object)
    linked_changed = Signal(bool)
    canvas_made = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._pointed: QPointF | None = None
        self._zoom = 0.0
        self._linked = True
        self.dressing = Dressing(self)
        self.navigation = Navigation()
        self._grid = PaneGrid()
        lay = QVBoxLayout(self)
        lay.setContentsMargins(0, 0, 0, 0)
        lay.addWidget(self._grid)
        self._grid.pane_made.connect(self._welcome)
        self._grid.resized.connect(self._fill)
        self._grid.shared_out.connect(self._look)
        self.dressing.changed.connect(self._dress)

    # -- outputs ------------------------------------------------------------------------------------------------------

    def set_outputs(self, outputs: Sequence[Output]) -> None:
        """Show these; where one looks is kept if they cover the same field of view as the ones before."""
        before, unit, known = shared_field(self.outputs()), unit_of(self.outputs()), bool(self.outputs())
        same_field = known and unit == unit_of(outputs) and before == shared_field(outputs)
        self.dressing.set_outputs(outputs, same_field)
        if not same_field:
            self.navigation.is_fitted = True
            self.navigation.relink()
        self._arrange()
        if not same_field:
            self._hover(None)

    def update_output(self, output: Output) -> None:
        """Replace an output, or add it at the end."""
        self.set_outputs(list({**self.dressing.outputs, output.key: output}.values()))

    def outputs(self) -> list[Output]:
        """All outputs, in order; the first is called by the digit 1."""
        return list(self.dressing.outputs.values())

    def set_layout(self, panes: int) -> None:
        """Show at most this many panes (1, 2, 4 or 6); the active output is always among them."""
        self.dressing.most, self.dressing.maximised = panes, ""
        self._arrange()

    def set_active(self, key: str) -> None:
        """Make an output the one that tools, 1:1 and the zoom figure refer to."""
        if key not in self.dressing.outputs or key == self.active():
            return
        self.dressing.active = key
        self._arrange()
        self.active_changed.emit(key)
        self._tell_zoom()
        self.tone_changed.emit(self.tone())

    def active(self) -> str:
        """Key of the active output, empty if there is none."""
        return self.dressing.active

    def set_reference(self, key: str) -> None:
        """Hold the others against this output; an empty key brings the usual one back."""
        self.dressing.chosen_reference = key
        self._arrange()

    def reference(self) -> Output | None:
        """What the others are held against."""
        return reference_of(self.outputs(), self.dressing.chosen_reference)

    # -- ways to compare ----------------------------------------------------------------------------------------------

    def set_curtain(self, left: str | None, right: str | None = None, shape: Division = Division.UPRIGHT) -> None:
        """Let two outputs share one big pane; without a second one, the panes again."""
        self.dressing.share(left, right, shape)
        self._arrange()

    def set_curtain_position(self, position: float) -> None:
        """Move the curtain to a fraction of its way."""
        position = min(max(position, 0.0), 1.0)
        if position == self.curtain_position():
            return
        self.dressing.position = position
        split = self.dressing.split
        if split is not None:
            self._grid.used[0].canvas.set_split(split)
        self.curtain_moved.emit(position)

    def curtain_position(self) -> float:
        """Position of the curtain, 0 to 1."""
        return self.dressing.position

    def set_comparison(self, kind: Difference | None) -> None:
        """Show every output by how it differs from the reference; None: as it is."""
        self.dressing.comparison = kind
        self._arrange()

    def set_overlay(self, overlay: Overlay | None) -> None:
        """Lay a map over every pane, or none."""
        if overlay is not self.dressing.overlay:
            self.dressing.overlay = overlay
            self._dress()
            self._hover(self._pointed)

    def set_tone(self, tone: Tone) -> None:
        """Window, level and colours: of all outputs, or of the active one where each has its own."""
        self._tone(self.active(), tone)

    def tone(self) -> Tone:
        """Of the active output."""
        return self.dressing.tone_of(self.active())

    def set_own_tones(self, on: bool) -> None:
        """Let every output have window, level and colours of its own; or all the active one's again."""
        self.dressing.own_tones(on)
        self._dress()
        self.tone_changed.emit(self.tone())

    # -- where one looks ----------------------------------------------------------------------------------------------

    def fit(self) -> None:
        """The whole picture in every pane, also when the window changes its size."""
        self.navigation.fit()
        self._look()

    def relink(self) -> None:
        """Panes moved alone look where the others do."""
        self.navigation.relink()
        self._look()

    def one_to_one(self) -> None:
        """One pixel of the active output on one pixel of the screen."""
        if self.active():
            self._zoom_about(None, 100 / self.zoom())

    def zoom_by(self, factor: float) -> None:
        """Closer (above 1) or farther, about the middle."""
        self._zoom_about(None, factor)

    def see(self, x: float, y: float, across: float) -> None:
        """Look at a place (lateral, axial), so that a pane shows this much of the field from left to right."""
        self.navigation.see(x, y, self._grid.room.width() / across)
        self._look()

    def zoom(self) -> float:
        """Device pixels per pixel of the active output, in percent."""
        if not self.active():
            return 100.0
        shown = self.dressing.shown[self.active()]
        per_unit = self.navigation.scale * self.devicePixelRatioF()
        return float(100 * per_unit * shown.field[1] / shown.texture.width)

    def view_rect(self) -> QRectF:
        """What the panes show, in mm (or source pixels): x lateral, y axial."""
        if not self._grid.used:
            return QRectF()
        size = QSizeF(self._grid.used[0].canvas.size())
        return self.navigation.common.rect(size, self.devicePixelRatioF())

    def close_work(self) -> None:
        """Wait for what is being developed."""
        self.dressing.close()

    # -- panes --------------------------------------------------------------------------------------------------------

    @Slot()
    def _arrange(self) -> None:
        self._grid.hang(self.dressing.hang(), shared_field(self.outputs()))
        self._dress()
        self._look()

    @Slot()
    def _fill(self) -> None:
        """The room has changed: other columns may show more."""
        if self.outputs():
            self._grid.hang(self.dressing.hang(), shared_field(self.outputs()))
            self._look()

    @Slot(object)
    def _welcome(self, pane: Pane) -> None:
        pane.chosen.connect(self.set_active)
        pane.maximise.connect(self._toggle_maximised)
        pane.wheeled.connect(self._wheel)
        pane.dragged.connect(self._pan)
        pane.toned.connect(self._adjust)
        pane.canvas.hovered.connect(self._hover)
        pane.canvas.curtain_dragged.connect(self.set_curtain_position)
        self.canvas_made.emit(pane.canvas)

    @Slot()
    def _dress(self) -> None:
        """Give every pane in use the picture and words it now shows."""
        self.dressing.dress(self._grid.used)

    def _look(self) -> None:
        if not self.outputs():
            return
        self.navigation.settle(shared_field(self.outputs()), self._grid.room, self.dressing.finest)
        self._grid.look(self.navigation)
        if self._linked == self.navigation.has_strays:
            self._linked = not self._linked
            self.linked_changed.emit(self._linked)
        self._tell_zoom()

    def _tell_zoom(self) -> None:
        if self.zoom() != self._zoom:
            self._zoom = self.zoom()
            self.zoom_changed.emit(self._zoom)

    def _zoom_about(self, place: QPointF | None, factor: float) -> None:
        if self.active():
            self.navigation.zoom(place, factor)
            self._look()

    @Slot(str, QPointF, float, bool)
    def _wheel(self, key: str, place: QPointF, factor: float, alone: bool) -> None:
        at = place if alone else self.navigation.common_place(key, place)
        self.navigation.zoom(at, factor, key if alone else "")
        self._look()

    @Slot(str, float, float, bool)
    def _pan(self, key: str, dx: float, dy: float, alone: bool) -> None:
        self.navigation.pan(dx, dy, key if alone else "", key)
        self._look()

    @Slot(str, float, float)
    def _adjust(self, key: str, wider: float, higher: float) -> None:
        key = key if key in self.dressing.outputs else self.active()
        self._tone(key, self.dressing.tone_of(key).moved(wider, higher))

    def _tone(self, key: str, tone: Tone) -> None:
        self.dressing.set_tone(key, tone)
        self._dress()
        self.tone_changed.emit(self.tone())

    @Slot(str)
    def _toggle_maximised(self, key: str) -> None:
        self.set_active(key)
        self.dressing.maximised = "" if self.dressing.maximised else key
        self._arrange()
        for pane in self._grid.used:
            if pane.key == key:
                pane.canvas.setFocus(Qt.FocusReason.OtherFocusReason)

    @Slot(object)
    def _hover(self, place: QPointF | None) -> None:
        self._pointed = place
        dressing = self.dressing
        told = pointed_at(place, dressing.outputs, dressing.shown, dressing.overlay, dressing.worn)
        self._grid.set_cross(place if told else None)
        self.cursor_moved.emit(told)
