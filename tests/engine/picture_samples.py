"""Small pictures for the tests of files."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest
from PIL import Image

from ussr_engine.errors import UnreadableFile
from ussr_engine.files import read_scan
from ussr_engine.scan import Scan

RNG = np.random.default_rng(7)
GREY = RNG.integers(0, 256, (23, 31), dtype=np.uint8)
COLOUR = RNG.integers(0, 256, (23, 31, 3), dtype=np.uint8)
DEEP = RNG.integers(0, 65536, (23, 31), dtype=np.uint16)
DEEP_COLOUR = RNG.integers(0, 65536, (23, 31, 3), dtype=np.uint16)


def levels(path: Path, bits: int = 8) -> np.ndarray:
    scan = read_scan(path)
    assert scan.bits == bits
    return np.round(scan.image.astype(np.float64) * (2**bits - 1)).astype(np.int64)


def saved(folder: Path, picture: Image.Image, name: str, **options: object) -> Path:
    path = folder / name
    picture.save(path, **options)
    return path


def read_or_refused(path: Path) -> Scan | str:
    try:
        return read_scan(path)
    except UnreadableFile as refusal:
        return str(refusal)


def sentence(path: Path) -> str:
    with pytest.raises(UnreadableFile) as caught:
        read_scan(path)
    words = str(caught.value)
    assert "\n" not in words
    assert words.endswith(".")
    assert "Traceback" not in words
    return words
