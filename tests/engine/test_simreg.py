"""SimReg: closer to the truth than what it starts from, exact where it promises to be, the same on every machine."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Callable
from functools import cache
from pathlib import Path

import numpy as np
import pytest
import torch
from hypothesis import given, settings
from hypothesis import strategies as st
from scipy.ndimage import gaussian_filter

from ussr_engine.degradations.study import degrade
from ussr_engine.device import choose
from ussr_engine.events import Finished, Noted, Recalled, StageBegan, Stepped
from ussr_engine.files import read_scan
from ussr_engine.identification.candidates import DIFFUSED, SOFT
from ussr_engine.identification.finding import Finding, identified
from ussr_engine.imaging import resize as resizing
from ussr_engine.imaging import separable
from ussr_engine.imaging.noise import NoiseLaw
from ussr_engine.imaging.recording import Recording, rounded
from ussr_engine.imaging.resize import resize
from ussr_engine.imaging.separable import Blur, Separable
from ussr_engine.imaging.tiling import tiled
from ussr_engine.imaging.work import Work, done
from ussr_engine.methods import plan_for
from ussr_engine.metrics import measure
from ussr_engine.phantom import phantom
from ussr_engine.restoration import blocks, clean, noisy, regression, ridge
from ussr_engine.restoration.enlarger import Enlarger, learned
from ussr_engine.restoration.lesson import Lesson
from ussr_engine.restoration.polish import Lessons, Polisher, Strength, evened, trusted
from ussr_engine.restoration.regression import Regression, View
from ussr_engine.restoration.spectrum import extrapolated
from ussr_engine.restoration.start import Start
from ussr_engine.restoration.strata import Structure
from ussr_engine.result import Result, Scores
from ussr_engine.runs import Run
from ussr_engine.scan import Image, Scan
from ussr_engine.train import Surroundings, train

SMALL = st.integers(12, 40)


@cache
def truth() -> Scan:
    return phantom(3, width=320, height=256).scan


@cache
def coarse(method: int, scale: int) -> Scan:
    return degrade(truth(), method, scale)


def enlarged(scan: Scan, method: str, scale: int, reference: Scan | None = None, **knobs: float | str) -> Result:
    *_, last = train(scan, plan_for(method, scale, knobs), Surroundings(choose("cpu", 1), reference, lpips="no"))
    assert isinstance(last, Finished)
    return last.result


def scored(method: str, way: int, scale: int, **knobs: float | str) -> Scores:
    scores = enlarged(coarse(way, scale), method, scale, truth(), **knobs).scores
    assert scores
    return scores


def fit(scan: np.ndarray, scale: float, texture: float = 0.0, seed: int = 0) -> tuple[Enlarger, np.ndarray]:
    enlarger = done(learned(scan, scale, identified(scan, scale), texture, np.random.default_rng(seed)))
    return enlarger, done(enlarger.enlarged(scan))


@settings(deadline=None, max_examples=30)
@given(SMALL, SMALL, st.floats(1.5, 8), st.floats(0, 0.7), st.sampled_from(["cubic", "lanczos3"]))
def test_the_data_step_reproduces_the_scan_for_any_scale_and_blur(
    height: int, width: int, scale: float, sigma: float, kernel: str
) -> None:
    chance = np.random.default_rng(0)
    scan = chance.random((height, width))
    fine = resize(scan, scale=scale)
    step = Separable(fine.shape, scan.shape, scale, Blur(kernel, sigma, sigma / 2))
    assert np.abs(step.coarsened(step.nearest(fine, scan)) - scan).max() < 1e-6


def test_a_damped_data_step_goes_part_of_the_way() -> None:
    scan = np.random.default_rng(0).random((20, 24))
    fine = resize(scan, scale=2)
    misses = []
    for damping in (0.0, 0.1, 1.0, 10.0):
        step = Separable(fine.shape, scan.shape, 2, Blur(), damping)
        misses.append(np.abs(step.coarsened(step.nearest(fine, scan)) - scan).mean())
    assert misses == sorted(misses)
    assert misses[-1] < np.abs(Separable(fine.shape, scan.shape, 2, Blur()).coarsened(fine) - scan).mean()


@given(st.integers(1, 5), st.integers(2, 9), st.integers(2, 9))
def test_folding_fine_pixels_and_back_changes_nothing(scale: int, height: int, width: int) -> None:
    fine = np.random.default_rng(1).random((height * scale, width * scale)).astype(np.float32)
    assert np.array_equal(ridge.unfolded(ridge.folded(fine, scale), scale, width), fine)


def test_a_linear_relation_is_learned() -> None:
    chance = np.random.default_rng(0)
    coarse = chance.random((80, 70))
    blurred = coarse - np.roll(coarse, 1, 0) / 2 - np.roll(coarse, -1, 0) / 2
    target = np.kron(blurred, np.ones((2, 2)))
    filters = done(ridge.moments(coarse, target, 2, 2))[0].solved(1e-7)
    again = done(ridge.filtered(coarse, filters, 2, 2))
    assert np.abs(again - target)[4:-4, 4:-4].max() < 0.02


def test_patches_of_bands_are_those_of_the_whole(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(ridge, "PIXELS", 1200)
    image = np.random.default_rng(0).random((150, 20))
    parts = [ridge.patches(image, 3, first, last) for first, last in ridge.bands(image.shape)]
    assert len(parts) == 3
    assert np.array_equal(np.concatenate(parts, axis=1), ridge.patches(image, 3, 0, 150))


def test_cleaning_band_by_band_equals_cleaning_the_whole(monkeypatch: pytest.MonkeyPatch) -> None:
    image = np.random.default_rng(0).random((150, 43))
    whole = done(blocks.cleaned(image, NoiseLaw(0.01, 0.0)))
    monkeypatch.setattr(blocks, "PIXELS", 1000)
    assert np.abs(done(blocks.cleaned(image, NoiseLaw(0.01, 0.0))) - whole).max() < 1e-5


@pytest.mark.parametrize("shape", [(8, 9), (11, 40), (12, 12)])
def test_pictures_of_a_few_blocks_are_cleaned_too(shape: tuple[int, int]) -> None:
    image = np.random.default_rng(0).random(shape)
    clean = done(blocks.cleaned(image, NoiseLaw(0.01, 0.0)))
    assert clean.shape == shape
    assert np.isfinite(clean).all()


def test_a_random_field_keeps_the_flatness_of_a_scans_spectrum() -> None:
    chance = np.random.default_rng(0)
    scan = np.asarray(chance.standard_normal((128, 128)))
    wide = extrapolated(resize(resize(scan, shape=(128, 32)), shape=(128, 128)), 2, 1.0, chance)
    rows, columns = (float(np.square(np.diff(wide, axis=axis)).mean()) for axis in (0, 1))
    assert rows > 2 * columns
    assert wide.std() == pytest.approx(1)


@pytest.mark.parametrize("scale", [2, 4])
def test_a_clean_scan_comes_closer_to_the_truth_than_bicubic_and_exact_bicubic(scale: int) -> None:
    bicubic, exact = scored("bicubic", 1, scale).psnr, scored("exact", 1, scale).psnr
    own = scored("simreg", 1, scale).psnr
    assert own > bicubic + 0.2
    # Four times coarser, the phantom's speckle is lost, and its coarse copies teach nothing of it.
    assert own > exact + (0.1 if scale == 2 else -0.1)


@pytest.mark.parametrize("way", [2, 3])
@pytest.mark.parametrize("scale", [2, 4])
def test_a_noisy_scan_comes_closer_to_the_truth_than_denoising_and_bicubic(way: int, scale: int) -> None:
    others = [scored("bicubic", way, scale), scored("denoise", way, scale)]
    own = scored("simreg", way, scale)
    assert own.psnr > max(other.psnr for other in others)
    assert own.ssim > others[0].ssim


def test_only_so_much_detail_is_added_as_lowers_the_error_where_it_was_not_learned() -> None:
    chance = np.random.default_rng(0)
    coarse = chance.random((48, 48))
    (unseen,) = done(ridge.moments(coarse, np.kron(coarse - np.roll(coarse, 1, 0), np.ones((2, 2))), 2, 2))
    right = unseen.solved(1e-6)
    for factor, share in ((-1.0, 0.0), (0.0, 0.0), (0.5, 1.0), (1.0, 1.0), (2.0, 0.5), (4.0, 0.25)):
        found, gained = clean.held_out([right * np.float32(factor)], [unseen])
        assert found == pytest.approx(share, abs=1e-3)
        assert gained >= 0


@settings(deadline=None, max_examples=6)
@given(st.integers(0, 100))
def test_the_start_is_the_better_of_bicubic_and_the_data_step(seed: int) -> None:
    scan = gaussian_filter(np.random.default_rng(seed).random((64, 64)), 0.2 + seed / 80)
    learned = done(clean.learned(scan, 2, Blur(), np.random.default_rng(0)))
    child, parent = done(clean.children(scan, learned.start, Recording(), np.random.default_rng(0)))[0]
    start = np.mean((done(learned.start.enlarged(child)) - parent) ** 2)
    assert start <= np.mean((resize(child, scale=2) - parent) ** 2)


def test_a_scan_that_holds_no_detail_is_said_to_hold_none() -> None:
    rows, columns = (np.mgrid[:64, :64] + 0.5) / 64
    soft = (0.4 + 0.3 * np.cos(np.pi * rows) * np.cos(2 * np.pi * columns)).astype(np.float32)
    result = enlarged(Scan(np.round(soft * 255) / 255), "simreg", 2)
    assert "The scan holds hardly more detail than interpolation shows." in result.notes


def test_texture_at_full_agrees_with_the_scan_as_the_consistent_start_does_and_has_more_grain() -> None:
    scan = coarse(1, 2).image.astype(np.float64)
    _, picture = fit(scan, 2, texture=1.0)
    start = Start(2, Blur())
    step = start.data_step((scan.shape[0], scan.shape[1]))
    plain = np.clip(done(start.enlarged(scan)), 0, 1)
    misses = [np.abs(step.coarsened(fine) - scan).mean() for fine in (picture, plain, resize(scan, scale=2))]
    assert misses[0] < 1.1 * misses[1]
    assert misses[0] < 0.2 * misses[2]
    grains = [np.square(np.diff(fine, axis=0)).mean() for fine in (picture, plain)]
    assert grains[0] > grains[1]


def test_more_texture_means_more_grain() -> None:
    scan = coarse(3, 2).image.astype(np.float64)
    grains = [np.square(np.diff(fit(scan, 2, texture)[1], axis=0)).mean() for texture in (0.0, 0.3, 1.0)]
    assert grains == sorted(grains)


def test_four_times_is_reached_better_by_twos(monkeypatch: pytest.MonkeyPatch) -> None:
    fine = gaussian_filter(truth().image, 2)
    scan = rounded(resize(fine, scale=1 / 4))
    errors = []
    for powers in (clean.POWERS, ()):
        monkeypatch.setattr(clean, "POWERS", powers)
        errors.append(np.square(fit(scan, 4)[1] - fine).mean())
    assert errors[0] < errors[1]


def test_a_picture_between_the_scan_and_its_enlargement_teaches_what_copies_of_the_scan_do_not() -> None:
    fine = gaussian_filter(truth().image, 1.5)
    scan = rounded(resize(fine, scale=1 / 2))
    errors = []
    for learn in (clean._learned, clean._twice):
        model = done(learn(scan, 2, Blur(), np.random.default_rng(0), Recording()))
        errors.append(np.square(done(model.enlarged(scan)).picture - fine).mean())
    assert errors[1] < errors[0]


def test_black_of_a_clean_scan_stays_black_and_teaches_what_is_beside_it() -> None:
    fine = np.where(np.arange(128) % 32 < 16, 0, truth().image[:128, :128]).astype(np.float32)
    scan = rounded(resize(fine, scale=1 / 2))
    start = Start(2, Blur())
    before = done(start.enlarged(scan))
    after = done(start.agreed(before, scan))
    assert np.abs(np.minimum(after, 0)).mean() < 0.5 * np.abs(np.minimum(before, 0)).mean()
    assert np.square(np.clip(after, 0, 1) - fine).mean() < 0.97 * np.square(np.clip(before, 0, 1) - fine).mean()
    assert np.abs(start.data_step(scan.shape).coarsened(after) - scan).max() < 1 / 255


@pytest.mark.parametrize(("way", "scale"), [(1, 2), (3, 2), (1, 4)])
def test_enlarging_tile_by_tile_equals_enlarging_the_whole(way: int, scale: int) -> None:
    scan = degrade(phantom(5, width=320 * scale, height=128 * scale).scan, way, scale).image.astype(np.float64)
    enlarger, picture = fit(scan, scale)

    def enlarge(part: torch.Tensor) -> Work[torch.Tensor]:
        return torch.from_numpy((yield from enlarger.enlarged(part[0, 0].numpy())))[None, None]

    whole = torch.from_numpy(scan)[None, None]
    parts = done(tiled(enlarge, whole, scale, 128, enlarger.reach, scale * enlarger.period))
    assert np.abs(parts[0, 0].numpy() - picture).max() < 1e-5


@pytest.mark.parametrize("flip", [np.flipud, np.fliplr])
def test_a_noisy_scan_that_is_flipped_gives_the_flipped_picture(flip: Callable[[Image], Image]) -> None:
    scan = coarse(3, 2).image[:96, :120]
    clean = gaussian_filter(scan, 1)

    def seen(scan: Image, clean: Image) -> View:
        return View(scan, clean, resize(clean, scale=2), done(Structure.of(clean)))

    learned = done(Regression.learned([(seen(scan, clean), truth().image[:192, :240])], 2))
    picture = done(regression.enlarged(seen(scan, clean), [learned]))
    flipped = done(regression.enlarged(seen(flip(scan).copy(), flip(clean).copy()), [learned]))
    # Places at the bound between two kinds may fall on either side.
    assert np.mean(np.abs(flip(flipped) - picture) > 1e-4) < 0.01


def test_frames_of_fresh_noise_do_not_flicker_more_than_bicubic() -> None:
    frames = [degrade(truth(), 3, 2, seed=seed).image.astype(np.float64) for seed in range(3)]
    enlarger, first = fit(frames[0], 2)
    pictures = np.stack([first, *(done(enlarger.enlarged(frame)) for frame in frames[1:])])
    bicubic = np.stack([resize(frame, scale=2) for frame in frames])
    assert pictures.std(0).mean() < 0.85 * bicubic.std(0).mean()


@pytest.mark.parametrize("way", [1, 3])
def test_the_same_seed_gives_the_same_bits(way: int) -> None:
    first, again = (enlarged(coarse(way, 2), "simreg", 2).sr.image for _ in range(2))
    assert np.array_equal(first, again)


@pytest.mark.parametrize("scale", [1.5, 2.5, 5])
def test_any_scale_can_be_had_also_between_whole_ones(scale: float) -> None:
    rows, columns = 240, 300
    reference = gaussian_filter(truth().image[:rows, :columns].astype(np.float64), 1.5)
    scan = np.round(resize(reference, scale=1 / scale) * 255) / 255
    _, picture = fit(scan, scale)
    assert picture.shape == (rows, columns)
    errors = [np.square(image - reference).mean() for image in (picture, np.clip(resize(scan, scale=scale), 0, 1))]
    assert errors[0] < errors[1]


def test_progress_is_told_by_stage_and_what_was_found_is_said() -> None:
    events = list(train(coarse(3, 2), plan_for("simreg", 2), Surroundings(choose("cpu", 1))))
    stages = [event.name for event in events if isinstance(event, StageBegan)]
    assert stages == ["Identifying the scan", "Simulating and regressing", "Enlarging ×2", "Comparing with the scan"]
    assert any(isinstance(event, Noted) and "confidence" in event.words for event in events)
    assert sum(isinstance(event, Stepped) for event in events) >= 3


def test_a_scan_of_eight_pixels_is_enlarged() -> None:
    image = np.random.default_rng(0).random((8, 9)).astype(np.float32)
    for scale in (2, 4):
        assert enlarged(Scan(image), "simreg", scale).sr.image.shape == (8 * scale, 9 * scale)


def test_the_studys_carotid_reaches_the_original_zssr(data: Path) -> None:
    whole = read_scan(data / "cca_splab/17-37-04.jpg")
    rows, columns = (size // 8 * 8 for size in whole.image.shape[:2])
    reference = whole.with_image(whole.image[:rows, :columns], 1)
    result = enlarged(degrade(reference, 1, 2), "simreg", 2)
    assert measure(reference.image, result.sr.image, lpips_reason="no").psnr >= 38.7


def test_polishing_does_not_lose_and_says_what_it_did() -> None:
    reference = truth()
    plain = enlarged(coarse(1, 2), "simreg", 2, reference)
    polished = enlarged(coarse(1, 2), "simreg", 2, reference, polish=True, steps=50)
    assert plain.scores
    assert polished.scores
    assert polished.scores.psnr > plain.scores.psnr - 0.05
    assert any(note.startswith("Polishing stopped at step 50") for note in polished.notes)
    assert "held out" in polished.history.losses


@pytest.mark.parametrize("way", [1, 3])
def test_a_polished_run_that_was_closed_resumes_to_the_bits_of_an_unbroken_one(way: int, tmp_path: Path) -> None:
    scan = degrade(Scan(truth().image[:208, :208]), way, 2)
    plan = plan_for("simreg", 2, {"polish": True, "steps": 30, "maps": True})
    cpu = choose("cpu", 1)
    *_, end = train(scan, plan, Surroundings(cpu))
    assert isinstance(end, Finished)
    run = Run.begin(tmp_path, {"plan": plan.to_dict()}, scan, None)
    job = train(scan, plan, Surroundings(cpu, run=run))
    stage = ""
    for event in job:
        stage = event.name if isinstance(event, StageBegan) else stage
        if stage == "Polishing" and isinstance(event, Stepped) and event.step == 17:
            break
    job.close()
    events = list(train(scan, plan, Surroundings(cpu, run=Run.named(tmp_path, run.name))))
    assert any(isinstance(event, Recalled) for event in events)
    assert isinstance(events[-1], Finished)
    resumed, unbroken = events[-1].result, end.result
    assert np.array_equal(resumed.sr.image, unbroken.sr.image)
    assert resumed.history == unbroken.history
    assert resumed.notes == unbroken.notes
    assert all(np.array_equal(resumed.maps[title].values, one.values) for title, one in unbroken.maps.items())


def test_a_network_that_learned_nothing_of_use_is_not_heard() -> None:
    chance = np.random.default_rng(0)
    scan = chance.random((60, 64), np.float32)
    fine = resize(scan, scale=2)
    polisher = Polisher(2, Strength(0.3, 0.1, 0.1), 0, choose("cpu", 1))
    answer = done(polisher.detail(scan, fine, turns=1))
    against, along = (Lesson(scan, fine, factor * answer) for factor in (-1.0, 0.5))
    assert polisher.held_out([against])[1] == 0
    # In bfloat16 a part of a picture is not to the bit what it is in the whole.
    assert polisher.held_out([along])[1] == pytest.approx(0.5, abs=0.02)
    assert polisher.held_out([along])[0] < 0.05 * np.sqrt(np.mean(np.square(answer)))


def test_lessons_turn_the_picture_and_what_it_lacks_together() -> None:
    scan = np.random.default_rng(0).random((60, 64), np.float32)
    fine = np.kron(scan, np.ones((3, 3), np.float32))
    lesson = Lesson(scan, fine, np.kron(evened(scan), np.ones((3, 3), np.float32)))
    lessons = Lessons([lesson], Strength(1, 1, 1), np.random.default_rng(1), torch.device("cpu"))
    seen, lacking = lessons.draw()
    assert torch.equal(lacking[..., ::3, ::3], seen[:, :1])
    assert torch.equal(lacking[..., 2::3, 1::3], seen[:, :1])


@pytest.mark.parametrize("turn", [np.flipud, np.fliplr, np.transpose])
def test_what_the_network_adds_turns_with_the_picture(turn: Callable[[Image], Image]) -> None:
    scan = coarse(3, 2).image[:64, :80]
    fine = resize(scan, scale=2)
    polisher = Polisher(2, Strength(0.1, 0.1, 0.1), 0, choose("cpu", 1))
    turned = done(polisher.detail(turn(scan).copy(), turn(fine).copy()))
    plain = turn(done(polisher.detail(scan, fine)))
    assert np.abs(turned - plain).max() < 0.02 * np.abs(plain).max()


@pytest.mark.parametrize(("way", "scale"), [(1, 2), (1, 4), (3, 2)])
def test_what_completes_a_lesson_completes_the_picture_in_every_step(way: int, scale: int) -> None:
    scan = coarse(way, scale).image
    enlarger, plain = fit(scan, scale)
    asked: list[tuple[int, ...]] = []

    def add(small: Image, picture: Image) -> Work[Image]:
        yield 0.5
        asked.append(picture.shape)
        assert picture.shape == (enlarger.step * small.shape[0], enlarger.step * small.shape[1])
        return picture

    again = done(enlarger.enlarged(scan, add))
    sizes = [factor * scan.shape[0] for factor in ((2, 4) if scale == 4 else (2,))]
    assert [shape[0] for shape in asked] == sizes
    assert np.abs(again - plain).mean() < 1e-3


def test_a_wrong_smoothing_that_is_likely_takes_the_trust_from_what_was_learned() -> None:
    law = NoiseLaw(0.0, 0.01)
    sure, unsure, torn = (
        trusted(Finding(law, True, ((SOFT, share), (DIFFUSED, 1 - share)))) for share in (1.0, 0.8, 0.6)
    )
    assert sure > unsure > torn == 0


def test_lessons_are_dealt_out_by_probability_and_the_likeliest_comes_first() -> None:
    assert noisy.shared([1.0], 6) == [6]
    assert noisy.shared([0.8, 0.2], 6) == [4, 2]
    assert noisy.shared([0.5, 0.3, 0.2], 6) == [3, 1, 2]


def test_polishing_is_skipped_where_a_scan_is_too_small_to_teach() -> None:
    image = gaussian_filter(np.random.default_rng(0).random((40, 44)), 1).astype(np.float32)
    result = enlarged(Scan(image), "simreg", 4, polish=True, steps=10)
    assert result.sr.image.shape == (160, 176)
    assert "The scan is too small to polish its picture." in result.notes


def test_no_step_handles_more_than_so_many_pixels(monkeypatch: pytest.MonkeyPatch) -> None:
    for room in (ridge, blocks, resizing, separable):
        monkeypatch.setattr(room, "PIXELS", 1000)
    scan = truth().image[:200, :50]
    fine = np.zeros((400, 100), np.float32)
    for work, pixels in (
        (blocks.cleaned(scan, NoiseLaw(0.01, 0.01)), 2 * scan.size),
        (ridge.moments(scan, fine, 2, 2), scan.size),
        (ridge.filtered(scan, np.zeros((25, 4), np.float32), 2, 2), scan.size),
        (resizing.resized(scan, scale=2), fine.size),
        (Separable(fine.shape, scan.shape, 2, Blur()).approached(fine, scan), 2 * fine.size),
    ):
        assert sum(1 for _ in work) >= pixels / 1000


@pytest.mark.parametrize("way", [1, 3])
def test_a_larger_scan_gives_more_chances_to_cancel(way: int, monkeypatch: pytest.MonkeyPatch) -> None:
    for room in (ridge, blocks, resizing, separable):
        monkeypatch.setattr(room, "PIXELS", 500)
    chances = []
    for height, width in ((128, 160), (256, 320)):
        scan = degrade(Scan(truth().image[:height, :width]), way, 2)
        plan = plan_for("simreg", 2, {"maps": True})
        chances.append(sum(1 for _ in train(scan, plan, Surroundings(choose("cpu", 1)))))
    assert chances[1] > 1.5 * chances[0]


def test_progress_never_goes_back_and_reaches_the_end_of_every_stage() -> None:
    begun: list[StageBegan] = []
    told: list[list[int]] = []
    for event in train(coarse(3, 2), plan_for("simreg", 2, {"maps": True}), Surroundings(choose("cpu", 1))):
        if isinstance(event, StageBegan):
            begun.append(event)
            told.append([])
        elif isinstance(event, Stepped):
            told[-1].append(event.step)
    for stage, steps in zip(begun, told, strict=True):
        assert steps == sorted(steps), stage.name
        assert steps[-1] == stage.steps, stage.name
        assert stage.steps == 1 or len(set(steps)) > 1, stage.name


@pytest.mark.skipif(not Path("/proc/self/task").is_dir(), reason="threads are counted by the kernel's list of them")
def test_small_matrix_products_stay_on_one_thread() -> None:
    code = (
        "import ussr_engine, os, numpy, scipy.linalg\n"
        "numpy.linalg.solve(numpy.eye(400) + numpy.ones((400, 400)) @ numpy.ones((400, 400)), numpy.ones(400))\n"
        "print(len(os.listdir('/proc/self/task')))"
    )
    free = {name: value for name, value in os.environ.items() if not name.endswith("_NUM_THREADS")}
    out = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True, env=free)
    assert out.stdout.strip() == "1"
