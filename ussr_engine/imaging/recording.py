"""What a coarse picture goes through until it is a file: noise, rounding to 8 bits, perhaps JPEG."""

from __future__ import annotations

from dataclasses import dataclass, field

import numpy as np
import numpy.typing as npt

from ussr_engine.imaging.jpeg import compressed
from ussr_engine.imaging.noise import ROUNDING, NoiseLaw
from ussr_engine.scan import Image


@dataclass(frozen=True, slots=True)
class Recording:
    """Noise of a law, which rounding is a part of, and the quality of JPEG, 0 for none."""

    law: NoiseLaw = field(default_factory=lambda: NoiseLaw(ROUNDING, 0.0))
    quality: int = 0

    def of(self, image: npt.NDArray[np.floating], chance: np.random.Generator, share: float = 1.0) -> Image:
        """The picture (H, W) as the file holds it; ``share`` is the part of the noise's variance that is still to come.

        Uniform noise, as the study's is.
        """
        variance = np.maximum(self.law.variance(np.maximum(image, 0).astype(np.float64)) - ROUNDING, 0)
        noisy = image + np.sqrt(3 * share * variance) * chance.uniform(-1, 1, image.shape)
        return compressed(noisy, self.quality) if self.quality else rounded(noisy)


PLAIN = Recording()
"""Nothing but rounding."""


def rounded(image: npt.NDArray[np.floating]) -> Image:
    """Clipped and rounded to 8 bits."""
    levels: Image = np.floor(np.clip(image, 0, 1) * 255 + 0.5).astype(np.float32)
    return levels / np.float32(255)
