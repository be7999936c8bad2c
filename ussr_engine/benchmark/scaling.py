"""Times a method on larger and larger scans: ``python -m ussr_engine.benchmark.scaling``.

Processor seconds, the most memory over that of the idle program, and the power of the pixels with which the seconds
grow.  Every size runs in a process of its own on one thread, on the built-in phantom laid out in mirrored squares.
"""

from __future__ import annotations

import argparse
import json
import math
import subprocess
import sys
import tempfile
from collections.abc import Sequence
from pathlib import Path

import numpy as np

from ussr_engine.degradations.study import degrade
from ussr_engine.device import choose
from ussr_engine.events import Finished
from ussr_engine.methods import plan_for
from ussr_engine.phantom import phantom
from ussr_engine.scan import Image, Scan
from ussr_engine.train import Surroundings, train

SQUARE = 512
"""Side of the phantom in pixels."""
STEP = 24
"""Pixels of which the sides of a truth are multiples, so that every scale divides them."""


def truth(megapixels: float) -> Image:
    """A square picture of about so many million pixels: the phantom and its mirror images in turn."""
    side = max(STEP, round(math.sqrt(megapixels * 1e6) / STEP) * STEP)
    square = phantom(0, width=SQUARE, height=SQUARE).scan.image
    beyond = [(0, max(0, side - size)) for size in square.shape]
    return np.pad(square, beyond, mode="symmetric")[:side, :side]


def measure(path: Path, method: str, scale: int) -> dict[str, float]:
    """Enlarge the scan in a NumPy file; (processor) seconds of the method, and its bytes over those of idle."""
    scan = Scan(np.load(path, allow_pickle=False))
    # What the first run loads and keeps is no cost of a larger scan.
    for _ in train(Scan(scan.image[:64, :64].copy()), plan_for(method, scale), Surroundings(choose("cpu", 1))):
        pass
    idle = peak()
    *_, last = train(scan, plan_for(method, scale), Surroundings(choose("cpu", 1)))
    assert isinstance(last, Finished)
    return {"cpu_seconds": last.result.cpu_seconds, "seconds": last.result.seconds, "bytes": peak() - idle}


def peak() -> int:
    """Most bytes this process ever held; 0 where the system does not tell it of this process alone, as Linux does."""
    try:
        lines = Path("/proc/self/status").read_text(encoding="ascii").splitlines()
    except OSError:
        return 0
    (most,) = (line.split()[1] for line in lines if line.startswith("VmHWM:"))
    return int(most) * 1024


def exponent(pixels: Sequence[float], seconds: Sequence[float]) -> float:
    """The power of the pixels with which the seconds grow, from the least to the most."""
    return float(np.polyfit(np.log(pixels), np.log(seconds), 1)[0])


def main() -> None:
    """Print a line for every size, then the exponent."""
    asked = argparse.ArgumentParser(description=__doc__)
    asked.add_argument("--method", default="simreg", metavar="ID")
    asked.add_argument("--scale", type=int, default=2)
    asked.add_argument("--degradations", default="1,3", metavar="N", help="Methods of the study (1,3)")
    asked.add_argument("--megapixels", default="0.25,1,4,16", metavar="M", help="of the result (0.25,1,4,16)")
    asked.add_argument("--one", help=argparse.SUPPRESS)
    options = asked.parse_args()
    if options.one:
        sys.stdout.write(json.dumps(measure(Path(options.one), options.method, options.scale)))
        return
    sizes = [float(size) for size in options.megapixels.split(",")]
    for degradation in (int(number) for number in options.degradations.split(",")):
        sys.stdout.write(f"{options.method} ×{options.scale}, Method {degradation}\n")
        pixels, seconds = [], []
        for size in sizes:
            fine = truth(size)
            with tempfile.TemporaryDirectory() as folder:
                path = Path(folder) / "scan.npy"
                np.save(path, degrade(Scan(fine), degradation, options.scale).image)
                command = [sys.executable, "-m", __spec__.name, "--one", str(path), "--method", options.method]
                command += ["--scale", str(options.scale)]
                found = json.loads(subprocess.run(command, check=True, capture_output=True, text=True).stdout)
            pixels.append(fine.size)
            seconds.append(found["cpu_seconds"])
            sys.stdout.write(
                f"{fine.size / 1e6:8.2f} megapixels {found['cpu_seconds']:9.2f} CPU-s {found['seconds']:9.2f} s wall "
                f"{found['bytes'] / 2**20:8.0f} MB\n"
            )
            sys.stdout.flush()
        if len(sizes) > 1:
            sys.stdout.write(f"seconds grow with pixels to the power {exponent(pixels, seconds):.2f}\n")


if __name__ == "__main__":
    main()
