"""A finding as plain data, for those who show it."""

from __future__ import annotations

import numpy as np

from ussr_engine.identification.finding import Finding
from ussr_engine.imaging.noise import measured
from ussr_engine.imaging.resize import Real
from ussr_engine.result import Identification


def recorded(finding: Finding, scan: Real) -> Identification:
    """What was found about a scan (h, w) in [0, 1], with the points that its noise law was fitted to."""
    squares, variances = measured(scan)
    return Identification(
        words=finding.words,
        noisy=bool(finding.noisy),
        told=bool(finding.told),
        law=(float(finding.law.additive), float(finding.law.linear), float(finding.law.relative)),
        points=tuple(zip(np.sqrt(squares).tolist(), variances.tolist(), strict=True)),
        candidates=tuple((one.name, one.words, float(chance)) for one, chance in finding.candidates),
        confidence=float(finding.confidence),
    )
