"""The strip below the panes for a clip: play, step, the frame, the time, the speed, and how much it flickers."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QFrame, QSlider, QToolButton

from ussr_gui.filming.player import SPEEDS, Player
from ussr_gui.language import tr
from ussr_gui.panels.parts import Choice, label, row
from ussr_gui.records import Run

TOOLS = ("cine_first", "cine_back", "cine_play", "cine_on", "cine_last", "cine_loop", "cine_mark")
PAGE = 10
"""Frames that a page of the slider is."""


class Reel(QFrame):
    """Says and asks; decides nothing.

    Signals
    -------
    frame_chosen : int
    speed_chosen : float
    """

    frame_chosen = Signal(int)
    speed_chosen = Signal(float)

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("viewbar")
        self.slider = QSlider(Qt.Orientation.Horizontal)
        self.slider.setAccessibleName(tr("Frame of the clip"))
        self.slider.setToolTip(tr("Drag to another frame"))
        self.slider.setMinimumWidth(80)
        self.slider.setPageStep(PAGE)
        self.speed = Choice(tr("Speed of the clip"))
        for speed in SPEEDS:
            self.speed.addItem(f"{speed:g} ×", speed)
        self.speed.choose(1.0)
        self._frame, self._time = label("", "small"), label("", "small")
        self._flicker = label("", "small")
        self.tools: dict[str, QToolButton] = {name: QToolButton() for name in TOOLS}
        box = row(*self.tools.values(), self.slider, self._frame, self._time, self.speed, self._flicker)
        box.setContentsMargins(8, 0, 8, 0)
        box.setStretch(len(TOOLS), 1)
        self.setLayout(box)
        self.slider.valueChanged.connect(self.frame_chosen)
        self.speed.currentIndexChanged.connect(self._tell_speed)
        self.hide()

    def wire(self, actions: dict[str, QAction]) -> None:
        """Let each button do what the action of its name does."""
        for name, tool in self.tools.items():
            tool.setDefaultAction(actions[name])
            tool.setAccessibleName(actions[name].text())
            tool.setFocusPolicy(Qt.FocusPolicy.TabFocus)

    @property
    def words(self) -> str:
        """All that is said: the frame, the time, the flicker."""
        return " · ".join(part.text() for part in (self._frame, self._time, self._flicker) if part.text())

    def show_player(self, player: Player) -> None:
        """Follow the clip, its frame and its speed; gone where there is no clip."""
        self.setVisible(player.can_play)
        if not player.can_play:
            return
        clip = player.clip
        for part, value in ((self.slider, player.index), (self.speed, player.speed)):
            part.blockSignals(True)
            if isinstance(part, QSlider):
                part.setRange(0, clip.frames - 1)
                part.setValue(int(value))
            else:
                part.choose(value)
            part.blockSignals(False)
        self._frame.setText(tr("{index} of {frames}").format(index=player.index + 1, frames=clip.frames))
        rate = tr("{rate:.3g} a second").format(rate=clip.rate) if clip.rate else ""
        self._time.setText(f"{clip.times[player.index] / 1000:.2f} s")
        known = tr("as the file says") if player.is_timed else tr("taken for granted: the file does not say")
        self._time.setToolTip(f"{rate}, {known}")

    def show_flicker(self, run: Run | None) -> None:
        """Say how much the frames of an enlarged clip flicker, beside interpolation."""
        clip = run.clip if run is not None else None
        known = clip is not None and clip.flicker is not None and clip.flicker_interpolated is not None
        self._flicker.setText(
            tr("flicker {flicker:.2f}, bicubic {flicker_interpolated:.2f}").format(
                flicker=clip.flicker, flicker_interpolated=clip.flicker_interpolated
            )
            if known
            else ""
        )
        self._flicker.setToolTip(
            tr("Grey levels by which a pixel jumps from frame to frame and back; smooth motion does not count")
        )

    @Slot()
    def _tell_speed(self) -> None:
        self.speed_chosen.emit(float(self.speed.currentData()))
