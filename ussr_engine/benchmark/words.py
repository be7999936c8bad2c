"""Figures and remarks as the reports print them."""

from __future__ import annotations

import math

from ussr_engine.benchmark.statistics import Paired, Spread, Table

DEGRADATIONS = {
    1: "Method 1: cubic",
    2: "Method 2: Lanczos-3, diffusion, speckle",
    3: "Method 3: Lanczos-3, Gaussian, speckle",
}
TITLES = {"psnr": "PSNR dB", "ssim": "SSIM", "lpips": "LPIPS", "alex5": "alex5"}
PLACES = {"psnr": 2, "ssim": 4, "lpips": 4, "alex5": 2}
HIGHER_IS_BETTER = {"psnr": True, "ssim": True, "lpips": False, "alex5": False}

STUDY_MARKS = {
    "a": "Nothing is cropped: a coarse scan has ⌈n / scale⌉ pixels a side, so that a result may be larger than its "
    "reference. It is then resized to the reference without a word, bilinearly and without antialiasing.",
    "b": "PSNR over the three channels of RGB, peak 255; identical pictures count 361.20 dB.",
    "c": "SSIM is the mean over the three channels of RGB.",
    "d": "LPIPS was given levels from 0 to 255, where its network expects [-1, 1]: not to be compared elsewhere.",
    "e": "The study's printed formula: squared differences of AlexNet's fifth layer. Never compared with LPIPS.",
    "f": "The study printed ± the variance over scans (divided by n). It stands apart, as variance.",
    "g": "Speckle of its own in each channel makes a grey scan coloured (Methods 2 and 3). The study's networks saw "
    "RGB; here each channel is enlarged by itself, and times are the sum.",
}
"""What is odd about the study's protocol, each marked where it bears on a figure."""
MARKED = {"psnr": "abf", "ssim": "acf", "lpips": "adf", "alex5": "aef"}


def number(value: float | None, places: int) -> str:
    """A figure; an empty word for None."""
    if value is None:
        return ""
    return f"{value:.{places}f}" if math.isfinite(value) else ("∞" if value > 0 else "–")


def variance(value: float) -> str:
    """Four places, as the study printed it; three figures where that would show nothing."""
    return number(value, 4) if value == 0 or value >= 0.01 or not math.isfinite(value) else f"{value:.2e}"


def signed(value: float, places: int) -> str:
    """A difference with its sign."""
    text = f"{value:+.{places}f}"
    return text[1:] if not float(text) else text.replace("-", "−")


def mean_and_deviation(spread: Spread | None, places: int) -> str:
    """Like "31.47 ± 4.25"; the deviation is left out for one scan."""
    if spread is None:
        return ""
    mean = number(spread.mean, places)
    return f"{mean} ± {number(spread.deviation, places)}" if spread.n > 1 and math.isfinite(spread.mean) else mean


def significance(paired: Paired) -> str:
    """In words: "p 0.031", "p < 0.001", or "equal" where the test has no answer."""
    if paired.p is None:
        return "equal"
    return "p < 0.001" if paired.p < 0.001 else f"p {paired.p:.3f}"


def seconds(value: float | None) -> str:
    """In words: "0.02 s", "41 s", "12.5 min", "3.1 h"."""
    if value is None:
        return ""
    if value < 90:
        return f"{value:.2f} s" if value < 10 else f"{value:.0f} s"
    return f"{value / 60:.1f} min" if value < 5400 else f"{value / 3600:.1f} h"


def best(table: Table, measure: str) -> str | None:
    """The method with the best mean among those that have all the scans."""
    spreads = {line.method: line.spreads[measure] for line in table.lines if measure in line.spreads}
    most = max((spread.n for spread in spreads.values()), default=0)
    whole = {method: spread.mean for method, spread in spreads.items() if spread.n == most}
    if len(whole) < 2:
        return None
    return (max if HIGHER_IS_BETTER[measure] else min)(whole, key=lambda method: whole[method])


def measures(tables: list[Table]) -> list[str]:
    """Measures that at least one table has."""
    return [name for name in TITLES if any(name in line.spreads for table in tables for line in table.lines)]
