"""Help › Why not my GPU, and the gauge above Start, at work on the session."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Slot

from ussr_engine.errors import BadRequest
from ussr_engine.machine import Weighed
from ussr_gui.equipment.gauge import MemoryGauge
from ussr_gui.equipment.page import DevicesPage
from ussr_gui.errands import problem

if TYPE_CHECKING:
    from ussr_gui.main_window import MainWindow

REST_MS = 200
"""Choices are weighed when nobody has turned them for so long."""


class Equipment(QObject):
    """Asks the engine what this computer is and how much a run would take of it."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window, self._session = window, window.session
        self.page, self.gauge = DevicesPage(window), MemoryGauge()
        window.controls.put_first(self.gauge)
        self._rest = QTimer(self)
        self._rest.setSingleShot(True)
        self._rest.setInterval(REST_MS)
        self._rest.timeout.connect(self._weigh)
        session, errands = window.session, window.session.errands
        window.actions_["devices"].triggered.connect(self.open)
        self.page.test_requested.connect(errands.try_devices)
        errands.devices_seen.connect(self.page.show_devices)
        errands.devices_told.connect(self.page.hear)
        errands.weighed.connect(self._show_weight)
        for signal in (session.run_changed, session.engine_changed, errands.changed, session.methods_listed):
            signal.connect(self._follow)
        for signal in (session.scan_chosen, session.scan_opened, session.run_ended, session.methods_listed):
            signal.connect(self._rest.start)
        window.method.changed.connect(self._rest.start)
        window.method.changed.connect(self._look_again)
        self._follow()

    @Slot()
    def open(self) -> None:
        self.page.show()
        self.page.activateWindow()
        self._look_again()

    @Slot()
    def _look_again(self) -> None:
        if self.page.isVisible():
            self._session.errands.look_at_devices(str(self._window.method.device.currentData() or "auto"))

    @Slot()
    def _follow(self) -> None:
        self.page.take_problem(problem(self._session))

    @Slot()
    def _weigh(self) -> None:
        file, method = self._session.scan, self._window.method
        if file is None or file.scan is None or method.card is None or method.problem:
            self.gauge.show_weight(None)
            return
        try:
            wanted = method.wanted
        except BadRequest:
            self.gauge.show_weight(None)
            return
        self._session.errands.weigh(wanted, file.scan.width, file.scan.height)

    @Slot(object)
    def _show_weight(self, weighed: Weighed) -> None:
        """Of the scan and the method that are chosen now; an answer that comes late is of others."""
        file = self._session.scan
        if file is not None and file.scan is not None:
            asked = weighed.asked
            if (asked.width, asked.height) == (file.scan.width, file.scan.height):
                self.gauge.show_weight(weighed)
