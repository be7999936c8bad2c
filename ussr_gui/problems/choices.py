"""Settings and the last run as a report tells them: what is known to be the program's own, and nothing else."""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Any

from PySide6.QtCore import QByteArray

from ussr_engine.events import Catalogued
from ussr_engine.result import Scores
from ussr_gui.problems import traces
from ussr_gui.records import Run
from ussr_gui.wishes import WISHES

SHOWN = frozenset(
    (
        *("acknowledged", "commands", "device", "format", "history/gigabytes", "language", "method"),
        *("overlay_opacity", "shortcuts", "theme", "ui_scale", "workspace"),
        *(wish.id for wish in WISHES if wish.checkable),
    )
)
"""Names of settings that tell of nobody."""
GROUPS = ("docks/", "knobs/", "workspace/")
"""Beginnings of such names."""
SIZED = ("geometry", "layout-", "lists-")
"""Beginnings of names whose values are Qt's own bytes: how many there are is told."""
LEFT_OUT = "(left out)"
TEXTS = frozenset(("kernel_file", "model", "network"))
"""Knobs that a person writes words into, where the engine has not said which they are."""


def settings_of(stored: Mapping[str, str | QByteArray], catalogue: Catalogued | None) -> dict[str, Any]:
    """Settings by name; of all others their number alone."""
    texts = _texts(catalogue)
    told: dict[str, Any] = {}
    for name, value in stored.items():
        if isinstance(value, QByteArray):
            if name.startswith(SIZED):
                told[name] = f"({value.size()} bytes)"
        elif name in SHOWN or name.startswith(GROUPS):
            told[name] = _plain(_read(value), texts)
    if missing := len(stored) - len(told):
        told[LEFT_OUT] = missing
    return told


def knobs_of(run: Run, catalogue: Catalogued | None) -> object:
    """Knobs that were turned; those into which a person writes words keep their name alone."""
    return {} if run.wanted is None else _plain(run.wanted.knobs, _texts(catalogue))


def run_of(run: Run, catalogue: Catalogued | None) -> dict[str, Any]:
    """How a run was made and what became of it; nothing of its scan but the size."""
    texts, result = _texts(catalogue), run.result
    told: dict[str, Any] = {"method": run.title, "scale": run.scale, "outcome": run.outcome.value, "step": run.step}
    if run.wanted is not None:
        told |= {"asked": run.wanted.method, "seed": run.wanted.seed, "device": run.wanted.device}
        told |= {"knobs": _plain(run.wanted.knobs, texts), "task": run.wanted.task_in_words}
    if run.prepared is not None:
        told["pixels"] = [run.prepared.scan.height, run.prepared.scan.width]
        told["computed on"] = run.prepared.device
    if result is not None:
        told |= {"plan": _plain(result.plan, texts), "seconds": result.seconds, "cpu seconds": result.cpu_seconds}
        told |= {"notes": list(result.notes), "consistency": result.consistency}
    if run.scores is not None:
        told["scores"] = _figures(run.scores)
    if run.failed is not None:
        trace = traces.of_text(run.failed.trace)
        told["failed"] = {"kind": run.failed.kind, "words": traces.words_of(run.failed), "trace": trace}
    return told


def _figures(scores: Scores) -> dict[str, Any]:
    return {"psnr": scores.psnr, "ssim": scores.ssim, "lpips": scores.lpips}


def _texts(catalogue: Catalogued | None) -> frozenset[str]:
    if catalogue is None:
        return TEXTS
    knobs = (knob for card in catalogue.methods for group in card.groups for knob in group.knobs)
    return TEXTS | {knob.name for knob in knobs if knob.kind == "text"}


def _read(value: str) -> object:
    """A value of the settings file: JSON where it is a record."""
    if not value.startswith(("{", "[")):
        return value
    try:
        return json.loads(value)
    except (ValueError, RecursionError):
        return LEFT_OUT


def _plain(value: object, texts: frozenset[str]) -> object:
    if isinstance(value, Mapping):
        return {
            str(name): LEFT_OUT if str(name).rpartition(".")[2] in texts and one else _plain(one, texts)
            for name, one in value.items()
        }
    return [_plain(one, texts) for one in value] if isinstance(value, list | tuple) else value
