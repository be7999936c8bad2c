"""Volumes, sequences and videos in: slice by slice, millimetres as told, nothing from elsewhere on the disk."""

from __future__ import annotations

import gzip
import zlib
from pathlib import Path
from typing import Any

import cv2
import nibabel
import numpy as np
import pytest

from ussr_engine.errors import UnreadableFile
from ussr_engine.files import inspect_file, open_clip, read_scan
from ussr_engine.scan import Spacing

RNG = np.random.default_rng(5)
FRAMES = RNG.integers(0, 256, (4, 20, 30), dtype=np.uint8)
"""(frames, rows, columns), as they lie in every format."""


def metaimage(path: Path, pixels: np.ndarray = FRAMES, data: str = "LOCAL", **entries: str) -> Path:
    types = {"uint8": "MET_UCHAR", "int16": "MET_SHORT", "uint16": "MET_USHORT", "float32": "MET_FLOAT"}
    lines = {
        "ObjectType": "Image",
        "NDims": str(pixels.ndim),
        "DimSize": " ".join(map(str, reversed(pixels.shape))),
        "ElementType": types[pixels.dtype.name],
        "ElementSpacing": "0.3 0.2 1",
    } | entries
    stream = pixels.astype(pixels.dtype.newbyteorder("<")).tobytes()
    if entries.get("CompressedData") == "True":
        stream = zlib.compress(stream)
    head = "".join(f"{key} = {value}\n" for key, value in lines.items()) + f"ElementDataFile = {data}\n"
    path.write_bytes(head.encode() + (stream if data == "LOCAL" else b""))
    return path


def nrrd(path: Path, pixels: np.ndarray = FRAMES, encoding: str = "raw", **entries: str) -> Path:
    lines = {
        "type": pixels.dtype.name.replace("float32", "float"),
        "dimension": str(pixels.ndim),
        "sizes": " ".join(map(str, reversed(pixels.shape))),
        "encoding": encoding,
        "endian": "little",
        "spacings": "0.3 0.2 nan",
    } | {key.replace("_", " "): value for key, value in entries.items()}
    stream = pixels.astype(pixels.dtype.newbyteorder("<")).tobytes()
    head = "NRRD0004\n# made for a test\n" + "".join(f"{key}: {value}\n" for key, value in lines.items()) + "\n"
    path.write_bytes(head.encode() + (gzip.compress(stream) if encoding == "gzip" else stream))
    return path


def nifti(path: Path, pixels: np.ndarray = FRAMES, affine: Any = None, code: int = 1, units: str = "mm") -> Path:
    volume = nibabel.Nifti1Image(pixels.transpose(), np.diag([-0.3, -0.2, 1, 1]) if affine is None else affine)
    volume.header.set_xyzt_units(units)
    volume.set_sform(volume.affine, code)
    volume.set_qform(volume.affine, code if code != 2 else 0)
    nibabel.save(volume, path)
    return path


def sentence(path: Path) -> str:
    with pytest.raises(UnreadableFile) as caught:
        read_scan(path)
    assert str(caught.value).endswith(".")
    return str(caught.value)


def holds(path: Path, pixels: np.ndarray = FRAMES) -> bool:
    top = np.iinfo(pixels.dtype).max
    with open_clip(path) as clip:
        assert clip.clip.frames == len(pixels)
        order = (2, 0, 3, 1)
        return all((np.round(clip.scan(n).image * np.float64(top)) == pixels[n]).all() for n in order)


@pytest.mark.parametrize("deep", [False, True])
def test_frames_of_every_volume_format_keep_their_levels(tmp_path: Path, deep: bool):
    pixels = RNG.integers(0, 65536, FRAMES.shape, dtype=np.uint16) if deep else FRAMES
    for path in (
        metaimage(tmp_path / "a.mha", pixels),
        metaimage(tmp_path / "b.mha", pixels, CompressedData="True"),
        nrrd(tmp_path / "a.nrrd", pixels),
        nrrd(tmp_path / "b.nrrd", pixels, "gzip"),
        nifti(tmp_path / "a.nii", pixels),
        nifti(tmp_path / "a.nii.gz", pixels),
    ):
        assert holds(path, pixels), path.name
        assert read_scan(path).spacing == pytest.approx(Spacing(axial=0.2, lateral=0.3)) or read_scan(
            path
        ).spacing == Spacing(float(np.float32(0.2)), float(np.float32(0.3)))


def test_a_spacing_of_one_by_one_is_not_taken_for_millimetres(tmp_path: Path):
    assert read_scan(metaimage(tmp_path / "a.mha", ElementSpacing="1 1 1")).spacing is None
    assert read_scan(nifti(tmp_path / "a.nii", affine=np.eye(4))).spacing is None


def test_units_other_than_millimetres_are_converted(tmp_path: Path):
    found = read_scan(nrrd(tmp_path / "a.nrrd", spacings="0.03 0.02 nan", space_units='"cm" "cm"')).spacing
    assert (found.axial, found.lateral) == pytest.approx((0.2, 0.3))
    found = read_scan(nifti(tmp_path / "a.nii", affine=np.diag([-300, -200, 1, 1]), units="micron")).spacing
    assert (found.axial, found.lateral) == pytest.approx((0.2, 0.3))


def test_a_nifti_is_turned_as_its_affine_says_and_else_left_as_stored(tmp_path: Path):
    def first(**changes: Any) -> np.ndarray:
        return np.round(read_scan(nifti(tmp_path / "a.nii", **changes)).image * 255)

    assert (first(affine=np.diag([0.3, 0.2, 1, 1])) == FRAMES[0, ::-1, ::-1]).all()
    assert (first(affine=np.diag([-0.3, 0.2, 1, 1])) == FRAMES[0, ::-1]).all()
    assert (first(affine=np.diag([0.3, 0.2, 1, 1]), code=2) == FRAMES[0]).all()


def test_lines_of_a_probe_that_were_stored_along_the_depth_stand_upright(tmp_path: Path):
    path = metaimage(tmp_path / "a.mha", UltrasoundImageOrientation="FM")
    scan = read_scan(path)
    assert (np.round(scan.image * 255) == FRAMES[0].T).all()
    assert scan.spacing == Spacing(axial=0.3, lateral=0.2)
    assert (scan.width, scan.height) == (20, 30) == (inspect_file(path)["width"], inspect_file(path)["height"])
    assert (np.round(read_scan(metaimage(tmp_path / "b.mha", UltrasoundImageOrientation="UN")).image * 255)
            == FRAMES[0, ::-1, ::-1]).all()  # fmt: skip


def test_signed_values_are_shown_by_the_range_of_the_whole_file(tmp_path: Path):
    signed = np.zeros((2, 4, 4), np.int16)
    signed[0, 0, 0], signed[1, 0, 0] = -100, 300
    with open_clip(metaimage(tmp_path / "a.mha", signed)) as clip:
        assert clip.scan(0).image[1, 1] == clip.scan(1).image[1, 1] == pytest.approx(0.25)
        assert clip.scan(0).facts["values"] == "-100 … 300 stretched to 0 … 1"


def test_time_stamps_of_tracked_frames_are_their_times(tmp_path: Path):
    stamps = {f"Seq_Frame{n:04}_Timestamp": str(98 + 0.1 * n * n) for n in range(4)}
    with open_clip(metaimage(tmp_path / "a.mha", **stamps)) as clip:
        assert clip.clip.times == pytest.approx((0, 100, 400, 900))


def test_colours_in_a_volume_are_colours(tmp_path: Path):
    colours = RNG.integers(0, 256, (2, 6, 5, 3), dtype=np.uint8)
    path = metaimage(tmp_path / "a.mha", colours, DimSize="5 6 2", ElementNumberOfChannels="3")
    assert (np.round(read_scan(path, 1).image * 255) == colours[1]).all()
    path = nrrd(tmp_path / "a.nrrd", colours, kinds="RGB-color domain domain list", spacings="nan 1 2 nan")
    assert (np.round(read_scan(path, 1).image * 255) == colours[1]).all()


def test_samples_beside_the_header_are_found_by_a_plain_name_alone(tmp_path: Path):
    (tmp_path / "a.raw").write_bytes(FRAMES.tobytes())
    assert holds(metaimage(tmp_path / "a.mhd", data="a.raw"))
    (tmp_path / "elsewhere").mkdir()
    (tmp_path / "elsewhere" / "b.raw").write_bytes(FRAMES.tobytes())
    for place in ("elsewhere/b.raw", "../a.raw", "/etc/passwd", "\\\\server\\share", "LIST", "b.%d"):
        assert "other places" in sentence(metaimage(tmp_path / "b.mhd", data=place))
        assert "other places" in sentence(nrrd(tmp_path / "b.nhdr", data_file=place))
    (tmp_path / "link.raw").symlink_to("/etc/passwd")
    assert "not beside it" in sentence(metaimage(tmp_path / "b.mhd", data="link.raw"))
    assert "not beside it" in sentence(metaimage(tmp_path / "b.mhd", data="none.raw"))


@pytest.mark.parametrize("entries", [{"DimSize": "30 20 400"}, {"DimSize": "30 20 4000000", "CompressedData": "True"}])
def test_a_volume_that_promises_more_than_it_has_is_cut_short(tmp_path: Path, entries: dict[str, str]):
    path = metaimage(tmp_path / "a.mha", **entries)
    with pytest.raises(UnreadableFile, match="cut short"), open_clip(path) as clip:
        clip.scan(clip.clip.frames - 1)


def test_a_volume_larger_than_any_is_refused_before_it_is_unpacked(tmp_path: Path):
    path = metaimage(tmp_path / "a.mha", DimSize="2000 2000 4000", CompressedData="True")
    assert "would unpack to 16 GB" in sentence(path)
    assert "no picture" in sentence(metaimage(tmp_path / "b.mha", DimSize="30 20 -4"))


def test_what_is_no_picture_is_refused_by_name(tmp_path: Path):
    assert "text" in sentence(metaimage(tmp_path / "a.mha", BinaryData="False"))
    assert "bzip2" in sentence(nrrd(tmp_path / "a.nrrd", encoding="bzip2"))
    assert "first axes" in sentence(nrrd(tmp_path / "a.nrrd", kinds="list domain domain"))
    (tmp_path / "a.gz").write_bytes(gzip.compress(b"the quick brown fox" * 40))
    assert "gzip archive" in sentence(tmp_path / "a.gz")


def video(path: Path, frames: int = 90, letters: str = "MJPG", size: tuple[int, int] = (64, 48)) -> Path:
    """A clip whose frame n has the grey level 20 + 2 n on the left and colour on the right."""
    out = cv2.VideoWriter(str(path), cv2.VideoWriter.fourcc(*letters), 25, size)
    assert out.isOpened()
    for number in range(frames):
        picture = np.full((size[1], size[0], 3), 20 + 2 * number, np.uint8)
        picture[:, size[0] // 2 :] = (40, 80, 200)
        out.write(picture)
    out.release()
    return path


@pytest.mark.parametrize("name", ["a.avi", "a.mp4", "a.mpeg"])
def test_any_frame_of_a_video_is_found_in_any_order(tmp_path: Path, name: str):
    path = video(tmp_path / name, letters={"avi": "MJPG", "mp4": "mp4v", "mpeg": "mpg1"}[name.split(".")[1]])
    with open_clip(path) as clip:
        assert clip.clip.frames == 90
        assert clip.clip.rate == pytest.approx(25)
        in_order, other = [], cv2.VideoCapture(str(path))
        while (answer := other.read())[0]:
            in_order.append(answer[1][..., ::-1])
        for number in (0, 1, 70, 2, 89, 3, 50, 51):
            image = clip.scan(number).image
            assert (np.round(image * 255) == in_order[number]).all(), number
            assert image[10:-10, 8:20, 0].mean() * 255 == pytest.approx(20 + 2 * number, abs=6), number
            red, green, blue = image[10:-10, -20:].mean(axis=(0, 1)) * 255
            assert (red, green, blue) == pytest.approx((200, 80, 40), abs=10)


def test_a_real_video_shows_the_same_frame_by_a_seek_and_by_going_on(data: Path):
    for path in (data / "lung_pocus" / "video").iterdir():
        with open_clip(path) as on, open_clip(path) as sought:
            wanted = (0, 3, 120, 40)
            reached = {number: on.scan(number).image for number in sorted(wanted)}
            for number in wanted:
                assert (sought.scan(number).image == reached[number]).all(), (path.name, number)


def test_a_video_that_is_cut_or_no_video_is_refused(tmp_path: Path):
    whole = video(tmp_path / "a.mp4", letters="mp4v").read_bytes()
    (tmp_path / "b.mp4").write_bytes(whole[: len(whole) // 2])
    assert "damaged" in sentence(tmp_path / "b.mp4")
    (tmp_path / "c.avi").write_bytes(b"RIFF\x00\x01\x00\x00AVI LIST" + bytes(300))
    assert "damaged" in sentence(tmp_path / "c.avi")
    (tmp_path / "d.mp4").write_bytes(b"\0\0\0\x18ftypheic" + bytes(300))
    assert "HEIC" in sentence(tmp_path / "d.mp4")


NAMED = {"UltrasonixLinearRfData.igs.mha": "stretched", "EyeRoundOverChuck_5.0MHz_20V.mha": "stretched"}
"""Files that are opened with a word of warning: echoes before they were made a picture."""


@pytest.mark.parametrize("folder", ["dicom", "mha", "lung_pocus/video", "lung_pocus/image", "brachial_etz/dicom"])
def test_every_real_file_opens(data: Path, folder: str):
    files = [path for path in sorted((data / folder).iterdir()) if path.is_file()]
    assert files
    for path in files:
        found = inspect_file(path)
        assert found["frames"] >= 1, path.name
        assert ("values" in found["notes"]) == (path.name in NAMED), path.name
