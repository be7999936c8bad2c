"""The command line from the first scan to the last figure, in real processes."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from ussr_engine.files import read_scan

SMALL = ["--set", "backbone.layers=3", "--set", "backbone.features=8", "--set", "crop=24", "--set", "steps=60"]


def engine(*arguments: str | Path, cwd: Path) -> subprocess.CompletedProcess[str]:
    """A command with its streams kept apart."""
    command = [sys.executable, "-m", "ussr_engine", *map(str, arguments)]
    return subprocess.run(command, cwd=cwd, capture_output=True, text=True, encoding="utf-8", timeout=240)


def test_a_scan_is_made_shrunk_enlarged_measured_and_inspected(tmp_path: Path) -> None:
    done = engine("phantom", "-o", "truth.png", "--seed", "1", cwd=tmp_path)
    assert done.returncode == 0, done.stderr
    assert done.stdout == ""
    assert (
        engine("degrade", "truth.png", "--method", "1", "--scale", "2", "-o", "small.png", cwd=tmp_path).returncode == 0
    )
    scores, consistency = {}, {}
    for method, knobs in (("bicubic", []), ("exact", []), ("zssr", SMALL)):
        done = engine(
            "enlarge", "small.png", "--method", method, "--scale", "2", "-o", f"{method}.tif", "--json", *knobs,
            cwd=tmp_path,
        )  # fmt: skip
        assert done.returncode == 0, done.stderr
        told = json.loads(done.stdout)
        assert told["seconds"] > 0
        assert told["cpu_seconds"] > 0
        assert told["seed"] == 0
        assert told["plan"]["method"] == method
        assert isinstance(told["notes"], list)
        consistency[method] = told["consistency"]
        assert f"it is {told['consistency']:.2f} grey levels (RMS) from the scan" in done.stderr
        if method == "zssr":
            continue  # sixty steps show that it runs, not what it is worth
        measured = engine("measure", "truth.png", f"{method}.tif", "--json", cwd=tmp_path)
        assert measured.returncode == 0, measured.stderr
        scores[method] = json.loads(measured.stdout)
    assert scores["exact"]["psnr"] > scores["bicubic"]["psnr"]
    assert consistency["exact"] < 0.1 < consistency["bicubic"]
    assert 0 < scores["bicubic"]["ssim"] < scores["exact"]["ssim"] <= 1
    truth = read_scan(tmp_path / "truth.png")
    told = json.loads(engine("inspect", "zssr.tif", "--json", cwd=tmp_path).stdout)
    assert (told["width"], told["height"]) == (truth.width, truth.height)
    assert told["spacing_mm"]["axial"] == pytest.approx(truth.spacing.axial)
    assert "not for diagnosis" in json.dumps(told["provenance"])
    assert json.loads(told["provenance"]["plan"])["patches"]["crop"] == 24


def test_maps_come_with_a_tiff_and_the_figures_of_trust_with_json(tmp_path: Path) -> None:
    engine("phantom", "-o", "truth.png", cwd=tmp_path)
    engine("degrade", "truth.png", "--method", "1", "--scale", "4", "-o", "small.png", cwd=tmp_path)
    done = engine(
        "enlarge", "small.png", "--method", "simreg", "--scale", "2", "--maps", "-o", "out.tif", "--json", cwd=tmp_path
    )
    assert done.returncode == 0, done.stderr
    told = json.loads(done.stdout)
    assert "with 3 maps" in done.stderr
    assert told["plan"]["recipe"]["maps"] is True
    assert told["maps"]["uncertainty"]["unit"] == "grey levels"
    evidence = told["evidence"]
    assert evidence["chi_square"] >= 0
    assert -1 <= evidence["correlation"] <= 1
    assert evidence["identification"]["words"] in told["notes"]
    assert evidence["identification"]["candidates"][0][0] == "cubic"
    inspected = json.loads(engine("inspect", "out.tif", "--json", cwd=tmp_path).stdout)
    assert inspected["frames"] == 1, "maps are no frames"
    assert inspected["notes"]["further pages"].startswith("3,")


def test_the_same_seed_on_the_command_line_gives_the_same_file_contents(tmp_path: Path) -> None:
    engine("phantom", "-o", "scan.png", cwd=tmp_path)
    for name in ("a.png", "b.png"):
        done = engine("degrade", "scan.png", "--method", "3", "--scale", "4", "--seed", "7", "-o", name, cwd=tmp_path)
        assert done.returncode == 0
    assert (read_scan(tmp_path / "a.png").image == read_scan(tmp_path / "b.png").image).all()


def test_methods_lists_what_there_is_for_people_and_for_programs(tmp_path: Path) -> None:
    listed = json.loads(engine("methods", "--json", cwd=tmp_path).stdout)
    by_id = {record["id"]: record for record in listed}
    assert {"bicubic", "exact", "zssr"} <= set(by_id)
    for record in listed:
        assert {"id", "title", "reference", "available"} <= set(record)
        assert record["available"] or record["reason"]
    words = engine("methods", cwd=tmp_path).stdout
    assert "patches.crop" in words


@pytest.mark.parametrize(
    ("arguments", "status", "words"),
    [
        (["enlarge", "scan.png", "--method", "zsrr", "--scale", "2", "-o", "o.png"], 2, "Did you mean 'zssr'?"),
        (["enlarge", "scan.png", "--method", "zssr", "--scale", "5", "-o", "o.png"], 2, "must be 2, 3 or 4"),
        (["enlarge", "scan.png", "--method", "zssr", "--scale", "2", "-o", "o.gif"], 2, "'.gif'"),
        (["enlarge", "scan.png", "--method", "zssr", "--scale", "2", "-o", "scan.png"], 2, "never overwritten"),
        (["enlarge", "scan.png", "--method", "zssr", "--scale", "2", "-o", "no/o.png"], 2, "no folder"),
        (["enlarge", "scan.png", "--method", "zssr", "--scale", "2", "-o", "o.png", "--set", "crop"], 2, "KNOB=VALUE"),
        (["enlarge", "scan.png", "--method", "zssr", "--scale", "2", "-o", "o.png", "--set", "crop=9"], 2, "between"),
        (["enlarge", "scan.png", "--method", "zssr", "--scale", "2", "-o", "o.png", "--device", "tpu"], 2, "device"),
        (["enlarge", "scan.png", "--method", "zssr", "--scale", "2", "-o", "o.png", "--seed", "-1"], 2, "seed"),
        (["enlarge", "scan.png", "--method", "zssr", "--scale", "2", "-o", "o.tif", "--maps"], 2, "makes no maps"),
        (["enlarge", "scan.png", "--method", "simreg", "--scale", "2", "-o", "o.png", "--maps"], 2, "Write a TIFF"),
        (["enlarge", "none.png", "--method", "bicubic", "--scale", "2", "-o", "o.png"], 3, "none.png"),
        (["enlarge", "text.png", "--method", "bicubic", "--scale", "2", "-o", "o.png"], 3, "text.png"),
        (["inspect", "text.png"], 3, "text.png"),
        (["measure", "scan.png", "small.png"], 2, "same size"),
        (["degrade", "scan.png", "--method", "4", "--scale", "2", "-o", "o.png"], 2, "invalid choice"),
        (["enlarge"], 2, "required"),
        ([], 2, "required"),
    ],
)
def test_bad_requests_end_with_one_sentence_and_the_right_status(
    arguments: list[str], status: int, words: str, tmp_path: Path, capsys: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
) -> None:  # fmt: skip
    from ussr_engine.cli import run
    from ussr_engine.files import write_scan
    from ussr_engine.phantom import phantom

    monkeypatch.chdir(tmp_path)
    scan = phantom(0).scan
    write_scan("scan.png", scan, bits=8, provenance={})
    write_scan("small.png", scan.cropped(64), bits=8, provenance={})
    (tmp_path / "text.png").write_text("not a picture")
    before = (tmp_path / "scan.png").read_bytes()
    assert run(arguments) == status
    said = capsys.readouterr()
    assert said.out == ""
    assert words in said.err
    assert "Traceback" not in said.err
    assert (tmp_path / "scan.png").read_bytes() == before
    assert not (tmp_path / "o.png").exists()


def test_lpips_without_weights_is_null_and_says_why(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("USSR_WEIGHTS", str(tmp_path / "nowhere"))
    engine("phantom", "-o", "scan.png", cwd=tmp_path)
    told = json.loads(engine("measure", "scan.png", "scan.png", "--json", cwd=tmp_path).stdout)
    assert told["lpips"] is None
    assert "nowhere" in told["lpips_reason"]
    assert told["ssim"] == 1


def test_ctrl_c_cancels_with_130_and_the_same_command_goes_on_from_there(tmp_path: Path) -> None:
    engine("phantom", "-o", "scan.png", cwd=tmp_path)
    command = ["enlarge", "scan.png", "--method", "zssr", "--scale", "2", "-o", "out.png", "--keep", "kept", *SMALL[:6]]
    long = [sys.executable, "-m", "ussr_engine", *command, "--set", "steps=100000", "--set", "patience=9999"]

    def hear_interrupts() -> None:
        """Undo what a shell does to the commands it runs in the background."""
        signal.signal(signal.SIGINT, signal.SIG_DFL)

    running = subprocess.Popen(long, cwd=tmp_path, stderr=subprocess.PIPE, preexec_fn=hear_interrupts)
    checkpoints = list((tmp_path / "kept").glob("*/checkpoint.safetensors"))
    while not checkpoints:
        assert running.poll() is None
        os.sched_yield()
        checkpoints = list((tmp_path / "kept").glob("*/checkpoint.safetensors"))
    running.send_signal(signal.SIGINT)
    _, said = running.communicate(timeout=60)
    assert running.returncode == 130
    assert b"cancelled" in said
    assert not (tmp_path / "out.png").exists()
    (folder,) = (tmp_path / "kept").iterdir()
    order = json.loads((folder / "order.json").read_text())
    order["plan"]["schedule"]["steps"] = 1  # the steps are spent: what is left is to enlarge
    (folder / "order.json").write_text(json.dumps(order))
    done = engine(*command, "--set", "steps=1", "--set", "patience=9999", cwd=tmp_path)
    assert done.returncode == 0, done.stderr
    assert "Going on from step" in done.stderr
    assert (tmp_path / "out.png").exists()


def test_doctor_names_what_is_there_and_what_is_missing(tmp_path: Path) -> None:
    done = engine("doctor", "--json", cwd=tmp_path)
    findings = {finding["what"]: finding for finding in json.loads(done.stdout)}
    assert findings["torch"]["ok"]
    assert findings["PySide6-Essentials"]["ok"]
    for finding in findings.values():
        assert finding["ok"] or finding["remedy"]
    assert done.returncode == (0 if all(f["ok"] or not f["needed"] for f in findings.values()) else 4)
