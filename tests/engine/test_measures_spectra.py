"""Spectra, sub-bands and quality against depth, by theorems and by other implementations."""

import numpy as np
import pytest
import pywt
from scipy.signal import periodogram
from skimage.metrics import peak_signal_noise_ratio, structural_similarity

from ussr_engine.errors import BadRequest
from ussr_engine.measures.depth import depth_quality
from ussr_engine.measures.spectrum import decibels, power_spectrum, radial_spectrum
from ussr_engine.measures.subbands import WAVELETS, subbands
from ussr_engine.metrics import measure
from ussr_engine.scan import Spacing


def noise(shape=(48, 64), seed=0):
    return np.random.default_rng(seed).random(shape, np.float32)


@pytest.mark.parametrize("shape", [(48, 64), (31, 47), (7, 12)])
def test_untapered_power_adds_up_to_the_variance(shape):
    image = noise(shape)
    assert power_spectrum(image, tapered=False).power.sum() == pytest.approx(image.var(dtype=np.float64), rel=1e-4)


def test_one_column_has_the_power_that_scipys_periodogram_says():
    image = noise((64, 1))
    ours = power_spectrum(image, Spacing(0.5, 1.0), tapered=False)
    frequency, theirs = periodogram(image[:, 0].astype(float), fs=2.0, scaling="spectrum", return_onesided=False)
    order = np.argsort(frequency)
    assert ours.axial == pytest.approx(frequency[order])
    assert ours.power[:, 0] == pytest.approx(theirs[order], abs=1e-7)


def test_a_sinusoid_peaks_at_its_frequency_in_cycles_per_mm_in_both_spectra():
    spacing = Spacing(axial=0.1, lateral=0.2)
    depth = (np.arange(120) + 0.5) * spacing.axial
    image = (0.5 + 0.4 * np.sin(2 * np.pi * 2.5 * depth))[:, None].repeat(60, axis=1).astype(np.float32)
    spectrum = power_spectrum(image, spacing)
    row, column = np.unravel_index(spectrum.power.argmax(), spectrum.power.shape)
    assert (abs(spectrum.axial[row]), spectrum.lateral[column]) == pytest.approx((2.5, 0))
    frequency, power = radial_spectrum(spectrum)
    assert frequency[power.argmax()] == pytest.approx(2.5, abs=0.05)
    assert frequency.max() == pytest.approx(5.0, abs=0.1)


def test_white_noise_has_a_level_radial_spectrum_and_doubling_the_pixels_keeps_its_scale():
    image = noise((200, 200))
    _, power = radial_spectrum(power_spectrum(image))
    assert power.size == 100
    assert power[20:].reshape(8, 10).mean(axis=1) == pytest.approx(power[20:].mean(), rel=0.1)
    fine = power_spectrum(np.kron(image, np.ones((2, 2), np.float32)), Spacing(0.5, 0.5), tapered=False)
    frequency, doubled = radial_spectrum(fine)
    _, single = radial_spectrum(power_spectrum(image, tapered=False))
    assert frequency[:30] == pytest.approx(radial_spectrum(power_spectrum(image))[0][:30])
    assert doubled[:10] == pytest.approx(single[:10], rel=0.05)


def test_decibels_have_a_floor():
    assert decibels(np.array([1.0, 0.1, 0.0])).tolist() == [0, -10, -140]


@pytest.mark.parametrize("wavelet", ["haar", "db2", "db4", "sym4"])
def test_the_energies_of_orthogonal_bands_add_up_to_that_of_the_picture(wavelet):
    image = noise((64, 96))
    bands = subbands(image, wavelet, 3)
    assert len(bands.energies) == 10
    assert sum(bands.energies.values()) == pytest.approx(np.sum(image.astype(float) ** 2))
    assert bands.mosaic.shape == image.shape
    assert bands.corner == (8, 12)


@pytest.mark.parametrize("wavelet", WAVELETS)
def test_the_mosaic_holds_what_pywavelets_computes(wavelet):
    image = noise((32, 32))
    coarse, (horizontal, vertical, diagonal) = pywt.dwt2(image.astype(float), wavelet, "periodization")
    mosaic = subbands(image, wavelet, 1).mosaic
    assert mosaic == pytest.approx(np.block([[coarse, vertical], [horizontal, diagonal]]), abs=1e-6)


def test_lines_across_depth_are_in_the_horizontal_band():
    image = np.tile(np.array([[0.2], [0.8]], np.float32), (16, 32))
    energies = subbands(image).energies
    assert energies["horizontal 1"] > 1
    assert energies["vertical 1"] == energies["diagonal 1"] == pytest.approx(0)


def test_what_cannot_be_decomposed_is_refused_in_words():
    with pytest.raises(BadRequest, match="No wavelet is named 'db99'"):
        subbands(noise(), "db99")
    with pytest.raises(BadRequest, match="9 levels do not fit 64 × 48"):
        subbands(noise(), "haar", 9)


def test_odd_sides_are_extended_by_one():
    assert subbands(noise((31, 20))).mosaic.shape == (32, 20)


def test_every_band_of_depth_has_the_scores_of_its_rows():
    truth = noise((60, 40))
    image = truth.copy()
    image[30:] = np.clip(image[30:] + 0.1, 0, 1)
    bands = depth_quality(truth, image, 4)
    assert [(band.top, band.bottom) for band in bands] == [(0, 15), (15, 30), (30, 45), (45, 60)]
    one, other = (np.floor(picture * 255 + 0.5).astype(np.uint8) for picture in (truth, image))
    assert bands[0].psnr == float("inf")
    assert bands[2].psnr == pytest.approx(peak_signal_noise_ratio(one[30:45], other[30:45], data_range=255))
    _, similarity = structural_similarity(one, other, data_range=255, full=True)
    assert bands[3].ssim == pytest.approx(similarity[45:].mean())


def test_one_band_is_the_whole_pictures_psnr_and_a_truth_of_another_size_is_refused():
    truth, image = noise(), noise(seed=1)
    (band,) = depth_quality(truth, image, 1)
    assert band.psnr == pytest.approx(measure(truth, image).psnr)
    with pytest.raises(BadRequest, match="needs a truth"):
        depth_quality(truth, image[:-1])
