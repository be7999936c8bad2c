"""What JPEG did to a scan: its quality, read from the scan itself, and the same done to another picture.

JPEG rounds the cosine transform of every block of 8 × 8 pixels to multiples of a table, whose strength is the quality.
Where the coefficients of a picture lie on such multiples, it went through that table.
"""

from __future__ import annotations

import io

import numpy as np
import numpy.typing as npt
from PIL import Image as Pillow
from scipy import fft

from ussr_engine.imaging.resize import Real
from ussr_engine.scan import Image

SIDE = 8
TABLE = np.array(
    [
        [16, 11, 10, 16, 24, 40, 51, 61],
        [12, 12, 14, 19, 26, 58, 60, 55],
        [14, 13, 16, 24, 40, 57, 69, 56],
        [14, 17, 22, 29, 51, 87, 80, 62],
        [18, 22, 37, 56, 68, 109, 103, 77],
        [24, 35, 55, 64, 81, 104, 113, 92],
        [49, 64, 78, 87, 103, 121, 120, 101],
        [72, 92, 95, 98, 112, 100, 103, 99],
    ]
)
"""Of luminance at quality 50 (ITU-T T.81, annex K), as the Independent JPEG Group's library scales it."""
QUALITIES = range(30, 98)
"""Above, the table's steps are hardly coarser than grey values."""
COARSE = 3
"""Grey values from which a step shows through the rounding of pixels."""
LARGEST = 128
"""Blocks a side that are looked through, in the middle."""
BLOCKS = 600
"""Blocks that are looked at, those of most detail."""
FEWEST = 60
"""Coefficients that must not have been rounded to 0."""
SURE = 0.55
"""Mean cosine of the coefficients' phase between two multiples, 1 for exact ones, from which JPEG is believed."""


def table(quality: int) -> npt.NDArray[np.int64]:
    """(8, 8) steps of a quality of 1 to 100."""
    percent = 5000 // quality if quality < 50 else 200 - 2 * quality
    return np.asarray(np.clip((TABLE * percent + 50) // 100, 1, 255))


def quality_of(image: Real) -> int:
    """The quality of the JPEG file a picture (H, W) in [0, 1] was last kept in, 0 where there was none.

    The blocks must lie where the file had them: a picture cropped by other than whole blocks hides its past.
    """
    first = [max(0, size // SIDE - LARGEST) // 2 * SIDE for size in image.shape]
    height, width = (min(size // SIDE, LARGEST) * SIDE for size in image.shape)
    levels = image[first[0] : first[0] + height, first[1] : first[1] + width] * 255 - 128
    blocks = levels.reshape(height // SIDE, SIDE, width // SIDE, SIDE).transpose(0, 2, 1, 3).reshape(-1, SIDE, SIDE)
    if not len(blocks):
        return 0
    lively = np.argsort(-blocks.var((1, 2)), kind="stable")[:BLOCKS]
    coefficients = fft.dctn(blocks[lively], axes=(1, 2), norm="ortho")
    scores = {quality: _score(coefficients, table(quality)) for quality in QUALITIES}
    best = max(scores, key=lambda quality: scores[quality])
    return best if scores[best] >= SURE else 0


def _score(coefficients: Real, steps: npt.NDArray[np.int64]) -> float:
    wide = steps >= COARSE
    wide[0, 0] = False
    told, spacing = coefficients[:, wide], steps[wide]
    kept = np.abs(told) > spacing / 2
    if kept.sum() < FEWEST:
        return 0.0
    return float(np.cos(2 * np.pi * (told / spacing)[kept]).mean())


def compressed(image: npt.NDArray[np.floating], quality: int) -> Image:
    """What a JPEG file of that quality gives back of a picture (H, W), clipped and rounded to 8 bits."""
    levels = np.floor(np.clip(image, 0, 1) * 255 + 0.5).astype(np.uint8)
    file = io.BytesIO()
    Pillow.fromarray(levels).save(file, "JPEG", quality=quality)
    return np.asarray(Pillow.open(file)).astype(np.float32) / np.float32(255)
