"""What enlarging does to wires and cysts: ``python -m ussr_engine.benchmark.physics FOLDER``.

Widths of points and contrast of cysts whose places are known, on a poor picture as it is, enlarged by bicubic and by a
method, and on a better picture of the same object.  FOLDER holds pairs of PICMUS (Liebgott et al., IEEE IUS 2016):
``das_*.hdf5`` with envelopes of 1 to 75 plane waves and ``phantom_*.hdf5`` with the places; h5py reads them
(``python -m pip install 'ussr[physics]'``).  Without FOLDER only the built-in phantom is measured.
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np

from ussr_engine.degradations.study import degrade
from ussr_engine.device import choose
from ussr_engine.errors import BadRequest
from ussr_engine.events import Finished
from ussr_engine.measures.contrast import gcnr
from ussr_engine.measures.resolution import fwhm
from ussr_engine.methods import plan_for
from ussr_engine.phantom import phantom
from ussr_engine.scan import Image, Scan, Spacing
from ussr_engine.speckle import DYNAMIC_RANGE_DB
from ussr_engine.train import Surroundings, train

SCALE = 2
NEAR, ALONG = 0.6, 2.0
"""Millimetres around a point's place in which its peak is looked for, and to either side of it that are read."""
INSIDE, OUTSIDE = 0.8, (1.1, 1.4)
"""Radius of the disc and of the ring that are compared, in radii of a cyst."""
PHANTOMS = range(4)
"""Seeds of the built-in phantom."""

Places = tuple[tuple[float, float], ...]


@dataclass(frozen=True, eq=False)
class Object:
    """Pictures of one object by what they are called, and where its points and cysts lie.

    Places are (axial, lateral) in millimetres from the upper left edge of every picture; a cyst has a radius besides.
    """

    name: str
    pictures: Mapping[str, Scan]
    points: Places
    cysts: tuple[tuple[float, float, float], ...]


def widths(scan: Scan, place: tuple[float, float]) -> tuple[float, float]:
    """Axial and lateral width at half the amplitude of the point at a place, in millimetres; NaN without a point."""
    assert scan.spacing
    steps = scan.spacing.axial, scan.spacing.lateral
    amplitude = 10 ** ((scan.image.astype(np.float64) - 1) * DYNAMIC_RANGE_DB / 20)
    near = tuple(_span(at, NEAR, step, size) for at, step, size in zip(place, steps, amplitude.shape, strict=True))
    part = amplitude[near]
    if not part.size:
        return float("nan"), float("nan")
    found = np.unravel_index(int(part.argmax()), part.shape)
    row, column = (int(at + span.start) for at, span in zip(found, near, strict=True))
    down = _span((row + 0.5) * steps[0], ALONG, steps[0], amplitude.shape[0])
    across = _span((column + 0.5) * steps[1], ALONG, steps[1], amplitude.shape[1])
    return fwhm(amplitude[down, column], steps[0], floor=0.0), fwhm(amplitude[row, across], steps[1], floor=0.0)


def _span(at: float, beyond: float, step: float, size: int) -> slice:
    return slice(max(0, int((at - beyond) / step)), min(size, int((at + beyond) / step) + 1))


def contrast(scan: Scan, cyst: tuple[float, float, float]) -> float:
    """Generalised contrast-to-noise ratio of a cyst (axial, lateral, radius in millimetres)."""
    assert scan.spacing
    axial, lateral, radius = cyst
    rows = (np.arange(scan.height) + 0.5) * scan.spacing.axial - axial
    columns = (np.arange(scan.width) + 0.5) * scan.spacing.lateral - lateral
    away = np.hypot(rows[:, None], columns[None]) / radius
    disc, ring = away < INSIDE, (away > OUTSIDE[0]) & (away < OUTSIDE[1])
    # As many bins on every grid: the measure grows with them.
    return gcnr(scan.image[disc], scan.image[ring], bins=64)


def enlarged(scan: Scan, method: str) -> Scan:
    """The scan by a method."""
    *_, last = train(scan, plan_for(method, SCALE), Surroundings(choose("cpu", 1)))
    assert isinstance(last, Finished)
    return last.result.sr


def beside(poor: str, scan: Scan, good: str, better: Scan, method: str) -> dict[str, Scan]:
    """The pictures to be compared, by name."""
    names = "bicubic", method
    made = {f"{poor}, {name} ×{SCALE}": enlarged(scan, name) for name in names}
    return {poor: scan, **made, good: better}


def pairs(folder: Path, method: str) -> Iterator[Object]:
    """Objects of PICMUS, one for each ``das_*.hdf5``."""
    try:
        import h5py
    except ImportError as error:
        raise BadRequest("The pairs of PICMUS are HDF5.", "python -m pip install 'ussr[physics]'") from error
    for path in sorted(folder.glob("das_*.hdf5")):
        title = path.stem.removeprefix("das_")
        with h5py.File(path) as file, h5py.File(folder / f"phantom_{title}.hdf5") as truth:
            data, known = file["US/US_DATASET0000"], truth["US/US_DATASET0000"]
            z, x = (np.asarray(data[f"scan/{axis}_axis"], np.float64) * 1e3 for axis in "zx")
            # Written by MATLAB: columns come first.
            envelopes, waves = (
                np.asarray(data["data/real"]).transpose(0, 2, 1),
                np.asarray(data["number_plane_waves"], int),
            )
            spacing = Spacing(axial=float(np.ptp(z)) / (len(z) - 1), lateral=float(np.ptp(x)) / (len(x) - 1))
            edge = z[0] - spacing.axial / 2, x[0] - spacing.lateral / 2
            points = _places(known, "Pts", "", edge)
            cysts = _places(known, "occlusionCenter", "occlusionDiameter", edge)
        scans = [Scan(_compressed(envelope), spacing, bits=8, name=title) for envelope in envelopes]
        few, many = f"{waves[0]} plane wave", f"{waves[-1]} plane waves"
        if cysts:  # its one point is in the middle of speckle
            points = ()
        made = beside(few, scans[0], many, scans[-1], method)
        yield Object(title, made, tuple((z, x) for z, x, _ in points), cysts)


def _places(
    known: Any,  # noqa: ANN401 - a group of h5py, which has no types
    what: str,
    size: str,
    edge: tuple[float, float],
) -> tuple[tuple[float, float, float], ...]:
    names = ("zPts", "xPts") if what == "Pts" else (f"{what}Z", f"{what}X")
    axial, lateral = (np.asarray(known[f"phantom_{name}"], np.float64).ravel() * 1e3 for name in names)
    diameters = np.asarray(known[f"phantom_{size}"], np.float64).ravel() * 1e3 if size else np.ones_like(axial)
    found = zip(axial - edge[0], lateral - edge[1], diameters / 2, strict=True)
    return tuple((float(z), float(x), float(radius)) for z, x, radius in found if radius > 0)


def _compressed(envelope: Image) -> Image:
    grey = 1 + 20 * np.log10(np.maximum(envelope / envelope.max(), 1e-9)) / DYNAMIC_RANGE_DB
    levels: Image = (np.round(np.clip(grey, 0, 1) * 255) / 255).astype(np.float32)
    return levels


def phantoms(method: str) -> Iterator[Object]:
    """The built-in phantom, made coarser and then noisy by the study's Methods 1 and 3."""
    for degradation in (1, 3):
        for seed in PHANTOMS:
            made = phantom(seed)
            scan = degrade(made.scan, degradation, SCALE, seed=seed)
            cysts = tuple((cyst.axial_mm, cyst.lateral_mm, cyst.radius_mm) for cyst in made.cysts)
            pictures = beside("scan", scan, "truth", made.scan, method)
            yield Object(f"phantom, Method {degradation}", pictures, made.wires, cysts)


def table(objects: list[Object]) -> str:
    """Means over points and cysts, by object and picture; a point counts where it has a width in every picture."""
    lines = ["| object | picture | axial width mm | lateral width mm | points | gCNR | cysts |", "|---" * 7 + "|"]
    for name in dict.fromkeys(one.name for one in objects):
        mine = [one for one in objects if one.name == name]
        titles = list(mine[0].pictures)
        sizes = np.array([[widths(one.pictures[t], at) for t in titles] for one in mine for at in one.points])
        sizes = sizes.reshape(-1, len(titles), 2)
        sizes = sizes[np.isfinite(sizes).all((1, 2))]
        clear = np.array([[contrast(one.pictures[t], at) for t in titles] for one in mine for at in one.cysts])
        clear = clear.reshape(-1, len(titles))
        for index, title in enumerate(titles):
            axial, lateral = (f"{value:.3f}" for value in sizes[:, index].mean(0)) if len(sizes) else ("–", "–")
            told = f"{clear[:, index].mean():.3f}" if len(clear) else "–"
            lines.append(f"| {name} | {title} | {axial} | {lateral} | {len(sizes)} | {told} | {len(clear)} |")
    return "\n".join(lines)


def main() -> None:
    """Print the table."""
    asked = argparse.ArgumentParser(description=__doc__)
    asked.add_argument("folder", nargs="?", metavar="FOLDER", help="pairs of PICMUS")
    asked.add_argument("--method", default="simreg", metavar="ID")
    options = asked.parse_args()
    objects = list(pairs(Path(options.folder), options.method)) if options.folder else []
    sys.stdout.write(table([*objects, *phantoms(options.method)]) + "\n")


if __name__ == "__main__":
    main()
