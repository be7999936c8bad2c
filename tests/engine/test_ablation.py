"""The ablation of Model 1 varies three things and nothing else, and goes on where it stopped."""

from __future__ import annotations

from pathlib import Path

import pytest

from ussr_engine.benchmark import ablation
from ussr_engine.files import write_scan
from ussr_engine.phantom import phantom


def test_plans_differ_in_network_and_sons_alone() -> None:
    one, other = (ablation.plan_of(network, "gaussian", 400).to_dict() for network in ("plain", "wavelet"))
    assert {name for name in one if one[name] != other[name]} == {"backbone"}
    none, noisy = (ablation.plan_of("plain", sons, 400).to_dict() for sons in ("none", "speckle"))
    assert {name for name in none if none[name] != noisy[name]} == {"patches"}
    assert noisy["enlargement"]["backprojection"] == "off"


def test_the_command_leaves_a_table_and_does_nothing_twice(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    scan = phantom(1).scan
    write_scan(tmp_path / "scan.png", scan, bits=8, provenance={})
    out = tmp_path / "rows.csv"
    command = ["ablation", str(tmp_path / "scan.png"), "--steps", "2", "--side", "64", "--degradations", "3"]
    monkeypatch.setattr("sys.argv", [*command, "-o", str(out)])
    ablation.main()
    told, rows = capsys.readouterr(), ablation.read(out)
    assert len(rows) == 6
    assert len({row.key for row in rows}) == 6
    assert told.out.count("\n| 3 |") == 6
    assert all(abs(row.projected_psnr - row.psnr) > 0.01 for row in rows), "back-projection changes the picture"
    ablation.write(out, rows[:-1])
    ablation.main()
    again = capsys.readouterr()
    assert again.err.count("Row(") == 1
    assert ablation.read(out)[-1].psnr == rows[-1].psnr
