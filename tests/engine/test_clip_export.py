"""Clips out: every frame comes back, with its time and its millimetres where the format has a place for them."""

from __future__ import annotations

import json
from pathlib import Path

import cv2
import nibabel
import numpy as np
import pytest
import tifffile

from ussr_engine import RESEARCH_USE
from ussr_engine.clip import Clip
from ussr_engine.errors import BadRequest, UnwritableFile
from ussr_engine.files import read_scan, write_scan
from ussr_engine.files.clip_export import write_clip, write_frames
from ussr_engine.scan import Scan, Spacing

SPACING = Spacing(axial=0.1, lateral=0.25)
FACTS = {"software": "USSR 0.1.0", "use": RESEARCH_USE, "method": "zssr"}
CLIP = Clip(5, (0.0, 40.0, 80.0, 120.0, 160.0))


def frames(count: int = 5, colour: bool = False, shape: tuple[int, int] = (32, 48)) -> list[np.ndarray]:
    rows, columns = np.mgrid[: shape[0], : shape[1]]
    made = [(0.5 + 0.4 * np.sin((rows + 2 * columns) / 9 + number)).astype(np.float32) for number in range(count)]
    return [np.stack([one, one**2, 1 - one], axis=2) for one in made] if colour else made


def levels(image: np.ndarray, bits: int) -> np.ndarray:
    return np.floor(image.astype(np.float64) * (2**bits - 1) + 0.5)


def written(path: Path, given, clip: Clip = CLIP, bits: int = 8, spacing: Spacing | None = SPACING) -> str:
    return write_clip(path, iter(given), clip=clip, spacing=spacing, bits=bits, provenance=FACTS)


@pytest.mark.parametrize("suffix", [".nii", ".nii.gz"])
@pytest.mark.parametrize("bits", [8, 16])
def test_a_nifti_sequence_holds_every_frame_the_steps_and_how_it_was_made(tmp_path: Path, suffix: str, bits: int):
    path = tmp_path / f"a{suffix}"
    assert "5 frames of 48 × 32" in written(path, frames(), bits=bits)
    again = nibabel.load(path)
    assert again.shape == (48, 32, 1, 5)
    for number, image in enumerate(frames()):
        assert (levels(image, bits) == np.asarray(again.dataobj[..., 0, number]).T).all()
    assert again.header.get_zooms() == pytest.approx((0.25, 0.1, 1.0, 0.04))
    assert again.header.get_xyzt_units() == ("mm", "sec")
    assert bytes(again.header["descrip"]).startswith(RESEARCH_USE.encode())
    (extension,) = again.header.extensions
    assert (
        json.loads(extension.get_content() if isinstance(extension.get_content(), str) else extension.text)[
            "ussr:method"
        ]
        == "zssr"
    )


def test_a_still_in_nifti_keeps_its_millimetres(tmp_path: Path):
    image = frames(1, colour=True)[0]
    write_scan(tmp_path / "a.nii.gz", Scan(image, SPACING), bits=8, provenance=FACTS)
    again = nibabel.load(tmp_path / "a.nii.gz")
    assert again.shape == (48, 32)
    assert again.header.get_zooms() == pytest.approx((0.25, 0.1))
    data = np.asarray(again.dataobj)
    for channel, name in enumerate(data.dtype.names):
        assert (levels(image, 8)[..., channel] == data[name].T).all()


def test_without_millimetres_a_nifti_names_no_unit(tmp_path: Path):
    write_scan(tmp_path / "a.nii", Scan(frames(1)[0]), bits=16, provenance=FACTS)
    assert nibabel.load(tmp_path / "a.nii").header.get_xyzt_units()[0] == "unknown"


@pytest.mark.parametrize("bits", [8, 16])
def test_a_stack_of_pages_comes_back(tmp_path: Path, bits: int):
    written(tmp_path / "a.tif", frames(), bits=bits)
    with tifffile.TiffFile(tmp_path / "a.tif") as file:
        assert len(file.pages) == 5
        for page, image in zip(file.pages, frames(), strict=True):
            assert (page.asarray() == levels(image, bits)).all()
            assert page.get_resolution("CENTIMETER") == pytest.approx((40, 100))
        entries = json.loads(file.pages.first.description)
    assert entries["ussr:use"] == RESEARCH_USE
    assert json.loads(entries["ussr:times_ms"]) == list(CLIP.times)
    assert read_scan(tmp_path / "a.tif").spacing == SPACING


@pytest.mark.parametrize("shape", [(32, 48), (33, 47)])
@pytest.mark.parametrize("colour", [False, True])
def test_a_video_keeps_rate_and_size_and_says_that_it_is_lossy(tmp_path: Path, shape: tuple[int, int], colour: bool):
    words = written(tmp_path / "a.mp4", frames(colour=colour, shape=shape))
    assert "lossy" in words
    assert "25 frames a second" in words
    capture = cv2.VideoCapture(str(tmp_path / "a.mp4"))
    assert capture.get(cv2.CAP_PROP_FPS) == pytest.approx(25)
    decoded = []
    while True:
        whole, frame = capture.read()
        if not whole:
            break
        decoded.append(frame)
    capture.release()
    assert len(decoded) == 5
    wanted = frames(colour=colour, shape=shape)[4]
    seen = decoded[4][: shape[0], : shape[1], ::-1] / 255
    assert np.abs(seen - (wanted if colour else wanted[..., None])).mean() < 0.05
    content = (tmp_path / "a.mp4").read_bytes()
    assert RESEARCH_USE.encode() in content
    assert b'"ussr:method": "zssr"' in content


def test_a_video_of_unknown_rate_says_which_it_got(tmp_path: Path):
    assert "none are known" in written(tmp_path / "a.mp4", frames(), Clip(5))


@pytest.mark.parametrize("suffix", [".png", ".tif"])
def test_frames_as_pictures_are_numbered_and_whole(tmp_path: Path, suffix: str):
    words = write_frames(
        tmp_path / "out", iter(frames()), suffix=suffix, clip=CLIP, spacing=SPACING, bits=16, provenance=FACTS
    )
    assert words == "Saved 5 frames in out, 16 bit, 0.1 × 0.25 mm per pixel (axial × lateral)"
    names = sorted(path.name for path in (tmp_path / "out").iterdir())
    assert names == [f"frame-000{number}{suffix}" for number in range(1, 6)]
    third = read_scan(tmp_path / "out" / names[2])
    assert third.spacing == SPACING
    assert (levels(third.image, 16) == levels(frames()[2], 16)).all()
    assert third.facts["ussr frame"] == "3 of 5"
    assert third.facts["ussr time_ms"] == "80.0"


def test_a_folder_that_exists_is_left_alone(tmp_path: Path):
    (tmp_path / "out").mkdir()
    with pytest.raises(UnwritableFile, match="exists"):
        write_frames(tmp_path / "out", frames(), suffix=".png", clip=CLIP, spacing=None, bits=8, provenance=FACTS)


@pytest.mark.parametrize("name", ["a.mp4", "a.tif", "a.nii", "a.nii.gz"])
@pytest.mark.parametrize("count", [0, 4, 6])
def test_a_clip_of_another_length_leaves_nothing(tmp_path: Path, name: str, count: int):
    with pytest.raises(BadRequest, match="frames"):
        written(tmp_path / name, frames(count))
    assert not list(tmp_path.iterdir())


def test_interrupted_frames_leave_no_folder(tmp_path: Path):
    def broken():
        yield frames()[0]
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        write_frames(tmp_path / "out", broken(), suffix=".png", clip=CLIP, spacing=None, bits=8, provenance=FACTS)
    assert not list(tmp_path.iterdir())


@pytest.mark.parametrize("name", ["a.avi", "a.png", "a", "a.dcm"])
def test_other_suffixes_are_refused(tmp_path: Path, name: str):
    with pytest.raises(BadRequest, match="No clip is written"):
        written(tmp_path / name, frames())
