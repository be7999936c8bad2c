"""The curves of a run as SVG that both a browser and Qt draw alike: attributes only, no style sheet."""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from html import escape
from itertools import pairwise

from ussr_engine.result import History
from ussr_gui import theme
from ussr_gui.language import tr
from ussr_gui.report.document import Chart
from ussr_gui.theme import PAPER

WIDTH, HEIGHT = 680, 264
LEFT, RIGHT, TOP, BOTTOM = 62, 12, 40, 40
INK, FAINT, GRID = PAPER.ink, PAPER.faint, PAPER.grid
MOST = 400
"""Points of one curve; more of them would not be seen."""
Points = Sequence[tuple[float, float]]


def chart(history: History, family: str) -> Chart | None:
    """Every loss against the step, on a logarithmic axis; None where there is no curve."""
    curves = {name: [(s, v) for s, v in curve if v > 0 and math.isfinite(v)] for name, curve in history.losses.items()}
    curves = {name: points for name, points in curves.items() if len(points) > 1}
    if not curves:
        return None
    steps = [step for points in curves.values() for step, _ in points]
    values = [math.log10(value) for points in curves.values() for _, value in points]
    first, last = min(steps), max(steps)
    low, high = min(values), max(values)
    low, high = (low - 0.1, high + 0.1) if high - low < 0.1 else (low - 0.04 * (high - low), high + 0.04 * (high - low))

    def at(step: float, value: float) -> tuple[float, float]:
        across = LEFT + (step - first) / max(last - first, 1) * (WIDTH - LEFT - RIGHT)
        return across, TOP + (high - math.log10(value)) / (high - low) * (HEIGHT - TOP - BOTTOM)

    drawn = [*_axes(first, last, low, high, at)]
    colours = theme.LIGHT.series
    for index, (name, points) in enumerate(curves.items()):
        colour = colours[index % len(colours)]
        line = " ".join("{:.1f},{:.1f}".format(*at(*point)) for point in thinned(points))
        drawn.append(f'<polyline points="{line}" fill="none" stroke="{colour}" stroke-width="1.6"/>')
        drawn += _legend(index, name, colour, curves)
    best = history.best_step
    if best is not None and first <= best <= last:
        x = at(best, 10**low)[0]
        drawn.append(_line(x, TOP, x, HEIGHT - BOTTOM, FAINT, dashed=True))
        side = "end" if x > 0.85 * WIDTH else "start" if x < 0.15 * WIDTH else "middle"
        drawn.append(_text(x, TOP - 5, tr("best, step {best}").format(best=best), side, FAINT))
    inside = "".join(drawn)
    svg = (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDTH} {HEIGHT}" width="{WIDTH}" height="{HEIGHT}" '
        f'font-family="{escape(family)}" font-size="11">{inside}</svg>'
    )
    names = ", ".join(curves)
    return Chart(
        svg,
        WIDTH,
        HEIGHT,
        tr("Loss against the step, {first:g} to {last:g}, on a logarithmic axis: {names}").format(
            first=first, last=last, names=names
        ),
    )


def thinned(points: Points) -> Points:
    """At most so many points, the first and the last among them, and of every part its lowest and its highest."""
    if len(points) <= MOST:
        return points
    edges = [round(i * len(points) / (MOST // 2)) for i in range(MOST // 2 + 1)]
    kept = {0, len(points) - 1}
    for start, end in pairwise(edges):
        part = range(start, end)
        kept |= {min(part, key=lambda i: points[i][1]), max(part, key=lambda i: points[i][1])}
    return [points[index] for index in sorted(kept)]


def _axes(first: float, last: float, low: float, high: float, at: object) -> list[str]:
    place = at
    assert callable(place)
    drawn = []
    for tick in _round_ticks(first, last):
        x = place(tick, 10**low)[0]
        drawn.append(_line(x, TOP, x, HEIGHT - BOTTOM, GRID))
        drawn.append(_text(x, HEIGHT - BOTTOM + 16, f"{tick:,.0f}".replace(",", "\u202f"), "middle", FAINT))
    for value in _log_ticks(low, high):
        y = place(first, value)[1]
        drawn.append(_line(LEFT, y, WIDTH - RIGHT, y, GRID))
        drawn.append(_text(LEFT - 7, y + 4, f"{value:.3g}", "end", FAINT))
    drawn.append(_line(LEFT, HEIGHT - BOTTOM, WIDTH - RIGHT, HEIGHT - BOTTOM, FAINT))
    drawn.append(_text((LEFT + WIDTH - RIGHT) / 2, HEIGHT - 6, tr("step"), "middle", FAINT))
    return drawn


def _legend(index: int, name: str, colour: str, curves: Mapping[str, object]) -> list[str]:
    share = (WIDTH - LEFT - RIGHT) / max(len(curves), 3)
    x = LEFT + index * share
    return [_line(x, 10, x + 16, 10, colour, width=2), _text(x + 21, 14, name, "start", INK)]


def _round_ticks(low: float, high: float) -> list[float]:
    span = max(high - low, 1)
    step = 10.0 ** math.floor(math.log10(span / 4))
    step = next(step * by for by in (1, 2, 5, 10) if span / (step * by) <= 6)
    step = max(step, 1)
    return [index * step for index in range(math.ceil(low / step - 1e-9), math.floor(high / step + 1e-9) + 1)]


def _log_ticks(low: float, high: float) -> list[float]:
    """1, 2, 5 × 10^n; whole powers alone where they are enough; round steps where the curve spans little."""
    decades = range(math.floor(low), math.ceil(high) + 1)
    for parts in ((1,), (1, 2, 5), tuple(range(1, 10)), tuple(n / 10 for n in range(10, 100))):
        ticks = [
            part * 10.0**decade for decade in decades for part in parts if low <= math.log10(part) + decade <= high
        ]
        if len(ticks) >= 3:
            return ticks[:: math.ceil(len(ticks) / 7)]
    return [10**low, 10**high]


def _line(x1: float, y1: float, x2: float, y2: float, colour: str, width: float = 1, dashed: bool = False) -> str:
    dash = ' stroke-dasharray="4 3"' if dashed else ""
    ends = f'x1="{x1:.1f}" y1="{y1:.1f}" x2="{x2:.1f}" y2="{y2:.1f}"'
    return f'<line {ends} stroke="{colour}" stroke-width="{width}"{dash}/>'


def _text(x: float, y: float, words: str, side: str, colour: str) -> str:
    return f'<text x="{x:.1f}" y="{y:.1f}" text-anchor="{side}" fill="{colour}">{escape(words)}</text>'
