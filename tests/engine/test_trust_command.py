"""``ussr-engine enlarge --trust --protect``: the same mixing as in the window, written into the file."""

from __future__ import annotations

import json
from pathlib import Path

import numpy as np
import pytest
import tifffile
from PIL import Image as Pictures
from PIL import ImageDraw, ImageFont

from ussr_engine.cli import run
from ussr_engine.files import inspect_file, read_scan
from ussr_engine.phantom import phantom

BOX = np.s_[22:42, 64:140]
"""Where the word is, in pixels of the result."""


@pytest.fixture
def scan(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A word on a black band over a quarter of a phantom."""
    tissue = phantom(0).scan.image[:120, :160]
    page = Pictures.new("L", (160, 160))
    ImageDraw.Draw(page).text((30, 8), "L12-4", fill=235, font=ImageFont.load_default(15))
    page.paste(Pictures.fromarray(np.floor(tissue * 255 + 0.5).astype(np.uint8)), (0, 40))
    page.save(tmp_path / "scan.png")
    monkeypatch.chdir(tmp_path)
    return tmp_path


def enlarge(out: str, *asked: str, method: str = "exact") -> np.ndarray:
    fixed = ["enlarge", "scan.png", "--method", method, "--scale", "2", "--bits", "16", "-o", out, "--json"]
    assert run([*fixed, *asked]) == 0
    return read_scan(out).image


def test_trust_mixes_and_the_file_says_how(scan: Path, capsys: pytest.CaptureFixture[str]) -> None:
    bicubic, bare = enlarge("bicubic.png", method="bicubic"), enlarge("bare.png", "--protect", "none")
    capsys.readouterr()
    mixed = enlarge("mixed.png", "--trust", "0.25", "--protect", "none")
    told = json.loads(capsys.readouterr().out)
    np.testing.assert_allclose(mixed, 0.75 * bicubic + 0.25 * bare, atol=2e-5)
    assert told["trust"] == {"coarse": 0.25, "middle": 0.25, "fine": 0.25}
    assert told["protected"] is None
    assert inspect_file("mixed.png")["provenance"]["trust"] == "0.25"
    enlarge("bands.png", "--trust", "fine=0.2", "--protect", "none")
    assert inspect_file("bands.png")["provenance"]["trust"] == "coarse=1,middle=1,fine=0.2"
    assert inspect_file("bare.png")["provenance"]["trust"] == "1"


def test_words_are_protected_unless_one_says_otherwise(scan: Path, capsys: pytest.CaptureFixture[str]) -> None:
    bicubic, bare = enlarge("bicubic.png", method="bicubic"), enlarge("bare.tif", "--protect", "none")
    capsys.readouterr()
    safe = enlarge("safe.tif")
    said = capsys.readouterr()
    told = json.loads(said.out)["protected"]
    assert told["says"] == "text"
    assert told["total"] == 320 * 320
    assert "% protected" in said.err
    assert "with 1 map" in said.err
    np.testing.assert_allclose(safe[BOX], bicubic[BOX], atol=2e-5)
    assert np.abs(bare[BOX] - bicubic[BOX]).max() > 0.01
    assert np.array_equal(safe[100:], bare[100:])
    kept = inspect_file("safe.tif")["provenance"]
    assert kept["protected_pixels"] == f"{told['pixels']} of {told['total']}"
    with tifffile.TiffFile("safe.tif") as file:
        assert (file.pages[1].asarray() == 1).sum() == told["pixels"]


def test_a_picture_says_what_is_protected(scan: Path, capsys: pytest.CaptureFixture[str]) -> None:
    drawn = np.zeros((160, 160), np.uint8)
    drawn[100:130, 40:70] = 255
    Pictures.fromarray(drawn).save("mask.png")
    mixed = enlarge("mixed.png", "--protect", "mask.png")
    assert json.loads(capsys.readouterr().out)["protected"] == {"pixels": 3600, "total": 102_400, "says": "given"}
    bicubic = enlarge("bicubic.png", method="bicubic")
    np.testing.assert_allclose(mixed[200:260, 80:140], bicubic[200:260, 80:140], atol=2e-5)


@pytest.mark.parametrize(
    ("asked", "words"),
    [(("--trust", "1.5"), "trust of"), (("--trust", "most"), "not understood"), (("--protect", "small.png"), "pixels")],
    ids=str,
)
def test_nonsense_is_refused_in_one_sentence(
    scan: Path, capsys: pytest.CaptureFixture[str], asked: tuple[str, str], words: str
) -> None:
    Pictures.new("L", (20, 20)).save("small.png")
    assert run(["enlarge", "scan.png", "--method", "bicubic", "--scale", "2", "-o", "out.png", *asked]) == 2
    assert words in capsys.readouterr().err
    assert not Path("out.png").exists()
