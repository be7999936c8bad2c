"""Files that are damaged, lying or absurd: one sentence each, before any harm."""

from __future__ import annotations

import contextlib
import os
import pickle
import struct
import zlib
from pathlib import Path

import cv2
import numpy as np
import pytest
import tifffile
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from PIL import Image

from tests.engine.picture_samples import COLOUR, DEEP, DEEP_COLOUR, GREY, RNG, read_or_refused, saved, sentence
from ussr_engine.errors import UnreadableFile
from ussr_engine.files import read_scan
from ussr_engine.files.stored import Stored
from ussr_engine.scan import MAX_PIXELS


@pytest.mark.parametrize("kind", ["png", "jpg", "bmp", "tif", "16.png", "16.tif"])
def test_a_file_cut_anywhere_is_refused_or_whole(tmp_path_factory: pytest.TempPathFactory, kind: str):
    folder = tmp_path_factory.mktemp("cut")
    whole = folder / f"whole.{kind}"
    if kind == "16.png":
        whole.write_bytes(cv2.imencode(".png", DEEP_COLOUR)[1].tobytes())
    elif kind == "16.tif":
        tifffile.imwrite(whole, DEEP_COLOUR, photometric="rgb", compression="zlib")
    else:
        Image.fromarray(COLOUR).save(whole)
    data, image = whole.read_bytes(), read_scan(whole).image
    for length in sorted({0, 1, 2, 3, 7, 8, 20, 40, *range(60, len(data), 97), *range(len(data) - 12, len(data))}):
        path = folder / f"cut.{kind}"
        path.write_bytes(data[:length])
        found = read_or_refused(path)
        assert "cut" in found if isinstance(found, str) else (found.image == image).all(), length


@pytest.mark.parametrize(
    ("kind", "words"),
    [("png", "IEND"), ("jpg", "end mark"), ("bmp", "bytes"), ("tif", "bytes")],
)
def test_a_file_that_lost_its_second_half_is_called_cut_short(tmp_path: Path, kind: str, words: str):
    path = saved(tmp_path, Image.fromarray(RNG.integers(0, 256, (90, 90, 3), dtype=np.uint8)), f"a.{kind}")
    data = path.read_bytes()
    path.write_bytes(data[: len(data) // 2])
    assert "cut short" in sentence(path)
    assert words in sentence(path)


@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(data=st.data(), kind=st.sampled_from(["png", "jpg", "bmp", "tif", "16.tif"]))
def test_a_changed_byte_gives_a_picture_or_a_sentence(tmp_path: Path, data: st.DataObject, kind: str):
    whole = tmp_path / f"whole.{kind}"
    if not whole.exists():
        if kind == "16.tif":
            tifffile.imwrite(whole, DEEP, compression="zlib")
        else:
            Image.fromarray(GREY).save(whole)
    content = bytearray(whole.read_bytes())
    content[data.draw(st.integers(0, len(content) - 1))] = data.draw(st.integers(0, 255))
    path = tmp_path / f"changed.{kind}"
    path.write_bytes(content)
    found = read_or_refused(path)
    assert found.endswith(".") if isinstance(found, str) else np.isfinite(found.image).all()


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    st.sampled_from([b"", b"\x89PNG\r\n\x1a\n", b"\xff\xd8\xff", b"II*\0", b"BM", bytes(128) + b"DICM"]), st.binary()
)
def test_noise_after_a_true_beginning_is_refused(tmp_path: Path, start: bytes, noise: bytes):
    path = tmp_path / "noise"
    path.write_bytes(start + noise)
    assert "noise" in sentence(path)


def png_claiming(width: int, height: int) -> bytes:
    header = struct.pack(">IIBBBBB", width, height, 1, 0, 0, 0, 0)
    parts = [(b"IHDR", header), (b"IDAT", zlib.compress(bytes(1000))), (b"IEND", b"")]
    chunks = (struct.pack(">I", len(d)) + k + d + struct.pack(">I", zlib.crc32(k + d)) for k, d in parts)
    return b"\x89PNG\r\n\x1a\n" + b"".join(chunks)


@pytest.mark.parametrize(("width", "height"), [(50_000, 50_000), (10_001, 10_000), (2_000_000_000, 3), (0, 10)])
def test_a_header_that_claims_an_absurd_size_is_refused_before_decoding(tmp_path: Path, width: int, height: int):
    (tmp_path / "bomb.png").write_bytes(png_claiming(width, height))
    words = sentence(tmp_path / "bomb.png")
    assert "million" in words or "absurd" in words or "damaged" in words


def test_a_tiff_that_claims_an_absurd_size_is_refused_before_decoding(tmp_path: Path):
    path = tmp_path / "bomb.tif"
    tifffile.imwrite(path, DEEP)
    with tifffile.TiffFile(path, mode="r+b") as file:
        file.pages[0].tags["ImageWidth"].overwrite(60_000)
        file.pages[0].tags["ImageLength"].overwrite(60_000)
    assert "60,000 × 60,000" in sentence(path)


def test_a_colour_tiff_with_too_few_samples_is_refused(tmp_path: Path):
    path = tmp_path / "a.tif"
    tifffile.imwrite(path, DEEP_COLOUR[..., :2], photometric="minisblack", planarconfig="contig")
    with tifffile.TiffFile(path, mode="r+b") as file:
        file.pages[0].tags["PhotometricInterpretation"].overwrite(2)
    assert "damaged" in sentence(path)


def test_the_pixel_limit_is_exact():
    Stored("PNG", 10_000, MAX_PIXELS // 10_000, 1, 8).check_size("a.png")
    with pytest.raises(UnreadableFile, match="million"):
        Stored("PNG", 10_000, MAX_PIXELS // 10_000 + 1, 1, 8).check_size("a.png")


def test_a_picture_beyond_the_memory_is_refused(monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr("ussr_engine.files.stored.physical_memory", lambda: 2e9)
    Stored("TIFF", 5_000, 5_000, 1, 16).check_size("a.tif")
    with pytest.raises(UnreadableFile, match="GB of memory"):
        Stored("TIFF", 9_000, 9_000, 3, 16).check_size("a.tif")


@pytest.mark.parametrize(
    ("content", "words"),
    [
        (b"", "empty"),
        (b"x", "no kind"),
        (b"hello, I am a carotid", "no kind"),
        (b"%PDF-1.7 ...", "PDF"),
        (b"%!PS-Adobe-3.0 EPSF-3.0", "no kind"),
        (b"<svg></svg>", "no kind"),
        (pickle.dumps({"a": 1}), "pickle"),
        (b"PK\x03\x04 and so on", "ZIP"),
    ],
)
def test_what_is_no_picture_is_refused_by_name(tmp_path: Path, content: bytes, words: str):
    (tmp_path / "scan.png").write_bytes(content)
    assert words in sentence(tmp_path / "scan.png")


def test_numpy_arrays_are_refused(tmp_path: Path):
    np.save(tmp_path / "a.npy", GREY)
    assert "NumPy" in sentence(tmp_path / "a.npy")


def test_missing_files_folders_pipes_and_loops_are_refused_at_once(tmp_path: Path):
    assert "no file" in sentence(tmp_path / "nothing.png")
    assert "folder" in sentence(tmp_path)
    os.mkfifo(tmp_path / "pipe.png")
    assert "pipe" in sentence(tmp_path / "pipe.png")
    assert "device" in sentence(Path("/dev/zero"))
    (tmp_path / "loop.png").symlink_to(tmp_path / "loop.png")
    assert "could not be read" in sentence(tmp_path / "loop.png")
    assert "zero byte" in sentence(Path("a\0b.png"))


@pytest.mark.skipif(os.name != "posix" or os.geteuid() == 0, reason="the superuser may read everything")
def test_a_forbidden_file_is_refused(tmp_path: Path):
    path = saved(tmp_path, Image.fromarray(GREY), "a.png")
    path.chmod(0)
    assert "may not be read" in sentence(path)


def test_the_libraries_below_say_nothing_of_their_own(tmp_path: Path, capfd: pytest.CaptureFixture[str]) -> None:
    """A damaged TIFF makes libtiff write to the error stream; the person gets our sentence alone."""
    path = tmp_path / "cut.tif"
    Image.fromarray(np.zeros((64, 64), np.uint8)).save(path, compression="jpeg")
    path.write_bytes(path.read_bytes()[:-200])
    with contextlib.suppress(UnreadableFile):
        read_scan(path)
    assert capfd.readouterr().err == ""
