"""Records in a file: back to the bit, and nothing else comes in."""

from __future__ import annotations

import io
import json
import zipfile
from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import Enum
from pathlib import Path
from typing import TypeVar

import numpy as np
import pytest
from typing_extensions import TypeAliasType

from ussr_engine.archive import TEXT, read_archive, write_archive
from ussr_engine.errors import UnreadableFile
from ussr_engine.result import History, Result, Scores, Trust, TrustMap
from ussr_engine.scan import Image, Region, Scan, Spacing

Kind = TypeVar("Kind", bound=np.generic)
Named = TypeAliasType("Named", np.ndarray[tuple[int, ...], np.dtype[Kind]], type_params=(Kind,))


class Colour(Enum):
    RED = "red"


@dataclass(frozen=True, eq=False)
class Page:
    title: str
    picture: Image | None = None
    numbers: tuple[float, ...] = ()
    colour: Colour = Colour.RED
    more: Mapping[str, tuple[int, float]] = field(default_factory=dict)
    gone: frozenset[int] = frozenset()


@dataclass(frozen=True, eq=False)
class Plate:
    """As NumPy writes its arrays from 2.5 on: by a name that stands for a class."""

    picture: Named[np.float32] | None


CLASSES = (Page, Plate, Colour, Scan, Spacing, Region, Result, History, Scores, Trust, TrustMap)


@pytest.fixture
def page() -> Page:
    picture = np.random.default_rng(0).random((7, 9), np.float32)
    return Page("Füße", picture, (0.1, float("inf"), 3), Colour.RED, {"a": (1, 2.5)}, frozenset({3, -1}))


def test_a_record_comes_back_to_the_bit(tmp_path: Path, page: Page) -> None:
    write_archive(tmp_path / "page.ussr", page)
    back = read_archive(tmp_path / "page.ussr", CLASSES)
    for name in ("title", "numbers", "colour", "more", "gone"):
        assert getattr(back, name) == getattr(page, name)
    assert back.picture.dtype == np.float32
    assert np.array_equal(back.picture, page.picture)


def test_a_type_that_has_a_name_is_looked_through(tmp_path: Path, page: Page) -> None:
    write_archive(tmp_path / "plate.ussr", Plate(page.picture))
    assert np.array_equal(read_archive(tmp_path / "plate.ussr", CLASSES).picture, page.picture)
    write_archive(tmp_path / "plate.ussr", Plate("a word"))
    with pytest.raises(UnreadableFile, match="no such picture"):
        read_archive(tmp_path / "plate.ussr", CLASSES)


def test_a_result_with_its_maps_and_curves_comes_back(tmp_path: Path) -> None:
    image = np.random.default_rng(1).random((8, 6), np.float32)
    scan = Scan(image, Spacing(0.1, 0.2), 16, "scan", (Region("2D", 0, 0, 8, 6, None),), {"format": "PNG"})
    history = History({"loss": ((1, 0.5), (2, 0.25))}, ((1, 1e-3),), 2)
    maps = {"residual": TrustMap("Residual", "says", "grey levels", True, image)}
    result = Result(
        scan, {"a": 1}, "zssr", "ZSSR", 2, 0, 1.5, 1.0, "CPU", history, ("note",), Scores(30, 0.9, None), version="1"
    )
    write_archive(tmp_path / "r.ussr", (result, maps))
    back, kept = read_archive(tmp_path / "r.ussr", CLASSES)
    assert back.history == history
    assert back.scores == result.scores
    assert back.sr.spacing == scan.spacing
    assert np.array_equal(back.sr.image, image)
    assert np.array_equal(kept["residual"].values, image)


def test_one_picture_that_occurs_twice_is_stored_once(tmp_path: Path, page: Page) -> None:
    write_archive(tmp_path / "two.ussr", [page, Page("again", page.picture)])
    with zipfile.ZipFile(tmp_path / "two.ussr") as archive:
        assert sum(name.endswith(".npy") for name in archive.namelist()) == 1
    first, second = read_archive(tmp_path / "two.ussr", CLASSES)
    assert first.picture is second.picture


def test_a_file_cut_anywhere_is_refused_or_whole(tmp_path: Path, page: Page) -> None:
    write_archive(tmp_path / "page.ussr", page)
    whole = (tmp_path / "page.ussr").read_bytes()
    for end in range(0, len(whole), 7):
        (tmp_path / "cut.ussr").write_bytes(whole[:end])
        with pytest.raises(UnreadableFile):
            read_archive(tmp_path / "cut.ussr", CLASSES)


def forged(tmp_path: Path, text: object, **arrays: bytes) -> Path:
    path = tmp_path / "forged.ussr"
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr(TEXT, json.dumps(text))
        for name, content in arrays.items():
            archive.writestr(f"arrays/{name.removeprefix('a')}.npy", content)
    return path


@pytest.mark.parametrize(
    "text",
    [
        {"record": "Path", "fields": {}},
        {"record": "Page", "fields": {"title": 3}},
        {"record": "Page", "fields": {}},
        {"record": "Page", "fields": {"title": "a", "unknown": 1}},
        {"record": "Page", "fields": {"title": "a", "numbers": {"tuple": ["x"]}}},
        {"record": "Colour", "fields": {}},
        {"enum": "Page", "name": "title"},
        {"enum": "Colour", "name": "__class__"},
        {"array": 5},
        {"surprise": 1},
    ],
)
def test_values_that_no_record_declares_are_refused(tmp_path: Path, text: object) -> None:
    with pytest.raises(UnreadableFile):
        read_archive(forged(tmp_path, text), CLASSES)


def test_nothing_is_unpickled_and_no_memory_is_taken_for_a_lying_header(tmp_path: Path) -> None:
    pickled, lying = io.BytesIO(), io.BytesIO()
    np.save(pickled, np.array([Path()], object), allow_pickle=True)
    np.lib.format.write_array_header_1_0(lying, {"descr": "<f4", "fortran_order": False, "shape": (10**6, 10**5)})
    for content in (pickled.getvalue(), lying.getvalue()):
        with pytest.raises(UnreadableFile):
            read_archive(forged(tmp_path, {"array": 0}, a0=content), CLASSES)


def test_depth_without_end_is_refused(tmp_path: Path) -> None:
    deep: object = 1
    for _ in range(100):
        deep = {"tuple": [deep]}
    with pytest.raises(UnreadableFile):
        read_archive(forged(tmp_path, deep), CLASSES)


def test_what_cannot_be_saved_is_refused_and_leaves_the_old_file(tmp_path: Path, page: Page) -> None:
    path = tmp_path / "page.ussr"
    write_archive(path, page)
    before = path.read_bytes()
    with pytest.raises(TypeError):
        write_archive(path, {"a": object()})
    assert path.read_bytes() == before
    assert [one.name for one in tmp_path.iterdir()] == ["page.ussr"]
