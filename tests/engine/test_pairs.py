"""Networks trained on many scans: what is learned from, what is checked, what is kept, what can be done with it."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import numpy as np
import pytest
import torch

from tests.engine.conftest import speckled
from ussr_engine.cli import run as command
from ussr_engine.device import Device
from ussr_engine.errors import BadRequest, EngineError, MissingWeights, UnreadableFile
from ussr_engine.events import Measured, Recalled, Stepped
from ussr_engine.export import export
from ussr_engine.imaging.resize import resize
from ussr_engine.learning import Course, Learned, course_for, learn
from ussr_engine.methods import METHODS, lacking, plan_for
from ussr_engine.pairs import Crops, Example, Options, examples, split
from ussr_engine.runs import Run
from ussr_engine.scan import Scan
from ussr_engine.train import Surroundings, train
from ussr_engine.weights import load_model, models, models_folder, read_card, save_model

LIGHT = {"width": 4, "crop": 32, "batch": 2, "steps": 60, "rate": 1e-3}


@pytest.fixture(scope="module")
def scans(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Six scans of soft waves; learning to sharpen them is easy."""
    folder = tmp_path_factory.mktemp("scans")
    for seed in range(6):
        rows, columns = np.mgrid[:64, :58]
        waves = 0.5 + 0.4 * np.sin(rows / (1.1 + 0.1 * seed)) * np.sin(columns / 1.3 + seed)
        export(str(folder / f"scan{seed}.png"), Scan(waves.astype(np.float32)), None, 8)
    return folder


def course(network: str = "mwcnn", **knobs: object) -> Course:
    wanted = {name: value for name, value in LIGHT.items() if name != "width" or network == "mwcnn"}
    return course_for(network, 2, {**wanted, **knobs}, 0, "Method 1 (cubic)", "CC0")


def learned(folder: Path, device: Device, wanted: Course, run: Run | None = None) -> tuple[list, Learned]:
    found = [one for one in examples(folder, 2, 1, None, 0) if isinstance(one, Example)]
    job, events = learn(found, wanted, device, run), []
    while True:
        try:
            events.append(next(job))
        except StopIteration as end:
            return events, end.value


@pytest.fixture(scope="module")
def model(scans: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    from ussr_engine.device import choose

    path = tmp_path_factory.mktemp("models") / "waves.safetensors"
    _, outcome = learned(scans, choose("cpu", threads=1), course())
    save_model(path, outcome.network, outcome.card)
    return path


def test_samples_are_matching_crops_of_both_scans(scans: Path, cpu: Device) -> None:
    found = list(examples(scans, 2, 1, None, 0))
    pair = Crops(found, 2, Options(crop=32, batch=3), np.random.default_rng(0), cpu.torch).draw()
    assert (pair.lr.shape, pair.hr.shape) == ((3, 1, 16, 16), (3, 1, 32, 32))
    for lr, hr in zip(pair.lr[:, 0].numpy(), pair.hr[:, 0].numpy(), strict=True):
        np.testing.assert_allclose(resize(hr, scale=0.5)[3:-3, 3:-3], lr[3:-3, 3:-3], atol=2 / 255)


def test_scans_are_split_by_file_and_never_seen_on_both_sides(scans: Path) -> None:
    found = list(examples(scans, 2, 1, None, 0))
    to_learn, to_check = split(found, 0.34, seed=1)
    assert (len(to_learn), len(to_check)) == (4, 2)
    assert not {one.name for one in to_learn} & {one.name for one in to_check}
    assert [one.name for one in split(found, 0.34, seed=1)[1]] == [one.name for one in to_check]
    with pytest.raises(BadRequest, match="Only one usable scan"):
        split(found[:1], 0.2, 0)


def test_a_coarse_scan_of_ones_own_takes_the_place_of_the_made_one(scans: Path, tmp_path: Path) -> None:
    coarse = tmp_path / "coarse"
    coarse.mkdir()
    for path in list(scans.iterdir())[:2]:
        export(str(coarse / f"{path.stem}.tif"), Scan(np.full((32, 29), 0.25, np.float32)), None, 8)
    export(str(coarse / "scan5.png"), Scan(np.zeros((9, 9), np.float32)), None, 8)
    found = list(examples(scans, 2, 1, coarse, 0))
    good = [one for one in found if isinstance(one, Example)]
    bad = [str(one) for one in found if isinstance(one, EngineError)]
    assert len(good) >= 1
    assert all(float(one.lr.mean()) == pytest.approx(64 / 255) for one in good)
    assert any("no coarse counterpart" in words for words in bad)
    assert any("asks 18 × 18" in words for words in bad)


def test_a_file_that_is_no_scan_is_left_out_with_a_reason(scans: Path, tmp_path: Path) -> None:
    folder = tmp_path / "mixed"
    shutil.copytree(scans, folder)
    (folder / "broken.png").write_bytes(b"not a picture")
    found = list(examples(folder, 2, 1, None, 0))
    assert sum(isinstance(one, Example) for one in found) == 6
    assert ["broken.png" in str(one) for one in found if isinstance(one, EngineError)] == [True]


def test_training_beats_interpolation_on_scans_it_has_not_seen(scans: Path, cpu: Device) -> None:
    events, outcome = learned(scans, cpu, course(steps=150))
    checked = [
        event.losses["held out"] for event in events if isinstance(event, Measured) and "held out" in event.losses
    ]
    assert checked[-1] < checked[0]
    assert outcome.card.psnr > outcome.card.bicubic_psnr + 0.5
    assert (outcome.card.scans, outcome.card.validation_scans) == (5, 1)
    assert outcome.card.steps == 150


@pytest.mark.parametrize("network", ["srcnn", "vdsr", "espcn", "decusr", "srresnet", "rrdb", "deepulm"])
def test_every_published_network_learns_from_pairs(network: str, scans: Path, cpu: Device) -> None:
    light = {
        "vdsr": {"layers": 5, "features": 16},
        "espcn": {"features": 16},
        "srresnet": {"blocks": 2, "features": 16},
        "rrdb": {"blocks": 1, "features": 16, "growth": 8},
    }.get(network, {})
    steps = 200 if network == "rrdb" else 100  # its last layer starts from nothing
    _, outcome = learned(scans, cpu, course(network, steps=steps, **light))
    assert outcome.card.backbone == network
    assert outcome.card.psnr > outcome.card.bicubic_psnr


def test_a_training_broken_off_goes_on_to_the_same_bits(scans: Path, cpu: Device, tmp_path: Path) -> None:
    _, unbroken = learned(scans, cpu, course())
    found = [one for one in examples(scans, 2, 1, None, 0) if isinstance(one, Example)]
    run = Run.begin(tmp_path, {"plan": {}}, Scan(speckled()), None)
    job = learn(found, course(), cpu, run)
    next(event for event in job if isinstance(event, Stepped) and event.step == 27)
    job.close()
    events, resumed = learned(scans, cpu, course(), Run.named(tmp_path, run.name))
    assert any(isinstance(event, Recalled) for event in events)
    for one, other in zip(unbroken.network.parameters(), resumed.network.parameters(), strict=True):
        assert torch.equal(one, other)
    assert resumed.history == unbroken.history


def test_a_model_comes_back_with_its_card(model: Path) -> None:
    network, card = load_model(model)
    assert card == read_card(model)
    assert (card.backbone, card.options["width"], card.scale, card.licence) == ("mwcnn", 4, 2, "CC0")
    assert "width 4" in card.title
    assert card.plan["samples"]["crop"] == 32
    assert network(torch.rand(1, 1, 9, 7), 2.0, (18, 14)).shape == (1, 1, 18, 14)


def test_mwcnn_is_unavailable_until_a_model_lies_in_the_folder(model: Path, cpu: Device) -> None:
    card = METHODS["mwcnn"].card()
    assert not card.available
    assert "ussr-engine train --method mwcnn --pairs" in card.reason
    with pytest.raises(MissingWeights):
        list(train(Scan(speckled()), plan_for("mwcnn", 2), Surroundings(cpu)))
    models_folder().mkdir(parents=True)
    shutil.copy(model, models_folder())
    (models_folder() / "damaged.safetensors").write_bytes(b"x" * 50)
    assert [path.name for path, _ in models()] == ["waves.safetensors"]
    card = METHODS["mwcnn"].card()
    assert card.available
    assert card.scales == (2,)
    *_, last = train(Scan(speckled()), plan_for("mwcnn", 2), Surroundings(cpu))
    assert last.result.sr.image.shape == (80, 72)
    assert any("waves.safetensors" in note for note in last.result.notes)
    assert "×3" in lacking(plan_for("mwcnn", 3))


def test_a_model_of_another_kind_or_scale_is_refused(model: Path) -> None:
    assert lacking(plan_for("trained", 2, {"model": str(model)})) == ""
    assert "enlarges ×2, not ×4" in lacking(plan_for("trained", 4, {"model": str(model)}))
    assert "holds the network mwcnn, not vdsr" in lacking(
        plan_for("mwcnn", 2, {"model": str(model), "network": "vdsr"})
    )


def test_a_model_is_listed_with_its_card_for_the_methods_that_can_apply_it(model: Path) -> None:
    assert METHODS["mwcnn"].card().models == ()
    models_folder().mkdir(parents=True)
    kept = shutil.copy(model, models_folder() / "mine.safetensors")
    card = read_card(model)
    (record,) = METHODS["mwcnn"].card().models
    assert (record.path, record.scale, record.says) == (str(kept), card.scale, card.says)
    assert record.gain == pytest.approx(card.psnr - card.bicubic_psnr)
    assert METHODS["trained"].card().models == (record,)
    assert METHODS["zssr"].card().models == ()


@pytest.mark.parametrize("damage", ["cut", "card", "knob", "width", "scale", "pickle"])
def test_a_damaged_model_is_refused_in_a_sentence(damage: str, model: Path, tmp_path: Path) -> None:
    import dataclasses

    path = tmp_path / "damaged.safetensors"
    network, card = load_model(model)
    changed = {
        "knob": {"options": {"wdith": 4}},
        "width": {"options": {"width": 8}},
        "scale": {"scale": 7},
        "card": {"backbone": "os"},
    }.get(damage, {})
    save_model(path, network, dataclasses.replace(card, **changed))
    if damage == "cut":
        path.write_bytes(path.read_bytes()[:5000])
    if damage == "pickle":
        torch.save({"card": 1}, path)
    with pytest.raises(UnreadableFile, match=r"damaged\.safetensors"):
        load_model(path)


@pytest.mark.parametrize(
    ("knobs", "words"),
    [
        ({"batsh": 2}, "no knob 'batsh'"),
        ({"samples.corp": 2}, "Did you mean 'crop'"),
        ({"enlargement.ensemble": 8}, "no effect on training from pairs"),
        ({"width": 9999}, "between 4 and 128"),
    ],
)
def test_a_wrong_knob_of_a_training_is_answered(knobs: dict[str, object], words: str) -> None:
    with pytest.raises(BadRequest, match=words):
        course_for("mwcnn", 2, knobs, 0, "")


def test_the_command_trains_and_its_model_enlarges(
    scans: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    out, small = tmp_path / "own.safetensors", tmp_path / "small.png"
    export(str(small), Scan(speckled(24, 20)), None, 8)
    knobs = [word for name in ("width=4", "crop=32", "batch=2", "steps=20") for word in ("--set", name)]
    words = ["train", "--method", "mwcnn", "--pairs", str(scans), "--degradation", "3", "-o", str(out), *knobs]
    assert command([*words, "--licence", "CC0", "--json"]) == 0
    record = json.loads(capsys.readouterr().out)
    assert record["card"]["degradation"].startswith("Method 3")
    assert [step for step, _ in record["validation"]] == [0, 20]
    asked = ["enlarge", str(small), "--method", "mwcnn", "--scale", "2", "-o", str(tmp_path / "large.png")]
    assert command([*asked, "--set", f"model={out}"]) == 0
    assert (tmp_path / "large.png").exists()
    capsys.readouterr()
    assert command(["weights", "--json"]) == 0
    assert json.loads(capsys.readouterr().out)["models"] == []
