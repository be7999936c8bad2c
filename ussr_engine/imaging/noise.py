"""Noise that grows with brightness: its law estimated from one picture, and taken out.

A picture y = x + e with var(e) = additive + relative * x**2 is bent by asinh so that the noise has unit variance
everywhere, cleaned by translation-invariant wavelet shrinkage, and bent back.
"""

from __future__ import annotations

import warnings
from dataclasses import dataclass
from itertools import product

import numpy as np
import numpy.typing as npt
from scipy import ndimage, optimize

Real = npt.NDArray[np.float64]

BLOCK = 12
"""Side in pixels of the blocks in which fine detail is compared with brightness."""
LEVEL = 1 / 255
ROUNDING = LEVEL**2 / 12
"""Variance of rounding to 8 bits: what is left when there is no other noise."""
BINS = 12
SMALL = np.array([1.0, -2.0, 1.0])
LARGE = np.array([1.0, -4.0, 6.0, -4.0, 1.0])
QUANTILE = 0.3
"""Of the blocks: the calmest hold noise and little else."""
SMALL_SHARE, LARGE_SHARE = 0.905, 0.855
"""Where that quantile of the detail of white noise lies, in parts of its variance (by simulation)."""
SHRINKAGE = {"wavelet": "sym4", "method": "BayesShrink", "mode": "soft", "wavelet_levels": 3}
"""Of the measured choices the best: non-local means, total variation, bilateral, and other wavelets gave less."""
SHIFTS = tuple(product(range(5), repeat=2))
"""Cycle spinning: the transform's grid is laid in all these ways over the picture, and the mean taken."""
MARGIN = 8
"""Pixels of mirrored border, so that opposite edges do not meet."""
FAINTEST = 4e-4
"""Relative variance under which noise is not seen: two percent of the brightness."""
EVEN = (2 * LEVEL) ** 2
"""Variance of even noise that is not seen: two levels."""


@dataclass(frozen=True, slots=True)
class NoiseLaw:
    """Variance of the noise at brightness x: ``additive`` + ``relative`` * x², x in [0, 1]."""

    additive: float
    relative: float

    @property
    def is_there(self) -> bool:
        """False where there is no more than rounding and faint grain."""
        return self.relative > FAINTEST or self.additive > EVEN

    def stabilised(self, image: Real, strength: float) -> Real:
        """The picture bent so that noise of ``strength`` times the law's deviation has unit variance."""
        additive, relative = self._of(strength)
        bent: Real = np.arcsinh(image * np.sqrt(relative / additive)) / np.sqrt(relative)
        return bent

    def restored(self, bent: Real, strength: float) -> Real:
        """Undo `stabilised`; the darkening by the mean of a bent noise (second order) is made good."""
        additive, relative = self._of(strength)
        image: Real = np.sinh(bent * np.sqrt(relative)) * np.sqrt(additive / relative)
        return image / (1 - min(self.relative, 0.5) / 2)

    def _of(self, strength: float) -> tuple[float, float]:
        # A law without a relative part is a straight line: asinh of very little.
        return max(self.additive, ROUNDING) * strength**2, max(self.relative, 1e-9) * strength**2


def measured(image: Real) -> tuple[Real, Real]:
    """Squared brightness and the variance of the white part of the finest detail there, dark to bright, (n,) each.

    Two high-pass filters look at the corner of the spectrum, one more narrowly.  White noise gives both the same
    variance; what ultrasound and interpolation leave there falls off, and gives the narrow one half or less.

    Parameters
    ----------
    image : (H, W)
        In [0, 1].  Of one too small or too dark nothing is measured, n = 0.
    """
    nothing = np.empty(0), np.empty(0)
    height, width = (size - size % BLOCK for size in image.shape)
    if not height or not width:
        return nothing
    brightness = _blocks(image, height, width) ** 2
    small, large = (_blocks(_detail(image, taps) ** 2, height, width) for taps in (SMALL, LARGE))
    # Black blocks say nothing, also where their border has seen a neighbour.
    lit = (small > 0) & (brightness > 0)
    if lit.sum() < BINS:
        return nothing
    order = np.argsort(brightness[lit])
    squares, variances = [], []
    for part in np.array_split(order, min(BINS, len(order) // 4 or 1)):
        whole = np.quantile(small[lit][part], QUANTILE) / SMALL_SHARE
        narrow = np.quantile(large[lit][part], QUANTILE) / LARGE_SHARE
        squares.append(brightness[lit][part].mean())
        variances.append(max(2 * narrow - whole, 0.0))
    return np.array(squares), np.array(variances)


def estimated(image: Real) -> NoiseLaw:
    """The law of a picture's noise (H, W), fitted to what is `measured`; rounding alone where nothing is."""
    x, variance = measured(image)
    if not x.size:
        return NoiseLaw(ROUNDING, 0.0)
    # Bright bins have large variances; each counts by its relative error, and one that found next to nothing among
    # others that found much counts no more than they.
    weight = 1 / (np.maximum(variance, np.median(variance / x) * x / 2) + ROUNDING + 1e-3 * x)
    design = np.stack([np.ones_like(x), x], axis=1) * weight[:, None]
    (additive, relative), _ = optimize.nnls(design, variance * weight)
    return NoiseLaw(max(float(additive), ROUNDING), float(relative))


def cleaned(image: Real, law: NoiseLaw, strength: float = 1.0) -> Real:
    """Take the noise out of a picture (H, W).

    BayesShrink (Chang, Yu, Vetterli, IEEE TIP 2000) with symlets, averaged over shifts (Coifman and Donoho, 1995).
    ``strength`` multiplies the noise's standard deviation.
    """
    from skimage.restoration import denoise_wavelet

    bent = np.pad(law.stabilised(image, strength), MARGIN, mode="symmetric")
    total = np.zeros_like(bent)
    with warnings.catch_warnings():
        # Bands without any detail divide zero by zero inside and come out as zeros.
        warnings.simplefilter("ignore", RuntimeWarning)
        for shift in SHIFTS:
            moved = np.roll(bent, shift, (0, 1))
            still = denoise_wavelet(moved, sigma=1.0, **SHRINKAGE)
            total += np.roll(still, (-shift[0], -shift[1]), (0, 1))
    height, width = image.shape
    return law.restored(total[MARGIN:, MARGIN:][:height, :width] / len(SHIFTS), strength)


def _detail(image: Real, taps: Real) -> Real:
    """What a separable high-pass leaves, normalised to unit gain for white noise."""
    rows: Real = ndimage.correlate1d(image, taps, axis=0, mode="mirror")
    both: Real = ndimage.correlate1d(rows, taps, axis=1, mode="mirror")
    return both / np.sum(taps**2)


def _blocks(image: Real, height: int, width: int) -> Real:
    parts = image[:height, :width].reshape(height // BLOCK, BLOCK, width // BLOCK, BLOCK)
    means: Real = parts.mean((1, 3)).ravel()
    return means
