"""Group B: every way in which pixels are stored, spoiled or lying, and pictures that mislead a method."""

from __future__ import annotations

import json
import os
import struct
import subprocess
import sys
import time
import zlib
from pathlib import Path

import cv2
import numpy as np
import pytest
import tifffile
from PIL import Image, ImageCms

from tests.reliability.running import CLOSED, LEAN, ROOT, refused, result_of
from ussr_engine.device import choose
from ussr_engine.events import Finished, Prepared
from ussr_engine.files import open_clip, read_scan, write_scan
from ussr_engine.files.directories import page_offsets
from ussr_engine.methods import plan_for
from ussr_engine.metrics import measure
from ussr_engine.scan import Scan, luma
from ussr_engine.train import Surroundings, train
from ussr_engine.trust.mixing import Mixing
from ussr_engine.trust.protection import found, says_of, union

RNG = np.random.default_rng(17)
GREY = RNG.integers(0, 256, (24, 32), dtype=np.uint8)
COLOUR = RNG.integers(0, 256, (24, 32, 3), dtype=np.uint8)


def levels(path: Path, top: int = 255) -> np.ndarray:
    return np.round(read_scan(path).image.astype(np.float64) * top).astype(np.int64)


def saved(path: Path, picture: Image.Image, **options: object) -> Path:
    picture.save(path, **options)
    return path


def test_b01_sixteen_bits_keep_all_their_levels(tmp_path: Path) -> None:
    """B01."""
    ramp = np.arange(65_536, dtype=np.uint16).reshape(256, 256)
    (tmp_path / "a.png").write_bytes(cv2.imencode(".png", ramp)[1].tobytes())
    tifffile.imwrite(tmp_path / "a.tif", ramp)
    for name in ("a.png", "a.tif"):
        assert (levels(tmp_path / name, 65_535) == ramp).all()
        write_scan(tmp_path / "b.tif", read_scan(tmp_path / name), bits=16, provenance={})
        assert np.unique(levels(tmp_path / "b.tif", 65_535)).size == 65_536


def test_b02_twelve_bits_in_sixteen_are_kept_and_what_they_reach_is_said(tmp_path: Path) -> None:
    """B02."""
    twelve = RNG.integers(0, 4096, (40, 40), dtype=np.uint16)
    twelve[0, :3] = 65_535
    tifffile.imwrite(tmp_path / "a.tif", twelve)
    assert (levels(tmp_path / "a.tif", 65_535) == twelve).all()
    twelve[0, :3] = 4095
    tifffile.imwrite(tmp_path / "b.tif", twelve)
    assert read_scan(tmp_path / "b.tif").facts["levels"] == "0 … 4095 of 65535"


@pytest.mark.parametrize(("low", "high"), [(0.0, 1.0), (-1000.0, 3000.0)])
def test_b03_floats_keep_their_order_and_their_range_is_said(tmp_path: Path, low: float, high: float) -> None:
    """B03."""
    values = np.linspace(low, high, 600, dtype=np.float32).reshape(20, 30)
    tifffile.imwrite(tmp_path / "a.tif", values)
    scan = read_scan(tmp_path / "a.tif")
    assert scan.image == pytest.approx((values - low) / (high - low), abs=1e-6)
    assert scan.facts["values"] == ("0 … 1 as stored" if high == 1 else "-1000 … 3000 stretched to 0 … 1")


@pytest.mark.parametrize("bad", [np.nan, np.inf, -np.inf])
def test_b04_one_value_that_is_no_number_is_filled_and_said_and_many_are_refused(tmp_path: Path, bad: float) -> None:
    """B04."""
    values = np.full((20, 30), 0.25, np.float32)
    values[:, 15:] = 0.75
    values[4, 3] = bad
    tifffile.imwrite(tmp_path / "a.tif", values)
    scan = read_scan(tmp_path / "a.tif")
    assert scan.image[4, 3] == 0.25
    assert scan.facts["not numbers"].startswith("1 (NaN or infinite)")
    tifffile.imwrite(tmp_path / "b.tif", np.full((20, 30), bad, np.float32))
    assert "600 values that are not numbers" in refused(tmp_path / "b.tif")


def test_b05_what_lies_under_full_transparency_does_not_bleed(tmp_path: Path) -> None:
    """B05."""
    layers = np.dstack([np.full((24, 32, 3), 255, np.uint8), np.full((24, 32), 255, np.uint8)])
    layers[:, :16] = (255, 0, 0, 0)
    layers[:, 16:20, 3] = 128
    scan = read_scan(saved(tmp_path / "a.png", Image.fromarray(layers)))
    assert scan.image[:, :16].max() == 0
    assert np.round(scan.image[:, 16:20] * 255) == pytest.approx(128)
    assert scan.image[:, 20:].min() == 1
    assert scan.facts["transparency"] == "laid over black"


def test_b06_a_palette_with_a_transparent_entry_is_expanded(tmp_path: Path) -> None:
    """B06."""
    picture = Image.fromarray(COLOUR).convert("P")
    path = saved(tmp_path / "a.png", picture, transparency=7)
    reference = np.asarray(Image.open(path).convert("RGBA")).astype(int)
    expected = np.where(reference[..., 3:] > 0, reference[..., :3], 0)
    assert (levels(path) == expected).all()


@pytest.mark.parametrize("bits", [1, 2, 4])
def test_b07_one_two_and_four_bits_reach_from_black_to_white(tmp_path: Path, bits: int) -> None:
    """B07."""
    stored = RNG.integers(0, 2**bits, (16, 16), dtype=np.uint8)
    rows = b"".join(
        b"\0" + bytes(int("".join(f"{v:0{bits}b}" for v in row)[i : i + 8], 2) for i in range(0, 16 * bits, 8))
        for row in stored
    )
    parts = (
        (b"IHDR", struct.pack(">IIBBBBB", 16, 16, bits, 0, 0, 0, 0)),
        (b"IDAT", zlib.compress(rows)),
        (b"IEND", b""),
    )
    chunks = (struct.pack(">I", len(d)) + k + d + struct.pack(">I", zlib.crc32(k + d)) for k, d in parts)
    (tmp_path / "a.png").write_bytes(b"\x89PNG\r\n\x1a\n" + b"".join(chunks))
    assert (levels(tmp_path / "a.png") == stored.astype(int) * 255 // (2**bits - 1)).all()


@pytest.mark.parametrize("kind", ["cmyk", "ycbcr"])
def test_b08_b09_printers_colours_and_television_colours_are_read_as_pillow_reads_them(
    tmp_path: Path, kind: str
) -> None:
    """B08 and B09."""
    picture = Image.fromarray(np.kron(COLOUR[:6, :8], np.ones((8, 8, 1), np.uint8)))
    path = saved(tmp_path / "a.jpg", picture.convert("CMYK") if kind == "cmyk" else picture, quality=95)
    reference = np.asarray(Image.open(path).convert("RGB")).astype(int)
    assert np.abs(levels(path) - reference).max() <= 2


@pytest.mark.parametrize("mode", ["LAB", "HSV", "I", "F"])
def test_b10_rare_modes_are_read_whole_or_refused_by_name(tmp_path: Path, mode: str) -> None:
    """B10."""
    if mode == "HSV":
        with pytest.raises(OSError, match="HSV"):
            saved(tmp_path / "a.tif", Image.new("HSV", (9, 9)))
        return
    if mode == "LAB":
        assert "LAB" in refused(saved(tmp_path / "a.tif", Image.new("LAB", (9, 9))))
        return
    wide = np.linspace(-5, 300_000, 400).reshape(20, 20).astype(np.int32 if mode == "I" else np.float32)
    path = saved(tmp_path / "a.tif", Image.fromarray(wide))
    assert read_scan(path).image == pytest.approx((wide + 5) / (wide.max() + 5), abs=1e-4)


@pytest.mark.parametrize("orientation", range(1, 9))
def test_b11_photographs_are_shown_and_saved_upright(tmp_path: Path, orientation: int) -> None:
    """B11."""
    upright = np.zeros((16, 24, 3), np.uint8)
    upright[:8, :8] = 255
    turned = {
        1: upright, 2: upright[:, ::-1], 3: upright[::-1, ::-1], 4: upright[::-1], 5: upright.swapaxes(0, 1),
        6: upright.swapaxes(0, 1)[::-1], 7: upright.swapaxes(0, 1)[::-1, ::-1], 8: upright.swapaxes(0, 1)[:, ::-1],
    }[orientation]  # fmt: skip
    exif = Image.Exif()
    exif[274] = orientation
    path = saved(tmp_path / "a.png", Image.fromarray(np.ascontiguousarray(turned)), exif=exif)
    scan = read_scan(path)
    assert (np.round(scan.image * 255) == upright[..., 0]).all()
    write_scan(tmp_path / "b.png", scan, bits=8, provenance={})
    assert 274 not in Image.open(tmp_path / "b.png").getexif()
    assert (levels(tmp_path / "b.png") == upright[..., 0]).all()


@pytest.mark.parametrize("profile", ["wrong", "huge", "corrupt"])
def test_b12_colour_profiles_are_ignored_and_that_is_said(tmp_path: Path, profile: str) -> None:
    """B12."""
    lab = ImageCms.ImageCmsProfile(ImageCms.createProfile("LAB")).tobytes()
    icc = {"wrong": lab, "huge": lab + bytes(10_000_000), "corrupt": b"\xff" * 300}[profile]
    scan = read_scan(saved(tmp_path / "a.png", Image.fromarray(COLOUR), icc_profile=icc))
    assert (np.round(scan.image * 255) == COLOUR).all()
    assert scan.facts["colour profile"] == "ignored"


def test_b13_three_equal_channels_are_one_and_come_out_equal(tmp_path: Path) -> None:
    """B13."""
    scan = read_scan(saved(tmp_path / "a.png", Image.fromarray(np.dstack([GREY] * 3))))
    assert not scan.is_colour
    assert result_of(scan.image, "exact").sr.image.ndim == 2


def test_b14_a_doppler_overlay_passes_by_interpolation_with_its_hue() -> None:
    """B14."""
    tissue = np.repeat((0.3 + 0.2 * RNG.random((60, 80, 1))).astype(np.float32), 3, axis=2)
    tissue[20:40, 30:50] = (0.8, 0.1, 0.1)
    tissue[20:40, 50:60] = (0.1, 0.2, 0.9)
    scan = Scan(tissue)
    events = list(train(scan, plan_for("exact", 2), Surroundings(choose("cpu", threads=1))))
    (bicubic,) = (event.bicubic.image for event in events if isinstance(event, Prepared))
    (result,) = (event.result for event in events if isinstance(event, Finished))
    regions = found(scan)
    mixed = Mixing(result, bicubic, union(regions, (60, 80)), says_of(regions)).at(result.trust).sr.image
    inner = (slice(44, 76), slice(64, 96))
    assert (mixed[inner] == bicubic[inner]).all()
    for inside, colour in ((slice(64, 96), (0.8, 0.1, 0.1)), (slice(104, 116), (0.1, 0.2, 0.9))):
        hue = cv2.cvtColor(mixed[44:76, inside].mean(axis=(0, 1), keepdims=True), cv2.COLOR_RGB2HSV)[0, 0, 0]
        wanted = cv2.cvtColor(np.array([[colour]], np.float32), cv2.COLOR_RGB2HSV)[0, 0, 0]
        assert abs((hue - wanted + 180) % 360 - 180) < 1


@pytest.mark.parametrize("share", [0.1, 0.5, 0.99])
@pytest.mark.parametrize("kind", ["png", "jpg", "tif"])
def test_b15_pictures_that_were_cut_are_refused(tmp_path: Path, kind: str, share: float) -> None:
    """B15."""
    path = saved(tmp_path / f"a.{kind}", Image.fromarray(RNG.integers(0, 256, (80, 90, 3), dtype=np.uint8)))
    data = path.read_bytes()
    path.write_bytes(data[: int(share * len(data))])
    assert f"a.{kind}" in refused(path)


def png(*chunks: tuple[bytes, bytes]) -> list[bytes]:
    return [struct.pack(">I", len(d)) + k + d + struct.pack(">I", zlib.crc32(k + d)) for k, d in chunks]


def test_b16_spoiled_chunks_are_refused_and_a_crowd_of_them_takes_no_time(tmp_path: Path) -> None:
    """B16."""
    data = saved(tmp_path / "whole.png", Image.fromarray(GREY)).read_bytes()
    at = data.index(b"IDAT")
    length = struct.unpack(">I", data[at - 4 : at])[0]
    wrong = bytearray(data)
    wrong[at + 4 + length] ^= 1
    (tmp_path / "crc.png").write_bytes(wrong)
    assert "damaged" in refused(tmp_path / "crc.png")
    (tmp_path / "end.png").write_bytes(data[: data.index(b"IEND") - 4])
    assert "IEND" in refused(tmp_path / "end.png")
    crowd = b"".join(png(*[(b"tEXt", b"a\0" + b"x" * 20)] * 100_000))
    (tmp_path / "crowd.png").write_bytes(data[: at - 4] + crowd + data[at - 4 :])
    began = time.process_time()
    assert (levels(tmp_path / "crowd.png") == GREY).all()
    assert time.process_time() - began < 2
    pages = [Image.fromarray(GREY), Image.fromarray(255 - GREY)]
    pages[0].save(tmp_path / "moving.png", save_all=True, append_images=pages[1:])
    assert (levels(tmp_path / "moving.png") == GREY).all()
    assert "animation" in read_scan(tmp_path / "moving.png").facts["frame"]


@pytest.mark.parametrize(
    "content",
    [
        b"%!PS-Adobe-3.0 EPSF-3.0\n",
        b"<svg xmlns='http://www.w3.org/2000/svg'/>",
        b"%PDF-1.7\n",
        b"PK\x03\x04",
        b"<html>",
    ],
)
def test_b17_the_contents_decide_and_what_is_no_picture_is_refused(
    tmp_path: Path, content: bytes, monkeypatch: pytest.MonkeyPatch
) -> None:
    """B17."""
    started: list[object] = []
    monkeypatch.setattr(subprocess, "Popen", lambda *words, **_: started.append(words))
    (tmp_path / "a.png").write_bytes(content + bytes(400))
    assert "a.png" in refused(tmp_path / "a.png")
    assert not started
    tifffile.imwrite(tmp_path / "b.tif", GREY)
    os.rename(tmp_path / "b.tif", tmp_path / "b.png")
    assert (levels(tmp_path / "b.png") == GREY).all()


def test_b18_a_thousand_pages_are_a_clip_and_those_of_another_size_are_left_out(tmp_path: Path) -> None:
    """B18."""
    with tifffile.TiffWriter(tmp_path / "a.tif") as file:
        for number in range(1000):
            page = np.full((20, 30 if number != 500 else 31), number % 256, np.uint8)
            file.write(page, photometric="minisblack", metadata=None)
    began = time.process_time()
    with open_clip(tmp_path / "a.tif") as clip:
        assert clip.clip.frames == 999
        for index, number in ((0, 0), (499, 499), (500, 501), (998, 999)):
            assert (np.round(clip.scan(index).image * 255) == number % 256).all()
        assert clip.scan(0).facts["further pages"].startswith("1,")
    assert time.process_time() - began < 2


def spoiled(path: Path, **tags: int) -> Path:
    with tifffile.TiffFile(path, mode="r+b") as file:
        for name, value in tags.items():
            file.pages[0].tags[name].overwrite(value)
    return path


def test_b19_tiffs_that_lie_about_themselves_are_refused_at_once(tmp_path: Path) -> None:
    """B19."""
    began = time.process_time()
    tifffile.imwrite(tmp_path / "a.tif", np.stack([GREY] * 3), photometric="minisblack", metadata=None)
    from ussr_engine.files.bounded import Bounded

    with Bounded(tmp_path / "a.tif") as file:
        first, *_, last = page_offsets(file, "a.tif")
    data = bytearray((tmp_path / "a.tif").read_bytes())
    entries = struct.unpack_from("<H", data, last)[0]
    struct.pack_into("<I", data, last + 2 + 12 * entries, first)
    (tmp_path / "circle.tif").write_bytes(data)
    assert "circle" in refused(tmp_path / "circle.tif")
    tifffile.imwrite(tmp_path / "t.tif", np.zeros((64, 64), np.uint16), tile=(16, 16))
    assert "t.tif" in refused(spoiled(tmp_path / "t.tif", TileWidth=0))
    for bits in (np.uint8, np.uint16):
        tifffile.imwrite(tmp_path / "s.tif", np.zeros((64, 64), bits))
        assert "cut short" in refused(spoiled(tmp_path / "s.tif", StripOffsets=10_000_000))
    tifffile.imwrite(tmp_path / "big.tif", GREY, bigtiff=True)
    assert (levels(tmp_path / "big.tif") == GREY).all()
    Image.new("L", (9000, 9000)).save(tmp_path / "bomb.tif", compression="tiff_lzw")
    spoiled(tmp_path / "bomb.tif", ImageWidth=60_000, ImageLength=60_000)
    assert "million" in refused(tmp_path / "bomb.tif")
    assert time.process_time() - began < 2


def test_b20_what_is_no_file_is_refused_and_a_pipe_does_not_block(tmp_path: Path) -> None:
    """B20."""
    (tmp_path / "empty.png").write_bytes(b"")
    (tmp_path / "one.png").write_bytes(b"\x89")
    os.mkfifo(tmp_path / "pipe.png")
    (tmp_path / "loop.png").symlink_to(tmp_path / "loop.png")
    wanted = {"empty.png": "empty", "one.png": "no kind", "pipe.png": "pipe", "loop.png": "could not be read"}
    for name, words in wanted.items():
        assert words in refused(tmp_path / name)
    assert "folder" in refused(tmp_path)
    assert "device" in refused(Path("/dev/zero"))


def spoil(folder: Path, first: int, count: int) -> dict[str, object]:
    command = [sys.executable, "-m", "tests.reliability.mutations", str(folder), str(first), str(count)]
    environment = os.environ | {"PYTHONPATH": str(ROOT), "OMP_NUM_THREADS": "1"}
    out = subprocess.run(command, capture_output=True, text=True, cwd=ROOT, env=environment, timeout=280, check=False)
    at = (folder / "at").read_text() if (folder / "at").exists() else "the seeds"
    assert out.returncode == 0, f"died at {at}: {out.stderr[-2000:]}"
    told: dict[str, object] = json.loads(out.stdout.splitlines()[-1])
    return told


def check_spoiled(told: dict[str, object], count: int) -> None:
    assert told["wrong"] == []
    assert told["read"] + told["refused"] == count  # type: ignore[operator]
    assert min(told["read"], told["refused"]) > count / 10  # type: ignore[type-var, operator]
    assert told["slowest"] < 2  # type: ignore[operator]
    assert told["peak_mb"] < 500  # type: ignore[operator]


def test_b21_two_hundred_spoiled_files_of_every_kind_are_read_or_refused(tmp_path: Path) -> None:
    """B21, a sample of it."""
    check_spoiled(spoil(tmp_path, 0, 200), 200)


@pytest.mark.slow
def test_b21_five_thousand_spoiled_files_of_every_kind_are_read_or_refused(tmp_path: Path) -> None:
    """B21."""
    check_spoiled(spoil(tmp_path, 0, 5000), 5000)


@pytest.mark.parametrize("level", [0.0, 1.0, 0.5])
@pytest.mark.parametrize("method", [*CLOSED, "zssr"])
def test_b22_one_flat_tone_stays_that_tone_and_identical_is_infinite(method: str, level: float) -> None:
    """B22."""
    result = result_of(np.full((24, 20), level, np.float32), method, **(LEAN if method == "zssr" else {}))
    assert (result.sr.image == np.float32(level)).all()
    scores = measure(result.sr.image, result.sr.image, lpips_reason="none")
    assert scores.psnr == float("inf")
    assert scores.ssim == 1


@pytest.mark.parametrize("method", CLOSED)
def test_b23_a_single_bright_pixel_stays_in_its_place_with_its_energy(method: str) -> None:
    """B23."""
    image = np.full((33, 35), 0.2, np.float32)
    image[16, 17] = 0.6  # so that no overshoot is clipped
    found = result_of(image, method).sr.image.astype(np.float64)
    assert np.unravel_index(found.argmax(), found.shape)[0] // 2 == 16
    assert np.unravel_index(found.argmax(), found.shape)[1] // 2 == 17
    # Nothing wraps around: far away the ground is the ground.
    assert found[:12, :12] == pytest.approx(0.2, abs=2e-3)
    assert found[-12:, -12:] == pytest.approx(0.2, abs=2e-3)
    assert (found - 0.2).sum() / 4 == pytest.approx(0.4, rel=0.02)


@pytest.mark.parametrize("method", CLOSED)
def test_b24_a_checkerboard_of_single_pixels_stays_bounded(method: str) -> None:
    """B24."""
    image = (np.add.outer(np.arange(32), np.arange(32)) % 2).astype(np.float32)
    middle = result_of(0.25 + 0.5 * image, method).sr.image[8:-8, 8:-8]
    assert middle.mean() == pytest.approx(0.5, abs=0.01)
    assert np.abs(middle - 0.5).max() <= 0.5


@pytest.mark.parametrize("method", CLOSED)
def test_b25_white_noise_of_the_full_range_is_done_and_judged(method: str) -> None:
    """B25."""
    result = result_of(RNG.random((48, 40), dtype=np.float32), method)
    assert result.consistency is not None
    assert np.isfinite(result.consistency)
    if method == "simreg":
        assert result.evidence is not None
        assert np.isfinite(result.evidence.chi_square)


def test_b26_saturated_pixels_do_not_make_the_scan_noiseless_or_noisy() -> None:
    """B26."""
    chance = np.random.default_rng(5)
    clean = np.full((96, 96), 2.0, np.float32)
    clean[:, :10] = np.linspace(0.2, 0.8, 96, dtype=np.float32)[:, None]
    noisy = np.clip(clean + 0.03 * chance.standard_normal(clean.shape), 0, 1).astype(np.float32)
    assert (noisy == 1).mean() > 0.85
    result = result_of(noisy, "simreg")
    assert (result.sr.image[:, 40:] > 0.99).all()


def test_luma_of_a_grey_file_is_that_file(tmp_path: Path) -> None:
    scan = read_scan(saved(tmp_path / "a.bmp", Image.fromarray(GREY)))
    assert luma(scan.image) is scan.image
