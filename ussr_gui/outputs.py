"""Which pictures stand in the panes: a scan alone, or a run with what it is held against."""

from __future__ import annotations

import numpy as np

from ussr_engine.result import Scores
from ussr_engine.scan import Image, Scan, luma
from ussr_gui.pace import duration_in_words
from ussr_gui.records import Run
from ussr_gui.viewers.output import Output

INPUT, RESULT, REFERENCE, DIFFERENCE = "input", "result", "reference", "difference"


def of_scan(scan: Scan) -> list[Output]:
    """The scan as it is."""
    return [_output(INPUT, scan.name, scan, scan.image, facts=f"{scan.width} × {scan.height}")]


def of_run(run: Run) -> list[Output]:
    """Input by bicubic, result or preview, reference if there is one, and the difference."""
    prepared = run.prepared
    if prepared is None:
        return []
    bicubic, truth = prepared.bicubic, prepared.reference
    facts = _psnr(prepared.bicubic_scores)
    outputs = [_output(INPUT, f"Input, bicubic ×{run.scale}", bicubic, bicubic.image, facts)]
    if truth is None:
        outputs[0] = _output(INPUT, f"Input, bicubic ×{run.scale}", bicubic, bicubic.image, facts, "reference")
    result = result_of(run)
    if result is not None:
        outputs.append(result)
    if truth is not None:
        outputs.append(_output(REFERENCE, "Reference", truth, truth.image, "before shrinking", "reference"))
    if result is not None:
        held = truth if truth is not None else bicubic
        title = "result − reference" if truth is not None else "result − bicubic"
        if result.image.shape[:2] == held.image.shape[:2]:  # a preview of an earlier stage is smaller
            outputs.append(_difference(title, result.image, held))
    return outputs


def result_of(run: Run) -> Output | None:
    """The result, or the newest preview of it."""
    prepared = run.prepared
    if run.result is not None:
        facts = _joined(_psnr(run.result.scores), duration_in_words(run.result.seconds))
        return _output(RESULT, run.label, run.result.sr, run.result.sr.image, facts, super_resolved=True)
    if prepared is None or run.previewed is None:
        return None
    seen = run.previewed
    facts = _joined(_psnr(seen.scores), f"step {seen.step}")
    return _output(RESULT, run.label, prepared.bicubic, seen.image, facts, "live", super_resolved=True)


def _output(
    key: str, title: str, scan: Scan, image: Image, facts: str = "", chip: str = "", super_resolved: bool = False
) -> Output:
    extent = None
    if scan.spacing is not None:
        extent = (scan.height * scan.spacing.axial, scan.width * scan.spacing.lateral)
    span = (float(scan.height), float(scan.width))
    return Output(key, title, image, extent, facts, chip, super_resolved, span=span)


def _difference(title: str, image: Image, held: Scan) -> Output:
    made = _output(DIFFERENCE, "Difference", held, luma(image) - luma(held.image), title)
    return Output(DIFFERENCE, "Difference", made.image, made.extent_mm, title, signed=True, span=made.span)


def _psnr(scores: Scores | None) -> str:
    return f"{scores.psnr:.2f} dB" if scores is not None and np.isfinite(scores.psnr) else ""


def _joined(*facts: str) -> str:
    return " · ".join(fact for fact in facts if fact)
