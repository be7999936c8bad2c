"""Blur kernels: estimated from the scan, supplied by a person, shown, kept, used again."""

from __future__ import annotations

import json
import math
from pathlib import Path
from typing import Any

import numpy as np
import pytest
import torch

from tests.engine.conftest import SMALL, smallest, speckled
from ussr_engine.degradations.kernel import KernelBlur, read_kernel
from ussr_engine.degradations.kernel_samples import Crops, TurnedCrops, crop_side
from ussr_engine.degradations.kernel_spectrum import spectral_kernel
from ussr_engine.device import Device
from ussr_engine.errors import BadRequest, UnreadableFile
from ussr_engine.events import Command, Finished, KernelEstimated, Measured, Noted, Recalled, StageBegan, Stepped
from ussr_engine.export import export_kernel
from ussr_engine.imaging.downsampling import downsample
from ussr_engine.imaging.kernels import bicubic, centre_of_mass, gaussian, middle, moments, stretched
from ussr_engine.imaging.resize import resize
from ussr_engine.knobs import Value, turned
from ussr_engine.methods import METHODS, plan_for
from ussr_engine.objectives.pixel import gradients
from ussr_engine.phantom import phantom
from ussr_engine.plan import Plan
from ussr_engine.recipes.paired import Options as PairedOptions
from ussr_engine.recipes.paired import PairedLearner
from ussr_engine.registry import BACKBONES
from ussr_engine.runs import Run
from ussr_engine.scan import Scan
from ussr_engine.train import Surroundings, train

QUICK: dict[str, Value] = {**SMALL, "steps": 20, "estimate_steps": 60, "degradation.width": 8, "window": 32}


@pytest.fixture
def scan() -> Scan:
    """64 × 60 pixels."""
    return Scan(speckled(64, 60), name="speckled")


def plan(scale: int = 2, seed: int = 0, **knobs: Value) -> Plan:
    return plan_for("kernelgan", scale, {**QUICK, **knobs}, seed)


def blurred(seed: int, major: float, minor: float, angle: float) -> np.ndarray:
    """A phantom made coarser by a known Gaussian, in 8 bits."""
    truth = torch.from_numpy(phantom(seed).scan.image.copy())[None, None]
    coarse = downsample(truth, torch.from_numpy(gaussian(17, 2, major, minor, angle)), 2)
    return (np.round(coarse[0, 0].clamp(0, 1).numpy() * 255) / 255).astype(np.float32)


def is_near(found: tuple[float, float, float], wanted: tuple[float, float, float]) -> bool:
    """Eigenvalues within 40 %, the axis within 25° where there is one."""
    values = all(abs(mine**2 / its**2 - 1) < 0.4 for mine, its in zip(found[:2], wanted[:2], strict=True))
    turned = abs((found[2] - wanted[2] + 90) % 180 - 90)
    return values and (turned < 25 or wanted[0] ** 2 / wanted[1] ** 2 < 1.5)


def drawn(seed: int) -> tuple[float, float, float]:
    """A random anisotropic Gaussian: eigenvalues in [0.35, 5], any angle."""
    chance = np.random.default_rng(100 + seed)
    minor, major = sorted(chance.uniform(0.35, 5, 2))
    return math.sqrt(major), math.sqrt(minor), float(chance.uniform(-90, 90))


def test_the_kernel_is_shown_while_it_forms_then_once_for_good_before_the_training(scan: Scan, cpu: Device) -> None:
    events = list(train(scan, plan(estimate_steps=250), Surroundings(cpu)))
    shown = [event for event in events if isinstance(event, KernelEstimated)]
    assert [event.step for event in shown] == [100, 200, 250]
    assert [event.final for event in shown] == [False, False, True]
    for event in shown:
        assert event.kernel.sum() == pytest.approx(1, abs=1e-5)
        assert event.centre == pytest.approx((middle(event.kernel.shape[0], 2),) * 2, abs=0.05)
        assert event.moments[0] >= event.moments[1] >= 0
    stages = [event.name for event in events if isinstance(event, StageBegan)]
    assert stages[:2] == ["Estimating the blur kernel", "Training ×2"]
    first_training = next(i for i, e in enumerate(events) if isinstance(e, StageBegan) and e.name == "Training ×2")
    assert events.index(shown[-1]) < first_training
    result = events[-1].result
    np.testing.assert_array_equal(result.kernel, shown[-1].kernel)
    curves = {"generator", "critic", "bicubic", "sum to one", "boundaries", "centre", "sparse", "l1", "held out"}
    assert set(result.history.losses) == curves


@pytest.mark.parametrize(
    ("stop_at", "estimator"), [(33, "official"), (60, "official"), (72, "official"), (33, "thesis")]
)
def test_a_run_stopped_in_any_stage_resumes_to_the_bit(
    stop_at: int, estimator: str, scan: Scan, cpu: Device, tmp_path: Path
) -> None:
    wanted = plan(estimator=estimator)
    *_, unbroken = train(scan, wanted, Surroundings(cpu))
    run = Run.begin(tmp_path, {"plan": wanted.to_dict()}, scan, None)
    job = train(scan, wanted, Surroundings(cpu, run=run))
    next(event for event in job if isinstance(event, Stepped) and event.step == stop_at)
    job.close()
    events = list(train(scan, wanted, Surroundings(cpu, run=Run.named(tmp_path, run.name))))
    assert next(event.step for event in events if isinstance(event, Recalled)) == stop_at
    assert isinstance(events[-1], Finished)
    assert isinstance(unbroken, Finished)
    resumed = events[-1].result
    np.testing.assert_array_equal(resumed.sr.image, unbroken.result.sr.image)
    np.testing.assert_array_equal(resumed.kernel, unbroken.result.kernel)
    assert resumed.history == unbroken.result.history
    assert resumed.notes == unbroken.result.notes


def test_finish_now_takes_the_kernel_as_it_is_and_enlarges(scan: Scan, cpu: Device) -> None:
    job = train(scan, plan(), Surroundings(cpu))
    next(event for event in job if isinstance(event, Stepped) and event.step == 40)
    rest = [job.send(Command.FINISH), *job]
    assert isinstance(rest[-1], Finished)
    assert rest[-1].result.kernel is not None
    assert not any(isinstance(event, Measured) and event.step > 40 for event in rest)


def test_a_preview_asked_for_while_the_kernel_forms_shows_the_kernel(scan: Scan, cpu: Device) -> None:
    job = train(scan, plan(), Surroundings(cpu))
    next(event for event in job if isinstance(event, Stepped) and event.step == 40)
    sent = job.send(Command.PREVIEW)
    sights = [event for event in (sent, *(next(job) for _ in range(8))) if isinstance(event, KernelEstimated)]
    assert len(sights) == 1
    assert not sights[0].final
    job.close()


@pytest.mark.parametrize("supply", [Crops, TurnedCrops])
def test_noise_added_to_crops_never_reaches_the_scan(supply) -> None:
    lr = torch.from_numpy(speckled(64, 48))[None, None]
    before = lr.clone()
    crops = supply(lr, crop_side(lr, 64), 0.2, np.random.default_rng(0))
    for _ in range(200):
        crops.draw()
    assert torch.equal(lr, before)
    clean = supply(lr, crop_side(lr, 64), 0.0, np.random.default_rng(0)).draw()
    levels = {round(value, 5) for value in (lr * 2 - 1).flatten().tolist()}
    assert {round(value, 5) for value in clean.real.flatten().tolist()} <= levels


def test_the_bicubic_target_lies_pixel_for_pixel_where_a_centred_kernel_puts_it() -> None:
    lr = torch.from_numpy(speckled(80, 70, seed=2))[None, None]
    crops = Crops(lr, 40, 0.0, np.random.default_rng(1))
    kernel = torch.from_numpy(np.pad(bicubic(2), 2)).float()
    for _ in range(20):
        sample = crops.draw()
        made = torch.nn.functional.conv2d(sample.wide, kernel[None, None], stride=2)
        torch.testing.assert_close(made, sample.shrunk, atol=1e-5, rtol=0)


@pytest.mark.parametrize(("height", "width"), [(64, 48), (47, 47), (300, 48)])
def test_small_scans_get_smaller_crops_and_a_kernel(height: int, width: int, cpu: Device) -> None:
    lr = torch.from_numpy(speckled(height, width))[None, None]
    assert crop_side(lr, 64) <= 0.6 * min(height, width)
    assert crop_side(lr, 64) % 2 == 0
    wanted = plan_for("kernelgan", 2, {**smallest("kernelgan"), "window": 64})
    *_, last = train(Scan(speckled(height, width)), wanted, Surroundings(cpu))
    assert isinstance(last, Finished)
    assert last.result.sr.image.shape == (2 * height, 2 * width)
    assert not any("too small" in note for note in last.result.notes)


def test_a_scan_too_small_for_any_kernel_gets_the_bicubic_one_and_a_sentence(cpu: Device) -> None:
    *_, last = train(Scan(speckled(46, 60)), plan(), Surroundings(cpu))
    assert isinstance(last, Finished)
    assert any("too small" in note for note in last.result.notes)
    np.testing.assert_allclose(last.result.kernel, bicubic(2), atol=1e-6)


def test_a_kernel_that_is_not_credible_gives_way_to_the_bicubic_one_with_a_sentence(scan: Scan, cpu: Device) -> None:
    """After one step the generator is still noise over all its taps."""
    events = list(train(scan, plan(estimate_steps=1, taps_kept=168), Surroundings(cpu)))
    assert any(isinstance(event, Noted) and "bicubic kernel is used instead" in event.words for event in events)
    np.testing.assert_allclose(events[-1].result.kernel, bicubic(2), atol=1e-6)


@pytest.mark.parametrize("estimator", ["official", "thesis", "gaussian", "bicubic"])
def test_every_estimator_ends_in_a_kernel_and_a_picture(estimator: str, scan: Scan, cpu: Device) -> None:
    *_, last = train(scan, plan(estimator=estimator, estimate_steps=3, steps=2), Surroundings(cpu))
    assert isinstance(last, Finished)
    assert last.result.kernel is not None
    assert last.result.kernel.sum() == pytest.approx(1, abs=1e-5)


def test_steps_that_a_kernel_cannot_make_are_refused_before_anything_is_trained(scan: Scan, cpu: Device) -> None:
    told = []
    with pytest.raises(BadRequest, match=r"×1\.5"):
        told.extend(train(scan, plan(stages="gradual"), Surroundings(cpu)))
    assert not any(isinstance(event, Stepped) for event in told)


@pytest.mark.parametrize("scale", [2, 3, 4])
def test_a_bicubic_kernel_shrinks_as_the_bicubic_resize_does(scale: int) -> None:
    image = speckled(48, 36).astype(np.float64)
    small = KernelBlur(bicubic(2))
    wanted = resize(resize(image, scale=0.5), scale=0.5) if scale == 4 else resize(image, scale=1 / scale)
    shape = (48 // scale, 36 // scale)
    made = small(torch.from_numpy(image)[None, None], shape, float(scale))[0, 0].numpy()
    inner = (slice(4, -4), slice(4, -4)) if scale < 4 else (slice(3, -3), slice(3, -3))
    np.testing.assert_allclose(made[inner], wanted[inner], atol=1e-9 if scale != 3 else 0.02)


def test_a_kernel_stretched_for_steps_of_three_is_half_as_wide_again_and_shifts_nothing() -> None:
    wide = stretched(gaussian(13, 2, 1.8, 0.9, 30), 3)
    major, minor, angle = moments(wide)
    assert (major, minor, angle) == pytest.approx((2.7, 1.35, 30), rel=0.02)
    assert centre_of_mass(wide) == pytest.approx((middle(wide.shape[0], 3),) * 2, abs=1e-3)


@pytest.mark.parametrize("angle", [-60, 0, 30, 89])
def test_moments_read_what_a_gaussian_was_made_with(angle: float) -> None:
    assert moments(gaussian(25, 2, 2.0, 1.0, angle)) == pytest.approx((2.0, 1.0, angle), abs=0.02)


def test_a_kernel_written_is_read_back_and_used_without_estimation(scan: Scan, cpu: Device, tmp_path: Path) -> None:
    kernel = gaussian(13, 2, 1.5, 1.0, 20).astype(np.float32)
    words = export_kernel(tmp_path / "kernel.json", kernel)
    assert "13 × 13" in words
    np.testing.assert_allclose(read_kernel(tmp_path / "kernel.json"), kernel, atol=1e-6)
    given = plan(**{"degradation.kernel_file": str(tmp_path / "kernel.json")})
    events = list(train(scan, given, Surroundings(cpu)))
    assert next(event.name for event in events if isinstance(event, StageBegan)) == "Training ×2"
    np.testing.assert_allclose(events[-1].result.kernel, kernel, atol=1e-6)


def test_a_run_with_a_supplied_kernel_resumes_without_its_file(scan: Scan, cpu: Device, tmp_path: Path) -> None:
    file = tmp_path / "kernel.csv"
    np.savetxt(file, gaussian(13, 2, 1.5, 1.0, 20), delimiter=",")
    given = plan(**{"degradation.kernel_file": str(file)})
    run = Run.begin(tmp_path / "runs", {"plan": given.to_dict()}, scan, None)
    job = train(scan, given, Surroundings(cpu, run=run))
    next(event for event in job if isinstance(event, Stepped) and event.step == 5)
    job.close()
    file.unlink()
    *_, last = train(scan, given, Surroundings(cpu, run=Run.named(tmp_path / "runs", run.name)))
    assert isinstance(last, Finished)


def test_a_kernel_of_any_usual_kind_of_file_is_read_with_sum_one_and_centred(tmp_path: Path) -> None:
    table = 3 * gaussian(12, 1, 1.2, 1.2, 0)
    np.save(tmp_path / "a.npy", table)
    np.savetxt(tmp_path / "b.txt", table)
    (tmp_path / "c.json").write_text(json.dumps(table.tolist()))
    for path in tmp_path.iterdir():
        if path.is_file():
            kernel = read_kernel(path)
            assert kernel.sum() == pytest.approx(1)
            assert centre_of_mass(kernel) == pytest.approx((middle(kernel.shape[0], 2),) * 2, abs=0.02)


@pytest.mark.parametrize(
    ("name", "words"),
    [
        ("a.csv", "1,2\n3"), ("a.csv", "1,nan\n2,3"), ("a.csv", "1,-1\n1,-1"), ("a.csv", "1 2 3"), ("a.csv", ""),
        ("a.json", '{"kern": 1}'), ("a.json", "[[1, 2], [3]]"), ("a.json", "[" * 5000), ("a.npy", "no array"),
        ("a.txt", "one two"), ("a.pkl", "1 2\n3 4"), ("a.csv", "1 " * 70), ("a.json", "x" * 1_100_000),
    ],
)  # fmt: skip
def test_a_file_that_holds_no_kernel_is_refused_in_words(name: str, words: str, tmp_path: Path) -> None:
    (tmp_path / name).write_text(words)
    with pytest.raises(UnreadableFile):
        read_kernel(tmp_path / name)


def test_an_array_of_objects_is_never_unpickled(tmp_path: Path) -> None:
    np.save(tmp_path / "a.npy", np.array([[1, 2], [3, 4]], object), allow_pickle=True)
    with pytest.raises(UnreadableFile):
        read_kernel(tmp_path / "a.npy")


def test_an_array_that_promises_more_than_its_file_holds_is_refused(tmp_path: Path) -> None:
    np.save(tmp_path / "a.npy", np.ones((4, 4)))
    content = (tmp_path / "a.npy").read_bytes().replace(b"(4, 4)", b"(99999, 99999)")
    (tmp_path / "a.npy").write_bytes(content)
    with pytest.raises(UnreadableFile):
        read_kernel(tmp_path / "a.npy")


@pytest.mark.parametrize("seed", [0, 6, 7])
def test_the_spectrum_of_a_blurred_scan_tells_its_kernel(seed: int) -> None:
    kernel = spectral_kernel(blurred(seed, *drawn(seed)).astype(np.float64))
    assert is_near(moments(kernel), drawn(seed))
    assert centre_of_mass(kernel) == pytest.approx((middle(kernel.shape[0], 2),) * 2, abs=0.05)


@pytest.mark.slow
def test_the_spectrum_tells_the_kernel_in_eight_of_ten() -> None:
    near = [is_near(moments(spectral_kernel(blurred(s, *drawn(s)).astype(np.float64))), drawn(s)) for s in range(10)]
    assert sum(near) >= 8


def test_the_generator_moves_from_bicubic_towards_a_wide_blur(cpu: Device) -> None:
    """A short run: the width is not there yet, but nobody would take it for bicubic."""
    scan = Scan(blurred(0, 2.0, 2.0, 0)[:120, :120])
    wanted = plan_for("kernelgan", 2, {**QUICK, "estimate_steps": 300, "degradation.width": 16, "window": 64})
    events = list(train(scan, wanted, Surroundings(cpu)))
    final = next(event for event in events if isinstance(event, KernelEstimated) and event.final)
    assert final.moments[1] > 0.7
    assert final.kernel.min() > -0.02


def test_after_kernelgan_errors_count_where_the_scan_has_edges() -> None:
    """An edge of height 1 has gradient 1/2 in two columns; a box of five spreads it over six."""
    step = torch.zeros(1, 1, 20, 20)
    step[..., 10:] = 1
    strength = gradients(step)[0, 0]
    torch.testing.assert_close(strength[10, 7:13], torch.tensor([0.1, 0.2, 0.2, 0.2, 0.2, 0.1]))
    assert not strength[:, :7].any()

    options = METHODS["kernelgan"].plan.recipe.options
    assert isinstance(options, PairedOptions)
    learner = PairedLearner(network(), options, Device("cpu", "CPU", False), float(strength.mean()))
    far, near = step.clone(), step.clone()
    far[..., :2] += 0.1
    near[..., 9:11] += 0.1
    assert learner.losses(far, step)["l1"] == 0
    # A fifth of 20 columns is hit, where gradients are 0.2 against 0.05 on average.
    assert learner.losses(near, step)["l1"].item() == pytest.approx(0.1 * (2 / 20) * (0.2 / 0.05))


def network() -> Any:
    entry = BACKBONES["zssr"]
    return entry.make(1, 2, turned(entry.options(), {"layers": 2, "features": 4}), torch.Generator().manual_seed(0))
