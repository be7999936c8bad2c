"""Help › Take the tour, and the samples, at work."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, Qt, QTimer, SignalInstance, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from ussr_gui.language import tr
from ussr_gui.touring import places
from ussr_gui.touring.bubble import Bubble, Outline
from ussr_gui.touring.step import Step
from ussr_gui.touring.steps import STEPS
from ussr_gui.viewers.samples import NAMES, PHANTOM

if TYPE_CHECKING:
    from ussr_gui.main_window import MainWindow

PLACE = "tour/step"
"""The setting that keeps where the tour was left; "" before it began and after its end."""
MOVES = {
    *(QEvent.Type.Resize, QEvent.Type.Move, QEvent.Type.LayoutRequest, QEvent.Type.Show, QEvent.Type.Hide),
    QEvent.Type.WindowStateChange,
}


class Touring(QObject):
    """Goes through the steps: says each, waits for what it asks for, remembers where it was left."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window, self._settings = window, window.settings
        self.bubble, self.outline = Bubble(window), Outline(window)
        self.step: Step | None = None
        self._heard: list[SignalInstance] = []
        self._waits = False
        self._watched: QWidget | None = None
        self._settle = QTimer(self)
        self._settle.setSingleShot(True)
        self._settle.setInterval(0)
        self._settle.timeout.connect(self._place)
        self.bubble.back.connect(self._back)
        self.bubble.onward.connect(self._onward)
        self.bubble.skipped.connect(self._skip)
        window.actions_["tour"].triggered.connect(self.begin)
        for name in NAMES:
            window.actions_[f"sample_{name}"].triggered.connect(self._open_sample)
        window.choices.currentChanged.connect(self._settle.start)
        window.pictures.currentChanged.connect(self._settle.start)
        window.pictures.pictures_changed.connect(self._settle.start)
        window.pictures.compare.zoom_changed.connect(self._settle.start)
        self._invite()

    @property
    def is_on(self) -> bool:
        return self.step is not None

    @Slot()
    def begin(self) -> None:
        """Take it up where it was left; while it goes on, give the keyboard to its note."""
        if self.step is not None:
            self.bubble.next.setFocus(Qt.FocusReason.ShortcutFocusReason)
            return
        self._window.installEventFilter(self)
        self._show(self._possible(self._kept()))

    @Slot()
    def leave(self) -> None:
        """Close it; it can be taken up again from here."""
        if self.step is None:
            return
        self._window.removeEventFilter(self)
        self._forget()
        self.step = None
        self.bubble.hide()
        self.outline.surround(None)
        self._window.pictures.setFocus()
        self._invite()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            # What comes up to the window was used by nobody: a tool in hand is put away by the first Esc.
            if watched is self._window and event.key() == Qt.Key.Key_Escape and not event.modifiers():
                self.leave()
                return True
        elif event.type() in MOVES:
            self._settle.start()
        return False

    def _kept(self) -> int:
        names = [step.name for step in STEPS]
        kept = self._settings.text(PLACE)
        return names.index(kept) if kept in names else 0

    def _possible(self, number: int) -> int:
        """The step itself, or the one that brings what it needs and is not there."""
        step = STEPS[number]
        if (step.needs_scan or step.needs_result) and not places.is_sample_open(self._window):
            return 0
        names = [one.name for one in STEPS]
        if step.needs_result and not places.has_result(self._window):
            return min(number, names.index("task"))
        return number

    def _show(self, number: int) -> None:
        self._forget()
        step = self.step = STEPS[number]
        self._settings.set_text(PLACE, step.name)
        window, bubble = self._window, self.bubble
        step.shows(window)
        self._waits = step.done is not None and (step.asks_again or not step.done(window))
        bubble.say(step.title(), step.words(window), number + 1, len(STEPS))
        last = number == len(STEPS) - 1
        words = tr("Do it for me") if self._waits else tr("Finish") if last else tr("Next")
        keys = " / ".join(window.actions_.spelled("tour")[:1])
        bubble.offer(words, tr("Esc leaves; {keys} comes back to this note.").format(keys=keys))
        bubble.skip.setVisible(not last)
        self._heard = list(step.hears(window)) if self._waits else []
        for signal in self._heard:
            signal.connect(self._look)
        self._watch()
        bubble.show()
        self._place()
        (step.keyboard(window) or bubble.next).setFocus(Qt.FocusReason.ShortcutFocusReason)

    def _watch(self) -> None:
        spot = self.step.spot(self._window) if self.step is not None else None
        self._watched = spot.widget if spot is not None else None
        if self._watched is not None and self._watched is not self._window:
            self._watched.installEventFilter(self)

    def _forget(self) -> None:
        for signal in self._heard:
            signal.disconnect(self._look)
        self._heard = []
        if self._watched is not None and self._watched is not self._window:
            self._watched.removeEventFilter(self)
        self._watched = None

    @Slot()
    def _place(self) -> None:
        if self.step is None:
            return
        spot = self.step.spot(self._window)
        target = spot.on(self._window) if spot is not None else None
        self.outline.surround(target)
        self.bubble.stand_beside(target)

    @Slot()
    def _look(self) -> None:
        """Something was done; it may be what the step waits for."""
        step = self.step
        if step is not None and self._waits and step.done is not None and step.done(self._window):
            self._waits = False
            # The window's other rooms hear of it first, and put what comes next into its place.
            QTimer.singleShot(0, self, self._go_on)

    @Slot()
    def _go_on(self) -> None:
        if self.step is not None:
            self._show(min(STEPS.index(self.step) + 1, len(STEPS) - 1))

    @Slot()
    def _onward(self) -> None:
        step = self.step
        if step is None:
            return
        if self._waits:
            step.do(self._window)
        elif step is STEPS[-1]:
            self._skip()
        else:
            self._go_on()

    @Slot()
    def _back(self) -> None:
        if self.step is not None:
            self._show(max(0, STEPS.index(self.step) - 1))

    @Slot()
    def _skip(self) -> None:
        """It is over, and begins anew the next time."""
        self.leave()
        self._settings.set_text(PLACE, "")
        self._invite()

    def _invite(self) -> None:
        number = self._kept()
        words, says = tr("Take the tour"), tr("Three minutes on a sample, step by step")
        if number:
            words = tr("Go on with the tour")
            says = tr("It was left at step {number} of {of}").format(number=number + 1, of=len(STEPS))
        self._window.pictures.empty.invite(words, says)

    @Slot()
    def _open_sample(self) -> None:
        name = self.sender().objectName().removeprefix("sample_")
        self._window.session.open([PHANTOM + name])
