"""Linked panes, and the curtain between any two outputs."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QPointF, QRectF, QSizeF, Qt, Signal, Slot
from PySide6.QtWidgets import QGridLayout, QWidget

from ussr_gui.viewers.arrangement import columns_for, reference_of, shared_field, unit_of, visible
from ussr_gui.viewers.canvas import Shown
from ussr_gui.viewers.output import CursorReading, Output
from ussr_gui.viewers.overlay import Overlay
from ussr_gui.viewers.pane import Pane
from ussr_gui.viewers.pointing import pointed_at
from ussr_gui.viewers.viewpoint import FINEST, Viewpoint

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
        Position of the curtain, 0 (left edge) to 1.
    canvas_made : Canvas
        One more pane has come; it stays for good.
    """

    cursor_moved = Signal(object)
    zoom_changed = Signal(float)
    active_changed = Signal(str)
    curtain_moved = Signal(float)
    canvas_made = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._outputs: dict[str, Output] = {}
        self._shown: dict[str, Shown] = {}
        self._panes: list[Pane] = []
        self._most = 4
        self._active = ""
        self._maximised = False
        self._curtain: tuple[str, str] | None = None
        self._position = 0.5
        self._flipped = False
        self._marked = True
        self._overlay: Overlay | None = None
        self._pointed: QPointF | None = None
        self._opacity = 0.5
        self._viewpoint = Viewpoint(0.5, 0.5, 1)
        self._fitted = True
        self._zoom = 0.0
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setSpacing(4)

    def set_outputs(self, outputs: Sequence[Output]) -> None:
        """Show these; where one looks is kept if they cover the same field of view as the ones before."""
        before, unit = shared_field(self.outputs()), unit_of(self.outputs())
        kept = {key: (self._outputs[key], shown) for key, shown in self._shown.items()}
        self._outputs = {output.key: output for output in outputs}
        same_field = bool(kept) and unit == unit_of(self.outputs()) and before == shared_field(self.outputs())
        self._shown = {
            key: kept[key][1] if same_field and key in kept and kept[key][0] is output else Shown.of(output, outputs)
            for key, output in self._outputs.items()
        }
        if self._active not in self._outputs:
            self._active = next(iter(self._outputs), "")
        if self._curtain and not set(self._curtain) <= set(self._outputs):
            self._curtain = None
        self._fitted = self._fitted or not same_field
        self._arrange()
        if not same_field:
            self._hover(None)

    def update_output(self, output: Output) -> None:
        """Replace an output, or add it at the end."""
        if output.key not in self._outputs:
            self.set_outputs([*self._outputs.values(), output])
            return
        self._outputs[output.key] = output
        self._shown[output.key] = Shown.of(output, self.outputs())
        self._dress()

    def outputs(self) -> list[Output]:
        """All outputs, in order; the first is called by the digit 1."""
        return list(self._outputs.values())

    def set_layout(self, panes: int) -> None:
        """Show at most this many panes (1, 2, 4 or 6); the active output is always among them."""
        self._most, self._maximised = panes, False
        self._arrange()

    def set_active(self, key: str) -> None:
        """Make an output the one that tools, 1:1 and the zoom figure refer to."""
        if key not in self._outputs or key == self._active:
            return
        self._active = key
        if key in self._visible() and any(pane.key == key for pane in self._used()):
            self._dress()
        else:
            self._arrange()
        self.active_changed.emit(key)
        self._tell_zoom()

    def active(self) -> str:
        """Key of the active output, empty if there is none."""
        return self._active

    def set_curtain(self, left: str | None, right: str | None = None) -> None:
        """Show two outputs in one big pane with the curtain between them; without a second one, the panes again."""
        known = left in self._outputs and right in self._outputs
        self._curtain = (left, right) if known and left is not None and right is not None else None
        self._arrange()

    def set_curtain_position(self, position: float) -> None:
        """Move the curtain to a fraction of the pane's width."""
        position = min(max(position, 0.0), 1.0)
        if position == self._position:
            return
        self._position = position
        if self._curtain:
            self._panes[0].canvas.set_curtain(position)
        self.curtain_moved.emit(position)

    def curtain_position(self) -> float:
        """Position of the curtain, 0 to 1."""
        return self._position

    def flip(self, on: bool) -> None:
        """While on, every pane shows the reference."""
        if on != self._flipped:
            self._flipped = on
            self._dress()

    def set_marks(self, on: bool) -> None:
        """Show or hide ticks, bars and cross; that a picture is super-resolved is always said."""
        self._marked = on
        self._dress()

    def set_overlay(self, overlay: Overlay | None) -> None:
        """Lay a map over every pane, or none."""
        if overlay is not self._overlay:
            self._overlay = overlay
            self._dress()
            self._hover(self._pointed)

    def set_opacity(self, opacity: float) -> None:
        """How much of the picture the map hides, 0 to 1."""
        self._opacity = opacity
        self._dress()

    def fit(self) -> None:
        """The whole picture, also when the window changes its size."""
        self._fitted = True
        self._look()

    def one_to_one(self) -> None:
        """One pixel of the active output on one pixel of the screen."""
        if self._active:
            self._zoom_about(None, 100 / self.zoom())

    def zoom_by(self, factor: float) -> None:
        """Closer (above 1) or farther, about the middle."""
        self._zoom_about(None, factor)

    def zoom(self) -> float:
        """Device pixels per pixel of the active output, in percent."""
        if not self._active:
            return 100.0
        shown = self._shown[self._active]
        per_unit = self._viewpoint.scale * self.devicePixelRatioF()
        return float(100 * per_unit * shown.field[1] / shown.texture.width)

    def view_rect(self) -> QRectF:
        """What the panes show, in mm (or source pixels): x lateral, y axial."""
        used = self._used()
        return used[0].canvas.view() if used else QRectF()

    def _visible(self) -> list[str]:
        if self._curtain:
            return [self._curtain[0]]
        return visible(self.outputs(), self._active, 1 if self._maximised else self._most)

    def _used(self) -> list[Pane]:
        return [pane for pane in self._panes if pane.key]

    def _arrange(self) -> None:
        keys = self._visible()
        while len(self._panes) < len(keys):
            self._panes.append(self._new_pane())
        columns = columns_for(len(keys))
        for line in range(3):
            self._grid.setColumnStretch(line, int(line < columns))
            self._grid.setRowStretch(line, int(line * columns < len(keys)))
        for i, pane in enumerate(self._panes):
            self._grid.removeWidget(pane)
            pane.key = keys[i] if i < len(keys) else ""
            if pane.key:
                self._grid.addWidget(pane, i // columns, i % columns)
            pane.setVisible(bool(pane.key))
        self._grid.activate()
        self._dress()
        self._look()

    def _new_pane(self) -> Pane:
        pane = Pane()
        canvas = pane.canvas
        pane.chosen.connect(self.set_active)
        pane.maximise.connect(self._toggle_maximised)
        canvas.wheeled.connect(self._zoom_about)
        canvas.dragged.connect(self._pan)
        canvas.hovered.connect(self._hover)
        canvas.curtain_dragged.connect(self.set_curtain_position)
        canvas.resized.connect(self._look)
        self.canvas_made.emit(canvas)
        return pane

    def _dress(self) -> None:
        """Give every pane in use the picture and words it now shows."""
        reference, numbers = reference_of(self.outputs()), {key: i for i, key in enumerate(self._outputs, 1)}
        for pane in self._used():
            pane.canvas.marked = self._marked
            pane.canvas.lay(self._overlay, self.outputs(), self._opacity)
            pane.set_active(pane.key == self._active and len(self._used()) > 1)
            if self._flipped and reference is not None:
                pane.show_output(reference, self._shown[reference.key], numbers[pane.key])
            elif self._curtain:
                left, right = self._curtain
                pictures = self._shown[left], self._shown[right]
                pane.show_curtain(self._outputs[left], self._outputs[right], pictures, self._position)
            else:
                pane.show_output(self._outputs[pane.key], self._shown[pane.key], numbers[pane.key])

    def _see(self, viewpoint: Viewpoint) -> None:
        self._fitted = False
        self._viewpoint = viewpoint
        self._look()

    @Slot()
    def _look(self) -> None:
        used = self._used()
        if not used:
            return
        self._viewpoint = self._fitting() if self._fitted else self._viewpoint.kept(shared_field(self.outputs()))
        for pane in used:
            pane.canvas.look(self._viewpoint)
        self._tell_zoom()

    def _fitting(self) -> Viewpoint:
        sizes = [pane.canvas.size() for pane in self._used()]
        smallest = QSizeF(min(size.width() for size in sizes), min(size.height() for size in sizes))
        return Viewpoint.fitted(shared_field(self.outputs()), smallest)

    def _tell_zoom(self) -> None:
        if self.zoom() != self._zoom:
            self._zoom = self.zoom()
            self.zoom_changed.emit(self._zoom)

    @Slot(QPointF, float)
    def _zoom_about(self, place: QPointF | None, factor: float) -> None:
        if self._outputs:
            finest = max(shown.texture.width / shown.field[1] for shown in self._shown.values())
            largest, smallest = FINEST * finest, self._fitting().scale / 4
            scale = min(max(self._viewpoint.scale * factor, smallest), max(largest, smallest))
            self._see(self._viewpoint.zoomed(scale / self._viewpoint.scale, place))

    @Slot(float, float)
    def _pan(self, dx: float, dy: float) -> None:
        self._see(self._viewpoint.moved(dx, dy))

    @Slot(str)
    def _toggle_maximised(self, key: str) -> None:
        self.set_active(key)
        self._maximised = not self._maximised
        self._arrange()
        for pane in self._used():
            if pane.key == key:
                pane.canvas.setFocus(Qt.FocusReason.OtherFocusReason)

    @Slot(object)
    def _hover(self, place: QPointF | None) -> None:
        self._pointed = place
        told = pointed_at(place, self._outputs, self._shown, self._overlay)
        for pane in self._used():
            pane.canvas.set_cross(place if told else None)
        self.cursor_moved.emit(told)
