"""The degradations that a scan may have come through, as far as they are told apart."""

from __future__ import annotations

from dataclasses import dataclass

import numpy.typing as npt

from ussr_engine.degradations.diffusion import diffuse
from ussr_engine.imaging.resize import P
from ussr_engine.imaging.separable import Blur, Separable


@dataclass(frozen=True, slots=True)
class Candidate:
    """A degradation before its noise: a separable blur, then perhaps diffusion, which spares the edges.

    ``words`` complete the sentence "The scan was coarsened with ...".
    """

    name: str
    words: str
    blur: Blur
    diffused: bool = False

    def coarsened(self, fine: npt.NDArray[P], shape: tuple[int, int], scale: float) -> npt.NDArray[P]:
        """(H, W) to ``shape``, not clipped."""
        small = Separable((fine.shape[0], fine.shape[1]), shape, scale, self.blur).coarsened(fine)
        return diffuse(small) if self.diffused else small


def gaussian(axial: float, lateral: float | None = None) -> Candidate:
    """Lanczos-3 and a Gaussian of so many pixels of the scan."""
    lateral = axial if lateral is None else lateral
    if axial == lateral == 0:
        return Candidate("sharp", "no blur", Blur("lanczos3"))
    words = f"blur of about {axial:.1f} px" if axial == lateral else f"blur of about {axial:.1f} × {lateral:.1f} px"
    return Candidate(f"gauss {axial:g}", words, Blur("lanczos3", axial, lateral))


CUBIC = Candidate("cubic", "no more blur than shrinking needs", Blur("cubic"))
DIFFUSED = Candidate("diffused", "smoothing that spared the edges", Blur("lanczos3"), diffused=True)
SHARP, SOFT, SOFTER = gaussian(0.0), gaussian(0.6), gaussian(1.2)
CANDIDATES = (SHARP, SOFT, SOFTER, DIFFUSED)
"""Between which a noisy scan's grain decides."""
LEAN = 4.0
"""How much more than its probability no blur counts in a mixture: undoing a blur that was not there costs decibels,
not undoing one that was there tenths of them.
"""
METHODS = {1: CUBIC, 2: DIFFUSED, 3: SOFT}
"""The study's."""
