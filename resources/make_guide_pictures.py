"""Make the pictures that only the guide has, from the real program: python resources/make_guide_pictures.py.

Files, clips, kept runs and dialogs, on scans that the phantom gives; takes a minute and needs no display.
"""

from __future__ import annotations

import argparse
import os
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import numpy as np
from PySide6.QtCore import QObject, QTimer, Slot
from PySide6.QtWidgets import QWidget

from ussr_engine.export import export
from ussr_engine.files.export import write_pages
from ussr_engine.phantom import phantom
from ussr_gui.app import application, window
from ussr_gui.main_window import MainWindow
from ussr_gui.records import PHANTOM

HERE = Path(__file__).parent
SETTLE_MS = 800
PACE_MS = 50
FRAMES = 12
SCANS = 6
PICTURES = {"guide", "queue", "history", "clip", "saving", "shortcuts", "choices"}


class Photographer(QObject):
    """Goes through the window as a person would, and takes a picture wherever the way says so."""

    def __init__(self, shown: MainWindow, folder: Path, scans: list[Path], clip: Path) -> None:
        super().__init__(shown)
        self._window, self._folder, self._scans, self._clip = shown, folder, scans, clip
        self._session, self._actions = shown.session, shown.actions_
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
        session, shown, actions = self._session, self._window, self._actions
        yield lambda: session.catalogue is not None
        session.open([PHANTOM])
        yield lambda: session.scan is not None and session.scan.scan is not None
        for method, task in (("bicubic", "enlarge"), ("simreg", "challenge"), ("exact", "challenge")):
            shown.method.choose(method, 2, task, {})
            actions["start"].trigger()
            yield lambda: not session.is_busy and session.run is not None and session.run.result is not None
        shown.method.choose("simreg", 2, "challenge", {})
        shown.choices.setCurrentWidget(shown.method)
        yield from self._picture("choices")
        actions["history_panel"].setChecked(True)
        yield from self._picture("history")
        actions["history_panel"].setChecked(False)
        actions["save"].trigger()
        shown.saving.path.setText(f"~/{Path(shown.saving.path.text()).name}")
        yield from self._picture("saving", shown.saving)
        shown.saving.close()
        actions["shortcuts"].trigger()
        yield from self._picture("shortcuts", shown.commanding.dialog)
        shown.commanding.dialog.close()
        session.open([str(self._clip)])
        yield lambda: session.scan is not None and session.scan.path == str(self._clip)
        shown.method.choose("simreg", 2, "enlarge", {})
        yield actions["cine_enlarge"].isEnabled
        actions["cine_enlarge"].trigger()
        yield lambda: not session.is_busy and session.shown is not None and session.shown.clip is not None
        actions["cine_last"].trigger()
        yield from self._picture("clip")
        session.open([PHANTOM])
        yield lambda: session.scan is not None and session.scan.is_phantom
        actions["queue_panel"].setChecked(True)
        shown.queueing.panel.folder.setText(str(Path.home() / "results"))
        shown.queueing.add([str(path) for path in self._scans])
        yield lambda: sum(shown.queueing.counts.values()) == SCANS
        actions["queue_begin"].trigger()
        yield lambda: shown.queueing.counts.get("done", 0) >= SCANS - 2
        actions["queue_begin"].trigger()
        shown.queueing.panel.folder.setText("~/results")
        yield from self._picture("queue")
        actions["queue_panel"].setChecked(False)
        shown.guide.open("docs/user/comparing.md")
        assert shown.guide.shown is not None
        shown.guide.shown.resize(1120, 820)
        yield from self._picture("guide", shown.guide.shown)
        shown.close()

    def _picture(self, name: str, of: QWidget | None = None) -> Iterator[Callable[[], bool]]:
        """Wait until nothing moves any more, and take it."""
        due = time.monotonic() + SETTLE_MS / 1000
        yield lambda: time.monotonic() >= due
        path = self._folder / f"{name}.png"
        (of or self._window).grab().save(str(path))
        sys.stdout.write(f"{path}\n")


def scans_in(folder: Path) -> list[Path]:
    """Scans with names as scanners give them, and a file that is none."""
    made = [folder / f"neck_{seed:02}.png" for seed in range(1, SCANS + 1)]
    for seed, path in enumerate(made):
        export(path, phantom(seed, width=200, height=160).scan, None, 8)
    made[1].write_bytes(b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR\x00\x00\x03")
    return made


def clip_in(folder: Path) -> Path:
    """A phantom that moves to and fro."""
    scan = phantom(0, width=240, height=200).scan
    levels = np.rint(scan.image * 255).astype(np.uint8)
    path = folder / "neck-clip.tif"
    moved = (round(3 * np.sin(2 * np.pi * frame / FRAMES)) for frame in range(FRAMES))
    write_pages(path, (np.roll(levels, by, axis=1) for by in moved), scan.spacing, {})
    return path


def main() -> int:
    """Take the pictures and return the exit code."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--folder", type=Path, default=HERE / "screenshots")
    parser.add_argument("--size", type=int, nargs=2, default=(1440, 900), metavar=("W", "H"))
    asked = parser.parse_args()
    asked.folder.mkdir(parents=True, exist_ok=True)
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    with tempfile.TemporaryDirectory() as home:
        os.environ["HOME"] = home  # paths in the pictures begin with "~"
        for name in ("XDG_CONFIG_HOME", "XDG_DATA_HOME", "XDG_CACHE_HOME"):
            os.environ.pop(name, None)
        scans = Path(home) / "scans"
        scans.mkdir()
        app = application()
        shown = window()
        shown.banner.hide()
        shown.resize(*asked.size)
        shown.show()
        photographer = Photographer(shown, asked.folder, scans_in(scans), clip_in(scans))
        app.lastWindowClosed.connect(app.quit)
        shown.start([])
        app.exec()
        photographer.deleteLater()
    return 0 if {path.stem for path in asked.folder.glob("*.png")} >= PICTURES else 1


if __name__ == "__main__":
    sys.exit(main())
