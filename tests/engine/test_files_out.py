"""Pictures out: what is written comes back to the bit, carries millimetres and provenance, and never harms a file."""

from __future__ import annotations

import os
import resource
import signal
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import numpy as np
import pytest
import tifffile
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from PIL import Image
from PIL.PngImagePlugin import PngInfo

from ussr_engine.errors import BadRequest, UnwritableFile
from ussr_engine.files import inspect_file, read_scan, write_scan
from ussr_engine.scan import Region, Scan, Spacing

RNG = np.random.default_rng(3)
PROVENANCE = {
    "program": "USSR",
    "version": "0.1.0",
    "method": "zssr",
    "plan": '{"steps": 900, "note": "größer × 2"}',
    "seed": "7",
    "note": "For research and education; not for diagnosis.",
}
SUFFIXES = [".png", ".tif", ".tiff"]


def scan_of(shape: tuple[int, ...], spacing: Spacing | None = None, bits: int = 16) -> Scan:
    return Scan(RNG.random(shape, dtype=np.float32), spacing, bits, "Doe^Jane", facts={"PatientName": "Doe^Jane"})


@pytest.mark.parametrize("suffix", SUFFIXES)
@pytest.mark.parametrize("bits", [8, 16])
@pytest.mark.parametrize("shape", [(40, 60), (41, 37, 3), (1, 1), (3, 1000)])
def test_a_written_picture_comes_back_rounded_once_half_up(tmp_path: Path, suffix: str, bits: int, shape: tuple):
    scan = scan_of(shape)
    write_scan(tmp_path / f"out{suffix}", scan, bits=bits, provenance=PROVENANCE)
    back = read_scan(tmp_path / f"out{suffix}")
    top = 2**bits - 1
    wanted = np.floor(scan.image.astype(np.float64) * top + 0.5)
    assert back.bits == bits
    assert (np.round(back.image.astype(np.float64) * top) == wanted).all()


def test_a_value_half_way_between_two_levels_goes_up(tmp_path: Path):
    scan = Scan(np.full((4, 4), 0.5, np.float32))
    write_scan(tmp_path / "a.png", scan, bits=8, provenance={})
    with Image.open(tmp_path / "a.png") as picture:
        assert (np.asarray(picture) == 128).all()


@pytest.mark.parametrize("suffix", SUFFIXES)
@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(axial=st.floats(1e-4, 20), lateral=st.floats(1e-4, 20))
def test_millimetres_come_back_to_the_last_bit(tmp_path: Path, suffix: str, axial: float, lateral: float):
    scan = Scan(np.zeros((3, 4), np.float32), Spacing(axial, lateral))
    write_scan(tmp_path / f"a{suffix}", scan, bits=8, provenance={})
    assert read_scan(tmp_path / f"a{suffix}").spacing == Spacing(axial, lateral)


def test_other_programs_find_the_pixel_density(tmp_path: Path):
    scan = scan_of((20, 30), Spacing(axial=0.1, lateral=0.2))
    write_scan(tmp_path / "a.png", scan, bits=16, provenance={})
    with Image.open(tmp_path / "a.png") as picture:
        assert picture.info["dpi"] == pytest.approx((127, 254), rel=1e-3)
    write_scan(tmp_path / "a.tif", scan, bits=16, provenance={})
    with tifffile.TiffFile(tmp_path / "a.tif") as file:
        assert file.pages.first.get_resolution("CENTIMETER") == pytest.approx((50, 100))


def test_a_scan_without_millimetres_stays_without(tmp_path: Path):
    for suffix in SUFFIXES:
        write_scan(tmp_path / f"a{suffix}", scan_of((5, 6)), bits=8, provenance={})
        assert read_scan(tmp_path / f"a{suffix}").spacing is None


def test_millimetres_are_not_believed_after_another_program_resized_the_picture(tmp_path: Path):
    write_scan(tmp_path / "a.png", scan_of((20, 30), Spacing(0.1, 0.1)), bits=8, provenance={})
    kept = PngInfo()
    with Image.open(tmp_path / "a.png") as picture:
        for key, words in picture.text.items():
            kept.add_text(key, words)
        picture.resize((60, 40)).save(tmp_path / "b.png", pnginfo=kept)
    assert read_scan(tmp_path / "b.png").spacing is None


@pytest.mark.parametrize("suffix", SUFFIXES)
def test_provenance_is_embedded_and_nothing_of_the_source_is(tmp_path: Path, suffix: str):
    path = tmp_path / f"a{suffix}"
    write_scan(path, scan_of((20, 30)), bits=8, provenance=PROVENANCE)
    assert inspect_file(path)["provenance"] == PROVENANCE
    assert read_scan(path).facts["ussr method"] == "zssr"
    assert b"Doe" not in path.read_bytes()
    assert b"PatientName" not in path.read_bytes()


def test_the_written_file_is_ordinary_to_other_readers(tmp_path: Path):
    scan = scan_of((20, 30, 3))
    write_scan(tmp_path / "a.png", scan, bits=8, provenance=PROVENANCE)
    write_scan(tmp_path / "a.tif", scan, bits=8, provenance=PROVENANCE)
    with Image.open(tmp_path / "a.png") as png, Image.open(tmp_path / "a.tif") as tiff:
        png.load()
        assert (np.asarray(png) == np.asarray(tiff)).all()
        assert png.text["ussr:note"] == PROVENANCE["note"]


@pytest.mark.parametrize(
    ("spacing", "bits", "words"),
    [
        (Spacing(0.141, 0.141), 16, "Saved a.png, 30 × 20, 16 bit, 0.141 mm per pixel"),
        (Spacing(0.05, 0.07), 8, "Saved a.png, 30 × 20, 8 bit, 0.05 × 0.07 mm per pixel (axial × lateral)"),
        (None, 8, "Saved a.png, 30 × 20, 8 bit, without millimetres"),
    ],
)
def test_what_was_written_is_said(tmp_path: Path, spacing: Spacing | None, bits: int, words: str):
    assert write_scan(tmp_path / "a.png", scan_of((20, 30), spacing), bits=bits, provenance={}) == words


def test_colour_whose_channels_agree_is_written_as_grey(tmp_path: Path):
    grey = RNG.random((10, 12), dtype=np.float32)
    write_scan(tmp_path / "a.png", Scan(np.stack([grey] * 3, axis=2)), bits=16, provenance={})
    assert inspect_file(tmp_path / "a.png")["channels"] == 1


def test_regions_do_not_hinder_writing(tmp_path: Path):
    region = Region("2D", 0, 0, 5, 5, Spacing(0.1, 0.1))
    scan = Scan(np.zeros((8, 8), np.float32), Spacing(0.1, 0.1), regions=(region,))
    assert "0.1 mm" in write_scan(tmp_path / "a.tif", scan, bits=8, provenance={})


@pytest.mark.parametrize("name", ["a.jpg", "a.bmp", "a.npy", "a", "a.png.gz", "a.dcm"])
def test_formats_that_lose_something_are_refused_in_words(tmp_path: Path, name: str):
    with pytest.raises(BadRequest, match=r"\.png, \.tif, \.tiff"):
        write_scan(tmp_path / name, scan_of((5, 6)), bits=8, provenance={})
    assert not list(tmp_path.glob("a*"))


@pytest.mark.parametrize("bits", [1, 12, 32])
def test_other_depths_are_refused(tmp_path: Path, bits: int):
    with pytest.raises(BadRequest, match="8 or 16"):
        write_scan(tmp_path / "a.png", scan_of((5, 6)), bits=bits, provenance={})


@contextmanager
def largest_file(size: int) -> Iterator[None]:
    """Let the system refuse every write beyond ``size`` bytes, as a full disk does."""
    before = resource.getrlimit(resource.RLIMIT_FSIZE)
    handler = signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
    resource.setrlimit(resource.RLIMIT_FSIZE, (size, before[1]))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, before)
        signal.signal(signal.SIGXFSZ, handler)


@pytest.mark.parametrize("suffix", SUFFIXES)
@pytest.mark.parametrize("room", [0, 100, 5_000])
def test_a_full_disk_leaves_the_old_file_and_no_litter(tmp_path: Path, suffix: str, room: int):
    path = tmp_path / f"a{suffix}"
    write_scan(path, scan_of((10, 12)), bits=8, provenance={})
    before = path.read_bytes()
    with largest_file(room), pytest.raises(UnwritableFile, match="no room"):
        write_scan(path, scan_of((200, 200)), bits=16, provenance={})
    assert path.read_bytes() == before
    assert [found.name for found in tmp_path.iterdir() if found.is_file()] == [path.name]


def test_a_missing_folder_and_a_folder_in_the_way_are_refused(tmp_path: Path):
    with pytest.raises(UnwritableFile, match="no folder"):
        write_scan(tmp_path / "nowhere" / "a.png", scan_of((5, 6)), bits=8, provenance={})
    (tmp_path / "b.png").mkdir()
    with pytest.raises(UnwritableFile, match="is a folder"):
        write_scan(tmp_path / "b.png", scan_of((5, 6)), bits=8, provenance={})
    assert not list((tmp_path / "b.png").iterdir())


def test_a_name_that_is_too_long_is_refused_in_words(tmp_path: Path):
    with pytest.raises(UnwritableFile, match="could not be written"):
        write_scan(tmp_path / ("a" * 300 + ".png"), scan_of((5, 6)), bits=8, provenance={})
    assert not [found for found in tmp_path.iterdir() if found.is_file()]


@pytest.mark.skipif(os.name != "posix" or os.geteuid() == 0, reason="the superuser may write everywhere")
def test_a_read_only_folder_is_refused(tmp_path: Path):
    folder = tmp_path / "locked"
    folder.mkdir(mode=0o500)
    with pytest.raises(UnwritableFile, match="may not be written"):
        write_scan(folder / "a.png", scan_of((5, 6)), bits=8, provenance={})


def test_an_existing_file_is_replaced(tmp_path: Path):
    path = tmp_path / "сонограмма 🫀.png"
    write_scan(path, scan_of((10, 12)), bits=8, provenance={})
    write_scan(path, scan_of((20, 30)), bits=8, provenance={})
    assert read_scan(path).image.shape == (20, 30)
    assert len([found for found in tmp_path.iterdir() if found.is_file()]) == 1
