"""The trust dial: exact at its ends, in bands that sum up, with a seamless edge around what is protected."""

from __future__ import annotations

import numpy as np
import pytest
import pywt

from ussr_engine.errors import BadRequest
from ussr_engine.result import Result, Scores, Trust
from ussr_engine.scan import Scan, luma
from ussr_engine.trust.bands import Bands, octaves
from ussr_engine.trust.edge import EDGE
from ussr_engine.trust.mixing import PROTECTED, Mixing

SHAPES = ((64, 48), (51, 37), (9, 11), (33, 40, 3))


def pictures(shape: tuple[int, ...]) -> tuple[Result, np.ndarray]:
    rng = np.random.default_rng(3)
    sr, bicubic = (rng.random(shape, dtype=np.float32) for _ in range(2))
    scores = Scores(30.0, 0.9, None)
    return Result(Scan(sr), {}, "plain", "Plain", 2, 0, 1.0, 1.0, "CPU", scores=scores), bicubic


@pytest.mark.parametrize("shape", SHAPES, ids=str)
def test_full_trust_is_the_result_itself_and_none_is_interpolation_to_the_bit(shape: tuple[int, ...]) -> None:
    result, bicubic = pictures(shape)
    mixing = Mixing(result, bicubic)
    assert mixing.at(Trust()) is result
    none = mixing.at(Trust.whole(0))
    assert np.array_equal(none.sr.image, bicubic)
    assert none.mixture == "trust 0 %"
    assert none.scores is None


@pytest.mark.parametrize("shape", SHAPES, ids=str)
def test_between_the_ends_every_pixel_lies_at_its_share_of_the_way(shape: tuple[int, ...]) -> None:
    result, bicubic = pictures(shape)
    sr = result.sr.image
    for share in (0.25, 0.6):
        mixed = Mixing(result, bicubic).at(Trust.whole(share)).sr.image
        assert mixed.shape == shape
        np.testing.assert_allclose(mixed, (1 - share) * bicubic + share * sr, atol=1e-6)


@pytest.mark.parametrize("scale", [2, 3, 4])
@pytest.mark.parametrize("shape", SHAPES, ids=str)
def test_the_three_bands_sum_to_what_the_method_adds(shape: tuple[int, ...], scale: int) -> None:
    difference = np.random.default_rng(5).standard_normal(shape).astype(np.float32)
    bands = Bands(difference, scale)
    np.testing.assert_allclose(bands.coarse + bands.middle + bands.fine, difference, atol=1e-5)


@pytest.mark.filterwarnings("ignore:norm=True")  # of energies, which are not asked for here
@pytest.mark.parametrize("scale", [2, 3, 4])
def test_the_bands_are_those_of_pywavelets_undecimated_transform(scale: int) -> None:
    difference = np.random.default_rng(6).standard_normal((192, 192))
    levels = octaves(scale) + 1
    approximation, middle, *finer = pywt.mra2(difference, "bior4.4", levels, transform="swt2")
    bands, inside = Bands(difference.astype(np.float32), scale), (slice(70, 122), slice(70, 122))
    np.testing.assert_allclose(bands.coarse[inside], approximation[inside], atol=1e-5)
    np.testing.assert_allclose(bands.middle[inside], sum(middle)[inside], atol=1e-5)
    np.testing.assert_allclose(bands.fine[inside], sum(sum(details) for details in finer)[inside], atol=1e-5)


def test_each_band_holds_the_detail_of_its_size() -> None:
    across = np.arange(256, dtype=np.float32)
    for period, band in ((2.5, "fine"), (6, "middle"), (40, "coarse")):
        wave = np.broadcast_to(np.sin(2 * np.pi * across / period), (64, 256)).astype(np.float32)
        bands = Bands(wave, 2)
        energy = {
            name: float(np.square(getattr(bands, name)[:, 32:-32]).sum()) for name in ("coarse", "middle", "fine")
        }
        assert energy[band] > 0.85 * sum(energy.values()), (period, energy)


def test_turning_the_fine_band_down_takes_fine_detail_away_and_leaves_the_rest() -> None:
    rows, columns = np.mgrid[:64, :96].astype(np.float32)
    bicubic = np.full((64, 96), 0.5, np.float32)
    coarse, fine = 0.1 * np.sin(2 * np.pi * rows / 32), 0.1 * np.cos(np.pi * columns)
    sr = (bicubic + coarse + fine).astype(np.float32)
    result = Result(Scan(sr), {}, "plain", "Plain", 2, 0, 1.0, 1.0, "CPU")
    mixed = Mixing(result, bicubic).at(Trust(fine=0)).sr.image
    inside = np.s_[16:-16, 16:-16]
    np.testing.assert_allclose(mixed[inside], (bicubic + coarse)[inside], atol=2e-3)


def mask_of(shape: tuple[int, int], window: tuple[slice, slice]) -> np.ndarray:
    mask = np.zeros(shape, np.bool_)
    mask[window] = True
    return mask


@pytest.mark.parametrize("colour", [False, True], ids=["grey", "colour"])
@pytest.mark.parametrize("trust", [Trust(), Trust.whole(0.5), Trust(fine=0.3)], ids=str)
def test_what_is_protected_is_interpolation_to_the_bit_and_the_rest_is_untouched(trust: Trust, colour: bool) -> None:
    shape = (60, 90, 3) if colour else (60, 90)
    result, bicubic = pictures(shape)
    mask = mask_of((30, 45), (slice(8, 14), slice(10, 20)))
    mixed, bare = (Mixing(result, bicubic, one, "text").at(trust) for one in (mask, None))
    inside = np.s_[16:28, 20:40]
    assert np.array_equal(mixed.sr.image[inside], bicubic[inside])
    far = np.ones((60, 90), np.bool_)
    far[9:35, 13:47] = False
    assert np.array_equal(mixed.sr.image[far], bare.sr.image[far])
    assert mixed.protected is not None
    assert (mixed.protected.pixels, mixed.protected.total) == (12 * 20, 60 * 90)
    assert mixed.mixture.endswith("4.4 % protected")


def test_the_edge_of_the_mask_is_soft_so_that_no_seam_shows() -> None:
    result = Result(Scan(np.ones((80, 120), np.float32)), {}, "plain", "Plain", 2, 0, 1.0, 1.0, "CPU")
    mixing = Mixing(result, np.zeros((80, 120), np.float32), mask_of((40, 60), (slice(15, 25), slice(20, 40))))
    line = mixing.at(Trust()).sr.image[40]
    steps = np.abs(np.diff(line))
    assert steps.max() < 0.3
    assert line[60] == 0
    assert line[-1] == line[0] == 1
    assert ((line > 0) & (line < 1)).sum() == 2 * 2 * EDGE


def test_the_mask_goes_along_as_a_map() -> None:
    result, bicubic = pictures((60, 90))
    made = Mixing(result, bicubic, mask_of((30, 45), (slice(8, 14), slice(10, 20))), "text, drawn").at(Trust())
    page = made.maps[PROTECTED]
    assert page.values.shape == (60, 90)
    assert page.values[16:28, 20:40].min() == 1
    assert page.values[0, 0] == 0
    assert "text, drawn" in page.says
    assert PROTECTED not in result.maps


def test_an_empty_mask_protects_nothing() -> None:
    result, bicubic = pictures((20, 20))
    assert Mixing(result, bicubic, np.zeros((10, 10), np.bool_)).at(Trust()) is result


def test_a_mask_of_a_scan_that_was_cropped_stays_in_its_place() -> None:
    """A challenge shrinks the scan: its result is as large as the scan, but for the last rows and columns."""
    result, bicubic = pictures((60, 88))
    mixed = Mixing(result, bicubic, mask_of((61, 91), (slice(20, 30), slice(80, 91))), "drawn").at(Trust())
    assert np.array_equal(mixed.sr.image[20:30, 80:], bicubic[20:30, 80:])
    assert mixed.protected is not None
    assert mixed.protected.pixels == 80


def test_a_grey_result_of_a_colour_scan_is_mixed_in_colour() -> None:
    result, _ = pictures((20, 30))
    bicubic = np.random.default_rng(1).random((20, 30, 3), dtype=np.float32)
    mixed = Mixing(result, bicubic).at(Trust.whole(0.5)).sr.image
    np.testing.assert_allclose(luma(mixed), 0.5 * luma(bicubic) + 0.5 * result.sr.image, atol=1e-5)


def test_pictures_of_different_sizes_are_refused() -> None:
    result, bicubic = pictures((20, 30))
    with pytest.raises(BadRequest, match="different sizes"):
        Mixing(result, bicubic[:-1])


@pytest.mark.parametrize("trust", [Trust(), Trust.whole(0.6), Trust(1, 0.5, 0.25)], ids=str)
def test_a_trust_is_read_back_from_its_words(trust: Trust) -> None:
    assert Trust.parsed(str(trust)) == trust


def test_a_band_that_is_not_named_is_trusted() -> None:
    assert Trust.parsed("fine=0.2") == Trust(fine=0.2)
    assert Trust(fine=0.2).words == "trust 100 / 100 / 20 %"


@pytest.mark.parametrize("text", ["1.2", "-0.1", "nan", "much", "fine=2", "finest=0.5", "fine=0.5,middle", ""])
def test_a_trust_that_is_none_is_refused(text: str) -> None:
    with pytest.raises(BadRequest):
        Trust.parsed(text)
