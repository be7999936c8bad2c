"""A kept run as the window knows runs: with its scan, curves, moments and result, as on the day it was made."""

from __future__ import annotations

from ussr_engine.events import Prepared
from ussr_engine.history.card import RunCard, State, scan_key
from ussr_engine.history.news import KeptRun
from ussr_gui.records import KEPT, Outcome, Run, ScanFile, measurements
from ussr_gui.session import Session
from ussr_gui.wanted import Wanted

OUTCOMES = {State.FINISHED: Outcome.FINISHED, State.FAILED: Outcome.FAILED, State.RUNNING: Outcome.RUNNING}


def file_of(session: Session, card: RunCard) -> ScanFile | None:
    """The open file with the pixels of a run's scan."""
    read = [file for file in session.scans.values() if file.scan is not None]
    fits = [file for file in read if file.scan is not None and file.scan.image.shape[:2] == (card.height, card.width)]
    return next((file for file in fits if file.scan is not None and scan_key(file.scan.image) == card.scan), None)


def take_back(session: Session, kept: KeptRun) -> Run:
    """Add a kept run to those of the sitting, and its scan where no open file has its pixels; show it."""
    there = next((run for run in session.runs if run.folder == kept.card.run), None)
    if there is not None:
        session.choose_run(there)
        return there
    file = file_of(session, kept.card)
    if file is None:
        file = ScanFile(f"{KEPT}{kept.card.scan}", kept.given)
        session.scans[file.path] = file
        session.scan_opened.emit(file)
    run = run_of(kept, file, 1 + max((one.number for one in session.runs), default=0))
    session.runs.append(run)
    session.choose_run(run)
    return run


def run_of(kept: KeptRun, file: ScanFile, number: int) -> Run:
    """Everything a kept run has, as a run on this file."""
    card, result = kept.card, kept.result
    return Run(
        card.title,
        card.scale,
        file.path,
        number,
        card.variant,
        folder=card.run,
        frame=file.frame,
        outcome=OUTCOMES.get(card.state, Outcome.CANCELLED),
        prepared=Prepared(card.run, kept.scan, kept.bicubic, kept.reference, card.bicubic, card.device),
        result=result,
        stage=kept.stage,
        step=card.step,
        checkpoint=card.checkpoint,
        measured=measurements(kept.history),
        kernel=kept.kernel,
        identification=kept.identification,
        moments=list(kept.moments),
        wanted=Wanted(card.method, card.scale, dict(kept.knobs), card.seed, kept.device, kept.challenge),
    )
