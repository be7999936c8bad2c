"""Training samples from many scans: pairs of files, or fine scans made coarse as the study's test sets were."""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import torch
from torch import Tensor

from ussr_engine.degradations.study import degrade
from ussr_engine.errors import BadRequest, EngineError
from ussr_engine.files import READABLE, read_scan
from ussr_engine.imaging.resize_torch import resize_tensor
from ussr_engine.knobs import knob
from ussr_engine.protocols import Pair
from ussr_engine.scan import Scan, luma

LEAST = 16
"""Smallest side of a coarse scan in pixels."""
SEEN = 96
"""Largest side of the piece of a coarse scan on which the network is checked: its middle."""


@dataclass(frozen=True)
class Options:
    """Knobs of the samples."""

    crop: int = knob(96, 16, 512, unit="px", says="side of a fine sample")
    batch: int = knob(4, 1, 64, says="samples a step")
    validation: float = knob(0.2, 0.01, 0.9, says="share of the scans that are only checked on, at least one")


@dataclass(frozen=True, eq=False)
class Example:
    """One scan: ``lr`` (1, 1, h, w) and ``hr`` (1, 1, H, W) in [0, 1], H = ``scale`` h."""

    name: str
    lr: Tensor
    hr: Tensor


def examples(
    folder: Path, scale: int, degradation: int, lr_folder: Path | None, seed: int
) -> Iterator[Example | EngineError]:
    """Every scan of a folder with its coarse counterpart; a file that is of no use comes out as the reason why.

    Parameters
    ----------
    folder : Path
        Fine scans.
    degradation : int
        Method 1, 2 or 3 of the study, by which they are made coarse, each with its own noise ...
    lr_folder : Path or None
        ... unless coarse scans of the same names lie here.
    """
    for at, path in enumerate(scans_in(folder)):
        try:
            hr = _grey(path)
            if lr_folder is None:
                hr = hr.cropped(scale)
                lr = degrade(hr, degradation, scale, seed=seed + at)
            else:
                lr = _grey(_counterpart(path, lr_folder))
                if hr.image.shape != (lr.height * scale, lr.width * scale):
                    wanted = f"{lr.width * scale} × {lr.height * scale}"
                    raise BadRequest(f"{path.name} has {hr.width} × {hr.height} pixels; its coarse scan asks {wanted}.")
            if min(lr.height, lr.width) < LEAST:
                raise BadRequest(f"{path.name} is too small: its coarse scan has {lr.width} × {lr.height} pixels.")
        except EngineError as error:
            yield error
            continue
        yield Example(path.name, _tensor(lr), _tensor(hr))


def scans_in(folder: Path) -> list[Path]:
    """Files of a folder that a reader may know, by name."""
    if not folder.is_dir():
        raise BadRequest(f"There is no folder {folder}.")
    suffixes = {suffix for _, kinds in READABLE for suffix in kinds}
    return sorted(path for path in folder.iterdir() if path.is_file() and path.suffix.lower() in suffixes)


def split(found: Sequence[Example], share: float, seed: int) -> tuple[list[Example], list[Example]]:
    """(to learn from, to check on), by file, at random from the seed."""
    if len(found) < 2:
        raise BadRequest(
            f"{'Only one' if found else 'No'} usable scan was found; at least two are needed.",
            "One is kept aside to check on.",
        )
    order = np.random.default_rng(seed).permutation(len(found))
    count = min(len(found) - 1, max(1, round(share * len(found))))
    return [found[at] for at in sorted(order[count:])], [found[at] for at in sorted(order[:count])]


class Crops:
    """Batches of random crops, mirrored and turned; a supply of the loop."""

    def __init__(
        self, found: Sequence[Example], scale: int, options: Options, chance: np.random.Generator, device: torch.device
    ) -> None:
        self.found, self.scale, self.options = found, scale, options
        self.chance, self.device = chance, device
        smallest = min(min(one.lr.shape[2:]) for one in found)
        self.side = min(max(options.crop // scale, 4), smallest)

    def draw(self) -> Pair:
        """(N, 1, side, side) and (N, 1, scale side, scale side)."""
        drawn = [self._one() for _ in range(self.options.batch)]
        lr, hr = (torch.cat(part).to(self.device) for part in zip(*drawn, strict=True))
        return Pair(lr, hr, float(self.scale))

    def _one(self) -> tuple[Tensor, Tensor]:
        example = self.found[int(self.chance.integers(len(self.found)))]
        side, scale = self.side, self.scale
        top = int(self.chance.integers(example.lr.shape[2] - side + 1))
        left = int(self.chance.integers(example.lr.shape[3] - side + 1))
        quarter, mirrored = int(self.chance.integers(4)), bool(self.chance.integers(2))
        lr = example.lr[:, :, top : top + side, left : left + side]
        hr = example.hr[:, :, scale * top : scale * (top + side), scale * left : scale * (left + side)]
        turned = [torch.rot90(part, quarter, (2, 3)) for part in (lr, hr)]
        return (turned[0].flip(3), turned[1].flip(3)) if mirrored else (turned[0], turned[1])


def middles(found: Sequence[Example], scale: int) -> list[Pair]:
    """The middle of every scan, as large as a check needs."""
    cut = []
    for example in found:
        height, width = (min(SEEN, side) for side in example.lr.shape[2:])
        top, left = ((side - part) // 2 for side, part in zip(example.lr.shape[2:], (height, width), strict=True))
        lr = example.lr[:, :, top : top + height, left : left + width]
        hr = example.hr[:, :, scale * top : scale * (top + height), scale * left : scale * (left + width)]
        cut.append(Pair(lr, hr, float(scale)))
    return cut


def bicubic(pair: Pair) -> Tensor:
    """The coarse scan enlarged by interpolation."""
    return resize_tensor(pair.lr, scale=pair.scale, shape=(pair.hr.shape[2], pair.hr.shape[3])).clamp(0, 1)


def psnr(errors: Sequence[float]) -> float:
    """Mean in dB of mean squared errors, peak 1; identical pictures count as 100 dB."""
    return float(np.mean([10 * math.log10(1 / max(error, 1e-10)) for error in errors]))


def _grey(path: Path) -> Scan:
    scan = read_scan(path)
    return scan.with_image(luma(scan.image), 1) if scan.is_colour else scan


def _counterpart(path: Path, folder: Path) -> Path:
    if (folder / path.name).is_file():
        return folder / path.name
    for other in scans_in(folder):
        if other.stem == path.stem:
            return other
    raise BadRequest(f"{path.name} has no coarse counterpart of that name in {folder}.")


def _tensor(scan: Scan) -> Tensor:
    return torch.from_numpy(scan.image.astype(np.float32))[None, None]
