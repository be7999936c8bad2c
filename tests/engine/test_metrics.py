"""PSNR, SSIM and the protocol of the tables."""

import numpy as np
import pytest
from PIL import Image
from skimage.metrics import peak_signal_noise_ratio, structural_similarity

from ussr_engine.degradations.study import degrade
from ussr_engine.errors import BadRequest
from ussr_engine.imaging.resize import resize
from ussr_engine.metrics import consistency, measure, psnr, ssim, to_levels
from ussr_engine.scan import Scan


def pair(seed=0, shape=(20, 30)):
    chance = np.random.default_rng(seed)
    truth = chance.random(shape, np.float32)
    return truth, np.clip(truth + 0.05 * chance.standard_normal(shape).astype(np.float32), 0, 1)


def test_halves_round_up_and_values_outside_are_clipped():
    assert to_levels(np.array([-1, 0, 0.5 / 255, 1.5 / 255, 2.4999 / 255, 1, 7])).tolist() == [0, 0, 1, 2, 2, 255, 255]


def test_every_level_survives_the_way_to_floats_and_back():
    levels = np.arange(256, dtype=np.uint8)
    assert np.array_equal(to_levels(levels.astype(np.float32) / 255), levels)


def test_psnr_agrees_with_scikit_image():
    truth, image = pair()
    expected = peak_signal_noise_ratio(truth.astype(float), image.astype(float), data_range=1)
    assert psnr(truth, image, data_range=1) == pytest.approx(expected, abs=1e-9)


def test_one_level_of_error_everywhere_is_48_13_db():
    assert psnr(np.zeros((9, 9), np.uint8), np.ones((9, 9), np.uint8), data_range=255) == pytest.approx(
        48.1308, abs=1e-4
    )


def test_scores_are_taken_on_eight_bit_luma_of_all_pixels():
    truth, image = pair(shape=(20, 30, 3))
    grey = [np.floor(picture @ [0.299, 0.587, 0.114] * 255 + 0.5) for picture in (truth, image)]
    scores = measure(truth, image)
    assert scores.psnr == pytest.approx(10 * np.log10(255**2 / np.mean((grey[0] - grey[1]) ** 2)), abs=1e-3)
    assert scores.ssim == pytest.approx(structural_similarity(*grey, data_range=255), abs=1e-5)


def test_identical_pictures_score_infinity_and_one():
    truth, _ = pair()
    scores = measure(truth, truth)
    assert scores.psnr == float("inf")
    assert scores.ssim == pytest.approx(1)


def test_pictures_of_one_colour_can_be_measured():
    black, white = np.zeros((8, 8), np.float32), np.ones((8, 8), np.float32)
    assert measure(black, white).psnr == pytest.approx(0)
    assert measure(black, white).ssim == pytest.approx(0, abs=1e-3)
    assert measure(white, white).psnr == float("inf")


def test_grey_and_colour_of_the_same_grey_are_the_same_picture():
    truth, image = pair()
    assert measure(np.repeat(truth[..., None], 3, axis=2), image) == measure(truth, image)


def test_pictures_of_different_sizes_are_refused_and_both_sizes_named():
    with pytest.raises(BadRequest, match="30 × 20 pixels, the picture 31 × 20 pixels"):
        measure(np.zeros((20, 30), np.float32), np.zeros((20, 31), np.float32))


def test_pictures_too_small_for_ssim_are_refused_in_a_sentence():
    with pytest.raises(BadRequest, match="at least 7 pixels a side; these pictures have 30 × 6"):
        ssim(np.zeros((6, 30)), np.zeros((6, 30)), data_range=1)


def test_a_missing_perceptual_measure_says_why():
    truth, image = pair()
    scores = measure(truth, image, None, "there are no weights")
    assert (scores.lpips, scores.lpips_reason) == (None, "there are no weights")


def test_a_perceptual_measure_that_refuses_a_picture_does_not_cost_the_other_scores():
    def refusing(reference, image):
        raise BadRequest("LPIPS needs a larger picture.")

    truth, image = pair()
    scores = measure(truth, image, refusing)
    assert scores.lpips_reason == "LPIPS needs a larger picture."
    assert scores.psnr == measure(truth, image).psnr


def test_a_perceptual_measure_sees_eight_bit_luma():
    def difference(reference, image):
        assert reference.dtype == image.dtype == np.uint8
        return float(np.abs(reference.astype(int) - image).mean())

    truth, image = pair()
    expected = np.abs(to_levels(truth).astype(int) - to_levels(image)).mean()
    assert measure(truth, image, difference, "unused").lpips == pytest.approx(expected)
    assert measure(truth, image, difference, "unused").lpips_reason == ""


@pytest.mark.parametrize(
    ("name", "decibels", "similarity"),
    [("cca_splab/17-37-04.jpg", 37.11, 0.9676), ("busi/benign (197).png", 37.03, 0.9596)],
)
def test_bicubic_scores_what_is_on_record_for_real_scans(data, name, decibels, similarity):
    with Image.open(data / name) as opened:
        image = np.asarray(opened.convert("RGB"), np.float32)[..., 0] / 255
    truth = Scan(image).cropped(8)
    scores = measure(truth.image, resize(degrade(truth, 1, 2).image, scale=2))
    assert scores.psnr == pytest.approx(decibels, abs=0.03)
    assert scores.ssim == pytest.approx(similarity, abs=0.0005)


def test_consistency_is_the_rms_in_grey_levels_of_what_is_left_of_the_scan_when_the_picture_is_shrunk():
    scan = np.full((12, 10), 0.5, np.float32)
    picture = np.full((24, 20), 0.5 + 3 / 255, np.float32)
    assert consistency(scan, picture) == pytest.approx(3, abs=1e-4)
    scan[:6] += 4 / 255
    expected = np.sqrt((3**2 + 1**2) / 2)
    assert consistency(scan, picture) == pytest.approx(expected, abs=1e-3)


def test_consistency_rewards_a_picture_that_keeps_the_noise_of_its_scan():
    """What the figure cannot tell: a method that takes noise out is farther from a noisy scan."""
    chance = np.random.default_rng(0)
    noisy = np.clip(0.5 + 0.1 * chance.standard_normal((32, 32)), 0, 1).astype(np.float32)
    kept, cleaned = np.kron(noisy, np.ones((2, 2), np.float32)), np.full((64, 64), 0.5, np.float32)
    assert consistency(noisy, kept) < 0.5 * consistency(noisy, cleaned)


def test_consistency_takes_colour_as_its_luma_and_any_size():
    scan = np.random.default_rng(1).random((20, 30)).astype(np.float32)
    picture = np.random.default_rng(2).random((60, 90)).astype(np.float32)
    coloured = np.repeat(picture[..., None], 3, axis=2)
    assert consistency(scan, coloured) == pytest.approx(consistency(scan, picture), abs=1e-3)
