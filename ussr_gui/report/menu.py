"""File › Report at work: gathers what is known, has it written, and tells what became of it."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QDateTime, QObject, QTimeZone, Slot
from PySide6.QtWidgets import QApplication

from ussr_gui.gallery import Picture, pictures_of, runs_of
from ussr_gui.language import tr
from ussr_gui.measuring.frame import Frame
from ussr_gui.report import pictures
from ussr_gui.report.content import Material
from ussr_gui.report.dialog import ReportDialog
from ussr_gui.report.making import Made, Maker
from ussr_gui.viewers.arrangement import shared_field, unit_of
from ussr_gui.wishes import NEEDS
from ussr_gui.words import from_home

if TYPE_CHECKING:
    from ussr_gui.main_window import MainWindow

ACTION = "report"


class Reporting(QObject):
    """Between the window, the dialog and the thread that writes."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window, self._session = window, window.session
        self._action = window.actions_[ACTION]
        self.dialog, self.maker = ReportDialog(window), Maker(self)
        self._action.triggered.connect(self._open)
        self.dialog.wanted.connect(self._make)
        self.maker.progressed.connect(self._tell)
        self.maker.made.connect(self._tell_made)
        self.maker.failed.connect(self._tell_failed)
        session = self._session
        for signal in (session.scan_chosen, session.run_chosen, session.run_began, session.run_ended):
            signal.connect(self._follow)
        self._follow()

    def close(self) -> None:
        self.maker.close()

    @Slot()
    def _follow(self) -> None:
        self._action.setEnabled(bool(runs_of(self._session)))

    @Slot()
    def _open(self) -> None:
        self.dialog.offer(self._window.settings.folder)

    @Slot(str)
    def _make(self, path: str) -> None:
        runs = runs_of(self._session)
        if not runs:
            self._tell_failed(f"{NEEDS[ACTION]}.")
            return
        target = Path(path).expanduser()
        if target.suffix.lower() in (".pdf", ".html"):
            target = target.with_suffix("")
        self.maker.make(self._material(), target.with_name(target.name + ".pdf"))

    def _material(self) -> Material:
        """All that is told; what is painted with the window's own letters is painted here."""
        session, window = self._session, self._window
        runs = runs_of(session)
        shown = pictures_of(runs)
        prepared = runs[-1].prepared
        assert prepared is not None
        file = session.scan
        scan = file.scan if file is not None and file.scan is not None else prepared.reference or prepared.scan
        shapes = window.measuring.measurements.shapes
        frame = _frame(shown)
        now = QDateTime.currentDateTime(QTimeZone.utc())
        return Material(
            name=file.name if file is not None and self.dialog.named.isChecked() else "",
            made=now.toString("yyyy-MM-dd hh:mm 'UTC'"),
            scan=scan,
            runs=tuple(runs),
            pictures=tuple(shown),
            view=self._view() if self.dialog.crop.value else None,
            shapes=shapes,
            frame=frame,
            drawn=pictures.measured(scan, shapes, frame) if shapes else None,
            family=QApplication.font().family(),
        )

    def _view(self) -> pictures.Window | None:
        """What the panes show, in parts of the picture."""
        compare = self._window.pictures.compare
        seen, (axial, lateral) = compare.view_rect(), shared_field(compare.outputs())
        top, left = max(seen.top() / axial, 0.0), max(seen.left() / lateral, 0.0)
        bottom, right = min(seen.bottom() / axial, 1.0), min(seen.right() / lateral, 1.0)
        return (top, left, bottom - top, right - left) if bottom > top and right > left else None

    @Slot(str, int, int)
    def _tell(self, words: str, done: int, parts: int) -> None:
        self.dialog.show_progress(words, done, parts)
        self._window.status.say(tr("Report: {done} %, {words}").format(done=100 * done // parts, words=words))

    @Slot(object)
    def _tell_made(self, made: Made) -> None:
        self.dialog.show_made(made)
        words = tr("Report written and read back: {pdf}").format(pdf=from_home(made.pdf))
        self._window.status.say(words)
        self._window.log.add(words)

    @Slot(str)
    def _tell_failed(self, words: str) -> None:
        self.dialog.show_failed(words)
        self._window.status.say(words, "error")
        self._window.log.add(words)


def _frame(shown: list[Picture]) -> Frame:
    """The scan under its pictures; they span its own pixels."""
    outputs = [one.output for one in shown]
    known = next((one for one in shown if one.scan.spacing is not None), None)
    per_axial = per_lateral = 1.0
    if known is not None and known.scan.spacing is not None and unit_of(outputs) == "mm":
        per_axial = known.span[0] / (known.scan.height * known.scan.spacing.axial)
        per_lateral = known.span[1] / (known.scan.width * known.scan.spacing.lateral)
    axial, lateral = shared_field(outputs)
    return Frame("report", shown[0].scan, per_lateral, per_axial, lateral * per_lateral, axial * per_axial)
