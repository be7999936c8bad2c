"""The View and Compare menus at work on the panes."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import QObject, QTimer, Slot
from PySide6.QtGui import QAction

from ussr_engine.measures.differences import Difference
from ussr_gui.actions import Actions
from ussr_gui.language import tr
from ussr_gui.panels.pictures import PicturesPanel
from ussr_gui.view import View
from ussr_gui.viewers.split import Division
from ussr_gui.viewers.tone import COLOURS, Tone

ZOOM_STEP = 1.25
PANES = {"panes_1": 1, "panes_2": 2, "panes_4": 4, "panes_6": 6}
SPLITS = {"curtain": Division.UPRIGHT, "curtain_level": Division.LEVEL, "chessboard": Division.CHESSBOARD}
KINDS = {
    "difference": Difference.SIGNED,
    "difference_absolute": Difference.ABSOLUTE,
    "difference_relative": Difference.RELATIVE,
    "difference_similarity": Difference.SIMILARITY,
}
TONES = ("tone_reset", "own_tones", *(f"colours_{name}" for name in COLOURS))
NUMBERS = range(1, 10)
CLOSE = 5
"""Times that the largest difference is looked at closer than the whole."""


class Comparing(QObject):
    """Layout, zoom, window and level, and every way to hold one picture against another."""

    def __init__(self, actions: Actions, pictures: PicturesPanel, parent: QObject) -> None:
        super().__init__(parent)
        self._actions, self._pictures, self._view = actions, pictures, pictures.compare
        self._blink = QTimer(self)
        self._blink.timeout.connect(self._turn)
        self._turned = self._seeks = False
        actions["panes_4"].setChecked(True)
        actions["colours_grey"].setChecked(True)
        for name in PANES:
            actions[name].triggered.connect(self._lay_out)
        for number in NUMBERS:
            actions[f"show_{number}"].triggered.connect(self._go_to)
            actions[f"reference_{number}"].triggered.connect(self._hold_against)
        for name in SPLITS:
            actions[name].toggled.connect(self._share)
        for name in KINDS:
            actions[name].toggled.connect(self._compare)
        for name in COLOURS:
            actions[f"colours_{name}"].triggered.connect(self._colour)
        for name, slot in (
            ("reference_usual", self._hold_against_usual),
            ("fit", self._view.fit),
            ("relink", self._view.relink),
            ("one_to_one", self._view.one_to_one),
            ("zoom_in", self._closer),
            ("zoom_out", self._farther),
            ("tone_reset", self._reset_tone),
            ("sides", self._choose_sides),
            ("largest", self._seek),
        ):
            actions[name].triggered.connect(slot)
        actions["flip"].toggled.connect(self._view.dressing.flip)
        actions["blink"].toggled.connect(self._blink_on)
        actions["loupe"].toggled.connect(self._view.dressing.set_loupe)
        actions["own_tones"].toggled.connect(self._view.set_own_tones)
        pictures.bar.rate_changed.connect(self._set_rate)
        self._view.linked_changed.connect(self._follow_link)
        self._view.tone_changed.connect(self._follow_tone)
        self._view.dressing.changed.connect(self._go_to_largest)
        pictures.pictures_changed.connect(self.follow)
        self._set_rate(float(pictures.bar.rate.currentData()))
        self.follow()

    @Slot()
    def follow(self) -> None:
        """Enable what can be done with the pictures there are, and name them."""
        outputs = self._view.outputs() if self._pictures.shows_pictures else []
        several = self._pictures.can_compare
        actions = self._actions
        actions.enable(("fit", "one_to_one", "zoom_in", "zoom_out", "loupe", *PANES, *TONES), bool(outputs))
        actions.enable((*SPLITS, *KINDS, "sides", "flip", "blink", "reference_usual", "largest"), several)
        for number in NUMBERS:
            there = number <= len(outputs)
            words = outputs[number - 1].title if there else tr("Picture {number}").format(number=number)
            for name in (f"show_{number}", f"reference_{number}"):
                actions[name].setEnabled(there)
                actions[name].setText(words.replace("&", "&&"))
        if not several:
            actions["blink"].setChecked(False)
        self._follow_link(True)

    def remember(self, view: View) -> View:
        """The view, with what the panes show of it now."""
        dressing, seen = self._view.dressing, self._view.view_rect()
        splits = [split for name, split in SPLITS.items() if self._actions[name].isChecked()]
        return replace(
            view,
            panes=dressing.most,
            active=dressing.active,
            reference=dressing.chosen_reference,
            comparison=dressing.comparison,
            split=splits[0] if splits else None,
            sides=self._pictures.bar.sides,
            position=dressing.position,
            tone=dressing.common_tone,
            tones=dict(dressing.tones or {}),
            own_tones=dressing.tones is not None,
            fitted=self._view.navigation.is_fitted,
            x=seen.center().x(),
            y=seen.center().y(),
            across=seen.width(),
            marked=self._actions["marks"].isChecked(),
        )

    def recall(self, view: View) -> None:
        """Look at the pictures as then."""
        actions, compare = self._actions, self._view
        self.lay_out(f"panes_{view.panes}")
        if view.sides is not None:
            self._pictures.bar.left.choose(view.sides[0])
            self._pictures.bar.right.choose(view.sides[1])
        for name, split in SPLITS.items():
            actions[name].setChecked(split is view.split)
        for name, kind in KINDS.items():
            actions[name].setChecked(kind is view.comparison)
        actions["own_tones"].setChecked(view.own_tones)
        actions["marks"].setChecked(view.marked)
        compare.set_reference(view.reference)
        compare.set_active(view.active)
        compare.set_curtain_position(view.position)
        compare.dressing.recall_tones(view.tone, view.tones if view.own_tones else None)
        self._follow_tone(compare.tone())
        self._pictures.bar.show_tone(compare.tone())
        if view.fitted:
            compare.fit()
        else:
            compare.see(view.x, view.y, view.across)

    def end_flip(self) -> None:
        self._actions["flip"].setChecked(False)

    def lay_out(self, name: str) -> None:
        """Show as many panes as the action of this name says; an unknown one changes nothing."""
        if name in PANES:
            self._actions[name].setChecked(True)
            self._view.set_layout(PANES[name])

    @Slot()
    def _lay_out(self) -> None:
        for name in SPLITS:
            self._actions[name].setChecked(False)
        self.lay_out(self._name())

    @Slot()
    def _go_to(self) -> None:
        self._view.set_active(self._view.outputs()[int(self._name()[-1]) - 1].key)

    @Slot()
    def _hold_against(self) -> None:
        self._view.set_reference(self._view.outputs()[int(self._name()[-1]) - 1].key)

    @Slot()
    def _hold_against_usual(self) -> None:
        self._view.set_reference("")

    @Slot()
    def _closer(self) -> None:
        self._view.zoom_by(ZOOM_STEP)

    @Slot()
    def _farther(self) -> None:
        self._view.zoom_by(1 / ZOOM_STEP)

    @Slot()
    def _share(self) -> None:
        chosen = [split for name, split in SPLITS.items() if self._actions[name].isChecked()]
        self._pictures.share(chosen[0] if chosen else None)

    @Slot()
    def _choose_sides(self) -> None:
        if not any(self._actions[name].isChecked() for name in SPLITS):
            self._actions["curtain"].setChecked(True)
        self._pictures.bar.choose_sides()

    @Slot()
    def _compare(self) -> None:
        chosen = [kind for name, kind in KINDS.items() if self._actions[name].isChecked()]
        self._view.set_comparison(chosen[0] if chosen else None)

    @Slot()
    def _seek(self) -> None:
        """Go to where the active picture differs most from the reference, once that is known."""
        self._seeks = True
        if self._view.dressing.comparison is None:
            self._actions["difference_absolute"].setChecked(True)
        self._go_to_largest()

    @Slot()
    def _go_to_largest(self) -> None:
        worn = self._view.dressing.worn
        if self._seeks and worn is not None and worn.kind is self._view.dressing.comparison:
            self._seeks = False
            self._view.see(worn.peak[1], worn.peak[0], worn.place[1] / CLOSE)

    @Slot(bool)
    def _blink_on(self, on: bool) -> None:
        self._pictures.bar.show_blinking(on)
        self._turned = False
        if on:
            self._blink.start()
        else:
            self._blink.stop()
        self._view.dressing.flip(False)

    @Slot()
    def _turn(self) -> None:
        self._turned = not self._turned
        self._view.dressing.flip(self._turned)

    @Slot(float)
    def _set_rate(self, rate: float) -> None:
        self._blink.setInterval(round(1000 / rate))

    @Slot()
    def _colour(self) -> None:
        self._view.set_tone(replace(self._view.tone(), colours=self._name().removeprefix("colours_")))

    @Slot()
    def _reset_tone(self) -> None:
        self._view.set_tone(Tone(colours=self._view.tone().colours))

    @Slot(bool)
    def _follow_link(self, linked: bool) -> None:
        self._actions["relink"].setEnabled(not linked or self._view.navigation.has_strays)

    @Slot(object)
    def _follow_tone(self, tone: Tone) -> None:
        self._actions[f"colours_{tone.colours}"].setChecked(True)

    def _name(self) -> str:
        action = self.sender()
        assert isinstance(action, QAction)
        return action.objectName()
