"""Plots as SVG text: drawn from the page's own colours, readable on a dark screen and on paper."""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from html import escape

from ussr_engine.benchmark.statistics import BASELINE, Table

COLOURS = ("#7aa2f7", "#9ece6a", "#e0af68", "#bb9af7", "#f7768e", "#7dcfff", "#ff9e64", "#73daca", "#c0a36e", "#b4b9d6")
WIDTH, ROW, LEFT, RIGHT, TOP, BOTTOM = 440, 24, 92, 16, 12, 36


def colours(methods: Sequence[str]) -> dict[str, str]:
    """A colour for every method, the same on the whole page; the baseline is grey."""
    others = [method for method in methods if method != BASELINE]
    return {BASELINE: "#8b90a0"} | {method: COLOURS[i % len(COLOURS)] for i, method in enumerate(others)}


def gains(table: Table, palette: Mapping[str, str]) -> str:
    """PSNR of every scan less that of bicubic: one row per method, one dot per scan, a bar at the mean."""
    base = table.values["psnr"].get(BASELINE, {})
    rows = []
    for method, values in table.values["psnr"].items():
        found = {name: values[name] - base[name] for name in values if name in base}
        found = {name: gain for name, gain in found.items() if math.isfinite(gain)}
        if method != BASELINE and found:
            rows.append((method, found))
    if not rows:
        return ""
    every = [gain for _, found in rows for gain in found.values()]
    low, high, ticks = _scale(min(0.0, *every), max(0.0, *every))
    height = TOP + ROW * len(rows) + BOTTOM
    drawn = [_axis(low, high, ticks, height, "PSNR less that of bicubic, dB", zero=True)]
    for index, (method, found) in enumerate(rows):
        y = TOP + ROW * (index + 0.5)
        drawn.append(f'<text class="name" x="{LEFT - 8}" y="{y + 4:.1f}">{escape(method)}</text>')
        for name, gain in found.items():
            drawn.append(
                f'<circle cx="{_x(gain, low, high):.1f}" cy="{y:.1f}" r="4" fill="{palette[method]}" '
                f'fill-opacity="0.55"><title>{escape(name)}: {gain:+.2f} dB</title></circle>'
            )
        mean = _x(math.fsum(found.values()) / len(found), low, high)
        drawn.append(f'<line class="mean" x1="{mean:.1f}" x2="{mean:.1f}" y1="{y - 9:.1f}" y2="{y + 9:.1f}"/>')
    return _svg(drawn, height, f"Gain over bicubic, {table.group} ×{table.scale} Method {table.degradation}")


def costs(table: Table, palette: Mapping[str, str]) -> str:
    """Mean PSNR against mean seconds on a logarithmic axis, one dot per method."""
    dots = []
    for line in table.lines:
        spread = line.spreads.get("psnr")
        if spread and math.isfinite(spread.mean) and line.seconds:
            dots.append((line.method, math.log10(max(line.seconds, 1e-3)), spread.mean))
    if not dots:
        return ""
    height = 200
    low, high = math.floor(min(x for _, x, _ in dots)), math.ceil(max(x for _, x, _ in dots))
    high = max(high, low + 1)
    ticks = [(float(power), _power(power)) for power in range(low, high + 1)]
    bottom, top, rungs = _scale(min(y for *_, y in dots), max(y for *_, y in dots))
    drawn = [_axis(low, high, ticks, height, "seconds a scan")]

    def up(value: float) -> float:
        return height - BOTTOM - (value - bottom) / (top - bottom) * (height - TOP - BOTTOM)

    for value, label in rungs:
        drawn.append(f'<line class="grid" x1="{LEFT}" x2="{WIDTH - RIGHT}" y1="{up(value):.1f}" y2="{up(value):.1f}"/>')
        drawn.append(f'<text class="name" x="{LEFT - 8}" y="{up(value) + 4:.1f}">{label} dB</text>')
    places = [(method, _x(power, low, high), up(mean), mean) for method, power, mean in dots]
    taken = [(x - 6, y - 6, x + 6, y + 6) for _, x, y, _ in places]
    for method, x, y, mean in places:
        colour = palette[method]
        drawn.append(f'<circle cx="{x:.1f}" cy="{y:.1f}" r="5" fill="{colour}"><title>{mean:.2f} dB</title></circle>')
        left, level = _free(x, y, 7.0 * len(method), taken)
        taken.append((left, level - 10, left + 7.0 * len(method), level + 3))
        drawn.append(f'<text class="label" x="{left:.1f}" y="{level:.1f}">{escape(method)}</text>')
    return _svg(drawn, height, f"PSNR against seconds, {table.group} ×{table.scale} Method {table.degradation}")


def _free(x: float, y: float, width: float, taken: Sequence[tuple[float, float, float, float]]) -> tuple[float, float]:
    """Where a label of this width beside (x, y) covers nothing; below the dot, ever further, as a last resort."""
    spots = [(x + 9, y + 4), (x - 9 - width, y + 4), (x - width / 2, y - 10), (x - width / 2, y + 18)]
    spots += [(x + 9, y + 4 + 13 * step) for step in (1, -1, 2, -2, 3, -3, 4, -4)]
    for left, level in spots:
        right, top, bottom = left + width, level - 10, level + 3
        free = all(left > box[2] or right < box[0] or top > box[3] or bottom < box[1] for box in taken)
        if free and left >= LEFT and right <= WIDTH:
            return left, level
    return spots[0]


def _x(value: float, low: float, high: float) -> float:
    return LEFT + (value - low) / (high - low) * (WIDTH - LEFT - RIGHT)


def _scale(low: float, high: float) -> tuple[float, float, list[tuple[float, str]]]:
    """Bounds and ticks at round numbers, four to seven of them."""
    span = max(high - low, 0.1)
    step = 10.0 ** math.floor(math.log10(span / 4))
    step *= next((factor for factor in (1, 2, 5, 10) if span / (step * factor) <= 6), 10)
    first, last = math.floor(low / step), math.ceil(high / step)
    last = max(last, first + 1)
    places = max(0, -math.floor(math.log10(step) + 1e-9))
    ticks = [(index * step, f"{index * step:.{places}f}".replace("-", "−")) for index in range(first, last + 1)]
    return first * step, last * step, ticks


def _power(power: int) -> str:
    return f"{10**power:g}" if -3 <= power <= 4 else f"1e{power}"


def _axis(
    low: float, high: float, ticks: Sequence[tuple[float, str]], height: int, title: str, zero: bool = False
) -> str:
    foot = height - BOTTOM
    drawn = []
    for value, label in ticks:
        x = _x(value, low, high)
        kind = "zero" if zero and value == 0 else "grid"
        drawn.append(f'<line class="{kind}" x1="{x:.1f}" x2="{x:.1f}" y1="{TOP}" y2="{foot}"/>')
        drawn.append(f'<text class="tick" x="{x:.1f}" y="{foot + 14}">{label}</text>')
    drawn.append(f'<text class="unit" x="{(LEFT + WIDTH - RIGHT) / 2}" y="{height - 5}">{escape(title)}</text>')
    return "".join(drawn)


def _svg(drawn: Sequence[str], height: int, title: str) -> str:
    inside = "".join(drawn)
    return f'<svg viewBox="0 0 {WIDTH} {height}" role="img"><title>{escape(title)}</title>{inside}</svg>'
