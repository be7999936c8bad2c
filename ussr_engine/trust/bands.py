"""What a method adds to interpolation, in three bands that sum to it: coarse, middle and fine detail.

The bands are those of an undecimated wavelet transform with the 9/7 filters (CDF 9/7, "bior4.4"), so that a band can
be turned down without a grid showing, at any size.  Fine is every octave that the scan's own pixels cannot hold,
middle the octave below, coarse the rest.
"""

from __future__ import annotations

import math
from functools import cached_property, lru_cache

import numpy as np
import numpy.typing as npt
import pywt
from scipy.ndimage import correlate1d

from ussr_engine.scan import Image

WAVELET = "bior4.4"


def octaves(scale: float) -> int:
    """Octaves above the scan's own finest one in a picture ``scale`` times finer; at least one."""
    return max(1, math.ceil(math.log2(scale) - 1e-9))


@lru_cache(maxsize=8)
def _smoother(level: int) -> npt.NDArray[np.float32]:
    """Analysis and synthesis low-pass of one level in one symmetric kernel of sum 1, with holes from level 2 on."""
    wavelet = pywt.Wavelet(WAVELET)
    both = np.trim_zeros(np.convolve(wavelet.dec_lo, wavelet.rec_lo).round(12)) / 2
    gap = 2 ** (level - 1)
    kernel = np.zeros((both.size - 1) * gap + 1)
    kernel[::gap] = both
    return kernel.astype(np.float32)


def smoothed(image: Image, level: int) -> Image:
    """The approximation of ``level`` made of that of the level before: (H, W) or (H, W, 3), borders mirrored."""
    kernel = _smoother(level)
    rows = correlate1d(image, kernel, axis=0, mode="reflect")
    both: Image = correlate1d(rows, kernel, axis=1, mode="reflect")
    return both


class Bands:
    """The difference of a picture from interpolation, (H, W) or (H, W, 3), split when first asked for."""

    def __init__(self, difference: Image, scale: float) -> None:
        self.whole = difference
        self._octaves = octaves(scale)

    @cached_property
    def below_fine(self) -> Image:
        """Coarse and middle together."""
        image = self.whole
        for level in range(1, self._octaves + 1):
            image = smoothed(image, level)
        return image

    @cached_property
    def coarse(self) -> Image:
        """What changes over more than two pixels of the scan."""
        return smoothed(self.below_fine, self._octaves + 1)

    @property
    def middle(self) -> Image:
        """The finest octave that the scan's pixels hold."""
        return self.below_fine - self.coarse

    @property
    def fine(self) -> Image:
        """What is finer than the scan's pixels."""
        return self.whole - self.below_fine
