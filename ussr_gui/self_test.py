"""``ussr --self-test``: the main job out of sight, through the real window and the real engine process.

A phantom goes out as a file, comes in again, is shrunk and enlarged by SimReg; the result is saved and read back.
Nothing of the person's is touched: settings and runs of the test lie in a folder that goes with it.
"""

from __future__ import annotations

import os
import sys
import tempfile
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np

from ussr_engine import __version__
from ussr_engine.orders import Challenge

if TYPE_CHECKING:
    from PySide6.QtCore import SignalInstance

    from ussr_engine.scan import Scan
    from ussr_gui.records import ScanFile
    from ussr_gui.session import Session

METHOD, SCALE, SIDE = "simreg", 2, 160
PATIENCE = 300.0
"""Seconds that one step may take, on the slowest computer."""
LEVELS = {8: 0.5 / 255, 16: 0.5 / 65535}
"""How far a value may be moved by being stored with so many bits; a tenth more is allowed for its arithmetic."""
HOMES = (
    *("XDG_CONFIG_HOME", "XDG_DATA_HOME", "XDG_CACHE_HOME", "XDG_STATE_HOME"),
    *("WIN_PD_OVERRIDE_APPDATA", "WIN_PD_OVERRIDE_LOCAL_APPDATA"),
)
"""Names by which platformdirs lets itself be told where a person's files lie."""


class NotWellError(Exception):
    """What does not work, in one sentence."""


def self_test() -> int:
    """Print OK and give 0, or say in one sentence what does not work and give 1."""
    os.environ["QT_QPA_PLATFORM"] = "offscreen"
    try:
        with tempfile.TemporaryDirectory(prefix="ussr-self-test-", ignore_cleanup_errors=True) as folder:
            os.environ.update(dict.fromkeys(HOMES, folder))
            says = _worked(Path(folder))
    except ImportError as error:
        return _told(f"A part of USSR does not load ({error}).")
    except NotWellError as error:
        return _told(str(error))
    except Exception as error:  # whatever it is, the person wants a sentence
        return _told(f"USSR does not work here ({type(error).__name__}: {error}).")
    print(f"OK: USSR {__version__} works here. {says}")  # noqa: T201 - a command's answer
    return 0


def _told(words: str) -> int:
    print(f"{words} `ussr-engine doctor` says what is missing.", file=sys.stderr)  # noqa: T201
    return 1


def _worked(folder: Path) -> str:
    from ussr_gui.app import application, window

    application()
    shown = window()
    shown.show()
    try:
        shown.start([])
        return _main_job(shown.session, folder)
    finally:
        shown.close()


def _main_job(session: Session, folder: Path) -> str:
    from ussr_gui.records import PHANTOM, Outcome, Run
    from ussr_gui.wanted import Wanted

    _heard(session, session.methods_listed, "The engine does not start.")
    session.open([PHANTOM])
    sample = _opened(session, "The built-in phantom")
    middle = sample.image.shape[0] // 2 - SIDE // 2
    piece = replace(sample, image=sample.image[middle : middle + SIDE, :SIDE])
    file = _there_and_back(session, folder / "phantom.png", piece, 8)
    session.begin(file, Wanted(METHOD, SCALE, challenge=Challenge(1)))
    run = _heard(session, session.run_ended, "The run does not end.")
    assert isinstance(run, Run)
    if run.outcome is not Outcome.FINISHED or run.result is None or run.scores is None:
        raise NotWellError(f"{run.label} did not finish.")
    _there_and_back(session, folder / "result.tif", run.result.sr, 16)
    before = run.prepared.bicubic_scores if run.prepared else None
    if before is None or not run.scores.psnr > before.psnr:
        raise NotWellError(f"{run.label} is no better than interpolation ({run.scores.psnr:.2f} dB).")
    return (
        f"{run.label} enlarged a phantom in {run.result.seconds:.1f} s: {run.scores.psnr:.2f} dB, interpolation "
        f"{before.psnr:.2f} dB; what was saved was read back the same."
    )


def _there_and_back(session: Session, path: Path, scan: Scan, bits: int) -> ScanFile:
    """Save a scan, open the file, and hold them against each other."""
    session.save(str(path), scan, None, bits)
    _heard(session, session.saved, f"{path.name} cannot be saved.")
    session.open([str(path)])
    again = _opened(session, path.name)
    if again.image.shape != scan.image.shape or again.spacing is None or scan.spacing is None:
        raise NotWellError(f"{path.name} comes back with another size or without its millimetres.")
    away = float(np.abs(again.image - scan.image).max())
    if away > LEVELS[bits] * 1.1 or not np.allclose(
        (again.spacing.axial, again.spacing.lateral), (scan.spacing.axial, scan.spacing.lateral), rtol=1e-3
    ):
        raise NotWellError(f"{path.name} comes back changed, by {away:.2g} of full scale.")
    return session.scans[str(path.absolute())]


def _opened(session: Session, name: str) -> Scan:
    from ussr_gui.records import ScanFile

    file = _heard(session, session.scan_opened, f"{name} cannot be opened.")
    assert isinstance(file, ScanFile)
    assert file.scan is not None
    return file.scan


def _heard(session: Session, wanted: SignalInstance, otherwise: str) -> object:
    """Wait for a signal of the session; what the session tells instead, or ``otherwise``, is the reason given up."""
    from PySide6.QtCore import QEventLoop, QTimer

    loop, told = QEventLoop(), list[object]()
    refusals: list[object] = []

    def take(event: object) -> None:
        told.append(event)
        loop.quit()

    def refuse(event: object) -> None:
        refusals.append(event)
        loop.quit()

    refused = (session.open_failed, session.save_failed, session.run_failed)
    wanted.connect(take)
    for signal in refused:
        signal.connect(refuse)
    QTimer.singleShot(round(PATIENCE * 1000), loop, loop.quit)
    loop.exec()
    wanted.disconnect(take)
    for signal in refused:
        signal.disconnect(refuse)
    if refusals:
        raise NotWellError(f"{getattr(refusals[0], 'words', '') or otherwise}")
    if not told:
        raise NotWellError(f"{otherwise[:-1]} within {PATIENCE:g} seconds.")
    return told[0]
