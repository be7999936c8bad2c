"""Kept runs from the command line."""

from __future__ import annotations

import json
from pathlib import Path

import numpy as np
import pytest

from tests.engine.conftest import speckled
from ussr_engine.cli import run
from ussr_engine.export import export
from ussr_engine.files import read_scan
from ussr_engine.history.place import runs_folder
from ussr_engine.scan import Scan, Spacing


@pytest.fixture
def scan(tmp_path: Path) -> Path:
    path = tmp_path / "mr-smith.png"
    export(path, Scan(speckled(), Spacing(0.1, 0.2)), None, 8)
    return path


def enlarged(scan: Path, *more: str) -> Path:
    out = scan.with_name("out.tif")
    assert run(["enlarge", str(scan), "--method", "exact", "--scale", "2", "--bits", "16", "-o", str(out), *more]) == 0
    return out


def test_a_run_is_kept_listed_shown_and_restored(
    scan: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    first = enlarged(scan, "--history", "--seed", "7")
    capsys.readouterr()
    assert run(["runs", "--json"]) == 0
    (card,) = json.loads(capsys.readouterr().out)
    assert (card["method"], card["scale"], card["seed"], card["state"]) == ("exact", 2, 7, "finished")
    assert run(["runs"]) == 0
    words = capsys.readouterr().out
    assert card["run"] in words
    assert "smith" not in words + json.dumps(card)
    assert run(["runs", "show", card["run"][-8:]]) == 0
    assert "seed         7" in capsys.readouterr().out
    again = tmp_path / "again.tif"
    assert run(["runs", "restore", card["run"][-8:], "-o", str(again), "--bits", "16"]) == 0
    np.testing.assert_array_equal(read_scan(again).image, read_scan(first).image)
    assert read_scan(again).spacing == read_scan(first).spacing


def test_runs_of_the_command_line_are_kept_only_where_that_is_asked_for(
    scan: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    enlarged(scan)
    assert not runs_folder().exists()
    assert run(["runs"]) == 0
    assert "No run is kept yet" in capsys.readouterr().err


def test_a_run_that_is_not_there_is_refused_in_a_sentence(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    assert run(["runs", "show", "nothing"]) == 2
    assert "No run ends with 'nothing'" in capsys.readouterr().err
    assert run(["runs", "restore", "nothing", "-o", str(tmp_path / "a.png")]) == 2
