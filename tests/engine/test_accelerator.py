"""SimReg where a graphics card takes the noise out: the arithmetic on tensors gives the numbers of the processor's.

The tensors lie on the processor here; where there is a CUDA card, on that as well.
"""

from __future__ import annotations

import numpy as np
import pytest
import torch

from ussr_engine.degradations.study import degrade
from ussr_engine.identification.finding import identified
from ussr_engine.imaging.noise import NoiseLaw
from ussr_engine.imaging.tiling import tiled
from ussr_engine.imaging.work import Work, done
from ussr_engine.phantom import phantom
from ussr_engine.restoration.blocks import MARGIN, STEP, cleaned
from ussr_engine.restoration.blocks_torch import cleaned_tensor
from ussr_engine.restoration.enlarger import learned
from ussr_engine.scan import Image

DEVICES = ["cpu", *(f"cuda:{index}" for index in range(torch.cuda.device_count()))]
LAW = NoiseLaw(1e-6, 0.0025, 1e-4)
NEAR = 1e-6


def noisy(height: int, width: int) -> Image:
    clean = phantom(3, width=width, height=height).scan.image
    spread = np.sqrt(LAW.variance(clean.astype(np.float64)))
    drawn = clean + spread * np.random.default_rng(0).standard_normal(clean.shape)
    return np.clip(drawn, 0, 1).astype(np.float32)


@pytest.mark.parametrize("device", DEVICES)
@pytest.mark.parametrize(("height", "width"), [(160, 200), (97, 131), (12, 13), (12, 300), (300, 12), (9, 40)])
def test_noise_is_taken_out_to_the_same_numbers(device: str, height: int, width: int) -> None:
    scan = noisy(max(height, 64), max(width, 64))[:height, :width].copy()
    expected = done(cleaned(scan, LAW))
    found = done(cleaned_tensor(scan, LAW, torch.device(device)))
    assert found.dtype == np.float32
    assert np.abs(found - expected).max() < NEAR
    assert height < 12 or np.abs(found - scan).max() > 0.01


@pytest.mark.parametrize("device", DEVICES)
def test_flat_black_and_white_give_the_same_numbers(device: str) -> None:
    scan = noisy(96, 120)
    scan[:48], scan[48:64, 60:] = 0, 1
    found = done(cleaned_tensor(scan, LAW, torch.device(device)))
    assert np.abs(found - done(cleaned(scan, LAW))).max() < NEAR


@pytest.mark.parametrize("device", DEVICES)
def test_tile_by_tile_the_noise_is_taken_out_as_from_the_whole(device: str) -> None:
    scan = noisy(192, 256)

    def clean(part: torch.Tensor) -> Work[torch.Tensor]:
        return torch.from_numpy((yield from cleaned_tensor(part[0, 0].numpy(), LAW, torch.device(device))))[None, None]

    whole = done(cleaned_tensor(scan, LAW, torch.device(device)))
    parts = done(tiled(clean, torch.from_numpy(scan)[None, None], 1, 128, MARGIN, STEP))
    assert np.abs(parts[0, 0].numpy() - whole).max() < 1e-5


@pytest.mark.parametrize("device", DEVICES)
@pytest.mark.parametrize(("method", "scale"), [(2, 2), (2, 4), (3, 2), (3, 4)])
def test_a_noisy_scan_is_enlarged_to_the_same_picture(device: str, method: int, scale: int) -> None:
    scan = degrade(phantom(5, width=256, height=192).scan, method, scale).image
    finding = identified(scan.astype(np.float64), scale)
    pictures = []
    for accelerator in (None, torch.device(device)):
        enlarger = done(learned(scan, scale, finding, 0.1, np.random.default_rng(0), accelerator))
        pictures.append(done(enlarger.enlarged(scan)))
    # Sums are in double precision: a last bit that went the other way would move levels of the simulated scan.
    assert np.abs(pictures[0] - pictures[1]).max() < NEAR
