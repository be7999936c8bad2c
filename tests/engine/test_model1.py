"""The study's Model 1: its samples, its schedule, its loss, its two stages."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest
import torch

from tests.engine.conftest import speckled
from ussr_engine.degradations.blur import Blur
from ussr_engine.degradations.blur import Options as BlurOptions
from ussr_engine.device import Device
from ussr_engine.errors import MissingWeights
from ussr_engine.events import Measured, Noted, Recalled, StageBegan, Stepped
from ussr_engine.imaging.patches import Options, Patches, Source, denoised
from ussr_engine.knobs import Value
from ussr_engine.methods import METHODS, lacking, plan_for
from ussr_engine.objectives.perceptual import BLOCK1_CONV2, COMPACT, POOL4, bounded, distance, vgg19
from ussr_engine.recipes.study import OFF
from ussr_engine.result import Result
from ussr_engine.runs import Run
from ussr_engine.scan import Scan
from ussr_engine.schedules import Plateau, PlateauOptions
from ussr_engine.train import Surroundings, train

QUICK: dict[str, Value] = {"backbone.features": 4, "crop": 24, "steps": 24}


@pytest.fixture
def weights(tmp_path: Path) -> str:
    """A folder with a VGG19 whose first block has arbitrary weights."""
    chance = np.random.default_rng(0)
    folder = tmp_path / "weights"
    folder.mkdir()
    tensors = {}
    for layer, before in (("features.0", 3), ("features.2", 64)):
        tensors[f"{layer}.weight"] = (chance.standard_normal((64, before, 3, 3)) * 0.1).astype(np.float16)
        tensors[f"{layer}.bias"] = np.zeros(64, np.float16)
    np.savez(folder / COMPACT, **tensors)
    return str(folder)


def result_of(scan: Scan, scale: int, around: Surroundings, **knobs: Value) -> Result:
    *_, last = train(scan, plan_for("model1", scale, {**QUICK, **knobs}), around)
    return last.result


def pairs(count: int, **knobs: float) -> list[tuple[torch.Tensor, torch.Tensor, float]]:
    source = Source(1.0, torch.from_numpy(speckled(60, 52))[None, None])
    options = Options(crop=24, as_is=0.0, whole_pixels=1.0 - knobs.get("whole", 0.0), **knobs)
    patches = Patches([source], Blur(BlurOptions()), 2.0, options, np.random.default_rng(1))
    return [patches.draw() for _ in range(count)]


def test_the_defaults_are_the_studys() -> None:
    plan = METHODS["model1"].plan.to_dict()
    assert plan["patches"] | {"crop": 96, "whole": 0.2, "identity": 0.5, "as_is": 0.0} == plan["patches"]
    assert plan["patches"]["noise"] == pytest.approx(30 / 255)
    assert (plan["schedule"]["rate"], plan["schedule"]["steps"], plan["schedule"]["stop"]) == (1e-3, 1500, 350)
    assert (plan["degradation"]["kernel"], plan["degradation"]["antialias"]) == ("cubic75", False)
    assert (plan["enlargement"]["ensemble"], plan["enlargement"]["backprojection"]) == (1, "off")


def test_a_fifth_of_the_fathers_is_the_whole_scan_and_half_of_the_sons_are_not_shrunk() -> None:
    drawn = pairs(400, whole=0.2, identity=0.5)
    whole = sum(pair[1].shape[-2:] == (60, 52) for pair in drawn)
    same = sum(pair[2] == 1.0 for pair in drawn)
    assert 55 < whole < 105
    assert 160 < same < 240
    assert all((pair[0].shape == pair[1].shape) == (pair[2] == 1.0) for pair in drawn)


def test_a_son_that_is_not_shrunk_is_its_father_with_noise() -> None:
    lr, hr, _ = pairs(1, identity=1.0, noise=0.1)[0]
    inside = (hr > 0.3) & (hr < 0.7)
    assert (lr - hr)[inside].std().item() == pytest.approx(0.1, rel=0.2)


def test_noise_is_taken_out_of_the_scan_that_fathers_are_cut_from() -> None:
    rows, columns = np.mgrid[:64, :48]
    clean = torch.from_numpy(0.5 + 0.3 * np.sin(rows / 6) * np.cos(columns / 7)).float()[None, None]
    noisy = clean + 0.08 * torch.randn(clean.shape, generator=torch.Generator().manual_seed(0))
    before, after = ((picture - clean).square().mean().item() for picture in (noisy, denoised(noisy)))
    assert after < before / 3


def test_fathers_are_cut_from_the_cleaned_scan_when_asked(cpu: Device) -> None:
    noisy = torch.from_numpy(speckled(60, 52))[None, None]
    patches = Patches([Source(1.0, noisy)], Blur(BlurOptions()), 2.0, Options(denoising=True), np.random.default_rng(0))
    assert torch.equal(patches.sources[0].image, denoised(noisy))


def fed(options: PlateauOptions, losses: list[float]) -> tuple[Plateau, list[int]]:
    plateau, drops = Plateau(options), []
    for step, loss in enumerate(losses, start=1):
        plateau.stepped(torch.tensor(loss))
        if plateau.after(step):
            drops.append(step)
    return plateau, drops


def test_the_rate_halves_after_a_hundred_steps_without_gain_and_again_after_a_rest() -> None:
    plateau, drops = fed(PlateauOptions(), [0.1] * 345)
    assert drops == [101, 220, 339]
    assert plateau.rate == 1e-3 / 8
    assert not plateau.over


def test_training_is_over_after_350_steps_without_gain() -> None:
    assert not fed(PlateauOptions(), [0.1] * 350)[0].over
    assert fed(PlateauOptions(), [0.1] * 351)[0].over


def test_a_fall_of_a_thousandth_of_a_grey_level_counts_as_gain() -> None:
    steady = [0.1 - step * 1.1e-3 / 255 for step in range(400)]
    assert fed(PlateauOptions(), steady)[1] == []
    creeping = [0.1 - step * 0.9e-5 / 255 for step in range(120)]
    assert fed(PlateauOptions(), creeping)[1] == [101]


def test_a_plateau_carried_over_decides_as_the_first_one() -> None:
    import json

    first, _ = fed(PlateauOptions(), [0.1] * 150)
    second = Plateau(PlateauOptions())
    second.load(json.loads(json.dumps(first.state())))
    for step in range(151, 400):
        for plateau in (first, second):
            plateau.stepped(torch.tensor(0.1))
        assert first.after(step) == second.after(step)
    assert first.state() == second.state()
    fresh = Plateau(PlateauOptions())
    fresh.load(json.loads(json.dumps(Plateau(PlateauOptions()).state())))
    assert fresh.state() == Plateau(PlateauOptions()).state()


def test_four_times_is_twice_two_times_at_the_rate_reached(scan: Scan, cpu: Device) -> None:
    plan = plan_for("model1", 4, {**QUICK, "patience": 5, "rest": 0})
    events = list(train(scan, plan, Surroundings(cpu)))
    stages = [event.name for event in events if isinstance(event, StageBegan) and event.name.startswith("Training")]
    assert stages == ["Training ×2", "Training ×2 to ×4"]
    rates = events[-1].result.history.rates
    assert [rate for _, rate in rates] == sorted({rate for _, rate in rates}, reverse=True)
    anew = result_of(scan, 4, Surroundings(cpu), patience=5, rest=0, carries="off").history.rates
    assert (24, 1e-3) in anew
    assert min(rate for _, rate in anew) < 1e-3


def test_rounding_between_the_stages_changes_the_result_by_little(scan: Scan, cpu: Device) -> None:
    rounded, exact = (result_of(scan, 4, Surroundings(cpu), rounding=wish).sr.image for wish in ("on", "off"))
    assert 0 < np.abs(rounded - exact).max() < 0.1


@pytest.mark.parametrize("stop_at", [13, 37])
def test_a_resumed_model1_gives_the_bits_of_an_unbroken_one(
    stop_at: int, scan: Scan, cpu: Device, tmp_path: Path
) -> None:
    plan = plan_for("model1", 4, {**QUICK, "patience": 4})
    unbroken = list(train(scan, plan, Surroundings(cpu)))[-1].result
    run = Run.begin(tmp_path, {"plan": plan.to_dict()}, scan, None)
    job = train(scan, plan, Surroundings(cpu, run=run))
    next(event for event in job if isinstance(event, Stepped) and event.step == stop_at)
    job.close()
    events = list(train(scan, plan, Surroundings(cpu, run=Run.named(tmp_path, run.name))))
    assert any(isinstance(event, Recalled) for event in events)
    resumed = events[-1].result
    np.testing.assert_array_equal(resumed.sr.image, unbroken.sr.image)
    assert resumed.history == unbroken.history
    assert resumed.notes == unbroken.notes


def test_the_missing_perceptual_term_is_told_once(scan: Scan, cpu: Device) -> None:
    assert result_of(scan, 2, Surroundings(cpu)).notes.count(OFF) == 1


@pytest.mark.parametrize(("method", "perceptual"), [("model1", "vgg255"), ("model2", "vgg255"), ("cyclegan", "vgg224")])
def test_with_and_without_the_perceptual_term_a_method_has_two_names(
    method: str, perceptual: str, tmp_path: Path, weights: str
) -> None:
    without, seeing = METHODS[method], METHODS[f"{method}-vgg"]
    assert (without.title.split(", ")[1], seeing.title.split(", ")[1]) == ("without VGG19", "with VGG19")
    plain, full = without.plan.to_dict(), seeing.plan.to_dict()
    assert (plain["recipe"].pop("perceptual"), full["recipe"].pop("perceptual")) == ("off", perceptual)
    assert {name for name in plain if plain[name] != full[name]} == {"method"}
    assert without.card(str(tmp_path)).available
    assert not seeing.card(str(tmp_path)).available
    assert "vgg19-dcbb9e9d.pth" in seeing.card(str(tmp_path)).reason
    assert seeing.card(weights).available


def test_a_perceptual_term_without_weights_is_refused_naming_the_place(scan: Scan, cpu: Device, tmp_path: Path) -> None:
    plan = plan_for("model1", 2, {**QUICK, "perceptual": "vgg255"})
    assert str(tmp_path) in lacking(plan, str(tmp_path))
    assert "vgg19-dcbb9e9d.pth" in lacking(plan, str(tmp_path))
    events = []
    with pytest.raises(MissingWeights, match="VGG19"):
        events.extend(train(scan, plan, Surroundings(cpu, weights=str(tmp_path))))
    assert not any(isinstance(event, Stepped) for event in events)


def test_a_saturated_perceptual_term_is_noted_once_and_drawn(scan: Scan, cpu: Device, weights: str) -> None:
    """P13: on grey levels of 0 to 255 the distance is far above 10, on 0 to 1 far below."""
    plan = plan_for("model1", 2, {**QUICK, "perceptual": "vgg255"})
    assert lacking(plan, weights) == ""
    events = list(train(scan, plan, Surroundings(cpu, weights=weights)))
    losses = [event.losses for event in events if isinstance(event, Measured)]
    assert all({"objective", "l1", "vgg"} <= set(loss) for loss in losses)
    assert all(loss["vgg"] > 10 for loss in losses)
    assert all(loss["objective"] == pytest.approx(loss["l1"] + 10 / 255, abs=10 / 255 / 11) for loss in losses)
    assert sum("saturated" in event.words for event in events if isinstance(event, Noted)) == 1
    quiet = result_of(scan, 2, Surroundings(cpu, weights=weights), perceptual="vgg01")
    assert not any("saturated" in note for note in quiet.notes)


def test_the_eye_of_the_perceptual_term_has_the_published_size(weights: str, tmp_path: Path) -> None:
    network = vgg19(BLOCK1_CONV2, weights)
    assert sum(parameter.numel() for parameter in network.parameters()) == 38_720
    assert not any(parameter.requires_grad for parameter in network.parameters())
    with pytest.raises(MissingWeights, match="fresh copy"):
        vgg19(POOL4, weights)


def test_the_bounded_term_is_the_studys_formula(weights: str) -> None:
    network = vgg19(BLOCK1_CONV2, weights)
    one = torch.rand(1, 1, 16, 16, generator=torch.Generator().manual_seed(0))
    assert distance(network, one, one).item() == 0
    seen, wanted = (network(picture.repeat(1, 3, 1, 1)) for picture in (one, 0.5 * one))
    assert distance(network, one, 0.5 * one).item() == pytest.approx(((seen - wanted) ** 2).mean().item(), rel=1e-5)
    assert bounded(torch.tensor(1.0)).item() == 0.5
