"""How far a picture is from the truth (PSNR, SSIM: 8-bit luma, all pixels, as in every table) and from its scan."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import numpy as np
import numpy.typing as npt

from ussr_engine.errors import BadRequest
from ussr_engine.result import Scores
from ussr_engine.scan import Image, luma

Levels = npt.NDArray[np.uint8]
WINDOW = 7
"""Side of the uniform window of SSIM, scikit-image's default."""


def to_levels(image: npt.NDArray[np.floating[Any]]) -> Levels:
    """8-bit levels of a picture in [0, 1]: clipped, times 255, halves rounded up."""
    levels: Levels = np.floor(np.clip(image, 0, 1) * 255 + 0.5).astype(np.uint8)
    return levels


def psnr(reference: npt.NDArray[Any], image: npt.NDArray[Any], *, data_range: float) -> float:
    """Peak signal-to-noise ratio in dB over all pixels; inf for identical pictures.

    ``data_range`` is the distance from black to white: 255 for 8-bit levels, 1 for [0, 1].
    """
    _comparable(reference, image)
    error = np.mean((reference.astype(np.float64) - image.astype(np.float64)) ** 2)
    return float("inf") if error == 0 else float(10 * np.log10(data_range**2 / error))


def ssim(reference: npt.NDArray[Any], image: npt.NDArray[Any], *, data_range: float) -> float:
    """Mean structural similarity of two grey pictures (H, W), in [-1, 1].

    scikit-image's defaults: 7 × 7 uniform window, K1 = 0.01, K2 = 0.03, unbiased covariance (Wang et al., IEEE TIP
    13(4), 2004).  ``data_range`` as in `psnr`.
    """
    from skimage.metrics import structural_similarity

    _comparable(reference, image)
    if min(reference.shape) < WINDOW:
        raise BadRequest(
            f"SSIM needs at least {WINDOW} pixels a side; these pictures have {_size(reference)}.",
            "Measure a larger picture.",
        )
    return float(structural_similarity(reference, image, data_range=data_range))


def measure(
    reference: Image,
    image: Image,
    lpips: Callable[[Levels, Levels], float] | None = None,
    lpips_reason: str = "",
) -> Scores:
    """Score a picture against the truth.

    Parameters
    ----------
    reference, image : (H, W) or (H, W, 3)
        In [0, 1], of one size; compared as 8-bit BT.601 luma, all pixels.
    lpips : callable, optional
        `ussr_engine.perceptual.lpips_alex`'s measure; where it raises BadRequest, that is the reason kept.
    lpips_reason : str
        Why there is none, kept in the scores.

    Raises
    ------
    BadRequest
        For pictures of different sizes or under 7 pixels a side, and for levels where [0, 1] is meant.
    """
    for picture in (reference, image):
        if not np.issubdtype(picture.dtype, np.floating):
            raise BadRequest(
                f"A picture to be measured holds real numbers from 0 to 1; this one holds {picture.dtype}.",
                "Divide its levels by the largest one first.",
            )
    _comparable(reference, image)
    truth, result = to_levels(luma(reference)), to_levels(luma(image))
    similarity = ssim(truth, result, data_range=255)
    distance = None
    if lpips is not None:
        try:
            distance, lpips_reason = lpips(truth, result), ""
        except BadRequest as too_small:
            lpips_reason = str(too_small)
    return Scores(psnr(truth, result, data_range=255), similarity, distance, lpips_reason)


def consistency(scan: Image, image: Image) -> float:
    """How far a picture, shrunk back to the size of its scan, is from that scan: RMS in grey levels, 0 to 255.

    Needs no truth.  One yardstick for all methods: BT.601 luma, shrunk by antialiased cubic convolution (`resize`)
    whatever blur a method assumes, not rounded.  0 says that the picture explains every pixel of the scan, its noise
    included; so a method that takes noise out is farther away, and detail that shrinks to nothing is not seen at all.

    Parameters
    ----------
    scan : (h, w) or (h, w, 3)
        In [0, 1].
    image : (H, W) or (H, W, 3)
        In [0, 1], the same field of view; any size.
    """
    from ussr_engine.imaging.resize import resize

    shrunk = resize(luma(image), shape=(scan.shape[0], scan.shape[1]))
    error = np.clip(shrunk, 0, 1).astype(np.float64) - luma(scan)
    return float(255 * np.sqrt(np.mean(np.square(error))))


def _comparable(reference: npt.NDArray[Any], image: npt.NDArray[Any]) -> None:
    if np.issubdtype(reference.dtype, np.floating) != np.issubdtype(image.dtype, np.floating):
        raise BadRequest(
            f"The reference holds {reference.dtype}, the picture {image.dtype}.",
            "Compare levels with levels, or real numbers with real numbers.",
        )
    if reference.shape[:2] != image.shape[:2]:
        raise BadRequest(
            f"The reference has {_size(reference)}, the picture {_size(image)}.",
            "Compare pictures of the same size; none is resized to fit.",
        )


def _size(image: npt.NDArray[Any]) -> str:
    return f"{image.shape[1]} × {image.shape[0]} pixels"
