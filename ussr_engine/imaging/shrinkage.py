"""Wavelet shrinkage: noise taken out of a picture by shrinking its fine coefficients."""

from __future__ import annotations

import math

import numpy as np
import pywt
import torch
from torch import Tensor

from ussr_engine.imaging.resize import Real

LEVELS = 3
"""Levels of the transform; coarser structure is left alone."""


def shrunk(image: Tensor, wavelet: str = "sym4") -> Tensor:
    """Denoise by BayesShrink: soft thresholds sigma² / sigma_x for every band.

    The noise is taken to be white; its sigma is the median of the finest diagonal coefficients / 0.6745.  Chang, Yu,
    Vetterli, Adaptive Wavelet Thresholding for Image Denoising and Compression, IEEE TIP 2000.

    Parameters
    ----------
    image : (N, C, H, W)
        In [0, 1].

    Returns
    -------
    (N, C, H, W)
        Clipped to [0, 1], on the same device.
    """
    pictures = image.detach().cpu().double().numpy()
    cleaned = np.empty_like(pictures)
    levels = min(LEVELS, pywt.dwtn_max_level(pictures.shape[2:], wavelet))
    for index in np.ndindex(pictures.shape[:2]):
        coarse, *details = pywt.wavedec2(pictures[index], wavelet, mode="symmetric", level=levels)
        if not details:
            cleaned[index] = pictures[index]
            continue
        variance = (np.median(np.abs(details[-1][2])) / 0.6745) ** 2
        kept = [tuple(_soft(band, variance) for band in bands) for bands in details]
        rebuilt = pywt.waverec2([coarse, *kept], wavelet, mode="symmetric")
        cleaned[index] = rebuilt[: pictures.shape[2], : pictures.shape[3]]
    return torch.from_numpy(cleaned).to(image.dtype).clamp(0, 1).to(image.device)


def _soft(band: Real, variance: float) -> Real:
    signal = math.sqrt(max(float(np.mean(band**2)) - variance, 0.0))
    if signal == 0:
        return np.zeros_like(band) if variance else band
    soft: Real = np.sign(band) * np.maximum(np.abs(band) - variance / signal, 0)
    return soft
