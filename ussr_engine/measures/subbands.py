"""Wavelet sub-bands of a picture, as one mosaic and as energies."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt
import pywt

from ussr_engine.errors import BadRequest
from ussr_engine.scan import Image

WAVELETS = ("haar", "db2", "db4", "sym4", "bior4.4")
DETAILS = (("horizontal", "across depth"), ("vertical", "across the beam"), ("diagonal", "both"))
"""Detail bands in PyWavelets' order: what lines they show, and in which direction they differ."""


@dataclass(frozen=True, eq=False)
class Subbands:
    """Coefficients of a picture.

    Attributes
    ----------
    mosaic : (H, W) float32
        Coarsest approximation at the upper left, around it the details of each level, finest outermost.
    energies : mapping
        Sum of squares of each band by name ("approximation", "horizontal 1", ...), level 1 the finest.
    """

    mosaic: npt.NDArray[np.float32]
    energies: dict[str, float]
    corner: tuple[int, int]
    """Rows and columns of the approximation in the mosaic."""


def subbands(image: Image, wavelet: str = "haar", levels: int = 1) -> Subbands:
    """Decompose a grey picture (H, W).

    Periodised, so that each level halves the sides and, for an orthogonal wavelet and sides divisible by 2^levels,
    the energies add up to that of the picture (Mallat, IEEE TPAMI 11(7), 1989).  Odd sides are extended by one.

    Raises
    ------
    BadRequest
        For a wavelet that is not in `WAVELETS`, or more levels than the picture has sides for.
    """
    if wavelet not in WAVELETS:
        raise BadRequest(f"No wavelet is named {wavelet!r}.", f"Choose one of {', '.join(WAVELETS)}.")
    most = int(np.log2(max(min(image.shape), 1)))
    if not 1 <= levels <= most:
        raise BadRequest(f"{levels} levels do not fit {image.shape[1]} × {image.shape[0]} pixels.", f"At most {most}.")
    parts = pywt.wavedec2(image.astype(np.float64), wavelet, mode="periodization", level=levels)
    mosaic, _ = pywt.coeffs_to_array(parts)
    energies = {"approximation": float(np.sum(parts[0] ** 2))}
    for level, details in zip(range(levels, 0, -1), parts[1:], strict=True):
        for (name, _), band in zip(DETAILS, details, strict=True):
            energies[f"{name} {level}"] = float(np.sum(band**2))
    return Subbands(mosaic.astype(np.float32), energies, parts[0].shape)
