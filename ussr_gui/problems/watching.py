"""Writes into the log what happens, in the program's own words: of a file its number in the list and never its name."""

from __future__ import annotations

import json
from collections.abc import Iterable
from pathlib import PurePath
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Slot

from ussr_engine.events import Catalogued, Failed, Saved, SaveFailed, StageBegan
from ussr_engine.files import READABLE
from ussr_engine.result import Scores
from ussr_gui.problems import choices, traces
from ussr_gui.problems.logbook import Logbook
from ussr_gui.problems.veil import Veil
from ussr_gui.records import EngineState, Run, ScanFile

if TYPE_CHECKING:
    from ussr_gui.main_window import MainWindow

KNOWN = frozenset(suffix for _, some in READABLE for suffix in some)


class Watching(QObject):
    """Listens to the session."""

    def __init__(self, window: MainWindow, logbook: Logbook) -> None:
        super().__init__(window)
        self._window, self._session, self._logbook = window, window.session, logbook
        session = window.session
        for signal, slot in (
            (session.engine_changed, self._note_engine),
            (session.engine_fell, self._note_fall),
            (session.methods_listed, self._note_devices),
            (session.scan_opened, self._note_scan),
            (session.open_failed, self._note_refusal),
            (session.run_began, self._note_beginning),
            (session.stage_began, self._note_stage),
            (session.run_ended, self._note_end),
            (session.run_failed, self._note_failure),
            (session.noted, self._note_words),
            (session.saved, self._note_saved),
            (session.save_failed, self._note_not_saved),
        ):
            signal.connect(slot)

    def _veil(self) -> Veil:
        """For sentences that may name any file; all others have that of theirs."""
        return Veil(named_in(self._window))

    def _note(self, *sentences: str) -> None:
        self._logbook.note(" ".join(filter(None, sentences)).replace("\n", " ").strip())

    @Slot(EngineState)
    def _note_engine(self, state: EngineState) -> None:
        self._note(f"Engine {state.name.lower()}")

    @Slot(object)
    def _note_fall(self, code: int | None) -> None:
        self._note(f"The engine ended untold, exit code {code}")

    @Slot(object)
    def _note_devices(self, catalogue: Catalogued) -> None:
        there = "; ".join(f"{name}: {words}" for name, words in catalogue.devices)
        self._note(f"{len(catalogue.methods)} methods; devices {there}; chosen {catalogue.device}")

    @Slot(object)
    def _note_scan(self, file: ScanFile) -> None:
        scan = file.scan
        assert scan is not None
        facts = f"{scan.width} × {scan.height} px, {'colour' if scan.is_colour else 'grey'}, {scan.bits} bit"
        frames = f", {file.clip.frames} frames" if file.clip.frames > 1 else ""
        self._note(f"{self._number(file)} opened: {facts}{frames}, {_kind_of(file)}")

    @Slot(object)
    def _note_refusal(self, file: ScanFile) -> None:
        words = Veil([file.path]).over(f"{file.words} {file.remedy}")
        self._note(f"{self._number(file)} refused ({_kind_of(file)}):", words)

    @Slot(object)
    def _note_beginning(self, run: Run) -> None:
        chosen = f"· {json.dumps(choices.knobs_of(run, self._session.catalogue))}" if run.wanted is not None else ""
        self._note(f"Run {run.number} begins: {run.title} ×{run.scale}", Veil([run.path]).over(chosen))

    @Slot(object)
    def _note_stage(self, stage: StageBegan) -> None:
        self._note(self._veil().over(stage.name), f"({stage.steps} steps)" if stage.steps else "")

    @Slot(object)
    def _note_end(self, run: Run) -> None:
        result = run.result
        facts = f", {result.seconds:.1f} s on {result.device}" if result is not None else f", step {run.step}"
        self._note(f"Run {run.number} {run.outcome.value}{facts}{_figures(run.scores)}")

    @Slot(object)
    def _note_failure(self, failed: Failed) -> None:
        self._note(f"{failed.kind}:", self._veil().over(traces.words_of(failed)))
        for line in traces.of_text(failed.trace):
            self._logbook.note(line)

    @Slot(str)
    def _note_words(self, words: str) -> None:
        self._note(self._veil().over(words))

    @Slot(object)
    def _note_saved(self, saved: Saved) -> None:
        self._note("Saved and read back:", Veil([saved.path]).over(saved.words))

    @Slot(object)
    def _note_not_saved(self, failed: SaveFailed) -> None:
        self._note("Not saved:", Veil([failed.path]).over(f"{failed.words} {failed.remedy}"))

    def _number(self, file: ScanFile) -> str:
        paths = list(self._session.scans)
        return f"Scan {paths.index(file.path) + 1}" if file.path in paths else "A scan"


def named_in(window: MainWindow) -> Iterable[str]:
    """Every path that the person has named, in this start or lately."""
    settings, session = window.settings, window.session
    runs = [run.path for run in session.runs]
    return [*session.scans, *runs, *settings.ever_recent, settings.text("folder"), settings.text("weights")]


def _kind_of(file: ScanFile) -> str:
    if not file.has_file:
        return "no file"
    suffix = "".join(PurePath(file.path).suffixes[-2:]).lower()
    known = next((one for one in (suffix, PurePath(file.path).suffix.lower()) if one in KNOWN), "")
    return known.lstrip(".") or "of another suffix"


def _figures(scores: Scores | None) -> str:
    return "" if scores is None else f", {scores.psnr:.2f} dB, SSIM {scores.ssim:.4f}"
