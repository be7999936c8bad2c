"""Make the pictures of the README from the real program: python resources/make_screenshots.py [--folder F].

Runs the engine on the built-in phantom; takes about a minute and needs no display.
"""

from __future__ import annotations

import argparse
import os
import sys
import tempfile
from pathlib import Path

from PySide6.QtCore import QObject, QTimer, Slot

from ussr_engine.events import Measured
from ussr_engine.phantom import phantom
from ussr_gui.app import application, window
from ussr_gui.demo import METHOD, SCALE
from ussr_gui.main_window import MainWindow
from ussr_gui.measuring.shapes import Kind
from ussr_gui.records import PHANTOM, Run, ScanFile
from ussr_gui.settings import UI_SCALES, Settings

HERE = Path(__file__).parent
SETTLE_MS = 1000
STEPS = 900
MIDWAY = 600
NOISY = 3
"""Degradation of the study by which the picture of the overlays is made."""


class Photographer(QObject):
    """Goes through the states of the window and takes a picture of each."""

    def __init__(self, window: MainWindow, folder: Path, broken: Path) -> None:
        super().__init__(window)
        self._window, self._folder, self._broken = window, folder, broken
        self._session = window.session
        self._name = ""
        self._taken: set[str] = set()
        self._settle = QTimer(self)
        self._settle.setSingleShot(True)
        self._settle.setInterval(SETTLE_MS)
        self._settle.timeout.connect(self._take)
        self._session.methods_listed.connect(self._empty)
        self._session.scan_chosen.connect(self._train)
        self._session.loss_measured.connect(self._watch)
        self._session.run_ended.connect(self._finish)
        self._session.open_failed.connect(self._refuse)

    def _wait_for(self, name: str) -> None:
        if name not in self._taken:
            self._taken.add(name)
            self._name = name
            self._settle.start()

    @Slot()
    def _take(self) -> None:
        path = self._folder / f"{self._name}.png"
        self._window.grab().save(str(path))
        print(path)
        if self._name == "empty":
            self._open()
        elif self._name == "finished":
            self._measure()
        elif self._name == "measuring":
            self._run_with_maps()
        elif self._name == "overlay":
            self._session.open([str(self._broken)])
        elif self._name == "error":
            self._window.close()

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
        self._wait_for("measuring")

    def _open(self) -> None:
        self._session.open([PHANTOM])

    @Slot()
    def _empty(self) -> None:
        self._wait_for("empty")

    @Slot(object)
    def _train(self, file: ScanFile) -> None:
        if not file.is_phantom or self._session.runs:
            return
        self._window.method.choose(METHOD, SCALE, "challenge", {"schedule.steps": STEPS, "schedule.patience": 2000})
        self._window.actions_["start"].trigger()

    @Slot(object)
    def _watch(self, measured: Measured) -> None:
        if measured.step >= MIDWAY:
            self._fill_panes()
            self._wait_for("training")

    def _fill_panes(self) -> None:
        """Look so close that the picture is as wide as its pane."""
        compare = self._window.pictures.compare
        scan = self._session.scan.scan if self._session.scan else None
        if scan is not None and scan.spacing is not None:
            compare.zoom_by(compare.view_rect().width() / (scan.width * scan.spacing.lateral))

    def _run_with_maps(self) -> None:
        self._window.actions_["clear_measurements"].trigger()
        self._window.actions_["measure_panel"].setChecked(False)
        self._window.method.degradation.choose(NOISY)
        self._window.method.choose("simreg", SCALE, "challenge", {"recipe.maps": True})
        self._window.actions_["start"].trigger()

    @Slot(object)
    def _finish(self, run: Run) -> None:
        if run is self._session.runs[0]:
            self._wait_for("finished")
            return
        self._fill_panes()
        self._window.actions_["overlay_uncertainty"].trigger()
        self._wait_for("overlay")

    @Slot(object)
    def _refuse(self, file: ScanFile) -> None:
        self._wait_for("error")


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
        for name in ("XDG_CONFIG_HOME", "XDG_DATA_HOME", "XDG_CACHE_HOME"):
            os.environ.pop(name, None)
        broken = Path(home) / "scans" / "carotid_04.png"
        broken.parent.mkdir()
        broken.write_bytes(b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR\x00\x00\x03")
        settings = Settings()
        settings.set_whole("ui_scale", asked.ui)
        settings.sync()
        app = application()
        shown = window()
        if asked.theme == "light":
            shown.actions_["light"].trigger()
        shown.banner.hide()
        shown.resize(*asked.size)
        shown.show()
        photographer = Photographer(shown, asked.folder, broken)
        app.lastWindowClosed.connect(app.quit)
        shown.start([])
        app.exec()
        taken = {path.stem for path in asked.folder.glob("*.png")}
        photographer.deleteLater()
    return 0 if taken >= {"empty", "training", "finished", "measuring", "overlay", "error"} else 1


if __name__ == "__main__":
    sys.exit(main())
