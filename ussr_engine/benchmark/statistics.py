"""From rows to tables: means, deviations, and paired differences with their significance."""

from __future__ import annotations

import math
import statistics
import warnings
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from ussr_engine.benchmark.cells import Cell, Row

MEASURES = ("psnr", "ssim", "lpips", "alex5")
BASELINE = "bicubic"


@dataclass(frozen=True, slots=True)
class Spread:
    """Of ``n`` values: ``deviation`` divides by n - 1 (0 for one value), ``variance`` by n, as the study printed it."""

    n: int
    mean: float
    deviation: float
    variance: float


@dataclass(frozen=True, slots=True)
class Paired:
    """Differences on the same scans; ``p`` of Wilcoxon's signed-rank test, two-sided, None where it has no answer."""

    n: int
    mean: float
    low: float
    high: float
    p: float | None


@dataclass(frozen=True)
class Line:
    """One method in a table: spreads and gains over bicubic by measure, or why there are none."""

    method: str
    spreads: Mapping[str, Spread]
    gains: Mapping[str, Paired]
    seconds: float | None
    cpu_seconds: float | None
    devices: tuple[str, ...]
    failed: int
    reasons: tuple[str, ...]


@dataclass(frozen=True, eq=False)
class Table:
    """One data set at one scale and degradation; ``values[measure][method]`` maps a scan's name to its figure."""

    group: str
    scale: int
    degradation: int
    lines: tuple[Line, ...]
    values: Mapping[str, Mapping[str, Mapping[str, float]]]

    def paired(self, measure: str, method: str, other: str) -> Paired | None:
        """``method`` minus ``other`` on the scans that both have."""
        by_method = self.values[measure]
        return paired(by_method.get(method, {}), by_method.get(other, {}))


def spread(values: Sequence[float]) -> Spread | None:
    """Mean and deviations; None of nothing."""
    if not values:
        return None
    mean = math.fsum(values) / len(values)
    if not math.isfinite(mean):
        return Spread(len(values), mean, math.nan, math.nan)
    deviation = statistics.stdev(values) if len(values) > 1 else 0.0
    return Spread(len(values), mean, deviation, statistics.pvariance(values))


def paired(ours: Mapping[str, float], theirs: Mapping[str, float]) -> Paired | None:
    """Differences by scan; pairs of which one is infinite (identical pictures) are left out."""
    from scipy.stats import wilcoxon

    differences = [ours[name] - theirs[name] for name in ours if name in theirs]
    differences = [difference for difference in differences if math.isfinite(difference)]
    if not differences:
        return None
    p = None
    if any(differences):
        with warnings.catch_warnings():
            # Few pairs or ties: scipy says so and goes on.
            warnings.simplefilter("ignore")
            p = float(wilcoxon(differences).pvalue)
    mean = math.fsum(differences) / len(differences)
    return Paired(len(differences), mean, min(differences), max(differences), p)


def tables(cells: Sequence[Cell], rows: Sequence[Row], missing: Sequence[tuple[str, str]]) -> list[Table]:
    """Every table, by data set in the order asked for, then scale and degradation; methods that are missing last."""
    groups = list(dict.fromkeys(cell.subject.group for cell in cells))
    frames = {(groups.index(cell.subject.group), cell.scale, cell.degradation) for cell in cells}
    methods = list(dict.fromkeys(cell.title for cell in cells))
    made = []
    for place, scale, degradation in sorted(frames):
        group = groups[place]
        here = [row for row in rows if (row.group, row.scale, row.degradation) == (group, scale, degradation)]
        values = {measure: {method: _values(here, method, measure) for method in methods} for measure in MEASURES}
        lines = [_line(method, [row for row in here if row.method == method], values) for method in methods]
        lines += [Line(method, {}, {}, None, None, (), 0, (reason,)) for method, reason in missing]
        made.append(Table(group, scale, degradation, tuple(lines), values))
    return made


def _values(rows: Sequence[Row], method: str, measure: str) -> dict[str, float]:
    found = {row.name: getattr(row, measure) for row in rows if row.method == method}
    return {name: value for name, value in found.items() if value is not None}


def _line(method: str, rows: Sequence[Row], values: Mapping[str, Mapping[str, Mapping[str, float]]]) -> Line:
    spreads, gains = {}, {}
    for measure in MEASURES:
        if (of_all := spread(list(values[measure][method].values()))) is not None:
            spreads[measure] = of_all
        if method != BASELINE:
            gain = paired(values[measure][method], values[measure].get(BASELINE, {}))
            if gain is not None:
                gains[measure] = gain
    whole = [row for row in rows if not row.error]
    seconds = spread([row.seconds for row in whole if row.seconds is not None])
    cpu_seconds = spread([row.cpu_seconds for row in whole if row.cpu_seconds is not None])
    errors = Counter(row.error for row in rows if row.error)
    reasons = [f"{count} of {len(rows)}: {words}" for words, count in errors.most_common()]
    if not rows:
        reasons.append("Not run.")
    return Line(
        method,
        spreads,
        gains,
        seconds.mean if seconds else None,
        cpu_seconds.mean if cpu_seconds else None,
        tuple(dict.fromkeys(row.device for row in whole)),
        sum(errors.values()),
        tuple(reasons),
    )
