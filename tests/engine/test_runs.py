"""Runs on disk: whole or absent, never executable, and no more than are wanted."""

from __future__ import annotations

import json
import pickle
from pathlib import Path

import numpy as np
import pytest
import torch

from tests.engine.conftest import speckled
from ussr_engine import checkpoint
from ussr_engine.errors import BadRequest, UnreadableFile, UnwritableFile
from ussr_engine.files.atomic import replaced
from ussr_engine.runs import Run
from ussr_engine.scan import Region, Scan, Spacing


def test_a_run_gives_its_scan_back_exactly_with_everything_the_file_said(tmp_path: Path) -> None:
    spacing = Spacing(0.11, 0.22)
    scan = Scan(speckled(), spacing, 16, "probe", (Region("2D", 1, 2, 30, 31, spacing),), {"format": "DICOM"})
    reference = Scan(speckled(80, 72), spacing.enlarged(2))
    run = Run.begin(tmp_path, {"plan": {"method": "zssr"}}, scan, reference)
    again, truth = Run.named(tmp_path, run.name).inputs()
    assert (again.spacing, again.bits, again.name, again.regions) == (spacing, 16, "probe", scan.regions)
    assert dict(again.facts) == {"format": "DICOM"}
    np.testing.assert_array_equal(again.image, scan.image)
    assert truth is not None
    np.testing.assert_array_equal(truth.image, reference.image)


def test_an_unknown_run_is_refused(tmp_path: Path) -> None:
    for name in ("none", "../..", ""):
        with pytest.raises(BadRequest):
            Run.named(tmp_path, name)


def test_a_run_that_cannot_be_kept_says_so(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    with pytest.raises(UnwritableFile):
        Run.begin(tmp_path / "file", {}, Scan(speckled()), None)


@pytest.mark.parametrize("content", [b"", b"rubbish", pickle.dumps({"a": 1}), b"\xff" * 64])
def test_a_damaged_or_foreign_checkpoint_is_refused_not_run(content: bytes, tmp_path: Path) -> None:
    path = tmp_path / "checkpoint.safetensors"
    path.write_bytes(content)
    with pytest.raises(UnreadableFile, match="Start the run anew"):
        checkpoint.load(path)


def test_a_checkpoint_cut_anywhere_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "checkpoint.safetensors"
    checkpoint.save(path, {"a": torch.arange(100.0)}, {"step": 3})
    whole = path.read_bytes()
    tensors, facts = checkpoint.load(path)
    assert facts == {"step": 3}
    torch.testing.assert_close(tensors["a"], torch.arange(100.0))
    for length in range(0, len(whole), 37):
        path.write_bytes(whole[:length])
        with pytest.raises(UnreadableFile):
            checkpoint.load(path)


def test_a_write_that_fails_leaves_the_old_file_and_no_other(tmp_path: Path) -> None:
    path = tmp_path / "order.json"
    path.write_text(json.dumps({"old": 1}))

    def write_half() -> None:
        with replaced(path) as temporary:
            temporary.write_text("half")
            raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        write_half()
    assert json.loads(path.read_text()) == {"old": 1}
    assert list(tmp_path.iterdir()) == [path]
