"""Files of many frames: each is read when it is asked for, at its own time."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import numpy as np
import pytest
import tifffile
from pydicom import dcmread
from pydicom.uid import ExplicitVRBigEndian, ExplicitVRLittleEndian, ImplicitVRLittleEndian, RLELossless

from tests.engine.dicom_samples import GREY, RNG, region, written
from ussr_engine.cine.showing import Projector
from ussr_engine.cli import run
from ussr_engine.clip import Clip
from ussr_engine.errors import BadRequest, UnreadableFile
from ussr_engine.files import inspect_file, open_clip, read_scan
from ussr_engine.orders import Open

CINE = RNG.integers(0, 256, (5, 20, 30), dtype=np.uint8)


def cine(path: Path, pixels: np.ndarray = CINE, syntax: str = ExplicitVRLittleEndian, **tags: Any) -> Path:
    shape = {"NumberOfFrames": len(pixels), "Rows": pixels.shape[1], "Columns": pixels.shape[2]}
    plain = {"SamplesPerPixel": 1, "PhotometricInterpretation": "MONOCHROME2"}
    return written(path, pixels, syntax, **(shape | plain | tags))


def levels(path: Path, frame: int) -> np.ndarray:
    return np.round(read_scan(path, frame).image * 255.0).astype(int)


@pytest.mark.parametrize("syntax", [ExplicitVRLittleEndian, ImplicitVRLittleEndian, ExplicitVRBigEndian])
def test_every_frame_of_an_uncompressed_cine_is_its_own(tmp_path: Path, syntax: str):
    path = cine(tmp_path / "a", syntax=syntax)
    with open_clip(path) as clip:
        assert clip.clip.frames == 5
        for number in (4, 0, 2, 3, 1):
            assert (np.round(clip.scan(number).image * 255.0) == CINE[number]).all()


@pytest.mark.parametrize("size", [(5, 7), (4, 6)])
def test_big_endian_words_are_put_in_order_in_every_frame(tmp_path: Path, size: tuple[int, int]):
    pixels = RNG.integers(0, 256, (4, *size), dtype=np.uint8)
    path = cine(tmp_path / "a", pixels, ExplicitVRBigEndian)
    data = path.read_bytes()
    at = data.index(b"\x7f\xe0\x00\x10") + 4
    stream = pixels.tobytes()
    swapped = np.frombuffer(stream, np.uint16).byteswap().tobytes()
    path.write_bytes(data[:at] + b"OW" + data[at + 2 :].replace(stream, swapped))
    for number in range(4):
        assert (levels(path, number) == pixels[number]).all()


def test_every_frame_of_an_rle_cine_is_its_own(tmp_path: Path):
    file = dcmread(cine(tmp_path / "plain"))
    file.compress(RLELossless)
    file.save_as(tmp_path / "a")
    assert all((levels(tmp_path / "a", number) == CINE[number]).all() for number in range(5))


@pytest.mark.parametrize(
    ("tags", "times"),
    [
        ({"FrameTime": 40.0}, (0, 40, 80, 120, 160)),
        ({"FrameTimeVector": [0, 10, 20, 30, 40]}, (0, 10, 30, 60, 100)),
        ({"CineRate": 50}, (0, 20, 40, 60, 80)),
        ({"FrameTimeVector": [0, 10], "FrameTime": 5}, (0, 5, 10, 15, 20)),
        ({"FrameTime": 0}, ()),
        ({"FrameTimeVector": [0, -1, 2, 3, 4]}, ()),
        ({}, ()),
    ],
)
def test_times_come_from_the_file_and_are_never_guessed(tmp_path: Path, tags: dict[str, Any], times: tuple[float, ...]):
    with open_clip(cine(tmp_path / "a", **tags)) as clip:
        assert clip.clip == Clip(5, times)
    assert inspect_file(tmp_path / "a")["duration_ms"] == (times[-1] if times else None)


def test_the_rate_is_that_of_the_whole_clip():
    assert Clip(5, (0, 10, 30, 60, 100)).rate == 40
    assert Clip(1).rate is None
    assert Clip(5).rate is None


def test_the_pages_of_a_tiff_are_frames_and_pages_of_another_size_are_left_out(tmp_path: Path):
    with tifffile.TiffWriter(tmp_path / "a.tif") as file:
        for page in (CINE[0], CINE[1], CINE[2, :10], CINE[3].astype(np.uint16), CINE[4]):
            file.write(page, photometric="minisblack")
    with open_clip(tmp_path / "a.tif") as clip:
        assert clip.clip == Clip(3)
        assert [clip.scan(number).facts["frame"] for number in range(3)] == ["1 of 3", "2 of 3", "3 of 3"]
        assert (np.round(clip.scan(2).image * 255) == CINE[4]).all()
        assert clip.scan(0).facts["further pages"].startswith("2,")


def test_the_pages_of_a_deep_tiff_are_frames(tmp_path: Path):
    deep = RNG.integers(0, 65536, (4, 20, 30), dtype=np.uint16)
    tifffile.imwrite(tmp_path / "a.tif", deep, photometric="minisblack", compression="zlib")
    with open_clip(tmp_path / "a.tif") as clip:
        assert all((np.round(clip.scan(n).image * 65535.0) == deep[n]).all() for n in (3, 1, 0, 2))


def test_a_frame_that_is_not_there_is_a_bad_request(tmp_path: Path):
    path = cine(tmp_path / "a")
    for number in (-1, 5):
        with pytest.raises(BadRequest, match="5 frames"):
            read_scan(path, number)


def test_one_damaged_frame_leaves_the_others_whole(tmp_path: Path):
    file = dcmread(cine(tmp_path / "plain"))
    file.compress(RLELossless)
    file.save_as(tmp_path / "a")
    with open_clip(tmp_path / "a") as clip:
        (offset, length) = clip._frames[2][0]
    data = bytearray((tmp_path / "a").read_bytes())
    data[offset : offset + length] = bytes(length)
    (tmp_path / "a").write_bytes(data)
    with pytest.raises(UnreadableFile, match="Frame 3 of 5"):
        read_scan(tmp_path / "a", 2)
    assert all((levels(tmp_path / "a", number) == CINE[number]).all() for number in (0, 1, 3, 4))


def test_the_engine_opens_a_frame_and_tells_the_clip(tmp_path: Path):
    with Projector() as projector:
        answer = projector.opened(Open(str(cine(tmp_path / "a", FrameTime=40)), 3))
        still = projector.opened(Open(str(written(tmp_path / "b", GREY))))
    assert answer.clip == Clip(5, (0, 40, 80, 120, 160))
    assert answer.frame == 3
    assert (np.round(answer.scan.image * 255) == CINE[3]).all()
    assert (still.clip, still.frame) == (Clip(1), 0)


def test_the_real_cines_are_read_to_their_last_frame(data: Path):
    for name, frames, rate in (("examples_ybr_color", 30, 30.0003), ("US-PAL-8-10x-echo", 10, 1000 / 76)):
        with open_clip(data / "dicom" / f"{name}.dcm") as clip:
            assert clip.clip.frames == frames
            assert clip.clip.rate == pytest.approx(rate)
            first, last = clip.scan(0).image, clip.scan(frames - 1).image
            assert first.shape == last.shape
            assert 0 < np.abs(first - last).mean() < 0.1


def test_inspect_tells_a_person_frames_rate_millimetres_and_regions(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = cine(tmp_path / "a", FrameTime=40, SequenceOfUltrasoundRegions=[region()])
    assert run(["inspect", str(path)]) == 0
    told = dict(line.split(maxsplit=1) for line in capsys.readouterr().out.splitlines())
    assert (told["frames"], told["duration_ms"], told["rate"]) == ("5", "160", "25")
    assert told["spacing_mm"] == "axial 0.1; lateral 0.2"
    assert told["regions"] == "kind 2D; top 3; left 2; bottom 15; right 20; spacing_mm axial 0.1; lateral 0.2"
    assert "provenance" not in told
