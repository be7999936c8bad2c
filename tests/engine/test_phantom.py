"""The phantom's truth: wires where they are said to be, blur that grows with depth, speckle as theory has it."""

from __future__ import annotations

import numpy as np
import pytest

from ussr_engine.anatomy import Cyst
from ussr_engine.errors import BadRequest
from ussr_engine.phantom import Phantom, phantom
from ussr_engine.scan import Spacing
from ussr_engine.speckle import axial_fwhm, lateral_fwhm


def centre(sample: Phantom, row: int, column: int) -> tuple[float, float]:
    spacing = sample.scan.spacing
    return (row + 0.5) * spacing.axial, (column + 0.5) * spacing.lateral


def peak_near(sample: Phantom, wire: tuple[float, float]) -> tuple[int, int]:
    spacing = sample.scan.spacing
    row, column = round(wire[0] / spacing.axial - 0.5), round(wire[1] / spacing.lateral - 0.5)
    window = sample.envelope[row - 4 : row + 5, column - 4 : column + 5]
    found = np.unravel_index(window.argmax(), window.shape)
    return row - 4 + int(found[0]), column - 4 + int(found[1])


def width_at_half(profile: np.ndarray, step: float) -> float:
    """Full width at half maximum around the largest sample, linearly interpolated."""
    peak = int(profile.argmax())
    half = profile[peak] / 2
    left, right = peak, peak
    while profile[left] > half:
        left -= 1
    while profile[right] > half:
        right += 1
    rising = (half - profile[left]) / (profile[left + 1] - profile[left])
    falling = (half - profile[right]) / (profile[right - 1] - profile[right])
    return (right - falling - left - rising) * step


def inside(sample: Phantom, cyst: Cyst, shrink: float) -> np.ndarray:
    rows, columns = np.indices(sample.envelope.shape)
    axial, lateral = centre(sample, rows, columns)
    return np.hypot(axial - cyst.axial_mm, lateral - cyst.lateral_mm) < cyst.radius_mm - shrink


def around(sample: Phantom, cyst: Cyst) -> np.ndarray:
    rows, columns = np.indices(sample.envelope.shape)
    axial, lateral = centre(sample, rows, columns)
    distance = np.hypot(axial - cyst.axial_mm, lateral - cyst.lateral_mm) - cyst.radius_mm
    return (distance > 0.5) & (distance < 1.5) & (axial < cyst.axial_mm)


@pytest.mark.parametrize("seed", range(6))
def test_every_wire_is_brightest_within_a_pixel_of_where_it_is_said_to_be(seed: int):
    sample = phantom(seed)
    for wire in sample.wires:
        axial, lateral = centre(sample, *peak_near(sample, wire))
        assert abs(axial - wire[0]) <= sample.scan.spacing.axial
        assert abs(lateral - wire[1]) <= sample.scan.spacing.lateral


@pytest.mark.parametrize("seed", range(3))
def test_wires_stand_out_of_their_surroundings_in_the_picture(seed: int):
    sample = phantom(seed)
    for wire in sample.wires:
        row, column = peak_near(sample, wire)
        surroundings = sample.scan.image[row - 12 : row + 13, column - 18 : column + 19]
        assert sample.scan.image[row, column] > np.quantile(surroundings, 0.97)
        assert sample.scan.image[row, column] > 0.7


def test_points_blur_with_depth_as_the_point_spread_function_says():
    fine = Spacing(axial=0.05, lateral=0.0475)
    measured = {}
    for seed in range(2):
        sample = phantom(seed, width=800, height=640, spacing=fine)
        for wire in sample.wires:
            row, column = peak_near(sample, wire)
            lateral = width_at_half(sample.envelope[row, column - 40 : column + 41].astype(float), fine.lateral)
            axial = width_at_half(sample.envelope[row - 20 : row + 21, column].astype(float), fine.axial)
            assert lateral == pytest.approx(lateral_fwhm(wire[0]), rel=0.12)
            assert axial == pytest.approx(axial_fwhm(wire[0]), rel=0.12)
            measured[wire[0]] = lateral
    shallow, deep = min(measured), max(measured)
    assert measured[deep] > 1.5 * measured[shallow]


@pytest.mark.parametrize("seed", range(5))
def test_cysts_are_darker_or_brighter_by_about_their_contrast(seed: int):
    sample = phantom(seed)
    power = sample.envelope.astype(float) ** 2
    for cyst in sample.cysts:
        contrast_db = 10 * np.log10(power[inside(sample, cyst, 0.5)].mean() / power[around(sample, cyst)].mean())
        assert np.sign(contrast_db) == np.sign(cyst.contrast_db)
        if cyst.contrast_db > -30:
            assert contrast_db == pytest.approx(cyst.contrast_db, abs=6)
        else:
            assert contrast_db < -18


def test_the_lumen_is_black_and_both_walls_are_bright():
    sample = phantom(2)
    spacing = sample.scan.spacing
    for column in range(20, sample.scan.width - 20, 40):
        lateral = (column + 0.5) * spacing.lateral
        middle = float(sample.vessel.centre(np.array(lateral), sample.scan.width * spacing.lateral))
        if any(abs(wire[1] - lateral) < 1.5 and abs(wire[0] - middle) < 1 for wire in sample.wires):
            continue
        grey = sample.scan.image[:, column - 2 : column + 3].mean(axis=1)
        row, radius = round(middle / spacing.axial), round(sample.vessel.radius_mm / spacing.axial)
        assert grey[row - radius // 2 : row + radius // 2].mean() < 0.05
        assert grey[row - radius - 14 : row - radius].max() > 0.3
        assert grey[row + radius : row + radius + 14].max() > 0.4


def test_speckle_in_uniform_tissue_is_rayleigh_distributed():
    ratios = []
    for seed in range(8):
        sample = phantom(seed)
        bright = next(cyst for cyst in sample.cysts if cyst.contrast_db > 0)
        values = sample.envelope[inside(sample, bright, 0.4)]
        ratios.append(values.mean() / values.std())
    # Rayleigh: sqrt(pi / (4 - pi)) = 1.913; a lesion holds about a hundred independent speckles.
    assert np.mean(ratios) == pytest.approx(1.913, abs=0.12)


def test_tissue_behind_fluid_is_brighter_than_beside_it():
    gains = []
    for seed in range(6):
        sample = phantom(seed)
        fluid = next(cyst for cyst in sample.cysts if cyst.contrast_db < -30)
        row = round((fluid.axial_mm + fluid.radius_mm + 0.6) / sample.scan.spacing.axial)
        column = round(fluid.lateral_mm / sample.scan.spacing.lateral)
        reach = round(0.5 * fluid.radius_mm / sample.scan.spacing.lateral)
        band = sample.envelope[row : row + 18].astype(float) ** 2
        behind = band[:, column - reach : column + reach].mean()
        beside = band[:, column + 3 * reach : column + 5 * reach].mean()
        gains.append(10 * np.log10(behind / beside))
    assert np.mean(gains) > 2


def test_the_same_seed_gives_the_same_bits_and_another_seed_another_scan():
    one, again, other = phantom(5), phantom(5), phantom(6)
    assert one.scan.image.tobytes() == again.scan.image.tobytes()
    assert one.envelope.tobytes() == again.envelope.tobytes()
    assert (one.wires, one.cysts) == (again.wires, again.cysts)
    assert (one.scan.image != other.scan.image).mean() > 0.5
    assert one.wires != other.wires


def test_the_picture_has_8_bits_and_the_grey_levels_of_real_scans():
    for seed in range(4):
        levels = phantom(seed).scan.image.astype(np.float64) * 255
        assert np.abs(levels - np.round(levels)).max() < 1e-4
        # Carotid and breast scans have mean levels of 13 ... 105 and rms levels of 29 ... 119 of 255.
        assert 13 < levels.mean() < 105
        assert 29 < np.sqrt((levels**2).mean()) < 119


@pytest.mark.parametrize(("width", "height"), [(64, 64), (96, 80), (401, 319), (640, 200)])
def test_any_size_has_its_truth_inside_the_picture(width: int, height: int):
    sample = phantom(1, width=width, height=height)
    depth, breadth = height * sample.scan.spacing.axial, width * sample.scan.spacing.lateral
    assert sample.scan.image.shape == (height, width)
    assert all(0 < axial < depth and 0 < lateral < breadth for axial, lateral in sample.wires)
    assert all(0 < cyst.axial_mm < depth and 0 < cyst.lateral_mm < breadth for cyst in sample.cysts)


@pytest.mark.parametrize("wrong", [{"seed": -1}, {"width": 63}, {"height": 0}])
def test_an_impossible_phantom_is_refused_in_words(wrong: dict[str, int]):
    with pytest.raises(BadRequest, match="64 pixels a side"):
        phantom(**wrong)
