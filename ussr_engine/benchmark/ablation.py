"""What in the study's Model 1 makes it win: ``python -m ussr_engine.benchmark.ablation FOLDER -o OUT.csv``.

Three things are varied, all else alike: the network (ZSSR's, or Model 1's with its wavelet), the noise of the sons it
learns from (none, the study's Gaussian of 30 levels, speckle as strong as the test's; half of the noisy sons are not
shrunk, as in the study), and back-projection of the result (none, or ZSSR's ten passes).  One training serves both
answers of the last question.  Said again, the command goes on where it stopped.
"""

from __future__ import annotations

import argparse
import csv
import dataclasses
import sys
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from itertools import product
from pathlib import Path

import numpy as np
import torch

from ussr_engine.benchmark import judging
from ussr_engine.benchmark.subjects import found, loaded
from ussr_engine.degradations.blur import Blur
from ussr_engine.degradations.blur import Options as BlurOptions
from ussr_engine.degradations.study import VARIANCE, degrade
from ussr_engine.device import Device, choose
from ussr_engine.events import Finished
from ussr_engine.files.atomic import replaced
from ussr_engine.imaging import patches
from ussr_engine.imaging.backprojection import backproject
from ussr_engine.knobs import Value, turned
from ussr_engine.methods import plan_for
from ussr_engine.plan import Choice, Enlargement, Plan
from ussr_engine.registry import BACKBONES
from ussr_engine.scan import Scan, luma
from ussr_engine.train import Surroundings, train

SCALE, PASSES = 2, 10
NETWORKS: dict[str, tuple[str, dict[str, Value]]] = {
    "plain": ("zssr", {}),
    "wavelet": ("wavelet_unet", {"interpolation": "cubic"}),
}
"""ZSSR's eight layers, and Model 1's network above the same interpolation: name and knobs."""
SONS = {
    "none": patches.Options(),
    "gaussian": patches.Options(noise=30 / 255, identity=0.5),
    "speckle": patches.Options(speckle=VARIANCE, identity=0.5),
}


@dataclass(frozen=True)
class Row:
    """A training and what it gave, once as it is and once back-projected; bicubic for comparison.  PSNR in dB."""

    group: str
    name: str
    degradation: int
    network: str
    sons: str
    bicubic_psnr: float
    bicubic_ssim: float
    psnr: float
    ssim: float
    projected_psnr: float
    projected_ssim: float
    cpu_seconds: float

    @property
    def key(self) -> tuple[str, ...]:
        """What decides the row."""
        return (self.group, self.name, str(self.degradation), self.network, self.sons)


def plan_of(network: str, sons: str, steps: int) -> Plan:
    """Model 1's training of a network on sons with such noise; ZSSR's crops and antialiased shrinking."""
    name, knobs = NETWORKS[network]
    kept = {name: getattr(SONS[sons], name) for name in ("noise", "speckle", "identity")}
    base = plan_for("model1", SCALE, {"steps": steps})
    return dataclasses.replace(
        base,
        backbone=Choice(name, turned(BACKBONES[name].options(), knobs)),
        degradation=Choice("blur", BlurOptions()),
        patches=patches.Options(as_is=0.0, whole_pixels=1.0, **kept),
        enlargement=Enlargement(stages="one jump", ensemble=1, backprojection="off"),
    )


def trained(truth: Scan, coarse: Scan, told: Mapping[str, str], steps: int, device: Device) -> Row:
    """Train once and measure both answers."""
    plan = plan_of(told["network"], told["sons"], steps)
    *_, last = train(coarse, plan, Surroundings(device))
    assert isinstance(last, Finished)
    blur, shape = Blur(BlurOptions()), (coarse.height, coarse.width)
    scan, sr = (torch.from_numpy(one.image.copy())[None, None] for one in (coarse, last.result.sr))
    projected = backproject(sr, scan, lambda fine: blur(fine, shape, SCALE), PASSES, SCALE)
    *_, plain = train(coarse, plan_for("bicubic", SCALE), Surroundings(device))
    assert isinstance(plain, Finished)
    pictures = (plain.result.sr.image, last.result.sr.image, projected[0, 0].numpy())
    figures = [judging.clean(truth.image, np.asarray(picture, np.float32)) for picture in pictures]
    bicubic, asis, both = ((measures.psnr, measures.ssim) for measures in figures)
    what = (told["group"], told["name"], int(told["degradation"]), told["network"], told["sons"])
    return Row(*what, *bicubic, *asis, *both, last.result.cpu_seconds)


def middle(scan: Scan, side: int) -> Scan:
    """The middle of a scan in grey, at most ``side`` pixels a side, whole multiples of 8."""
    grey = luma(scan.image)
    top, left = (max(0, (size - side) // 2) for size in grey.shape)
    return Scan(grey[top : top + side, left : left + side], name=scan.name).cropped(8)


def read(path: Path) -> list[Row]:
    """Rows of an earlier sitting."""
    if not path.exists():
        return []
    with path.open(encoding="utf-8", newline="") as file:
        kinds = {field.name: {"str": str, "int": int, "float": float}[str(field.type)] for field in _fields()}
        return [Row(**{name: kinds[name](word) for name, word in line.items()}) for line in csv.DictReader(file)]


def write(path: Path, rows: list[Row]) -> None:
    """All rows, whole or not at all."""
    with replaced(path) as temporary, temporary.open("w", encoding="utf-8", newline="") as file:
        writer = csv.DictWriter(file, [field.name for field in _fields()])
        writer.writeheader()
        writer.writerows(dataclasses.asdict(row) for row in rows)


def _fields() -> tuple[dataclasses.Field[object], ...]:
    return dataclasses.fields(Row)


def table(rows: list[Row]) -> Iterator[str]:
    """Lines of the summary: means over scans, gain over bicubic in dB and SSIM."""
    yield "| Method | network | sons' noise | as it is | back-projected | n |"
    yield "|---|---|---|---|---|---|"
    for degradation, network, sons in product(sorted({row.degradation for row in rows}), NETWORKS, SONS):
        here = [row for row in rows if (row.degradation, row.network, row.sons) == (degradation, network, sons)]
        if here:
            cells = [
                f"{np.mean([getattr(row, f'{kind}psnr') - row.bicubic_psnr for row in here]):+.2f} / "
                f"{np.mean([getattr(row, f'{kind}ssim') - row.bicubic_ssim for row in here]):+.4f}"
                for kind in ("", "projected_")
            ]
            yield f"| {degradation} | {network} | {sons} | {cells[0]} | {cells[1]} | {len(here)} |"


def main() -> None:
    """Train what is not there yet, then print the means."""
    asked = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    asked.add_argument("folders", nargs="+", metavar="FOLDER")
    asked.add_argument("-o", "--out", type=Path, required=True, help="a .csv")
    asked.add_argument("--degradations", default="1,3", help="Methods of the study (1,3)")
    asked.add_argument("--steps", type=int, default=400, help="of every training (400)")
    asked.add_argument("--side", type=int, default=256, help="pixels a side of the scans' middles (256)")
    asked.add_argument("--seed", type=int, default=0, help="of the test's noise (0)")
    options = asked.parse_args()
    search = found(options.folders, None)
    while True:
        try:
            sys.stderr.write(f"{next(search)}\n")
        except StopIteration as end:
            subjects = end.value
            break
    rows, device = read(options.out), choose("cpu", threads=1)
    done = {row.key for row in rows}
    degradations = [int(word) for word in options.degradations.split(",")]
    for subject, degradation in product(subjects, degradations):
        truth = middle(loaded(subject), options.side)
        coarse = degrade(truth, degradation, SCALE, seed=options.seed)
        for network, sons in product(NETWORKS, SONS):
            key = (subject.group, subject.name, str(degradation), network, sons)
            if key in done:
                continue
            told = dict(zip(("group", "name", "degradation", "network", "sons"), key, strict=True))
            rows.append(trained(truth, coarse, told, options.steps, device))
            write(options.out, rows)
            sys.stderr.write(f"{rows[-1]}\n")
    sys.stdout.write("\n".join(table(rows)) + "\n")


if __name__ == "__main__":
    main()
