"""The denoising baseline: it sees noise where there is some, leaves clean scans alone, and pays on noisy ones."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from ussr_engine.degradations.study import degrade
from ussr_engine.device import choose
from ussr_engine.events import Finished
from ussr_engine.files import read_scan
from ussr_engine.imaging.noise import NoiseLaw, cleaned, estimated
from ussr_engine.methods import plan_for
from ussr_engine.result import Result
from ussr_engine.scan import Scan
from ussr_engine.train import Surroundings, train


def smooth(seed: int = 0, size: int = 160) -> np.ndarray:
    """A picture without fine detail, from nearly black to bright."""
    rows, columns = np.mgrid[:size, :size] / size
    phase = np.random.default_rng(seed).uniform(0, 6, 2)
    return 0.35 + 0.3 * np.sin(5 * rows + phase[0]) * np.cos(4 * columns + phase[1])


def enlarged(scan: Scan, reference: Scan | None, method: str, scale: int = 2, **knobs: float) -> Result:
    around = Surroundings(choose("cpu", 1), reference, lpips="not asked for")
    *_, last = train(scan, plan_for(method, scale, knobs), around)
    assert isinstance(last, Finished)
    return last.result


@pytest.mark.parametrize("variance", [0.0025, 0.01, 0.03])
def test_the_variance_of_multiplicative_noise_is_found(variance: float) -> None:
    chance = np.random.default_rng(1)
    half = np.sqrt(3 * variance)
    law = estimated(smooth() * (1 + chance.uniform(-half, half, (160, 160))))
    assert law.relative == pytest.approx(variance, rel=0.25)
    assert law.additive < 0.05 * variance * 0.35**2


def test_noise_that_does_not_grow_with_brightness_is_found_as_such() -> None:
    law = estimated(smooth() + np.random.default_rng(2).normal(0, 0.02, (160, 160)))
    assert law.additive == pytest.approx(0.02**2, rel=0.35)
    assert law.relative * 0.35**2 < 0.3 * law.additive


def test_a_picture_of_one_level_has_no_noise() -> None:
    assert not estimated(np.full((40, 40), 0.5)).is_there
    assert not estimated(np.zeros((40, 40))).is_there
    assert not estimated(np.random.default_rng(0).random((8, 8))).is_there


@settings(deadline=None, max_examples=25)
@given(
    st.floats(0, 1e-3),
    st.floats(0, 0.05),
    st.floats(0.2, 3.0),
    st.sampled_from([0.0, 1e-4, 0.01]),
)
def test_bending_and_unbending_give_the_picture_back(
    additive: float, relative: float, strength: float, linear: float
) -> None:
    law = NoiseLaw(additive, relative, linear)
    image = np.linspace(0, 1, 50)[None]
    again = law.restored(law.stabilised(image, strength), strength) * (1 - relative / 2)
    np.testing.assert_allclose(again, image, atol=1e-9)


def test_cleaning_keeps_the_mean_brightness() -> None:
    truth = np.full((128, 128), 0.4)
    noisy = truth * (1 + np.random.default_rng(3).uniform(-0.1732, 0.1732, truth.shape))
    clean = cleaned(noisy, estimated(noisy))
    assert clean.mean() == pytest.approx(noisy.mean(), abs=1e-3)
    assert clean.std() < 0.25 * noisy.std()


def test_the_flipped_scan_is_cleaned_to_the_flipped_result() -> None:
    noisy = smooth() * (1 + np.random.default_rng(4).uniform(-0.1732, 0.1732, (160, 160)))
    law = estimated(noisy)
    # The transform's own phase is averaged over shifts, not removed.
    assert np.abs(cleaned(noisy[:, ::-1], law)[:, ::-1] - cleaned(noisy, law)).mean() < 2e-3


def test_a_clean_scan_is_only_interpolated_and_the_person_is_told() -> None:
    truth = Scan(smooth().astype(np.float32))
    scan = degrade(truth, 1, 2)
    result = enlarged(scan, truth, "denoise")
    np.testing.assert_array_equal(result.sr.image, enlarged(scan, truth, "bicubic").sr.image)
    assert "No noise was found" in result.notes[0]


def test_no_strength_leaves_the_noise_in() -> None:
    scan = degrade(Scan(smooth().astype(np.float32)), 3, 2)
    left = enlarged(scan, None, "denoise", strength=0)
    np.testing.assert_array_equal(left.sr.image, enlarged(scan, None, "bicubic").sr.image)


def test_a_noisy_scan_is_told_how_noisy_it_is() -> None:
    truth = Scan(smooth().astype(np.float32))
    result = enlarged(degrade(truth, 3, 2, seed=5), truth, "denoise")
    assert "of the brightness was found and taken out" in result.notes[0]
    percent = float(result.notes[0].split("%")[0].rpartition(" ")[2])
    assert percent == pytest.approx(10, abs=1.5)


@pytest.mark.parametrize(
    ("name", "gain"), [("cca_splab/17-37-04.jpg", 0.5), ("busi/benign (160).png", 2.0), ("busi/benign (48).png", 2.0)]
)
def test_real_scans_gain_where_they_are_noisy_and_lose_nothing_where_they_are_not(
    data: Path, name: str, gain: float
) -> None:
    truth = read_scan(data / name).cropped(8)
    for method in (1, 2, 3):
        scan = degrade(truth, method, 2, seed=method)
        denoised, bicubic = (enlarged(scan, truth, name).scores for name in ("denoise", "bicubic"))
        assert denoised is not None
        assert bicubic is not None
        if method == 1:
            assert abs(denoised.psnr - bicubic.psnr) < 0.05
        else:
            assert denoised.psnr > bicubic.psnr + gain
            assert denoised.ssim > bicubic.ssim
