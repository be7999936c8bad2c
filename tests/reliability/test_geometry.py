"""Group A: sizes that no scan should have, and those that some have."""

from __future__ import annotations

import struct
from pathlib import Path

import numpy as np
import pytest
import tifffile
from PIL import Image

from tests.engine.conftest import speckled
from tests.engine.test_files_refused import png_claiming
from tests.reliability.running import CLOSED, LEAN, alone, refused, result_of
from ussr_engine.errors import BadRequest
from ussr_engine.files import read_scan
from ussr_engine.files.stored import Stored
from ussr_engine.imaging.resize import resize
from ussr_engine.methods import plan_for
from ussr_engine.scan import MAX_PIXELS

RNG = np.random.default_rng(3)


def small_is_interpolated_and_not_learned_from(shape: tuple[int, int]) -> None:
    image = RNG.random(shape, dtype=np.float32)
    for method in CLOSED:
        result_of(image, method)
    with pytest.raises(BadRequest, match="8 a side are needed to learn"):
        result_of(image, "zssr", **LEAN)


def test_a01_one_pixel_is_interpolated_and_not_learned_from() -> None:
    """A01."""
    small_is_interpolated_and_not_learned_from((1, 1))


@pytest.mark.parametrize("shape", [(1, 7), (7, 1), (1, 4096), (4096, 1)])
def test_a02_a_single_row_or_column_is_interpolated_to_its_size(shape: tuple[int, int]) -> None:
    """A02."""
    small_is_interpolated_and_not_learned_from(shape)


@pytest.mark.parametrize("side", [2, 3, 7])
def test_a03_pictures_smaller_than_any_sample_are_interpolated(side: int) -> None:
    """A03."""
    small_is_interpolated_and_not_learned_from((side, side))


@pytest.mark.parametrize("scale", [2, 3, 4])
@pytest.mark.parametrize("method", CLOSED)
def test_a04_odd_sizes_are_enlarged_exactly_and_without_a_shift(method: str, scale: int) -> None:
    """A04."""
    rows, columns = np.mgrid[:101, :103]
    image = (0.8 * np.exp(-((rows - 47.3) ** 2 + (columns - 55.6) ** 2) / 50)).astype(np.float32)
    found = result_of(image, method, scale).sr.image.astype(np.float64)
    where = np.mgrid[: found.shape[0], : found.shape[1]]
    row, column = ((axis * found).sum() / found.sum() for axis in where)
    assert ((row + 0.5) / scale - 0.5, (column + 0.5) / scale - 0.5) == pytest.approx((47.3, 55.6), abs=0.02)


def test_a05_a_ribbon_of_16_by_8192_is_done() -> None:
    """A05."""
    ribbon = np.tile(speckled(16, 256), (1, 32))
    for method in ("bicubic", "exact"):
        assert result_of(ribbon, method).sr.image.shape == (32, 16384)


@pytest.mark.parametrize("size", [(0, 10), (10, 0), (0, 0)])
def test_a06_a_header_without_an_extent_is_refused(tmp_path: Path, size: tuple[int, int]) -> None:
    """A06."""
    (tmp_path / "a.png").write_bytes(png_claiming(*size))
    assert "a.png" in refused(tmp_path / "a.png")
    tifffile.imwrite(tmp_path / "a.tif", np.zeros((10, 10), np.uint16))
    with tifffile.TiffFile(tmp_path / "a.tif", mode="r+b") as file:
        file.pages[0].tags["ImageWidth"].overwrite(size[0])
        file.pages[0].tags["ImageLength"].overwrite(size[1])
    assert "no picture" in refused(tmp_path / "a.tif")


BOMB = """
from pathlib import Path
from ussr_engine.errors import UnreadableFile
from ussr_engine.files import read_scan
import ussr_engine.files.picture, ussr_engine.files.tiff
before, began = peak(), time.process_time()
try:
    read_scan(Path(sys.argv[1]))
    words = "read"
except UnreadableFile as error:
    words = str(error)
print(json.dumps({"words": words, "grown": peak() - before, "seconds": time.process_time() - began}))
"""


def test_a07_a_bomb_of_2500_million_pixels_is_refused_before_anything_is_allocated(tmp_path: Path) -> None:
    """A07."""
    (tmp_path / "bomb.png").write_bytes(png_claiming(50_000, 50_000))
    told = alone(BOMB, tmp_path / "bomb.png")
    assert "absurd" in str(told["words"]) or "million" in str(told["words"])
    assert told["grown"] < 50
    assert told["seconds"] < 1


def test_a08_a_picture_of_144_million_pixels_is_refused_with_the_limit(tmp_path: Path) -> None:
    """A08."""
    (tmp_path / "large.png").write_bytes(png_claiming(12_000, 12_000))
    assert "12,000 × 12,000 pixels; more than 100 million are not opened" in refused(tmp_path / "large.png")


def test_a09_the_pixel_limit_is_exact(tmp_path: Path) -> None:
    """A09."""
    for height, limit in ((9_999, False), (10_000, False), (10_001, True)):
        (tmp_path / "a.png").write_bytes(png_claiming(10_000, height))
        assert ("million are not opened" in refused(tmp_path / "a.png")) == limit
    Stored("PNG", 10_000, MAX_PIXELS // 10_000, 1, 8).check_size("a.png")


@pytest.mark.parametrize("scale", [1, 1.5, 8, 0, -2, float("nan"), 1e9])
def test_a10_scales_that_no_method_has_are_refused_by_name(scale: float) -> None:
    """A10."""
    for method in (*CLOSED, "zssr"):
        with pytest.raises(BadRequest, match="must be 2, 3 or 4"):
            plan_for(method, scale)  # type: ignore[arg-type]


@pytest.mark.parametrize("scale", [2, 3, 4])
def test_a10_scales_that_a_method_has_are_carried_out(scale: int) -> None:
    """A10."""
    for method in CLOSED:
        result_of(speckled(24, 20), method, scale)
    result_of(speckled(24, 20), "zssr", scale, **{**LEAN, "crop": 16})


@pytest.mark.parametrize("method", ["exact", "simreg"])
def test_a11_tiles_of_any_size_give_what_the_whole_gives(method: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """A11."""
    image = speckled(90, 70, seed=4)
    whole = result_of(image, method).sr.image
    for side in (24, 32, 48, 64):
        monkeypatch.setattr("ussr_engine.enlarging.TILE", side)
        assert np.abs(result_of(image, method).sr.image - whole).max() <= 1e-5, side


def test_a12_a_picture_that_was_enlarged_before_is_told_to_hold_no_more() -> None:
    """A12."""
    coarse = speckled(32, 32)
    enlarged = np.clip(resize(coarse, scale=4), 0, 1).astype(np.float32)
    words = "The result hardly differs from interpolation: no detail beyond it was found."
    assert words in result_of(enlarged, "simreg").notes
    assert words not in result_of(coarse, "simreg").notes
    assert words not in result_of(enlarged, "bicubic").notes


def test_a_bitmap_of_negative_height_is_read_upright_or_refused(tmp_path: Path) -> None:
    """A bitmap may be stored from the top down, which a negative height says."""
    pixels = RNG.integers(0, 256, (12, 9), dtype=np.uint8)
    Image.fromarray(pixels).save(tmp_path / "a.bmp")
    data = bytearray((tmp_path / "a.bmp").read_bytes())
    data[22:26] = struct.pack("<i", -12)
    (tmp_path / "a.bmp").write_bytes(data)
    assert (np.round(read_scan(tmp_path / "a.bmp").image * 255) == pixels[::-1]).all()
