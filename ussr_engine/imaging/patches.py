"""Training samples cut from the scan itself: fathers by mirroring, turning and warping, sons by the degradation.

Shocher, Cohen, Irani, "Zero-Shot" Super-Resolution using Deep Internal Learning, CVPR 2018, section 3.2.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass
from typing import NamedTuple

import numpy as np
import torch
from torch import Tensor

from ussr_engine.imaging.noise import cleaned, estimated
from ussr_engine.knobs import knob
from ussr_engine.protocols import Degradation, Pair


@dataclass(frozen=True)
class Options:
    """Knobs of the sampler: what ``whole``, ``as_is`` and ``whole_pixels`` leave of the fathers is warped."""

    crop: int = knob(64, 16, 512, unit="px", says="side of a father; 128 in the paper, at four times the cost a step")
    turns: bool = knob(True, says="fathers are mirrored and turned by 90°; off keeps depth pointing down")
    as_is: float = knob(0.05, 0.0, 1.0, says="share of fathers that are plain crops", advanced=True)
    whole_pixels: float = knob(0.45, 0.0, 1.0, says="share of fathers mirrored and turned only", advanced=True)
    smallest: float = knob(0.5, 0.1, 1.0, says="warped fathers are shrunk down to this scale", advanced=True)
    stretch: float = knob(0.25, 0.0, 0.5, says="spread of the difference between both axes' scales", advanced=True)
    shear: float = knob(0.1, 0.0, 0.5, says="spread of the shear of warped fathers", advanced=True)
    noise: float = knob(0.0, 0.0, 0.5, says="Gaussian noise added to sons, 1 = white", advanced=True)
    speckle: float = knob(0.0, 0.0, 0.3, says="variance of the noise sons are multiplied with", advanced=True)
    whole: float = knob(0.0, 0.0, 1.0, says="share of fathers that are the whole scan", advanced=True)
    identity: float = knob(0.0, 0.0, 1.0, says="share of sons that are not shrunk, only noisy", advanced=True)
    denoising: bool = knob(False, says="fathers are cut from the scan cleaned by wavelets", advanced=True)


class Source(NamedTuple):
    """A picture fathers are cut from: (1, C, H, W) in [0, 1], ``scale`` times as fine as the scan."""

    scale: float
    image: Tensor


class Patches:
    """An endless supply of pairs; ``chance`` alone decides them, so equal states give equal pairs.

    Parameters
    ----------
    sources : sequence of Source
        The scan (scale 1) and results of earlier stages, coarse to fine.
    degradation : Degradation
        Makes sons.
    scale : float
        What the network will be asked for.
    chance : numpy.random.Generator
        The only source of randomness.
    """

    def __init__(
        self,
        sources: Sequence[Source],
        degradation: Degradation,
        scale: float,
        options: Options,
        chance: np.random.Generator,
    ) -> None:
        if options.denoising:
            sources = tuple(Source(source.scale, denoised(source.image)) for source in sources)
        self.sources = sources
        self.degradation = degradation
        self.scale = scale
        self.options = options
        self.chance = chance

    def draw(self) -> Pair:
        """One pair, (1, C, H, W) each; the father's sides are clamped to the source and filled to whole sons."""
        father = self._father()
        height, width = father.shape[-2:]
        shape = (math.ceil(height / self.scale), math.ceil(width / self.scale))
        same = self.options.identity > 0 and self.chance.random() < self.options.identity
        son = father if same else self.degradation(father, shape, self.scale)
        if self.options.speckle:
            half = math.sqrt(3 * self.options.speckle)  # uniform, as the study's test sets have it
            grain = self.chance.uniform(-half, half, tuple(son.shape)).astype(np.float32)
            son = son * (1 + torch.from_numpy(grain).to(son.device))
        if self.options.noise:
            noise = self.chance.standard_normal(tuple(son.shape), np.float32) * np.float32(self.options.noise)
            son = son + torch.from_numpy(noise).to(son.device)
        return Pair(son.clamp(0, 1), father, 1.0 if same else self.scale)

    def _father(self) -> Tensor:
        kind = self.chance.random() - self.options.whole
        if kind < 0:
            image = self._source(1.0).image
            height, width = self._sides(image, None)
            return image[..., :height, :width]
        if kind < self.options.as_is:
            return self._cut(self.sources[0].image, turned=False)
        if kind < self.options.as_is + self.options.whole_pixels:
            return self._cut(self._source(1.0).image, turned=self.options.turns)
        return self._warped()

    def _source(self, scale: float) -> Source:
        return next((source for source in self.sources if source.scale >= scale - 1e-9), self.sources[-1])

    def _sides(self, image: Tensor, crop: int | None) -> tuple[int, int]:
        """Sides of a father: the crop, or what the source has, in whole multiples of the scale where it is whole."""
        step = int(self.scale) if self.scale == int(self.scale) else 1
        height, width = (side if crop is None else min(crop, side) for side in image.shape[-2:])
        return max(step, height // step * step), max(step, width // step * step)

    def _cut(self, image: Tensor, *, turned: bool) -> Tensor:
        height, width = self._sides(image, self.options.crop)
        top = int(self.chance.integers(image.shape[-2] - height + 1))
        left = int(self.chance.integers(image.shape[-1] - width + 1))
        father = image[..., top : top + height, left : left + width]
        if turned:
            quarter, mirrored = int(self.chance.integers(4)), bool(self.chance.integers(2))
            father = torch.rot90(father, quarter, (-2, -1))
            father = father.flip(-1) if mirrored else father
        return father

    def _warped(self) -> Tensor:
        """A father seen through a random affine map, mirrored at the borders of its source.

        The originals fill what lies outside with black, which teaches the network edges that no scan has.
        """
        options, chance = self.options, self.chance
        finest = self.sources[-1].scale
        scale = chance.uniform(options.smallest, max(finest, options.smallest))
        source = self._source(scale)
        mirror = -1.0 if options.turns and chance.random() < 0.5 else 1.0
        difference = chance.normal(0.0, options.stretch)
        angle = chance.uniform(0.0, 2 * np.pi) if options.turns else 0.0
        shear_x, shear_y = chance.normal(0.0, options.shear, 2)
        relative = scale / source.scale
        zoom_x = max((scale + difference / 2) / source.scale, 0.1 * relative) * mirror
        zoom_y = max((scale - difference / 2) / source.scale, 0.1 * relative)
        turn = np.array([[math.cos(angle), -math.sin(angle)], [math.sin(angle), math.cos(angle)]])
        forward = np.array([[1.0, shear_x], [shear_y, 1.0]]) @ turn @ np.diag([zoom_x, zoom_y])

        rows, columns = source.image.shape[-2:]
        height, width = self._sides(source.image, self.options.crop)
        room = np.array([max(0.0, relative * columns - width), max(0.0, relative * rows - height)])
        offset = chance.random(2) * room
        # The window lies somewhere on the shrunken source, which is centred on its own middle.
        middle = np.array([max(relative * columns, width), max(relative * rows, height)]) / 2
        return warp(source.image, np.linalg.inv(forward), offset - middle, (height, width))


def denoised(image: Tensor) -> Tensor:
    """The picture (1, C, H, W) without the noise that is estimated from it, in [0, 1]."""
    planes = image[0].cpu().double().numpy()
    laws = [estimated(plane) for plane in planes]
    clean = np.stack([cleaned(plane, law) if law.is_there else plane for plane, law in zip(planes, laws, strict=True)])
    return torch.from_numpy(clean)[None].to(image.dtype).clamp(0, 1).to(image.device)


def warp(image: Tensor, back: np.ndarray, corner: np.ndarray, shape: tuple[int, int]) -> Tensor:
    """Sample a picture through an affine map by cubic convolution (a = -0.5), mirrored at its borders.

    Parameters
    ----------
    image : Tensor
        (1, C, H, W).
    back : ndarray
        (2, 2) map from output to source, acting on (x, y) columns relative to both middles.
    corner : ndarray
        (x, y) of the output's top left corner relative to the middle, in output pixels.
    shape : tuple
        (rows, columns) of the output.

    Returns
    -------
    Tensor
        (1, C, *shape), clipped to [0, 1].
    """
    height, width = image.shape[-2:]
    rows, columns = shape
    device = image.device
    x = torch.arange(columns, device=device, dtype=torch.float32) + float(corner[0]) + 0.5
    y = torch.arange(rows, device=device, dtype=torch.float32) + float(corner[1]) + 0.5
    (a, b), (c, d) = back.tolist()
    at_x = (a * x[None, :] + b * y[:, None]) + (width / 2 - 0.5)
    at_y = (c * x[None, :] + d * y[:, None]) + (height / 2 - 0.5)
    flat = image.reshape(image.shape[1], height * width)
    weights_x, taps_x = _cubic_taps(at_x, width)
    weights_y, taps_y = _cubic_taps(at_y, height)
    warped = torch.zeros(image.shape[1], rows * columns, device=device)
    for weight_y, tap_y in zip(weights_y, taps_y, strict=True):
        for weight_x, tap_x in zip(weights_x, taps_x, strict=True):
            index = (tap_y * width + tap_x).reshape(-1)
            warped += flat[:, index] * (weight_y * weight_x).reshape(-1)
    return warped.reshape(1, image.shape[1], rows, columns).clamp_(0, 1)


def _cubic_taps(at: Tensor, size: int) -> tuple[list[Tensor], list[Tensor]]:
    """Weights and mirrored indices of the four neighbours of each position."""
    floor = at.floor()
    t = at - floor
    weights = [
        ((-0.5 * t + 1.0) * t - 0.5) * t,
        (1.5 * t - 2.5) * t * t + 1.0,
        ((-1.5 * t + 2.0) * t + 0.5) * t,
        (0.5 * t - 0.5) * t * t,
    ]
    first = floor.long() - 1
    taps = []
    for offset in range(4):
        folded = torch.remainder(first + offset, 2 * size)
        taps.append(torch.where(folded < size, folded, 2 * size - 1 - folded))
    return weights, taps
