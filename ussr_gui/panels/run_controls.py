"""The foot of the right dock: how far the run is, and the three verbs that steer it."""

from __future__ import annotations

from PySide6.QtCore import Slot
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QFrame, QProgressBar, QWidget

from ussr_engine.events import StageBegan
from ussr_gui.actions import Actions
from ussr_gui.interpreting import interpreted
from ussr_gui.language import tr
from ussr_gui.pace import range_in_words
from ussr_gui.panels.parts import Button, column, label, row
from ussr_gui.records import Run, RunState

FULL = 1000


class RunControls(QFrame):
    """One slot for Start, Pause and Resume; Finish now and Cancel beside it, never hidden."""

    def __init__(self, actions: Actions, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("section")
        self._actions = actions
        self._stage = ""
        self._waiting: Button | None = None
        self._problem = label(role="small", wraps=True)
        self._progress = label(role="strong")
        self._left = label(role="small")
        self._bar = QProgressBar()
        self._bar.setRange(0, FULL)
        self._bar.setTextVisible(False)
        self._bar.setAccessibleName(tr("Progress of the stage"))
        self.primary = self._of(actions["start"], "primary")
        self.finish = self._of(actions["finish"])
        self.cancel = self._of(actions["cancel"])
        self.enter = self._of(actions["race_add"])
        self._buttons = {"start": self.primary, "finish": self.finish, "cancel": self.cancel, "race_add": self.enter}
        self._pictures = {"start": "play", "finish": "flag", "cancel": "x", "race_add": "list-plus"}
        box = column(self._problem, margins=(12, 12, 12, 12))
        box.addLayout(row(self._progress, None, self._left))
        box.addWidget(self._bar)
        first = row(self.primary, self.enter)
        first.setStretch(0, 1)
        box.addLayout(first)
        sides = row(self.finish, self.cancel)
        sides.setStretch(0, 1)
        sides.setStretch(1, 1)
        box.addLayout(sides)
        self._column = box
        self.setLayout(box)
        self.show_state(RunState.IDLE, None, "")

    def put_first(self, widget: QWidget) -> None:
        """Something to be seen before a run is started, above everything else."""
        self._column.insertWidget(0, widget)

    def show_state(self, state: RunState, stopped: Run | None, problem: str) -> None:
        """Follow the state; ``problem`` says why nothing can be started."""
        idle = state is RunState.IDLE
        text, picture = tr("Start"), "play"
        if state in (RunState.TRAINING, RunState.PREPARING):
            text, picture = tr("Pause"), "pause"
        elif state is RunState.PAUSED or (idle and stopped is not None):
            text, picture = tr("Resume"), "play"
        self._actions.rename("start", text, picture)
        self._pictures["start"] = picture
        self._actions.excuse("start", problem or tr("The run is being prepared, or ending"))
        may_start = idle and (stopped is not None or not problem)
        self._actions["start"].setEnabled(may_start or state in (RunState.TRAINING, RunState.PAUSED))
        self._actions["finish"].setEnabled(state in (RunState.TRAINING, RunState.PAUSED))
        self._actions["cancel"].setEnabled(not idle or stopped is not None)
        self._problem.setText(problem)
        self._problem.setVisible(idle and bool(problem))
        if idle:
            self._bar.setValue(0)
            self._left.clear()
            self._progress.setText(tr("Stopped; it can be resumed") if stopped is not None else "")
        elif state is RunState.PREPARING:
            self._progress.setText(tr("Preparing…"))
        elif state is RunState.FINISHING:
            self._left.setText(tr("ending…"))
        elif state is RunState.PAUSED:
            self._left.setText(tr("paused"))
        self._progress.setVisible(bool(self._progress.text()))
        self._left.setVisible(bool(self._left.text()))
        self._bar.setVisible(not idle)
        self._follow()

    @Slot(object)
    def begin_stage(self, stage: StageBegan) -> None:
        self._stage = interpreted(stage.name)
        self._bar.setRange(0, FULL if stage.steps else 0)
        self._bar.setValue(0)
        self._progress.setText(self._stage)
        self._progress.setVisible(True)

    @Slot(int, int, object)
    def show_progress(self, step: int, steps: int, left: tuple[float, float] | None) -> None:
        of = " " + tr("of {steps}").format(steps=steps) if steps else ""
        self._progress.setText(tr("Step {step}{of}").format(step=step, of=of))
        self._progress.setToolTip(self._stage)
        self._left.setText(range_in_words(*left) if left else tr("no estimate yet"))
        self._left.setToolTip(tr("Of this stage at most: training stops earlier when the error no longer falls."))
        self._left.setVisible(True)
        if steps:
            self._bar.setValue(round(FULL * min(1, step / steps)))

    def _of(self, action: QAction, kind: str = "") -> Button:
        made = Button("", kind=kind)
        made.clicked.connect(action.trigger)
        action.changed.connect(self._follow)
        return made

    def _enable(self, made: Button, on: bool) -> None:
        """A button that is off for a moment gets the keyboard back; Qt would hand it to whatever comes next."""
        if not on and made.hasFocus():
            self._waiting = made
            self.setFocus()
        made.setEnabled(on)
        if on and made is self._waiting:
            if self.hasFocus():
                made.setFocus()
            self._waiting = None

    @Slot()
    def _follow(self) -> None:
        if not hasattr(self, "_buttons"):
            return
        for name, made in self._buttons.items():
            action = self._actions[name]
            made.setText(action.text())
            made.setToolTip(action.toolTip())
            made.setAccessibleName(action.text())
            self._enable(made, action.isEnabled())
            made.show_icon(self._pictures[name])
