"""The benchmark: nothing lost, nothing done twice, figures that others get too, a page that loads nothing."""

from __future__ import annotations

import csv
import dataclasses
import importlib
import json
import re
import signal
import sqlite3
import subprocess
import sys
from html.parser import HTMLParser
from pathlib import Path

import numpy as np
import pytest
import torch
from PIL import Image as Pillow
from scipy.stats import wilcoxon

from ussr_engine import cluster
from ussr_engine.benchmark import judging
from ussr_engine.benchmark.cells import Cell, Row, Subject
from ussr_engine.benchmark.entries import entries
from ussr_engine.benchmark.exhibits import SIDE, window
from ussr_engine.benchmark.ledger import Ledger
from ussr_engine.benchmark.news import CellBegan, CellEnded, Listed, Reported, Skipped
from ussr_engine.benchmark.oracle import ORACLE, oracle
from ussr_engine.benchmark.running import Asked, benchmark
from ussr_engine.benchmark.statistics import paired, spread
from ussr_engine.benchmark.timing import Pace
from ussr_engine.benchmark.words import variance
from ussr_engine.cli import run
from ussr_engine.errors import BadRequest, UnreadableFile
from ussr_engine.methods import METHODS, plan_for
from ussr_engine.metrics import psnr, to_levels
from ussr_engine.perceptual import available
from ussr_engine.registry import BACKBONES
from ussr_engine.weights import ModelCard, save_model

from .conftest import speckled

QUICK = ("bicubic", "exact", "denoise")
TINY = ["--set", "zssr.layers=3", "--set", "zssr.features=8", "--set", "zssr.crop=24", "--set", "zssr.steps=40"]


def write(path: Path, seed: int = 0, height: int = 136, width: int = 128) -> None:
    """A soft picture with a bright edge: what is noise in it later was put in by a degradation."""
    path.parent.mkdir(parents=True, exist_ok=True)
    rows, columns = np.mgrid[:height, :width] + np.random.default_rng(seed).uniform(0, 40, (2, 1, 1))
    image = 0.45 + 0.2 * np.sin(rows / 11) * np.cos(columns / 9) + 0.2 * (np.sin(rows / 8 + columns / 15) > 0.3)
    Pillow.fromarray(to_levels(image)).save(path)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Three small scans."""
    for seed in range(3):
        write(tmp_path / "scans" / f"{seed}.png", seed)
    return tmp_path / "scans"


def done(folder: Path, out: Path, **wishes: object) -> tuple[list[object], list[Row]]:
    """Events and rows of a benchmark carried out in this process."""
    asked = {"methods": QUICK, "scales": (2,), "workers": 1, "device": "cpu"} | wishes
    events = list(benchmark(Asked([str(folder)], out, **asked)))
    ledger = Ledger(out)
    rows = list(ledger.rows().values())
    ledger.close()
    return events, rows


def figures(rows: list[Row]) -> list[Row]:
    """Rows without what the clock says, in a fixed order."""
    timeless = [dataclasses.replace(row, seconds=None, cpu_seconds=None) for row in rows]
    return sorted(timeless, key=lambda row: row.key)


def engine(*arguments: object) -> list[str]:
    return [sys.executable, "-m", "ussr_engine", "benchmark", *map(str, arguments)]


def test_every_cell_is_told_begun_and_ended_once_and_the_report_comes_last(folder: Path, tmp_path: Path) -> None:
    events, rows = done(folder, tmp_path / "out")
    listed = next(event for event in events if isinstance(event, Listed))
    assert (listed.scans, listed.cells, listed.kept) == (3, 27, 0)
    begun = [event.cell.key for event in events if isinstance(event, CellBegan)]
    ended = [event.row.key for event in events if isinstance(event, CellEnded)]
    assert begun == ended
    assert sorted(set(begun)) == sorted(row.key for row in rows)
    assert len(set(begun)) == 27
    assert isinstance(events[-1], Reported)
    assert {path.name for path in (tmp_path / "out").iterdir()} >= set(events[-1].files)


def test_a_second_sitting_does_nothing_again_and_reports_the_same(folder: Path, tmp_path: Path) -> None:
    _, first = done(folder, tmp_path / "out")
    events, second = done(folder, tmp_path / "out")
    assert next(event for event in events if isinstance(event, Listed)).kept == 27
    assert not [event for event in events if isinstance(event, CellBegan)]
    assert second == first


@pytest.mark.parametrize("change", [{"seed": 1}, {"knobs": {"denoise": {"strength": 2.0}}}, {"protocol": "study"}])
def test_what_decides_a_figure_makes_another_cell(folder: Path, tmp_path: Path, change: dict[str, object]) -> None:
    wishes = {"methods": ("denoise",), "degradations": (3,), "limit": 1}
    _, first = done(folder, tmp_path / "out", **wishes)
    _, both = done(folder, tmp_path / "out", **wishes, **change)
    assert len(first) == 1
    assert len(both) == 2
    assert both[0].psnr != both[1].psnr


def test_a_scan_that_changed_is_measured_anew(folder: Path, tmp_path: Path) -> None:
    wishes = {"methods": ("bicubic",), "degradations": (1,)}
    done(folder, tmp_path / "out", **wishes)
    write(folder / "1.png", seed=9)
    events, rows = done(folder, tmp_path / "out", **wishes)
    assert [event.row.name for event in events if isinstance(event, CellEnded)] == ["1.png"]
    assert len(rows) == 4


def test_a_killed_benchmark_goes_on_and_ends_with_the_rows_of_an_unbroken_one(folder: Path, tmp_path: Path) -> None:
    command = engine(folder, "--methods", "bicubic,zssr", "--degradations", "3", "--scales", "2", "--workers", "1")
    command += ["--device", "cpu", *TINY, "-o", str(tmp_path / "broken")]
    process = subprocess.Popen(command, stderr=subprocess.PIPE, text=True, encoding="utf-8")
    assert process.stderr is not None
    for told in process.stderr:
        if told.startswith("4/6"):
            break
    process.send_signal(signal.SIGKILL)
    process.communicate()
    again = subprocess.run(command, capture_output=True, text=True, encoding="utf-8")
    assert again.returncode == 0, again.stderr
    kept = int(re.search(r"6 cells, (\d+) of them already done", again.stderr).group(1))
    assert kept >= 4
    assert len(re.findall(r"^\d/6 ", again.stderr, re.MULTILINE)) == 6 - kept
    knobs = {"zssr": {knob: int(value) for knob, value in re.findall(r"zssr\.(\w+)=(\d+)", " ".join(TINY))}}
    _, unbroken = done(folder, tmp_path / "whole", methods=("bicubic", "zssr"), degradations=(3,), knobs=knobs)
    ledger = Ledger(tmp_path / "broken")
    resumed = list(ledger.rows().values())
    assert all(ledger.picture(row.key) is not None for row in resumed)
    ledger.close()
    assert figures(resumed) == figures(unbroken)
    assert len(resumed) == 6


@pytest.mark.slow
def test_several_processes_give_the_figures_of_one(folder: Path, tmp_path: Path) -> None:
    wishes = {"degradations": (3,)}
    _, alone = done(folder, tmp_path / "one", **wishes)
    events, together = done(folder, tmp_path / "two", workers=2, **wishes)
    assert figures(together) == figures(alone)
    assert [event.done for event in events if isinstance(event, CellEnded)] == list(range(1, 10))


@pytest.mark.localhost
def test_a_cluster_gives_the_figures_of_this_machine(folder: Path, tmp_path: Path) -> None:
    distributed = importlib.import_module("distributed")
    _, here = done(folder, tmp_path / "here", degradations=(3,))
    settings = {"processes": True, "n_workers": 1, "threads_per_worker": 1, "dashboard_address": None}
    with distributed.LocalCluster(**settings) as machines:
        events, there = done(folder, tmp_path / "there", degradations=(3,), scheduler=machines.scheduler_address)
    assert figures(there) == figures(here)
    assert isinstance(events[-1], Reported)


def test_files_that_are_no_scans_are_told_and_left_out(folder: Path, tmp_path: Path) -> None:
    (folder / "notes.txt").write_text("no scan")
    whole = (folder / "0.png").read_bytes()
    (folder / "cut.png").write_bytes(whole[: len(whole) // 2])
    events, rows = done(folder, tmp_path / "out", methods=("bicubic",), degradations=(1,))
    skipped = {Path(event.path).name: event.words for event in events if isinstance(event, Skipped)}
    assert set(skipped) == {"notes.txt", "cut.png"}
    assert {row.name for row in rows} == {"0.png", "1.png", "2.png"}
    page = (tmp_path / "out" / "index.html").read_text(encoding="utf-8")
    assert all(name in page for name in skipped)


def test_a_scan_too_small_for_a_method_costs_only_its_own_cells(folder: Path, tmp_path: Path) -> None:
    write(folder / "small.png", 5, 7, 40)
    events, rows = done(folder, tmp_path / "out", degradations=(1,), scales=(4,))
    failed = [row for row in rows if row.error]
    assert {row.name for row in failed} == {"small.png"}
    assert all("less than 8 a side" in row.error for row in failed)
    assert events[-1].failed == 3
    text = (tmp_path / "out" / "tables.md").read_text(encoding="utf-8")
    assert "1 of 4: small.png is 40 × 7 pixels" in text
    events, _ = done(folder, tmp_path / "out", degradations=(1,), scales=(4,))
    assert [event.row.name for event in events if isinstance(event, CellEnded)] == ["small.png"] * 3


def test_an_unavailable_method_has_an_empty_row_that_says_why(folder: Path, tmp_path: Path) -> None:
    events, rows = done(folder, tmp_path / "out", degradations=(1,), methods=(*QUICK, "mwcnn"))
    listed = next(event for event in events if isinstance(event, Listed))
    ((name, reason),) = listed.missing
    assert name == "mwcnn"
    assert "ussr-engine train --method mwcnn" in reason
    assert {row.method for row in rows} == set(QUICK)
    table = (tmp_path / "out" / "tables.md").read_text(encoding="utf-8")
    assert re.search(r"\| `mwcnn` \| 0 \|.*ussr-engine train --method mwcnn", table)


def test_a_model_that_is_named_counts_where_none_is_in_its_place(folder: Path, tmp_path: Path) -> None:
    options = BACKBONES["espcn"].options()
    network = BACKBONES["espcn"].make(1, 2, options, torch.Generator().manual_seed(0))
    card = ModelCard("espcn", dataclasses.asdict(options), 2, "Method 1", 5, 1, 10, 30.0, 29.0, "", {}, "0", "2026")
    save_model(tmp_path / "mine.safetensors", network, card)
    wishes = {"methods": ("trained",), "degradations": (1,), "limit": 1}
    _, rows = done(folder, tmp_path / "out", **wishes, knobs={"trained": {"model": str(tmp_path / "mine.safetensors")}})
    assert [(row.method, row.error) for row in rows] == [("trained", "")]
    with pytest.raises(BadRequest, match=r"None of the methods can run here\. There is no trained network for ×2"):
        done(folder, tmp_path / "other", **wishes)


def test_a_benchmark_stopped_in_the_middle_has_what_it_told(folder: Path, tmp_path: Path) -> None:
    job = benchmark(Asked([str(folder)], tmp_path / "out", methods=QUICK, scales=(2,), workers=1, device="cpu"))
    told = []
    for event in job:
        if isinstance(event, CellEnded):
            told.append(event.row)
        if len(told) == 4:
            break
    job.close()
    ledger = Ledger(tmp_path / "out")
    assert list(ledger.rows().values()) == told
    ledger.close()


def test_only_one_benchmark_writes_to_a_folder(folder: Path, tmp_path: Path) -> None:
    ledger = Ledger(tmp_path / "out")
    with pytest.raises(BadRequest, match="Another benchmark"):
        done(folder, tmp_path / "out")
    ledger.close()


def test_a_damaged_ledger_is_refused_in_a_sentence(folder: Path, tmp_path: Path) -> None:
    (tmp_path / "out").mkdir()
    (tmp_path / "out" / "cells.sqlite").write_bytes(b"no database at all, but long enough to look at" * 40)
    with pytest.raises(UnreadableFile, match="damaged"):
        done(folder, tmp_path / "out")


def test_a_row_of_a_foreign_shape_is_refused(folder: Path, tmp_path: Path) -> None:
    done(folder, tmp_path / "out", methods=("bicubic",), limit=1, degradations=(1,))
    with sqlite3.connect(tmp_path / "out" / "cells.sqlite") as file:
        file.execute("UPDATE cells SET row = '{\"key\": 1}'")
    file.close()
    with pytest.raises(UnreadableFile, match="damaged"):
        done(folder, tmp_path / "out", methods=("bicubic",), limit=1, degradations=(1,))


def test_weights_that_come_later_fill_the_gaps_without_running_a_method_again(
    folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    if available():
        pytest.skip("no weights of AlexNet (set USSR_WEIGHTS)")
    wishes = {"methods": ("bicubic",), "degradations": (3,), "limit": 1}
    _, direct = done(folder, tmp_path / "direct", **wishes)
    with monkeypatch.context() as without:
        without.setenv("USSR_WEIGHTS", str(tmp_path))
        _, (bare,) = done(folder, tmp_path / "out", **wishes)
    assert bare.lpips is None
    assert "weights of AlexNet" in bare.lpips_reason
    events, (filled,) = done(folder, tmp_path / "out", **wishes)
    assert not [event for event in events if isinstance(event, CellBegan)]
    assert figures([filled]) == figures(direct)
    assert filled.seconds == bare.seconds


def test_means_deviations_and_significance_are_those_of_numpy_and_scipy(folder: Path, tmp_path: Path) -> None:
    for seed in range(3, 7):
        write(folder / f"{seed}.png", seed)
    _, rows = done(folder, tmp_path / "out", degradations=(3,))
    columns = {
        method: np.array([row.psnr for row in sorted(rows, key=lambda row: row.name) if row.method == method])
        for method in QUICK
    }
    table = (tmp_path / "out" / "tables.md").read_text(encoding="utf-8")
    for method, column in columns.items():
        line = next(text for text in table.splitlines() if text.startswith(f"| `{method}`"))
        assert f"{column.mean():.2f} ± {column.std(ddof=1):.2f} | {variance(column.var())}" in line
    with (tmp_path / "out" / "pairs.csv").open(encoding="utf-8", newline="") as file:
        pairs = [pair for pair in csv.DictReader(file) if pair["measure"] == "psnr"]
    assert len(pairs) == 3
    for pair in pairs:
        difference = columns[pair["method"]] - columns[pair["minus"]]
        assert int(pair["n"]) == 7
        assert float(pair["mean"]) == pytest.approx(difference.mean())
        assert float(pair["least"]) == pytest.approx(difference.min())
        assert float(pair["p"]) == pytest.approx(wilcoxon(difference).pvalue)


def test_the_report_goes_by_data_set_then_scale_then_degradation(folder: Path, tmp_path: Path) -> None:
    write(tmp_path / "another" / "0.png", 8)
    asked = Asked([str(folder), str(tmp_path / "another")], tmp_path / "out", ["bicubic"], (1, 3), (2, 4), workers=1)
    list(benchmark(asked))
    heads = re.findall(r"^## (\w+), ×(\d), Method (\d)", (tmp_path / "out" / "tables.md").read_text("utf-8"), re.M)
    assert heads == [(group, scale, method) for group in ("scans", "another") for scale in "24" for method in "13"]
    page = (tmp_path / "out" / "index.html").read_text(encoding="utf-8")
    assert re.findall(r"<h2>(\w+), ×(\d)</h2>", page) == [(g, s) for g in ("scans", "another") for s in "24"]


def test_a_row_may_be_a_method_with_a_knob_turned_for_it_alone(folder: Path, tmp_path: Path) -> None:
    asked = ("simreg", "simreg:texture=1", "simreg:degradation=told", "bicubic")
    events, _ = done(folder, tmp_path / "out", methods=asked, degradations=(1, 3), limit=1)
    ended = [event.row for event in events if isinstance(event, CellEnded)]
    assert {row.method for row in ended} == set(asked)
    with (tmp_path / "out" / "rows.csv").open(encoding="utf-8") as file:
        told = list(csv.DictReader(file))
    names = list(dict.fromkeys(row["method"] for row in told))
    assert names == ["bicubic", "simreg", "simreg:texture=1", "simreg:degradation=told"]
    for written in ("tables.md", "index.html"):
        assert "simreg:degradation=told" in (tmp_path / "out" / written).read_text(encoding="utf-8")
    psnr = {(row["method"], row["degradation"]): float(row["psnr"]) for row in told}
    assert psnr["simreg", "3"] != psnr["simreg:texture=1", "3"]


def test_told_gives_a_knob_the_number_of_the_method_that_made_the_scan() -> None:
    (entry,) = entries(["simreg:degradation=told:texture=0"], {"simreg": {"texture": 1.0, "steps": 20}})
    recipes = [json.loads(entry.plan(2, degradation, 0)[0])["recipe"] for degradation in (1, 3)]
    assert [recipe["degradation"] for recipe in recipes] == ["1", "3"]
    assert [(recipe["texture"], recipe["steps"]) for recipe in recipes] == [(0.0, 20)] * 2


def test_a_cell_done_under_one_name_is_not_done_again_under_another(folder: Path, tmp_path: Path) -> None:
    wishes = {"degradations": (1,), "limit": 1}
    done(folder, tmp_path / "out", methods=("zssr:layers=3:features=8:crop=24:steps=20",), **wishes)
    knobs = {"zssr": {"layers": 3, "features": 8, "crop": 24, "steps": 20}}
    events, _ = done(folder, tmp_path / "out", methods=("zssr", "zssr:steps=20"), knobs=knobs, **wishes)
    assert not any(isinstance(event, CellBegan) for event in events)
    rows = (tmp_path / "out" / "rows.csv").read_text(encoding="utf-8")
    assert ",zssr," in rows
    assert ",zssr:steps=20," in rows


@pytest.mark.parametrize(
    ("name", "words"),
    [("simrig:polish=on", "simreg"), ("simreg:polish", "METHOD:KNOB=VALUE"), ("oracle:radius=2", "no knobs")],
)
def test_a_row_that_cannot_be_is_refused_in_words(name: str, words: str) -> None:
    with pytest.raises(BadRequest, match=words):
        entries([name], {})
    with pytest.raises(BadRequest):
        entries(["bicubic:polish=on"], {})[0].plan(2, 1, 0)


def test_the_oracle_is_a_row_but_no_method(folder: Path, tmp_path: Path) -> None:
    _, rows = done(folder, tmp_path / "out", methods=("bicubic", "oracle"), scales=(2, 3, 4), degradations=(1, 2))
    assert {row.method for row in rows} == {"bicubic", "oracle"}
    assert not any(row.error for row in rows)
    psnr = {(row.method, row.name, row.scale, row.degradation): row.psnr for row in rows}
    for (method, *place), value in psnr.items():
        assert method == "bicubic" or value > psnr["bicubic", *place]
    assert ORACLE not in METHODS
    with pytest.raises(BadRequest):
        plan_for(ORACLE, 2)
    _, rows = done(folder, tmp_path / "rgb", methods=("oracle",), protocol="study", degradations=(3,), limit=1)
    assert rows[0].psnr


def test_the_oracle_learns_nothing_from_a_pixels_own_truth() -> None:
    chance = np.random.default_rng(0)
    scan, truth = chance.random((80, 72), np.float32), chance.random((160, 144), np.float32)
    own = np.mean((oracle(scan, truth, 2) - truth) ** 2)
    assert own > 0.98 * np.var(truth)


def test_pairs_are_made_by_scan_and_identical_columns_are_no_finding() -> None:
    assert paired({"a": 1.0, "b": 2.0}, {"b": 1.5, "c": 9.0}).mean == 0.5
    equal = paired({"a": 1.0, "b": 2.0}, {"a": 1.0, "b": 2.0})
    assert (equal.mean, equal.p) == (0, None)
    assert paired({"a": float("inf")}, {"a": 3.0}) is None
    assert paired({"a": 1.0}, {}) is None
    assert spread([]) is None
    assert spread([4.0]).deviation == 0


def test_every_method_sees_the_same_noise_and_every_scan_another(folder: Path) -> None:
    subject = Subject("scans", "0.png", str(folder / "0.png"), "a" * 64)
    cell = Cell(subject, 3, 2, "grey", "clean", "bicubic", "{}", 0, "1")
    assert cell.noise_seed == dataclasses.replace(cell, method="exact", plan="{1}").noise_seed
    other = dataclasses.replace(subject, digest="b" * 64)
    seeds = {dataclasses.replace(cell, **change).noise_seed for change in ({}, {"subject": other}, {"scale": 4})}
    assert len(seeds) == 3


def test_a_cell_keeps_its_name_when_its_folder_moves_or_the_device_changes() -> None:
    subject = Subject("scans", "0.png", "/here/scans/0.png", "a" * 64)
    cell = Cell(subject, 3, 2, "grey", "clean", "bicubic", "{}", 0, "1")
    moved = dataclasses.replace(subject, path="/there/scans/0.png")
    assert dataclasses.replace(cell, subject=moved, device="cuda").key == cell.key
    assert dataclasses.replace(cell, version="2").key != cell.key


def test_the_time_left_is_unknown_until_every_method_was_seen() -> None:
    subject = Subject("scans", "0.png", "", "a")
    cells = [
        Cell(subject, degradation, 2, "grey", "clean", method, "{}", 0, "1")
        for method in ("bicubic", "zssr")
        for degradation in (1, 2)
    ]
    pace = Pace(cells, [])
    for cell, known in zip(cells, (False, False, True, True), strict=True):
        pace.began(cell)
        left = pace.ended(Row.of(cell, 8, 8))
        assert (left is not None) is known
    assert left == 0


def test_the_clean_protocol_crops_the_reference_to_a_multiple_of_eight(tmp_path: Path) -> None:
    write(tmp_path / "scans" / "odd.png", 0, 77, 67)
    _, rows = done(tmp_path / "scans", tmp_path / "out", methods=("bicubic",), scales=(2, 3, 4))
    assert {(row.width, row.height) for row in rows if row.scale != 3} == {(64, 72)}
    assert {(row.width, row.height) for row in rows if row.scale == 3} == {(48, 72)}
    assert not any(row.resized for row in rows)


def test_the_study_crops_nothing_and_squeezes_what_is_too_large(tmp_path: Path) -> None:
    write(tmp_path / "scans" / "odd.png", 0, 77, 67)
    _, rows = done(tmp_path / "scans", tmp_path / "out", methods=("bicubic",), protocol="study")
    assert {(row.width, row.height, row.resized, row.noise) for row in rows} == {(67, 77, "68 × 78 to 67 × 77", "rgb")}
    page = (tmp_path / "out" / "index.html").read_text(encoding="utf-8")
    assert "PSNR dB ↑<sup>a, b, f</sup>" in page
    assert "3 of 3 results were squeezed" in page


def test_the_studys_psnr_counts_three_channels_and_never_reaches_infinity() -> None:
    chance = np.random.default_rng(0)
    truth, other = (chance.integers(0, 256, (40, 50, 3), dtype=np.uint8) for _ in range(2))
    assert judging.opencv_psnr(truth, other) == pytest.approx(psnr(truth, other, data_range=255))
    assert judging.opencv_psnr(truth, truth) == pytest.approx(361.2019, abs=1e-3)


def test_a_grey_scan_is_measured_by_the_study_as_three_equal_channels() -> None:
    from skimage.metrics import structural_similarity

    truth, other = speckled(48, 44, 0), speckled(48, 44, 1)
    measures = judging.study(truth, other)
    levels = [to_levels(image) for image in (truth, other)]
    assert measures.psnr == pytest.approx(psnr(*levels, data_range=255))
    assert measures.ssim == pytest.approx(structural_similarity(*levels, data_range=255))
    assert measures.resized == ""


def test_the_studys_resizing_keeps_a_ramp_and_does_not_antialias() -> None:
    ramp = np.broadcast_to(np.arange(0, 240, 4, dtype=np.uint8)[None, :, None], (9, 60, 3)).copy()
    inner = judging.squeezed(ramp, 9, 59)[:, 5:-5, 0]
    at = (np.arange(59) + 0.5) * 60 / 59 - 0.5
    assert np.abs(inner - (4 * at)[5:-5]).max() <= 0.5
    stripes = np.zeros((8, 40, 3), np.uint8)
    stripes[:, ::2] = 255
    assert judging.squeezed(stripes, 8, 20).max() == 128  # bilinear between two neighbours
    assert judging.squeezed(stripes, 8, 8)[0, 0, 0] == 255  # every fifth pixel: nothing was averaged


def test_the_studys_lpips_sees_levels_and_alex5_the_fifth_layer() -> None:
    if available():
        pytest.skip("no weights of AlexNet (set USSR_WEIGHTS)")
    truth, other = speckled(64, 64, 0), speckled(64, 64, 1)
    odd, plain = judging.study(truth, other), judging.clean(truth, other)
    assert odd.lpips != pytest.approx(plain.lpips, rel=0.01)
    assert odd.alex5 > 0
    same = judging.study(truth, truth)
    assert (same.lpips, same.alex5) == (0, 0)
    assert judging.study(other, truth).alex5 == pytest.approx(odd.alex5)


def test_noise_in_colour_is_given_to_methods_channel_by_channel_under_the_study(folder: Path, tmp_path: Path) -> None:
    _, (odd,) = done(folder, tmp_path / "a", methods=("denoise",), degradations=(3,), limit=1, protocol="study")
    _, (plain,) = done(folder, tmp_path / "b", methods=("bicubic",), degradations=(3,), limit=1, protocol="study")
    assert not any("colour" in note for note in odd.notes)
    assert odd.psnr > plain.psnr


class Loads(HTMLParser):
    """What a page would fetch, and which tags it has."""

    def __init__(self) -> None:
        super().__init__()
        self.fetched: list[str] = []
        self.tags: set[str] = set()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.add(tag)
        self.fetched += [value or "" for name, value in attrs if name in ("src", "href", "srcset", "data", "action")]


def test_the_page_loads_nothing_and_holds_tables_plots_and_crops(folder: Path, tmp_path: Path) -> None:
    (folder / "0.png").rename(folder / "<b>&.png")
    done(folder, tmp_path / "out", degradations=(1, 3), command="ussr-engine benchmark '<folder>'")
    text = (tmp_path / "out" / "index.html").read_text(encoding="utf-8")
    page = Loads()
    page.feed(text)
    assert page.fetched
    assert all(address.startswith(("data:image/png;base64,", "#")) for address in page.fetched)
    assert not page.tags & {"script", "link", "iframe", "object", "b"}
    assert page.tags >= {"table", "svg", "img", "details"}
    assert not re.search(r"url\(|@import", text)
    for fact in (
        "not for diagnosis",
        "ussr-engine benchmark &#x27;&lt;folder&gt;&#x27;",
        "CPU, 1 thread",
        "backprojection",
    ):
        assert fact in text, fact


def test_the_table_of_rows_opens_as_csv(folder: Path, tmp_path: Path) -> None:
    (folder / "0.png").rename(folder / 'a,"b".png')
    _, rows = done(folder, tmp_path / "out", degradations=(1,))
    with (tmp_path / "out" / "rows.csv").open(encoding="utf-8", newline="") as file:
        told = list(csv.DictReader(file))
    assert [float(line["psnr"]) for line in told] == [row.psnr for row in rows]
    assert {line["name"] for line in told} == {'a,"b".png', "1.png", "2.png"}
    assert {line["error"] for line in told} == {""}


def test_the_crop_lies_where_the_detail_is_inside_the_middle_half() -> None:
    levels = np.full((400, 500), 90, np.uint8)
    levels[150:200, 300:350] = np.random.default_rng(0).integers(0, 255, (50, 50))
    levels[0:30, 0:200] = np.random.default_rng(0).integers(0, 255, (30, 200))  # burnt-in text at the edge
    top, left, side = window(levels)
    assert side == SIDE
    assert top <= 150
    assert top + side >= 200
    assert left <= 300
    assert left + side >= 350
    assert window(np.zeros((20, 300), np.uint8))[2] == 20


@pytest.mark.localhost
def test_the_command_ends_with_a_status_that_says_how_it_went(
    folder: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(cluster, "PATIENCE", 1)

    def status(*more: object) -> int:
        common = ["--methods", "bicubic", "--scales", "2", "--workers", "1", "--device", "cpu"]
        return run(["benchmark", *map(str, more), *common, "-o", str(tmp_path / "out")])

    assert status(folder, "--degradations", "1", "--json") == 0
    assert json.loads(capsys.readouterr().out)["failed"] == 0
    assert status(folder, "--degradations", "7") == 2
    assert status(folder, "--degradations", "one") == 2
    assert status(folder, "--set", "zssr.steps=3") == 2
    assert status(folder, "--set", "steps=3") == 2
    assert status(tmp_path / "nowhere") == 2
    assert status(folder, "--scheduler", "tcp://127.0.0.1:9") == 4
    (tmp_path / "empty").mkdir()
    assert status(tmp_path / "empty") == 3
    write(folder / "small.png", 5, 7, 8)
    assert status(folder, "--degradations", "1") == 4
    assert "small.png" in capsys.readouterr().err


@pytest.mark.slow
def test_workers_end_with_the_benchmark_that_hired_them(folder: Path, tmp_path: Path) -> None:
    """ZSSR would train here for minutes."""
    command = engine(folder, "--methods", "bicubic,zssr", "--degradations", "1", "--scales", "2", "--workers", "2")
    command += ["--set", "zssr.steps=3000", "--device", "cpu", "-o", str(tmp_path / "out")]
    process = subprocess.Popen(command, stderr=subprocess.PIPE, text=True, encoding="utf-8")
    assert process.stderr is not None
    for told in process.stderr:
        if told.startswith("3/6"):
            break
    process.kill()
    # The pipe ends only when the last process that holds it has ended.
    process.communicate(timeout=20)
    assert process.returncode == -signal.SIGKILL
