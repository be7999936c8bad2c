"""ZSSR on real scans, against the figures of the published program (minutes; run with ``-m slow``)."""

from __future__ import annotations

import statistics
import sys
from pathlib import Path

import pytest

from ussr_engine.degradations.study import degrade
from ussr_engine.device import choose
from ussr_engine.events import Finished, Prepared
from ussr_engine.files import read_scan
from ussr_engine.methods import plan_for
from ussr_engine.result import Scores
from ussr_engine.train import Surroundings, train

CAROTIDS = ("17-37-04", "09-41-06_1", "09-43-07_1", "09-45-04_1", "11-02-15", "11-06-10", "17-36-01", "17-57-11")
PUBLISHED = {
    "cca_splab/17-37-04.jpg": (37.11, 0.9676, 38.75, 0.9782),
    "busi/benign (197).png": (37.03, 0.9596, 39.29, 0.9750),
}
"""PSNR and SSIM of bicubic and of the original program, ×2, Method 1, reference cropped to multiples of 8."""


def compared(path: Path, seed: int) -> tuple[Scores, Scores]:
    """Scores of bicubic and of ZSSR ×2 at Method 1; the row is printed."""
    reference = read_scan(path).cropped(8)
    scan = degrade(reference, 1, 2)
    events = list(train(scan, plan_for("zssr", 2, seed=seed), Surroundings(choose("cpu"), reference)))
    bicubic = next(event.bicubic_scores for event in events if isinstance(event, Prepared))
    result = next(event.result for event in events if isinstance(event, Finished))
    assert bicubic is not None
    assert result.scores is not None
    row = f"{path.name} seed {seed}: bicubic {bicubic.psnr:.2f} {bicubic.ssim:.4f}"
    row += f"  zssr {result.scores.psnr:.2f} {result.scores.ssim:.4f}  {result.cpu_seconds:.0f} CPU-s"
    sys.stderr.write(row + "\n")
    return bicubic, result.scores


@pytest.mark.slow
@pytest.mark.timeout(3600)
@pytest.mark.parametrize("name", PUBLISHED)
def test_zssr_reaches_the_published_programs_quality(name: str, data: Path) -> None:
    pairs = [compared(data / name, seed) for seed in range(3)]
    bicubic, bicubic_ssim, original, original_ssim = PUBLISHED[name]
    assert pairs[0][0].psnr == pytest.approx(bicubic, abs=0.03)
    assert pairs[0][0].ssim == pytest.approx(bicubic_ssim, abs=0.0005)
    assert statistics.mean(scores.psnr for _, scores in pairs) >= original - 0.15
    assert statistics.mean(scores.ssim for _, scores in pairs) >= original_ssim - 0.001


@pytest.mark.slow
@pytest.mark.timeout(3600)
def test_zssr_beats_bicubic_on_eight_carotids(data: Path) -> None:
    gains = []
    for name in CAROTIDS:
        bicubic, scores = compared(data / "cca_splab" / f"{name}.jpg", 0)
        gains.append(scores.psnr - bicubic.psnr)
    assert min(gains) >= 0
    assert statistics.mean(gains) >= 0.8
