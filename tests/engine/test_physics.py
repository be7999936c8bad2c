"""Wires and cysts: the widths and contrasts that are written down are those that were drawn."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest

from ussr_engine.benchmark.physics import Object, contrast, pairs, phantoms, table, widths
from ussr_engine.benchmark.scaling import exponent, truth
from ussr_engine.phantom import phantom
from ussr_engine.scan import Scan, Spacing
from ussr_engine.speckle import DYNAMIC_RANGE_DB, axial_fwhm, lateral_fwhm

FWHM = 2 * np.sqrt(2 * np.log(2))


def point(axial_sigma: float, lateral_sigma: float, spacing: Spacing) -> Scan:
    """A log-compressed Gaussian in the middle of 6 × 6 mm."""
    rows = (np.arange(round(6 / spacing.axial)) + 0.5) * spacing.axial - 3
    columns = (np.arange(round(6 / spacing.lateral)) + 0.5) * spacing.lateral - 3
    db = -20 / np.log(10) * ((rows[:, None] / axial_sigma) ** 2 + (columns / lateral_sigma) ** 2) / 2
    return Scan(np.clip(1 + db / DYNAMIC_RANGE_DB, 0, 1).astype(np.float32), spacing)


@pytest.mark.parametrize("spacing", [Spacing(0.02, 0.03), Spacing(0.05, 0.05)])
def test_the_width_of_a_gaussian_point_is_2_355_deviations_along_each_axis(spacing: Spacing) -> None:
    axial, lateral = widths(point(0.15, 0.3, spacing), (3.1, 2.9))
    assert axial == pytest.approx(FWHM * 0.15, rel=0.03)
    assert lateral == pytest.approx(FWHM * 0.3, rel=0.03)


def test_the_phantoms_wires_have_the_width_of_its_point_spread_function() -> None:
    made = phantom(0)
    found = np.array([widths(made.scan, wire) for wire in made.wires])
    known = np.array([(axial_fwhm(depth), lateral_fwhm(depth)) for depth, _ in made.wires])
    there = np.isfinite(found).all(1)
    assert there.sum() >= 3
    assert np.median(found[there] / known[there], axis=0) == pytest.approx([1, 1], abs=0.2)


def test_a_place_outside_the_picture_has_no_width() -> None:
    assert np.isnan(widths(point(0.15, 0.3, Spacing(0.05, 0.05)), (30.0, 3.0))).all()


def test_contrast_is_that_of_the_distributions_in_disc_and_ring() -> None:
    chance = np.random.default_rng(0)
    spacing = Spacing(0.02, 0.02)
    rows, columns = ((np.arange(500) + 0.5) * 0.02 - 5 for _ in range(2))
    inside = np.hypot(rows[:, None], columns) < 2
    for apart, overlap in ((0.0, 1.0), (0.2, 0.0455), (0.1, 0.3173)):
        image = 0.5 + 0.05 * chance.standard_normal((500, 500)) - np.where(inside, apart, 0)
        assert contrast(Scan(image.astype(np.float32), spacing), (5.0, 5.0, 2.0)) == pytest.approx(
            1 - overlap, abs=0.03
        )


def test_a_table_has_a_line_for_every_picture_and_counts_points_that_all_show() -> None:
    sharp, wide = (point(0.1 * factor, 0.2 * factor, Spacing(0.02, 0.02)) for factor in (1, 2))
    lines = table([Object("gel", {"sharp": sharp, "wide": wide}, ((3.0, 3.0), (90.0, 3.0)), ())]).splitlines()
    assert len(lines) == 4
    for line, name, factor in zip(lines[2:], ("sharp", "wide"), (1, 2), strict=True):
        _, whose, picture, axial, lateral, points, *_ = (part.strip() for part in line.split("|"))
        assert (whose, picture, points) == ("gel", name, "1")
        assert [float(axial), float(lateral)] == pytest.approx([FWHM * 0.1 * factor, FWHM * 0.2 * factor], rel=0.02)


def test_pairs_are_read_with_their_places(tmp_path: Path) -> None:
    h5py = pytest.importorskip("h5py")
    envelope = 10 ** ((point(0.4, 0.6, Spacing(0.15, 0.15)).image.astype(np.float64) - 1) * 3)
    with h5py.File(tmp_path / "das_1_gel.hdf5", "w") as file:
        data = file.create_group("US/US_DATASET0000")
        data["data/real"] = np.stack([envelope.T, envelope.T])
        data["number_plane_waves"] = np.array([1, 75])
        axis = ((np.arange(40) + 0.5) * 0.15 - 3) / 1e3
        data["scan/z_axis"], data["scan/x_axis"] = axis + 0.02, axis
    with h5py.File(tmp_path / "phantom_1_gel.hdf5", "w") as file:
        known = file.create_group("US/US_DATASET0000")
        known["phantom_zPts"], known["phantom_xPts"] = np.array([0.02]), np.array([0.0])
        for name in ("CenterZ", "CenterX", "Diameter"):
            known[f"phantom_occlusion{name}"] = np.array([0.0])
    (made,) = pairs(tmp_path, "bicubic")
    assert (made.points, made.cysts) == (((pytest.approx(3.0), pytest.approx(3.0)),), ())
    for scan in made.pictures.values():
        assert widths(scan, made.points[0]) == pytest.approx((FWHM * 0.4, FWHM * 0.6), rel=0.05)


def test_the_phantoms_are_compared_with_their_truths() -> None:
    first = next(phantoms("exact"))
    assert list(first.pictures) == ["scan", "scan, bicubic ×2", "scan, exact ×2", "truth"]
    assert len({scan.image.shape for scan in first.pictures.values()}) == 2


def test_the_power_of_growth_is_read_off_sizes_and_seconds() -> None:
    assert exponent([1, 4, 16], [2, 16, 128]) == pytest.approx(1.5)
    assert truth(0.25).shape == (504, 504)
    assert truth(1.0).shape == (1008, 1008)
