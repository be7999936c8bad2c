"""Make the pictures of the README from the real program: python resources/make_screenshots.py [--folder F].

Runs the engine on the built-in phantom; takes some minutes and needs no display. The page of a report is drawn by
pypdfium2, which comes with the extra `test`.
"""

from __future__ import annotations

import argparse
import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from pathlib import Path

from pypdfium2 import PdfDocument
from PySide6.QtCore import QObject, QTimer, Slot
from PySide6.QtWidgets import QWidget

from ussr_engine.lessons.files import shipped
from ussr_engine.phantom import phantom
from ussr_engine.reading.trials import Answer
from ussr_gui.advising.page import MethodsPage
from ussr_gui.app import application, window
from ussr_gui.demo import METHOD, SCALE
from ussr_gui.main_window import MainWindow
from ussr_gui.measuring.shapes import Kind
from ussr_gui.panels.licences import LicencesPage
from ussr_gui.problems.logbook import Logbook
from ussr_gui.records import PHANTOM
from ussr_gui.settings import UI_SCALES, Settings

HERE = Path(__file__).parent
SETTLE_MS = 1000
PACE_MS = 50
STEPS = 900
MIDWAY = 600
CRASH = (
    "import os; from ussr_gui.problems.logbook import Logbook; Logbook().note('USSR starts'); os.kill(os.getpid(), 11)"
)
"""A start that a signal ended before this one."""
NOISY = 3
"""Degradation of the study by which the pictures of noisy scans are made."""
PICTURES = {
    *("empty", "training", "finished", "scrubbing", "measuring", "overlay", "panes", "difference", "chessboard"),
    *("methods", "devices", "tour"),
    *("problem", "crash", "updates", "licences"),
    *("trust", "race", "reading", "ranking", "report", "palette", "teaching", "error"),
    *("lesson", "lesson_question", "lesson_recording"),
}


class Photographer(QObject):
    """Goes through the window as a person would, and takes a picture wherever the way says so."""

    def __init__(self, window: MainWindow, folder: Path, broken: Path, logbook: Logbook) -> None:
        super().__init__(window)
        self._window, self._folder, self._broken, self._logbook = window, folder, broken, logbook
        self._session, self._actions = window.session, window.actions_
        self._way = self._go()
        self._until: Callable[[], bool] = lambda: True
        self._pace = QTimer(self)
        self._pace.setInterval(PACE_MS)
        self._pace.timeout.connect(self._step)
        self._pace.start()

    @Slot()
    def _step(self) -> None:
        if self._until():
            self._until = next(self._way, lambda: False)

    def _go(self) -> Iterator[Callable[[], bool]]:
        """Every yield is what must be true before the way goes on."""
        session, window, compare = self._session, self._window, self._window.pictures.compare
        yield lambda: session.catalogue is not None
        yield from self._picture("empty")
        yield from self._first_steps()
        window.problems.keep(self._logbook)
        yield from self._picture("crash")
        window.problems.offer.yes.click()
        problem = window.problems.dialog
        problem.happened.setPlainText("The program was gone while ZSSR was training. It was the second run of the day.")
        yield from self._picture("problem", problem)
        problem.close()
        self._actions["updates"].trigger()
        yield from self._picture("updates", window.problems.updates.dialog)
        window.problems.updates.dialog.close()
        licences = LicencesPage(window)
        licences.show()
        licences.field.setText("torch")
        yield lambda: licences.list.count() > 0
        yield from self._picture("licences", licences)
        licences.close()
        session.open([PHANTOM])
        yield lambda: session.scan is not None and session.scan.scan is not None
        window.method.choose(METHOD, SCALE, "challenge", {"schedule.steps": STEPS, "schedule.patience": 2000})
        self._actions["start"].trigger()
        yield lambda: session.run is not None and any(one.step >= MIDWAY for one in session.run.measured)
        self._fill_panes()
        yield from self._picture("training")
        yield self._idle
        yield from self._picture("finished")
        for _ in range(3):
            self._actions["moment_earlier"].trigger()
        yield from self._picture("scrubbing")
        self._actions["moment_newest"].trigger()
        self._measure()
        yield from self._picture("measuring")
        self._actions["clear_measurements"].trigger()
        self._actions["measure_panel"].setChecked(False)
        window.method.degradation.choose(NOISY)
        for method, knobs in (("exact", {}), ("denoise", {}), ("simreg", {"recipe.maps": True})):
            window.method.choose(method, SCALE, "challenge", knobs)
            self._actions["start"].trigger()
            yield self._idle
        self._fill_panes()
        self._actions["overlay_uncertainty"].trigger()
        yield from self._picture("overlay")
        self._actions["overlay_none"].trigger()
        self._actions["fit"].trigger()
        self._actions["panes_6"].trigger()
        yield from self._picture("panes")
        self._actions["difference_absolute"].trigger()
        yield lambda: compare.dressing.worn is not None
        yield from self._picture("difference")
        self._actions["difference_absolute"].trigger()
        self._actions["chessboard"].trigger()
        yield from self._picture("chessboard")
        self._actions["chessboard"].trigger()
        self._actions["panes_4"].trigger()
        self._actions["trust_panel"].setChecked(True)
        yield from self._picture("trust")
        self._actions["trust_panel"].setChecked(False)
        self._actions["race_panel"].setChecked(True)
        for method in ("bicubic", "exact", "denoise", "simreg"):
            window.method.choose(method, SCALE, "challenge", {})
            self._actions["race_add"].trigger()
        self._actions["race_begin"].trigger()
        yield lambda: window.racing.going is None
        yield from self._picture("race")
        self._actions["race_panel"].setChecked(False)
        self._actions["blind_reading"].trigger()
        window.reading.setup.reader.setText("AB")
        window.reading.setup.begin.click()
        yield from self._picture("reading")
        for _ in window.reading.sitting.trials:
            window.reading.trial.buttons[Answer.LEFT].click()
        yield from self._picture("ranking")
        window.reading.result.left.emit()
        self._actions["report"].trigger()
        made: list[object] = []
        window.reporting.maker.made.connect(made.append)
        window.reporting.dialog.path.setText(str(Path.home() / "report"))
        window.reporting.dialog.make.click()
        yield lambda: bool(made)
        page = PdfDocument(Path.home() / "report.pdf")[0].render(scale=1.6).to_pil()
        page.save(self._folder / "report.png")
        print(self._folder / "report.png")
        self._actions["palette"].trigger()
        yield from self._picture("palette")
        window.commanding.palette.close()
        self._actions["workspace_teach"].trigger()
        yield from self._picture("teaching")
        self._actions["workspace_research"].trigger()
        yield from self._lessons()
        session.open([str(self._broken)])
        yield lambda: session.scan is not None and session.scan.is_refused
        yield from self._picture("error")
        window.close()

    def _first_steps(self) -> Iterator[Callable[[], bool]]:
        """What helps a newcomer: methods side by side, the devices, the tour."""
        window = self._window
        self._actions["which_method"].trigger()
        methods = window.findChild(MethodsPage)
        yield from self._picture("methods", methods)
        methods.close()
        self._actions["devices"].trigger()
        devices = window.equipment.page
        yield lambda: bool(devices.rows)
        devices.test.click()
        yield self._idle
        yield from self._picture("devices", devices)
        devices.close()
        self._actions["tour"].trigger()
        yield from self._picture("tour")
        window.touring.leave()

    def _lessons(self) -> Iterator[Callable[[], bool]]:
        """Training scrubbed in a lesson, a place found in another, and one being recorded."""
        teaching, playing = self._window.teaching, self._window.teaching.playing
        _, noise, invention = shipped()
        teaching.open(str(noise))
        yield lambda: playing.performance is not None
        playing.go(4)
        playing.page.body.scrubber.slider.setValue(8)
        yield from self._picture("lesson")
        playing.leave()
        teaching.open(str(invention))
        yield lambda: playing.performance is not None
        playing.go(4)
        teaching.hand.pointed.emit((7.75, 4.6))
        yield from self._picture("lesson_question")
        playing.leave()
        self._actions["record_lesson"].trigger()
        teaching.editing.add()
        page = teaching.editing.page
        page.title.setText("Wires and cysts")
        page.heading.setText("Look at the wires")
        page.caption.setPlainText("Each of them is one point. What you see is the width of the beam.")
        page.tell_title()
        page.tell_words()
        yield from self._picture("lesson_recording")
        page.left.emit()

    def _picture(self, name: str, page: QWidget | None = None) -> Iterator[Callable[[], bool]]:
        """Wait until nothing moves any more, and take it: the window, or a page that stands beside it."""
        due = time.monotonic() + SETTLE_MS / 1000
        yield lambda: time.monotonic() >= due
        path = self._folder / f"{name}.png"
        (page or self._window).grab().save(str(path))
        print(path)

    def _idle(self) -> bool:
        return not self._session.is_busy

    def _measure(self) -> None:
        """A caliper across a wire, a cyst against the tissue beside it, and the area of the other cyst."""
        truth, measurements = phantom(0), self._window.measuring.measurements
        per_mm = 1 / truth.scan.spacing.lateral, 1 / truth.scan.spacing.axial

        def box(across: float, depth: float, half: float) -> tuple[tuple[float, float], ...]:
            corners = (across - half, depth - half), (across + half, depth + half)
            return tuple((x * per_mm[0], y * per_mm[1]) for x, y in corners)

        cyst, other = truth.cysts[0], truth.cysts[-1]
        half = 0.7 * cyst.radius_mm
        target = box(cyst.lateral_mm, cyst.axial_mm, half)
        ground = box(cyst.lateral_mm + 2.4 * cyst.radius_mm, cyst.axial_mm, half)
        self._window.actions_["caliper"].trigger()
        measurements.add(Kind.ELLIPSE, box(other.lateral_mm, other.axial_mm, other.radius_mm))
        measurements.add(Kind.PAIR, target + ground)
        depth, across = min(truth.wires)
        ends = ((across - 2.5) * per_mm[0], depth * per_mm[1]), ((across + 2.5) * per_mm[0], depth * per_mm[1])
        measurements.add(Kind.CALIPER, ends)
        self._window.actions_["select"].trigger()
        self._window.pictures.compare.fit()

    def _fill_panes(self) -> None:
        """Look so close that the picture is as wide as its pane."""
        compare = self._window.pictures.compare
        scan = self._session.scan.scan if self._session.scan else None
        if scan is not None and scan.spacing is not None:
            compare.zoom_by(compare.view_rect().width() / (scan.width * scan.spacing.lateral))


def main() -> int:
    """Take the pictures and return the exit code."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--folder", type=Path, default=HERE / "screenshots")
    parser.add_argument("--size", type=int, nargs=2, default=(1440, 900), metavar=("W", "H"))
    parser.add_argument("--ui", type=int, choices=UI_SCALES, default=100, metavar="PERCENT", help="size of words")
    parser.add_argument("--theme", choices=("dark", "light"), default="dark")
    asked = parser.parse_args()
    asked.folder.mkdir(parents=True, exist_ok=True)
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    with tempfile.TemporaryDirectory() as home:
        os.environ["HOME"] = home  # paths in the pictures begin with "~"
        for name in ("XDG_CONFIG_HOME", "XDG_DATA_HOME", "XDG_CACHE_HOME", "XDG_STATE_HOME"):
            os.environ.pop(name, None)
        broken = Path(home) / "scans" / "carotid_04.png"
        broken.parent.mkdir()
        broken.write_bytes(b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR\x00\x00\x03")
        settings = Settings()
        settings.set_whole("ui_scale", asked.ui)
        settings.sync()
        subprocess.run([sys.executable, "-c", CRASH], check=False)
        app = application()
        shown = window()
        if asked.theme == "light":
            shown.actions_["light"].trigger()
        shown.banner.hide()
        shown.resize(*asked.size)
        shown.show()
        app.lastWindowClosed.connect(app.quit)
        with Logbook() as logbook:
            photographer = Photographer(shown, asked.folder, broken, logbook)
            shown.start([])
            app.exec()
        taken = {path.stem for path in asked.folder.glob("*.png")}
        photographer.deleteLater()
    return 0 if taken >= PICTURES else 1


if __name__ == "__main__":
    sys.exit(main())
