"""A batch enlarges clips whole where its results can hold them."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.engine.test_clips import cine
from ussr_engine.cli import run
from ussr_engine.files import open_clip


@pytest.mark.parametrize(("suffix", "frames"), [(".dcm", 5), (".tif", 5), (".png", 1)])
def test_a_clip_in_a_batch_comes_out_with_as_many_frames_as_the_format_holds(
    suffix: str, frames: int, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    scans, out = tmp_path / "scans", tmp_path / "out"
    scans.mkdir()
    cine(scans / "clip.dcm", FrameTime=40)
    assert run(["batch", str(scans), "--method", "bicubic", "--scale", "2", "--suffix", suffix, "-o", str(out)]) == 0
    with open_clip(out / f"clip_bicubic_x2{suffix}") as reader:
        assert reader.clip.frames == frames
        assert (reader.scan(0).height, reader.scan(0).width) == (40, 60)
    report = (out / "batch.csv").read_text()
    assert ("5 frames." if frames == 5 else "the first was enlarged") in report
