"""LPIPS with weights of the person's own, and without."""

import os
import warnings
from pathlib import Path

import numpy as np
import pytest

from ussr_engine.errors import BadRequest, MissingWeights
from ussr_engine.perceptual import COMPACT, OFFICIAL, SHAPES, available, lpips_alex, perceptual_weights_folder


@pytest.fixture
def weights():
    folder = Path(os.environ.get("USSR_WEIGHTS", ""))
    if available(folder):
        pytest.skip("no perceptual weights (set USSR_WEIGHTS)")
    return folder


def scene():
    rows, columns = np.mgrid[:96, :80]
    clean = 120 + 60 * np.sin(rows / 9) * np.cos(columns / 6) + 40 * (columns > 40)
    return clean.astype(np.uint8)


def noisy(levels, sigma):
    noise = np.random.default_rng(0).normal(0, sigma, levels.shape)
    return np.clip(levels + noise, 0, 255).astype(np.uint8)


def random_trunk():
    chance = np.random.default_rng(0)
    trunk = {}
    for layer, shape in SHAPES.items():
        trunk[f"{layer}.weight"] = (chance.standard_normal(shape) * 0.05).astype(np.float16)
        trunk[f"{layer}.bias"] = np.zeros(shape[0], np.float16)
    return trunk


def test_identical_pictures_are_at_distance_zero(weights):
    assert lpips_alex(weights)(scene(), scene()) == 0


def test_more_noise_is_further_away(weights):
    measure = lpips_alex(weights)
    distances = [measure(scene(), noisy(scene(), sigma)) for sigma in (2, 10, 40)]
    assert 0 < distances[0] < distances[1] < distances[2] < 2


def test_the_measure_is_that_of_the_lpips_package_with_its_own_scaling(weights):
    import torch
    from lpips import LPIPS

    reference = scene()
    measure = lpips_alex(weights)
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # the package calls torchvision in an outdated way
        network = LPIPS(net="alex", pnet_rand=True, verbose=False)
    with np.load(weights / COMPACT) as stored, torch.no_grad():
        for name, tensor in network.net.named_parameters():
            tensor.copy_(torch.from_numpy(stored["features." + name.split(".", 1)[1]].astype(np.float32)))
        pictures = [
            torch.from_numpy(np.repeat(picture[None, None], 3, axis=1).astype(np.float32)) / 255
            for picture in (reference, noisy(reference, 20))
        ]
        expected = float(network(*pictures, normalize=True))
    assert measure(reference, noisy(reference, 20)) == pytest.approx(expected, abs=1e-5)


def test_a_second_measure_is_at_hand_at_once(weights):
    assert lpips_alex(weights) is lpips_alex(str(weights))


def test_a_picture_too_small_for_the_network_is_refused(weights):
    with pytest.raises(BadRequest, match="31 pixels"):
        lpips_alex(weights)(np.zeros((30, 90), np.uint8), np.zeros((30, 90), np.uint8))
    assert lpips_alex(weights)(np.zeros((31, 31), np.uint8), np.zeros((31, 31), np.uint8)) == 0


def test_without_weights_the_reason_names_the_files_and_the_place(tmp_path):
    reason = available(tmp_path)
    assert str(tmp_path) in reason
    assert COMPACT in reason
    assert OFFICIAL in reason
    with pytest.raises(MissingWeights):
        lpips_alex(tmp_path)


def test_the_folder_is_the_chosen_one_then_the_variable_then_the_persons_own(monkeypatch, tmp_path):
    monkeypatch.setenv("USSR_WEIGHTS", str(tmp_path / "named"))
    assert perceptual_weights_folder(tmp_path / "chosen") == tmp_path / "chosen"
    assert perceptual_weights_folder() == tmp_path / "named"
    monkeypatch.delenv("USSR_WEIGHTS")
    assert perceptual_weights_folder().name == "weights"
    assert "ussr" in str(perceptual_weights_folder())


def test_the_official_file_is_read_as_well_and_gives_the_same_distance(tmp_path):
    import torch

    trunk = random_trunk()
    (tmp_path / "compact").mkdir()
    (tmp_path / "official").mkdir()
    np.savez(tmp_path / "compact" / COMPACT, **trunk)
    state = {name: torch.from_numpy(array.astype(np.float32)) for name, array in trunk.items()}
    torch.save({**state, "classifier.1.bias": torch.zeros(4)}, tmp_path / "official" / OFFICIAL)
    distances = [lpips_alex(tmp_path / kind)(scene(), noisy(scene(), 9)) for kind in ("compact", "official")]
    assert distances[0] == distances[1] > 0


class Hostile:
    def __reduce__(self):
        return os.mkdir, ("hostile",)


def test_a_file_that_would_run_code_is_refused_unread(tmp_path, monkeypatch):
    import torch

    monkeypatch.chdir(tmp_path)
    torch.save(Hostile(), tmp_path / OFFICIAL)
    with pytest.raises(MissingWeights, match=OFFICIAL):
        lpips_alex(tmp_path)
    (tmp_path / OFFICIAL).unlink()
    np.savez(tmp_path / COMPACT, **{"features.0.weight": np.array([Hostile()], dtype=object)})
    with pytest.raises(MissingWeights, match=COMPACT):
        lpips_alex(tmp_path)
    assert not (tmp_path / "hostile").exists()


@pytest.mark.parametrize("damage", ["cut", "shape", "nan", "swollen", "empty"])
def test_a_damaged_file_is_refused_in_a_sentence(tmp_path, damage):
    trunk = random_trunk()
    if damage == "shape":
        trunk["features.3.weight"] = trunk["features.3.weight"][:10]
    if damage == "nan":
        trunk["features.3.bias"][0] = np.nan
    if damage == "swollen":
        trunk["more"] = np.zeros(400_000_000, np.uint8)
        np.savez_compressed(tmp_path / COMPACT, **trunk)
    else:
        np.savez(tmp_path / COMPACT, **trunk)
    if damage == "empty":
        (tmp_path / COMPACT).write_bytes(b"")
    if damage == "cut":
        (tmp_path / COMPACT).write_bytes((tmp_path / COMPACT).read_bytes()[:5000])
    with pytest.raises(MissingWeights, match="fresh copy"):
        lpips_alex(tmp_path)


def test_measuring_leaves_the_seeds_of_others_alone(tmp_path):
    import torch

    np.savez(tmp_path / COMPACT, **random_trunk())
    torch.manual_seed(3)
    expected = torch.rand(4)
    torch.manual_seed(3)
    lpips_alex(tmp_path)
    assert torch.equal(torch.rand(4), expected)
