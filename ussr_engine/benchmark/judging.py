"""How a result is measured: by this program's protocol, and by the study's with all its oddities.

The study (Y. Thapliyal, McGill 2021) read pictures as RGB, cropped nothing, squeezed a result of another size by
bilinear interpolation without saying so, took PSNR over three channels, SSIM as the mean over channels, and gave LPIPS
levels from 0 to 255 where the network expects [-1, 1].
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import numpy as np
import torch
from torch import Tensor
from torch.nn.functional import interpolate

from ussr_engine.errors import BadRequest
from ussr_engine.metrics import WINDOW, Levels, measure, to_levels
from ussr_engine.perceptual import SMALLEST, available, lpips_alex, lpips_network
from ussr_engine.scan import Image

IMAGENET = ((0.485, 0.456, 0.406), (0.229, 0.224, 0.225))
"""Mean and deviation of the channels that AlexNet was trained on."""


@dataclass(frozen=True, slots=True)
class Measures:
    """Figures of one result, as in ``Row``."""

    psnr: float
    ssim: float
    lpips: float | None
    lpips_reason: str
    alex5: float | None = None
    resized: str = ""


def clean(reference: Image, image: Image, weights: str | None = None) -> Measures:
    """`metrics.measure`: 8-bit luma, all pixels, LPIPS as its authors meant it."""
    reason = available(weights)
    scores = measure(reference, image, None if reason else lpips_alex(weights), reason)
    return Measures(scores.psnr, scores.ssim, scores.lpips, scores.lpips_reason)


def study(reference: Image, image: Image, weights: str | None = None) -> Measures:
    """Measure as the study did; pictures may differ in size.

    Raises
    ------
    BadRequest
        For references under 7 pixels a side.
    """
    truth, result = rgb(reference), rgb(image)
    if min(truth.shape[:2]) < WINDOW:
        raise BadRequest(f"SSIM needs at least {WINDOW} pixels a side.", "Measure a larger picture.")
    resized = ""
    if truth.shape != result.shape:
        resized = f"{result.shape[1]} × {result.shape[0]} to {truth.shape[1]} × {truth.shape[0]}"
        result = squeezed(result, truth.shape[0], truth.shape[1])
    from skimage.metrics import structural_similarity

    similarity = float(structural_similarity(truth, result, data_range=255, channel_axis=-1))
    reason = available(weights)
    if not reason and min(truth.shape[:2]) < SMALLEST:
        reason = f"LPIPS needs at least {SMALLEST} pixels a side."
    if reason:
        return Measures(opencv_psnr(truth, result), similarity, None, reason, None, resized)
    network = lpips_network(weights)
    with torch.inference_mode():
        distance = float(network(_tensor(truth), _tensor(result)))
    return Measures(opencv_psnr(truth, result), similarity, distance, "", alex5(network, truth, result), resized)


def rgb(image: Image) -> Levels:
    """(H, W) or (H, W, 3) in [0, 1] to (H, W, 3) levels."""
    levels = to_levels(image)
    return np.repeat(levels[..., None], 3, axis=2) if levels.ndim == 2 else levels


def squeezed(levels: Levels, height: int, width: int) -> Levels:
    """Bilinear at half-pixel centres without antialiasing, as OpenCV's ``resize`` does it by default."""
    pixels = torch.from_numpy(levels.astype(np.float32)).permute(2, 0, 1)[None]
    resized = interpolate(pixels, (height, width), mode="bilinear", align_corners=False)
    rounded: Levels = np.floor(resized[0].permute(1, 2, 0).numpy() + 0.5).astype(np.uint8)
    return rounded


def opencv_psnr(reference: Levels, image: Levels) -> float:
    """PSNR over all channels in dB as OpenCV computes it: identical pictures have 361.20 dB, not infinity."""
    deviation = np.sqrt(np.mean((reference.astype(np.float64) - image.astype(np.float64)) ** 2))
    return float(20 * np.log10(255 / (deviation + np.finfo(np.float64).eps)))


def alex5(network: Any, reference: Levels, image: Levels) -> float:  # noqa: ANN401 - the package has no types
    """The study's printed formula: the fifth layer's squared differences, summed over channels, mean over its W × H."""
    mean, deviation = (torch.tensor(values)[None, :, None, None] for values in IMAGENET)
    with torch.inference_mode():
        ours, theirs = (network.net((_tensor(levels) / 255 - mean) / deviation)[4] for levels in (reference, image))
        return float(((ours - theirs) ** 2).sum(1).mean())


def _tensor(levels: Levels) -> Tensor:
    return torch.from_numpy(levels.astype(np.float32)).permute(2, 0, 1)[None]
