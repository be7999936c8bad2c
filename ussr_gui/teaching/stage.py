"""The panes, borrowed for a lesson: its pictures in them, its way to look at them; afterwards all is as it was."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING
from weakref import WeakValueDictionary

import numpy as np
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QWidget

from ussr_engine.lessons import lesson
from ussr_engine.lessons.lesson import Comparison, Look, Picture, Step
from ussr_engine.measures.differences import Difference
from ussr_engine.result import TrustMap
from ussr_engine.scan import Image
from ussr_gui.language import tr
from ussr_gui.view import View
from ussr_gui.viewers.output import UNTOLD, Output
from ussr_gui.viewers.overlay import Overlay
from ussr_gui.viewers.split import Division
from ussr_gui.viewers.tone import COLOURS, PLAIN, Tone

if TYPE_CHECKING:
    from ussr_gui.main_window import MainWindow

KINDS = {
    Comparison.SIGNED: Difference.SIGNED,
    Comparison.ABSOLUTE: Difference.ABSOLUTE,
    Comparison.RELATIVE: Difference.RELATIVE,
    Comparison.SIMILARITY: Difference.SIMILARITY,
}
LETTERS = "ABCDEFGHI"


def key_of(number: int) -> str:
    """The output that shows a picture of a step."""
    return f"lesson-{number}"


class Stage:
    """Shows steps of a lesson in the panes of the window."""

    def __init__(self, window: MainWindow) -> None:
        self._window = window
        self._before: View | None = None
        self._images: WeakValueDictionary[int, Image] = WeakValueDictionary()
        self._overlays: dict[int, Overlay] = {}

    @property
    def is_open(self) -> bool:
        return self._before is not None

    def open(self) -> None:
        """Remember how the panes look, before anything around them changes."""
        if self._before is None:
            self._before = self._window.comparing.remember(View())

    def show(self, step: Step, moment: int | None, hides_names: bool) -> None:
        """Show a step, looked at as it says."""
        self.open()
        self._window.actions_["blink"].setChecked(False)
        self.show_moment(step, moment, hides_names)
        self._look(step.look)

    def show_moment(self, step: Step, moment: int | None, hides_names: bool) -> None:
        """Show the pictures as they were at a moment of training; where one looks stays."""
        outputs = [self._output(step, number, moment, hides_names) for number in range(len(step.pictures))]
        self._window.pictures.lend(outputs, self._overlay(step, outputs))

    def close(self) -> None:
        """Give the panes back."""
        before, self._before = self._before, None
        if before is None:
            return
        window = self._window
        window.actions_["blink"].setChecked(False)
        window.pictures.take_back()
        window.comparing.recall(before)
        self._lay_out()
        if not before.fitted:
            compare = window.pictures.compare
            compare.see(before.x, before.y, before.across)
            # Docks that come back take their last pixels when the events that wait are done.
            QTimer.singleShot(0, compare, lambda: compare.see(before.x, before.y, before.across))
        window.pictures.compare.dressing.set_opacity(window.pictures.bar.opacity.value() / 100)
        self._overlays.clear()

    def _lay_out(self) -> None:
        """Give the panes their sizes now and not with the next frame: what one sees depends on them."""
        pictures = self._window.pictures
        for part in (pictures, *pictures.findChildren(QWidget)):
            layout = part.layout()
            if layout is not None and part.isVisible():
                layout.activate()

    def _look(self, look: Look) -> None:
        window, compare = self._window, self._window.pictures.compare
        window.comparing.recall(view_of(look))
        compare.dressing.set_opacity(look.opacity)
        self._lay_out()
        if look.region is not None:
            left, top, width, height = look.region
            seen = compare.view_rect()
            across = max(width, height * seen.width() / seen.height())
            compare.see(left + width / 2, top + height / 2, across)

    def _output(self, step: Step, number: int, moment: int | None, hides_names: bool) -> Output:
        picture, key = step.pictures[number], key_of(number)
        image, facts, chip = self._image(picture), picture.facts, ""
        training = step.training
        if training is not None and training.picture == number and moment is not None:
            preview = training.previews[moment]
            image, facts = self._image(preview), preview.facts
            chip = tr("step {step}").format(step=preview.step)
        if not chip:
            chip = UNTOLD if step.look.reference is None else "reference" if step.look.reference == number else ""
        height, width = image.shape[:2]
        spacing = picture.spacing
        extent = (height * spacing.axial, width * spacing.lateral) if spacing is not None else None
        if hides_names:
            return Output(key, LETTERS[number], image, extent, chip=UNTOLD, span=picture.span)
        return Output(key, picture.name, image, extent, facts, chip, picture.super_resolved, picture.span)

    def _image(self, shown: Picture | lesson.Preview) -> Image:
        """In [0, 1]; the same array as long as anyone shows it."""
        levels = shown.levels
        image = self._images.get(id(levels))
        if image is None:
            image = levels.astype(np.float32)
            image /= np.float32(255)
            self._images[id(levels)] = image
        return image

    def _overlay(self, step: Step, outputs: Sequence[Output]) -> Overlay | None:
        kept = step.overlay
        if kept is None:
            return None
        if id(kept) not in self._overlays:
            laid = TrustMap(kept.title, kept.title, kept.unit, kept.signed, kept.values)
            self._overlays[id(kept)] = Overlay(laid, outputs[kept.picture])
        return self._overlays[id(kept)]


def view_of(look: Look) -> View:
    """The same for the panes, all of the field being seen."""
    tones = [tone_of(one) for one in look.tones]
    own = len(tones) > 1
    return View(
        panes=look.panes,
        active=key_of(look.active),
        reference="" if look.reference is None else key_of(look.reference),
        comparison=None if look.comparison is None else KINDS[look.comparison],
        split=None if look.curtain is None else Division(look.curtain.value),
        sides=None if look.sides is None else (key_of(look.sides[0]), key_of(look.sides[1])),
        position=look.position,
        tone=tones[0],
        tones={key_of(number): tone for number, tone in enumerate(tones)} if own else {},
        own_tones=own,
        marked=look.marked,
    )


def tone_of(tone: lesson.Tone) -> Tone:
    """A lesson's window, level and colours; colours that there are not are grey."""
    return Tone(tone.window, tone.level, tone.colours if tone.colours in COLOURS else PLAIN.colours)
