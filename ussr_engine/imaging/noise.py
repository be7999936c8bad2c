"""Noise that grows with brightness: its law estimated from one picture, and taken out.

A picture y = x + e with var(e) = additive + linear * x + relative * x**2 is bent so that the noise has unit variance
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
EXPLAINS = 0.5
"""Part of the misfit that may be left where a linear part is believed in."""
ROUNDS = 3
"""Fits of the law, each with the noise that black cuts off by the law before."""
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
COUNTED = EVEN / 0.3
"""The same for noise whose variance grows with brightness, as that of counts does, at a brightness of 0.3."""
DARKENED = np.array([0.0, 0.0085, 0.083, 0.198, 0.399, 0.698, 1.083, 1.53, 2.008, 3.0])
LEFT = np.array([0.0, 0.0057, 0.0685, 0.170, 0.341, 0.553, 0.752, 0.889, 0.970, 1.0])
"""Mean brightness of Gaussian noise cut off at black, in its deviations, and the part of its variance that is left."""


@dataclass(frozen=True, slots=True)
class NoiseLaw:
    """Variance of the noise at brightness x: ``additive`` + ``linear`` * x + ``relative`` * x², x in [0, 1]."""

    additive: float
    relative: float
    linear: float = 0.0

    @property
    def is_there(self) -> bool:
        """False where there is no more than rounding and faint grain."""
        return self.relative > FAINTEST or self.additive > EVEN or self.linear > COUNTED

    def variance(self, brightness: Real) -> Real:
        """Of the noise at every brightness."""
        return np.asarray(self.additive + self.linear * brightness + self.relative * np.square(brightness))

    def times(self, factor: float) -> NoiseLaw:
        """The law of noise whose variance, but for rounding, is ``factor`` times this one's."""
        additive = ROUNDING + factor * max(self.additive - ROUNDING, 0.0)
        return NoiseLaw(additive, factor * self.relative, factor * self.linear)

    def left(self, brightness: Real) -> Real:
        """Part of the noise's variance that is left at a mean brightness: black cuts off what is below."""
        return np.asarray(np.interp(brightness / np.sqrt(self.variance(brightness)), DARKENED, LEFT))

    def stabilised(self, image: Real, strength: float) -> Real:
        """The picture bent so that noise of ``strength`` times the law's deviation has unit variance."""
        additive, relative, linear = self._of(strength)
        if not linear:
            bent: Real = np.arcsinh(image * np.sqrt(relative / additive)) / np.sqrt(relative)
            return bent
        # The integral of 1 / sqrt(a + b x + c x²), from 0.
        slope = 2 * relative * image + linear
        root = 2 * np.sqrt(relative * np.maximum(additive + linear * image + relative * np.square(image), 0))
        return np.asarray(np.log((root + slope) / (2 * np.sqrt(relative * additive) + linear)) / np.sqrt(relative))

    def restored(self, bent: Real, strength: float) -> Real:
        """Undo `stabilised`; the darkening by the mean of a bent noise (second order) is made good."""
        additive, relative, linear = self._of(strength)
        if linear:
            both = np.exp(bent * np.sqrt(relative)) * (2 * np.sqrt(relative * additive) + linear)
            image: Real = ((both - (4 * relative * additive - linear**2) / both) / 2 - linear) / (2 * relative)
        else:
            image = np.sinh(bent * np.sqrt(relative)) * np.sqrt(additive / relative)
        return image / (1 - min(self.relative, 0.5) / 2)

    def _of(self, strength: float) -> tuple[float, float, float]:
        # A law without a relative part is a straight line: asinh of very little.
        least = 1e-6 if self.linear else 1e-9
        parts = max(self.additive, ROUNDING), max(self.relative, least), self.linear
        additive, relative, linear = (strength**2 * part for part in parts)
        return additive, relative, linear


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
    return _fitted(x, variance) if x.size else NoiseLaw(ROUNDING, 0.0)


def of_channels(image: Real) -> NoiseLaw:
    """The law of the noise that every channel of a picture (H, W, 3) has for itself: it is what they differ by.

    Nothing of the scan is in the differences, so that also the faintest noise is found.  The law is that of a channel;
    the mean of three has a third of it.
    """
    height, width = (size - size % BLOCK for size in image.shape[:2])
    if not height or not width:
        return NoiseLaw(ROUNDING, 0.0)
    brightness = _blocks(image.mean(2), height, width) ** 2
    # The mean over the pairs of half the squared difference is the variance, for every pixel by itself.
    apart = _blocks(image.var(2, ddof=1), height, width)
    order = np.argsort(brightness)
    parts = [part for part in np.array_split(order, BINS) if len(part) and brightness[part].mean() > 0]
    if not parts:
        return NoiseLaw(ROUNDING, 0.0)
    return _fitted(
        np.array([brightness[part].mean() for part in parts]), np.array([apart[part].mean() for part in parts])
    )


def _fitted(x: Real, variance: Real) -> NoiseLaw:
    """The law through variances at squared brightnesses ``x``; with a linear part where that explains much more."""
    # Bright bins have large variances; each counts by its relative error, and one that found next to nothing among
    # others that found much counts no more than they.
    weight = 1 / (np.maximum(variance, np.median(variance / x) * x / 2) + ROUNDING + 1e-3 * x)
    parts = np.stack([np.ones_like(x), x, np.sqrt(x)], axis=1) * weight[:, None]

    def fit(count: int) -> tuple[NoiseLaw, float]:
        law, miss = NoiseLaw(ROUNDING, 0.0), 0.0
        left = np.ones_like(x)
        for _ in range(ROUNDS):
            found, miss = optimize.nnls(parts[:, :count] * left[:, None], variance * weight)
            law = NoiseLaw(max(float(found[0]), ROUNDING), *(float(value) for value in found[1:]))
            left = law.left(np.sqrt(x))
        return law, float(miss)

    (simple, miss), (full, less) = fit(2), fit(3)
    return full if full.linear and less < EXPLAINS * miss else simple


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
