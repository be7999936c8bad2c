"""Scrubbing through training: the loss plot and the Train menu choose which moment the panes show."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Slot

if TYPE_CHECKING:
    from ussr_gui.main_window import MainWindow

STEPS = ("moment_earlier", "moment_later", "moment_newest")


class Scrubbing(QObject):
    """Wires between the kept moments of the shown run and what chooses among them."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._session, self._loss, self._actions = window.session, window.loss, window.actions_
        session = self._session
        for signal in (
            session.scan_chosen,
            session.run_chosen,
            session.run_began,
            session.run_recalled,
            session.run_prepared,
            session.preview_changed,
            session.run_ended,
            session.result_ready,
            session.moment_chosen,
        ):
            signal.connect(self._follow)
        self._loss.scrubbed.connect(session.choose_moment)
        for name, slot in zip(STEPS, (self._go_back, self._go_on, self._go_to_newest), strict=True):
            self._actions[name].triggered.connect(slot)
        self._follow()

    @Slot()
    def _follow(self) -> None:
        run = self._session.shown
        earlier = run.earlier if run else []
        chosen = run.moment if run else None
        self._loss.show_moments([moment.step for moment in earlier], chosen.step if chosen else None)
        self._actions["moment_earlier"].setEnabled(bool(earlier) and chosen is not earlier[0])
        self._actions.enable(("moment_later", "moment_newest"), chosen is not None)

    @Slot()
    def _go_back(self) -> None:
        self._step(-1)

    @Slot()
    def _go_on(self) -> None:
        self._step(1)

    @Slot()
    def _go_to_newest(self) -> None:
        self._session.choose_moment(None)

    def _step(self, by: int) -> None:
        """One kept picture back or on; after the last of them comes the newest."""
        run = self._session.shown
        if run is None or not run.earlier:
            return
        steps = [moment.step for moment in run.earlier]
        at = steps.index(run.moment.step) if run.moment is not None else len(steps)
        to = max(0, at + by)
        self._session.choose_moment(steps[to] if to < len(steps) else None)
