"""Lengths, areas, masks and which millimetres hold, against hand-computed shapes and scikit-image."""

import numpy as np
import pytest
from skimage.draw import polygon2mask
from skimage.measure import profile_line

from ussr_engine.files import read_scan
from ussr_engine.measures.calibration import spacing_at
from ussr_engine.measures.geometry import angle, distance, ellipse_area, ellipse_mask, polygon_area, polygon_mask
from ussr_engine.measures.sampling import histogram, inside, line_profile, summary
from ussr_engine.scan import Region, Scan, Spacing, luma

SPACING = Spacing(axial=0.1, lateral=0.2)


def test_lengths_take_each_direction_with_its_own_millimetres():
    assert distance([(0, 0), (30, 40)], None) == pytest.approx(50)
    assert distance([(0, 0), (30, 40)], SPACING) == pytest.approx(np.hypot(6, 4))
    assert distance([(0, 0), (10, 0), (10, 10)], SPACING) == pytest.approx(3)


def test_an_angle_is_that_of_the_tissue_and_not_of_oblong_pixels():
    corner = [(10, 0), (0, 0), (10, 10)]
    assert angle(corner, None) == pytest.approx(45)
    assert angle(corner, SPACING) == pytest.approx(np.degrees(np.arctan(0.5)))
    assert angle([(1, 0), (0, 0), (-1, 0)], None) == pytest.approx(180)
    assert np.isnan(angle([(0, 0), (0, 0), (1, 1)], None))


def test_areas_of_a_triangle_and_an_ellipse():
    assert polygon_area([(0, 0), (10, 0), (0, 10)], SPACING) == pytest.approx(50 * 0.02)
    assert polygon_area([(0, 10), (10, 0), (0, 0)], None) == pytest.approx(50)
    assert ellipse_area([(10, 20), (0, 0)], SPACING) == pytest.approx(np.pi * 1 * 1)


@pytest.mark.parametrize("seed", range(5))
def test_a_polygon_holds_the_pixels_that_scikit_image_says(seed):
    chance = np.random.default_rng(seed)
    points = chance.uniform(-5, 65, (6, 2))
    expected = polygon2mask((50, 60), points[:, ::-1] - 0.5)
    assert np.count_nonzero(polygon_mask(points, (50, 60)) ^ expected) <= 1


def test_masks_hold_as_many_pixels_as_their_area_and_clip_at_the_border():
    assert ellipse_mask([(10, 10), (70, 50)], (60, 80)).sum() == pytest.approx(np.pi * 30 * 20, rel=0.005)
    assert ellipse_mask([(-10, -10), (10, 10)], (60, 80)).sum() == pytest.approx(np.pi * 100 / 4, rel=0.02)
    assert not ellipse_mask([(5, 5), (5, 9)], (60, 80)).any()
    assert polygon_mask([(10, 10), (20, 10), (20, 15), (10, 15)], (60, 80)).sum() == 50


def test_a_profile_agrees_with_scikit_image_and_knows_the_border():
    image = np.random.default_rng(0).random((40, 50), np.float32)
    ours = line_profile(image, (5.5, 3.5), (25.5, 3.5))
    theirs = profile_line(image, (3, 5), (3, 25), order=1, mode="nearest")
    assert ours[:: (len(ours) - 1) // 20] == pytest.approx(theirs)
    assert np.isnan(line_profile(image, (-5, 10), (5, 10))[0])


def test_a_ramp_along_a_slanted_line_is_read_exactly():
    rows, columns = np.mgrid[:40, :50]
    image = ((2 * (columns + 0.5) + 3 * (rows + 0.5)) / 300).astype(np.float32)
    values = line_profile(image, (4, 5), (30, 20))
    assert values == pytest.approx(np.linspace(8 + 15, 60 + 60, len(values)) / 300, abs=1e-6)


def test_a_summary_is_that_of_the_pixels_inside():
    image = np.zeros((10, 10), np.float32)
    image[2:4, 2:4] = [[0.1, 0.2], [0.3, 0.4]]
    found = summary(inside(image, polygon_mask([(2, 2), (4, 2), (4, 4), (2, 4)], image.shape)))
    assert (found.mean, found.sd) == pytest.approx((0.25, np.std([0.1, 0.2, 0.3, 0.4])))
    assert (found.low, found.high, found.count) == (pytest.approx(0.1), pytest.approx(0.4), 4)
    assert summary(np.empty(0)).count == 0


def test_a_histogram_is_of_shares():
    edges, shares = histogram(np.array([0.0, 0.0, 0.5, 1.0]), 2)
    assert edges.tolist() == [0, 0.5, 1]
    assert shares.tolist() == [0.5, 0.5]


def scan(spacing=None, regions=()):
    return Scan(np.zeros((100, 200), np.float32), spacing, regions=regions)


TISSUE = Region("2D", 10, 10, 60, 110, Spacing(0.1, 0.1))
FLOW = Region("colour flow", 20, 20, 40, 50, Spacing(0.3, 0.3))
TRACE = Region("spectral", 70, 10, 100, 110, None)


def test_a_region_that_holds_every_end_gives_the_millimetres_and_the_innermost_one_wins():
    ultrasound = scan(SPACING, (TISSUE, FLOW, TRACE))
    assert spacing_at(ultrasound, [(12, 12), (100, 55)]) == (TISSUE.spacing, "the 2D region")
    assert spacing_at(ultrasound, [(25, 25), (30, 30)])[0] == FLOW.spacing


@pytest.mark.parametrize(
    ("points", "words"),
    [
        ([(12, 12), (12, 80)], "leaves its region"),
        ([(150, 5), (160, 9)], "outside the calibrated regions"),
        ([(20, 75), (40, 80)], "spectral"),
    ],
)
def test_between_regions_outside_them_and_on_a_time_axis_there_are_no_millimetres(points, words):
    spacing, why = spacing_at(scan(SPACING, (TISSUE, TRACE)), points)
    assert spacing is None
    assert words in why


def test_without_regions_the_pictures_own_millimetres_hold_or_none():
    assert spacing_at(scan(SPACING), [(0, 0), (9, 9)])[0] == SPACING
    assert spacing_at(scan(), [(0, 0), (9, 9)])[0] is None


def test_a_distance_is_the_one_that_the_scanner_itself_measured(data):
    """Burnt into this picture is a caliper of the scanner, two plus signs, and its reading: 1.06 cm."""
    ultrasound = read_scan(str(data / "dicom" / "OBXXXX1A.dcm"))
    ends = [(460, 291), (499, 302)]
    grey = luma(ultrasound.image)
    for column, row in ends:
        assert min(grey[row, column - 3 : column + 4].max(), grey[row - 3 : row + 4, column].max()) > 0.5
    spacing, where = spacing_at(ultrasound, ends)
    assert where == "the 2D region"
    assert distance(ends, spacing) == pytest.approx(10.6, abs=0.1)
