"""Outlines of masks: along the pixels' borders, closed, with holes."""

from __future__ import annotations

import numpy as np

from ussr_engine.measures.geometry import polygon_mask
from ussr_engine.trust.outline import outline


def test_one_pixel_has_four_corners_at_its_place() -> None:
    assert outline(np.ones((1, 1), np.bool_), top=3, left=7) == [[(7, 3), (8, 3), (8, 4), (7, 4)]]


def test_an_empty_mask_has_no_outline() -> None:
    assert outline(np.zeros((4, 4), np.bool_)) == []


def test_a_frame_has_an_outline_inside_and_one_outside() -> None:
    frame = np.ones((6, 8), np.bool_)
    frame[2:4, 2:6] = False
    inner, outer = sorted(outline(frame), key=lambda polygon: max(polygon)[0])
    assert set(outer) == {(0, 0), (8, 0), (8, 6), (0, 6)}
    assert set(inner) == {(2, 2), (6, 2), (6, 4), (2, 4)}


def test_the_outlines_of_any_mask_hold_its_pixels_and_no_others() -> None:
    rng = np.random.default_rng(0)
    for _ in range(20):
        mask = rng.random((9, 12)) < 0.5
        again = np.zeros_like(mask)
        for polygon in outline(mask):
            again ^= polygon_mask(polygon, mask.shape)
        assert np.array_equal(again, mask)
