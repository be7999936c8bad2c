"""Degradations that no method was fitted to, drawn at random: ``python -m ussr_engine.benchmark.strangers FOLDER``.

An anisotropic Gaussian of 0.35 to 2.5 pixels of the scan, turned by any angle, then every second or fourth pixel
without antialiasing; then no noise, even noise or multiplicative noise of up to 15 percent; then, in half of the draws,
JPEG of quality 75 to 95.  Every draw takes a scan as the truth; SimReg is given the outcome and the scale, and once
more also the blur, a round one of the same area, so that what identification cost can be held against how sure it was.
"""

from __future__ import annotations

import argparse
import io
import math
import statistics
import sys
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from PIL import Image as Pillow
from scipy import signal

from ussr_engine.device import choose
from ussr_engine.events import Finished
from ussr_engine.files import read_scan
from ussr_engine.imaging.resize import Real
from ussr_engine.knobs import Value
from ussr_engine.methods import plan_for
from ussr_engine.metrics import measure, to_levels
from ussr_engine.scan import Scan, luma
from ussr_engine.train import Surroundings, train

NOISES = ("none", "even", "multiplicative")
WIDEST, SHARPEST, LOUDEST = 2.5, 0.35, 0.15
CUTOFF = 3.0
"""Standard deviations after which a Gaussian is cut off."""
SURE = 0.8
"""Confidence from which identification counts as sure."""


@dataclass(frozen=True)
class Stranger:
    """One draw: ``axial`` and ``lateral`` are standard deviations in pixels of the scan before the turn by ``angle``.

    ``level`` is the noise's standard deviation, of the full range or of the brightness; ``quality`` that of JPEG, or 0.
    """

    scale: int
    axial: float
    lateral: float
    angle: float
    noise: str
    level: float
    quality: int

    @classmethod
    def drawn(cls, index: int, chance: np.random.Generator) -> Stranger:
        """The draw of that number: noises, scales and JPEG take turns, the rest is chance."""
        axial, lateral = np.exp(chance.uniform(np.log(SHARPEST), np.log(WIDEST), 2))
        angle, noise = chance.uniform(0, np.pi), NOISES[index % len(NOISES)]
        level = chance.uniform(0, LOUDEST) if noise != "none" else 0.0
        quality = int(chance.integers(75, 96))
        pair = index // len(NOISES)
        return cls(2 + pair % 2 * 2, axial, lateral, angle, noise, level, quality if pair // 2 % 2 else 0)

    def coarsened(self, truth: Real, chance: np.random.Generator) -> Real:
        """(H, W), multiples of the scale, to (H / scale, W / scale), 8 bits."""
        reach = int(np.ceil(CUTOFF * WIDEST * self.scale))
        # Centres of coarse pixels lie between fine ones.
        places = np.arange(-reach, reach + self.scale) - (self.scale - 1) / 2
        down, along = np.meshgrid(places / self.scale, places / self.scale, indexing="ij")
        first = (np.cos(self.angle) * down + np.sin(self.angle) * along) / self.axial
        second = (np.cos(self.angle) * along - np.sin(self.angle) * down) / self.lateral
        kernel = np.exp(-(first**2 + second**2) / 2)
        around = np.pad(truth, ((reach, reach + self.scale - 1),) * 2, mode="symmetric")
        blurred = signal.fftconvolve(around, kernel[::-1, ::-1] / kernel.sum(), mode="valid")
        coarse = blurred[:: self.scale, :: self.scale]
        strength = self.level * (coarse if self.noise == "multiplicative" else 1.0)
        levels = to_levels(coarse + strength * chance.standard_normal(coarse.shape))
        return _compressed(levels, self.quality) / 255.0 if self.quality else levels / 255.0

    @property
    def words(self) -> str:
        """A line of the table."""
        blur = f"{self.axial:.2f} × {self.lateral:.2f} px at {np.degrees(self.angle):3.0f}°"
        jpeg = f"JPEG {self.quality}" if self.quality else "no JPEG"
        return f"×{self.scale} {blur}, {self.noise} {self.level:5.1%}, {jpeg}"


def _compressed(levels: np.ndarray, quality: int) -> np.ndarray:
    """What a JPEG file gives back."""
    file = io.BytesIO()
    Pillow.fromarray(levels).save(file, "JPEG", quality=quality)
    return np.asarray(Pillow.open(file))


@dataclass(frozen=True)
class Meeting:
    """PSNR of bicubic, of SimReg and of SimReg told the blur; whether it found noise, how sure it was, what it said."""

    bicubic: float
    blind: float
    told: float
    noisy: bool
    confidence: float
    words: str

    @property
    def gain(self) -> float:
        """Decibels over bicubic."""
        return self.blind - self.bicubic

    @property
    def missed(self) -> float:
        """Decibels that knowing the blur would have brought."""
        return self.told - self.blind


def met(stranger: Stranger, truth: Real, seed: int) -> Meeting:
    """Coarsen a truth (H, W) and enlarge it again."""
    chance = np.random.default_rng(seed)
    scan = Scan(stranger.coarsened(truth, chance).astype(np.float32))
    reference = Scan(truth.astype(np.float32))
    told: dict[str, Value] = {"degradation": "gaussian", "blur": math.sqrt(stranger.axial * stranger.lateral)}
    psnr, results = [], []
    for method, knobs in (("bicubic", {}), ("simreg", {}), ("simreg", told)):
        *_, last = train(scan, plan_for(method, stranger.scale, knobs), Surroundings(choose("cpu", 1)))
        assert isinstance(last, Finished)
        psnr.append(measure(reference.image, last.result.sr.image, lpips_reason="not wanted").psnr)
        results.append(last.result)
    evidence = results[1].evidence
    assert evidence
    found = evidence.identification
    bicubic, blind, known = psnr
    return Meeting(bicubic, blind, known, found.noisy, found.confidence, " ".join(results[1].notes))


def main() -> None:
    """Print every draw, then the mean and the worst of every noise, and what was missed by how sure it was."""
    asked = argparse.ArgumentParser(description=__doc__)
    asked.add_argument("folders", nargs="+", help="folders of scans, or single files")
    asked.add_argument("--draws", type=int, default=40)
    asked.add_argument("--seed", type=int, default=0)
    options = asked.parse_args()
    given = [Path(folder) for folder in options.folders]
    paths = [path for place in given for path in (sorted(place.iterdir()) if place.is_dir() else [place])]
    chance = np.random.default_rng(options.seed)
    order = chance.permutation(len(paths))
    gains: dict[str, list[float]] = {noise: [] for noise in NOISES}
    missed: dict[bool, list[float]] = {True: [], False: []}
    for index in range(options.draws):
        stranger = Stranger.drawn(index, chance)
        path = paths[order[index % len(paths)]]
        truth = luma(read_scan(path).cropped(8).image).astype(np.float64)
        meeting = met(stranger, truth, options.seed + index)
        gains[stranger.noise].append(meeting.gain)
        if meeting.noisy:
            missed[meeting.confidence >= SURE].append(meeting.missed)
        sys.stdout.write(
            f"{meeting.gain:+6.2f} dB over {meeting.bicubic:5.2f}, told {meeting.missed:+5.2f}  {stranger.words}  "
            f"{path.name}  {meeting.words}\n"
        )
        sys.stdout.flush()
    for noise, values in gains.items():
        sys.stdout.write(f"{noise:<15} mean {statistics.mean(values):+.2f}, worst {min(values):+.2f}\n")
    for sure, values in missed.items():
        if values:
            words = f"{'sure' if sure else 'not sure':<15} {len(values)} with noise, told the blur"
            sys.stdout.write(f"{words} {statistics.mean(values):+.2f}, most {max(values):+.2f}\n")


if __name__ == "__main__":
    main()
