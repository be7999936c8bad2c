"""Everything that the session tells: narrow signals, each with one record of what happened."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal

from ussr_gui.records import EngineState, RunState


class Announcements(QObject):
    """What panels and wires listen to."""

    scan_listed = Signal(object)
    """A ScanFile is new in the list, not yet read."""
    scan_opened = Signal(object)
    open_failed = Signal(object)
    scan_chosen = Signal(object)
    methods_listed = Signal(object)
    run_began = Signal(object)
    run_prepared = Signal(object)
    run_recalled = Signal(object)
    run_chosen = Signal(object)
    moment_chosen = Signal(object)
    """Of the run that is shown another moment of its training is to be seen, or the newest again."""
    stage_began = Signal(object)
    progressed = Signal(int, int, object)
    """Step, steps of the stage (0 unknown), and the seconds left as (low, high) or None."""
    loss_measured = Signal(object)
    preview_changed = Signal(object)
    kernel_estimated = Signal(object)
    identified = Signal(object)
    checkpointed = Signal(int)
    result_ready = Signal(object)
    run_changed = Signal(RunState)
    run_ended = Signal(object)
    run_failed = Signal(object)
    noted = Signal(str)
    saved = Signal(object)
    save_failed = Signal(object)
    engine_changed = Signal(EngineState)
    engine_fell = Signal(object)
    """The engine ended untold; its exit code."""
