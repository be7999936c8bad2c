"""Widths read off a profile: of a line at half its height, of an edge between a tenth and nine tenths of its step."""

from __future__ import annotations

from typing import Any

import numpy as np
import numpy.typing as npt

Profile = npt.NDArray[np.floating[Any]]
"""(N,) grey values at equal distances along a line."""

PLATEAU = 0.1
"""Share of a profile, at either end, whose mean is the level beside an edge."""

LEAST_STEP = 0.5
"""Share of a profile's range below which the difference of its ends is no edge."""


def fwhm(profile: Profile, spacing: float = 1.0, *, floor: float | None = None) -> float:
    """Full width at half maximum of the highest peak.

    Parameters
    ----------
    profile : (N,)
        Values as they are: where the picture is log-compressed, half of a grey level is not half of an amplitude.
    spacing : float
        Distance between samples; the width comes in its unit.
    floor : float, optional
        Level of the background, above which the half is taken; the lowest value unless given.

    Returns
    -------
    float
        Distance between the nearest crossings of half the height on both sides of the peak, each found by linear
        interpolation; NaN where the profile is flat or does not fall to half on both sides.

    References
    ----------
    IEC 61391-1:2006, lateral and axial resolution by the width of a point's image.
    """
    values = np.asarray(profile, np.float64)
    if values.size < 3 or not np.isfinite(values).all():
        return float("nan")
    ground = float(values.min()) if floor is None else floor
    peak = int(values.argmax())
    half = (values[peak] + ground) / 2
    if values[peak] <= ground:
        return float("nan")
    left, right = _falls_below(values, peak, -1, half), _falls_below(values, peak, 1, half)
    return (right - left) * spacing


def edge_width(profile: Profile, spacing: float = 1.0, *, low: float = 0.1, high: float = 0.9) -> float:
    """Distance over which an edge climbs from ``low`` to ``high`` of its step.

    Parameters
    ----------
    profile : (N,)
        Across the edge, in either direction; its ends lie on the plateaus.
    spacing : float
        Distance between samples; the width comes in its unit.
    low, high : float
        Shares of the step between the mean of the first and that of the last tenth of the samples.

    Returns
    -------
    float
        Around the steepest place; crossings by linear interpolation.  NaN without a crossing, and where the step is
        less than half of the profile's range: that is a line or noise, not an edge.

    References
    ----------
    The 10-90 % rise distance, e.g. ISO 12233:2017, annex on edge response.
    """
    values = np.asarray(profile, np.float64)
    ends = max(1, round(PLATEAU * values.size))
    if values.size < 3 or not np.isfinite(values).all():
        return float("nan")
    start, end = values[:ends].mean(), values[-ends:].mean()
    if abs(end - start) <= max(LEAST_STEP * float(np.ptp(values)), 1e-9):
        return float("nan")
    rising = (values - start) / (end - start)
    at_half = np.flatnonzero((rising[:-1] < 0.5) & (rising[1:] >= 0.5))
    if not at_half.size:
        return float("nan")
    steepest = int(at_half[np.argmax(rising[at_half + 1] - rising[at_half])])
    before = _falls_below(rising, steepest + 1, -1, low)
    after = _falls_below(-rising, steepest, 1, -high)
    return (after - before) * spacing


def _falls_below(values: npt.NDArray[np.float64], start: int, step: int, level: float) -> float:
    """Position, going from ``start``, where the values first reach ``level`` from above; NaN if they never do."""
    way = values[start::step]
    below = np.flatnonzero(way <= level)
    if not below.size:
        return float("nan")
    i = int(below[0])
    if i == 0:
        return float(start)
    share = (way[i - 1] - level) / (way[i - 1] - way[i])
    return start + step * float(i - 1 + share)
