"""Places of most detail, by which readings and reports choose what to show."""

from __future__ import annotations

import numpy as np
import pytest

from ussr_engine.errors import BadRequest
from ussr_engine.measures.detail import tissue, windows
from ussr_engine.scan import Region, Scan


def speckled(*spots: tuple[int, int]) -> np.ndarray:
    """Flat, but for noise in squares of 20 pixels around these places, ever weaker."""
    rng, image = np.random.default_rng(0), np.full((120, 160), 0.5)
    for weaker, (row, column) in enumerate(spots, 1):
        image[row - 10 : row + 10, column - 10 : column + 10] += rng.normal(0, 0.2 / weaker, (20, 20))
    return image


def test_windows_lie_where_the_picture_holds_most_detail_the_richest_first():
    places = windows(speckled((60, 40), (60, 120)), 0.25, 2)
    for (row, column), (top, left, height, width) in zip([(60, 40), (60, 120)], places, strict=True):
        assert top * 120 <= row - 8 < row + 8 <= (top + height) * 120
        assert left * 160 <= column - 8 < column + 8 <= (left + width) * 160
        assert (height, width) == pytest.approx((0.25, 0.25))


def test_words_at_the_edge_of_the_screen_are_not_taken_for_detail():
    image = speckled((60, 80))
    image[:6, ::2] = 1.0
    top, left, height, width = windows(image, 0.2, 1)[0]
    assert top < 0.5 < top + height
    assert left < 0.5 < left + width


def test_as_many_windows_as_asked_for_come_also_where_there_is_no_room_beside_each_other():
    assert len(windows(speckled((60, 80)), 0.6, 5)) == 5
    assert windows(speckled((60, 80)), 0.5, 0) == []


def test_where_the_file_names_its_region_detail_is_looked_for_in_it_alone():
    image = speckled((60, 40), (60, 120)).astype(np.float32).clip(0, 1)
    regions = Region("spectral", 0, 0, 120, 80, None), Region("2D", 20, 80, 110, 160, None)
    within = tissue(Scan(image, regions=regions))
    assert within == pytest.approx((20 / 120, 0.5, 0.75, 0.5))
    top, left, height, width = windows(image, 0.4, 1, within)[0]
    assert left >= 0.5
    assert top * 120 <= 52 < 68 <= (top + height) * 120
    assert left * 160 <= 112 < 128 <= (left + width) * 160
    assert tissue(Scan(image)) == (0.0, 0.0, 1.0, 1.0)


def test_a_picture_too_small_is_refused():
    with pytest.raises(BadRequest, match="4 pixels"):
        windows(np.zeros((2, 9)), 0.5, 1)
