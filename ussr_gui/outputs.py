"""Which pictures stand in the panes: a scan alone, or its runs with what they are held against."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from ussr_engine.cine.news import Levels, Sight
from ussr_engine.result import Scores
from ussr_engine.scan import Image, Scan
from ussr_gui.interpreting import interpreted
from ussr_gui.language import tr
from ussr_gui.pace import duration_in_words
from ussr_gui.records import Run, ScanFile
from ussr_gui.viewers.output import Output

INPUT, REFERENCE = "input", "reference"
STALE = tr("other settings")
"""Chip of a result that the choices of now would not give."""
Span = tuple[float, float]


def key_of(run: Run) -> str:
    """The output that shows a run."""
    return f"run-{run.number}"


def of_scan(scan: Scan, name: str) -> list[Output]:
    """The scan as it is."""
    return [_output(INPUT, name, scan, scan.image, _span(scan), facts=f"{scan.width} × {scan.height}")]


def of_run(
    run: Run, others: Sequence[Run] = (), guests: Sequence[ScanFile] = (), sight: Sight | None = None
) -> list[Output]:
    """Input by bicubic, the reference if there is one, the results or previews of all runs, and guests.

    ``run`` is the one that is shown: input and reference are its own.  ``others`` may hold it too.  ``guests`` are
    pictures of the same field of view that were made elsewhere.  ``sight`` is the frame of a clip that is looked at:
    results of other frames are left out.
    """
    prepared = run.prepared
    if prepared is None:
        return []
    bicubic, truth = prepared.bicubic, prepared.reference
    span = _span(truth or prepared.scan)
    facts = _psnr(prepared.bicubic_scores)
    chip = "reference" if truth is None else ""
    here = sight is None or sight.index == run.frame
    image = bicubic.image
    if sight is not None and not here:
        image, facts = _lit(sight.interpolated.get(run.scale), bicubic), ""
    outputs = [_output(INPUT, tr("Input, bicubic ×{scale}").format(scale=run.scale), bicubic, image, span, facts, chip)]
    if truth is not None and here:
        outputs.append(
            _output(REFERENCE, tr("Reference"), truth, truth.image, span, tr("before shrinking"), tr("reference"))
        )
    for one in others or (run,):
        result = result_of(one, sight)
        if result is not None:
            outputs.append(result)
    for number, guest in enumerate(guests, 1):
        if guest.scan is not None:
            outputs.append(
                _output(f"guest-{number}", guest.name, guest.scan, guest.scan.image, span, tr("from a file"))
            )
    return outputs


def result_of(run: Run, sight: Sight | None = None) -> Output | None:
    """The moment that is looked at, else the result, else the newest preview of it.

    Of a frame other than the run's own there is only what an enlarged clip has.
    """
    prepared = run.prepared
    if prepared is None:
        return None
    key, span = key_of(run), _span(prepared.reference or prepared.scan)
    if sight is not None and sight.index != run.frame:
        levels = sight.enlarged.get(run.clip.folder) if run.clip is not None else None
        if levels is None or run.result is None:
            return None
        sr = run.result.sr
        return _output(
            key,
            run.label,
            sr,
            _lit(levels, sr),
            span,
            tr("frame {index}").format(index=sight.index + 1),
            super_resolved=True,
        )
    if run.moment is not None:
        then = run.moment
        facts, chip = _psnr(then.scores), tr("step {step}").format(step=then.step)
        return _output(key, run.label, prepared.bicubic, then.image, span, facts, chip, super_resolved=True)
    if run.result is not None:
        made = run.mixed or run.result
        facts = _joined(interpreted(made.mixture), _psnr(made.scores), duration_in_words(made.seconds))
        chip = STALE if run.is_stale else ""
        return _output(key, run.label, made.sr, made.sr.image, span, facts, chip, super_resolved=True)
    seen = run.previewed
    if seen is None:
        return None
    facts = _joined(_psnr(seen.scores), tr("step {step}").format(step=seen.step))
    return _output(key, run.label, prepared.bicubic, seen.image, span, facts, tr("live"), super_resolved=True)


def _span(scan: Scan) -> Span:
    """What all outputs of a scan cover, in its pixels."""
    return float(scan.height), float(scan.width)


def _output(
    key: str,
    title: str,
    scan: Scan,
    image: Image,
    span: Span,
    facts: str = "",
    chip: str = "",
    super_resolved: bool = False,
) -> Output:
    extent = None
    if scan.spacing is not None:
        extent = (scan.height * scan.spacing.axial, scan.width * scan.spacing.lateral)
    return Output(key, title, image, extent, facts, chip, super_resolved, span)


def _lit(levels: Levels | None, like: Scan) -> Image:
    """Levels of the screen in [0, 1]; black of the size of ``like`` where there are none."""
    if levels is None:
        return np.zeros_like(like.image)
    return levels.astype(np.float32) / np.float32(255)


def _psnr(scores: Scores | None) -> str:
    return f"{scores.psnr:.2f} dB" if scores is not None and np.isfinite(scores.psnr) else ""


def _joined(*facts: str) -> str:
    return " · ".join(fact for fact in facts if fact)
