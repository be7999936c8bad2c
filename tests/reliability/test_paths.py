"""Group F: names and paths as they are found, and batches of thousands."""

from __future__ import annotations

import os
import resource
import subprocess
import sys
import unicodedata
from collections import Counter
from pathlib import Path

import numpy as np
import pytest
from PIL import Image as Pillow

from ussr_engine.batch.filling import Filling
from ussr_engine.batch.items import TEMPLATE, State, Treatment
from ussr_engine.batch.naming import claim, safe, target
from ussr_engine.batch.news import QueueChanged, QueueEnded
from ussr_engine.batch.queue import FILE, Queue
from ussr_engine.batch.running import Around, worked_off
from ussr_engine.batch.search import Found, found
from ussr_engine.cli import run
from ussr_engine.errors import UnreadableFile
from ussr_engine.files import read_scan

BICUBIC = Treatment("bicubic", 2)
POSIX = pytest.mark.skipif(os.name == "nt", reason="such names cannot be made there")


def picture(seed: int = 0, side: int = 12) -> Pillow.Image:
    return Pillow.fromarray(np.random.default_rng(seed).integers(0, 255, (side, side), np.uint8))


def write(path: Path, seed: int = 0) -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    with path.open("wb") as file:
        picture(seed).save(file, format="PNG")
    return path


def batched(out: Path, *paths: Path | str, named: bool = False) -> tuple[list[object], Counter[str]]:
    """What is told when these are worked off by bicubic, and what was passed over."""
    queue = Queue(out / FILE)
    filling = Filling([str(path) for path in paths], [BICUBIC], out, named=named)
    for _ in filling.into(queue):
        pass
    queue.close()
    return list(worked_off(Around(out / FILE, threads=1))), filling.left_out


def ends(told: list[object]) -> list[State]:
    items = [item for event in told if isinstance(event, QueueChanged) for item in event.items]
    return [item.state for item in items if item.state is not State.RUNNING]


NAMES = {
    "spaces": "a scan of  today .png",
    "quotes": 'it\'s "good".png',
    "signs": "100% #1; x&y $HOME `id` *?.png",
    "leading dash": "-o.png",
    "trailing dot": "scan.png.",
    "trailing space": "scan.png ",
    "emoji": "🫀👨‍⚕️.png",
    "composed": unicodedata.normalize("NFC", "ñandú é.png"),
    "decomposed": unicodedata.normalize("NFD", "ñandú é.png"),
    "right to left": "‮gnp.scan.png",
    "many scripts": "超音波 Щитовидка سونار.png",
}


@POSIX
@pytest.mark.parametrize("kind", NAMES)
def test_a_scan_of_any_name_is_read_and_its_result_found_again(kind: str, tmp_path: Path) -> None:
    """F01."""
    source = write(tmp_path / "in" / NAMES[kind])
    assert read_scan(source).width == 12
    told, _ = batched(tmp_path / "out", tmp_path / "in" / NAMES[kind])
    assert ends(told) == [State.DONE]
    queue = Queue(tmp_path / "out" / FILE)
    (item,) = queue.items()
    queue.close()
    assert item.source == str(source)
    assert read_scan(item.out).width == 24
    stem = NAMES[kind].removesuffix(".png")
    assert Path(item.out).name.startswith(stem[:3])
    out = tmp_path / f"{stem}.png"
    assert run(["enlarge", str(source), "--method", "bicubic", "--scale", "2", "-o", str(out)]) == 0
    assert read_scan(out).width == 24


@POSIX
def test_a_name_as_long_as_names_can_be_is_shortened_and_stays_its_own(tmp_path: Path) -> None:
    """F02."""
    names = ["é" * 125 + ".png", "a" * 250 + "1.png", "a" * 250 + "2.png"]
    names = [name.encode()[-255:].decode() if len(name.encode()) > 255 else name for name in names]
    for seed, name in enumerate(names):
        write(tmp_path / "in" / name, seed)
    told, _ = batched(tmp_path / "out", tmp_path / "in")
    assert ends(told) == [State.DONE] * 3
    made = sorted(path.name for path in (tmp_path / "out").glob("*.png"))
    assert len(made) == 3
    assert max(len(os.fsencode(name)) for name in made) <= 255


@POSIX
def test_a_path_longer_than_the_system_takes_is_refused_in_a_sentence(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """F02."""
    deep = tmp_path.joinpath(*["folder-" + "x" * 40] * 6, "scan.png")
    assert len(str(deep)) > 300
    write(deep)
    told, _ = batched(tmp_path / "out", tmp_path / Path(deep.relative_to(tmp_path).parts[0]))
    assert ends(told) == [State.DONE]
    endless = tmp_path / ("x" * 300 + ".png")
    with pytest.raises(UnreadableFile):
        read_scan(endless)
    assert run(["enlarge", str(endless), "--method", "bicubic", "--scale", "2", "-o", str(tmp_path / "o.png")]) == 3
    assert run(["inspect", "y" * 10_000_000]) == 3
    _, left_out = batched(tmp_path / "other", endless, "z" * 10_000_000, "zero\0byte")
    assert left_out["paths with nothing there"] == 3


@pytest.mark.skipif(sys.platform in ("win32", "darwin"), reason="names are text there")
def test_a_name_of_bytes_that_are_no_text_is_read_and_told_escaped(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """F03."""
    (tmp_path / "in").mkdir()
    raw = os.fsencode(tmp_path / "in") + b"/caf\xe9-\xff.png"
    with open(raw, "wb") as file:
        picture().save(file, format="PNG")
    name = os.fsdecode(raw)
    assert read_scan(name).width == 12
    assert run(["batch", str(tmp_path / "in"), "--method", "bicubic", "-o", str(tmp_path / "out")]) == 0
    told = capsys.readouterr()
    assert r"caf\udce9-\udcff.png" in told.err
    made = os.listdir(os.fsencode(tmp_path / "out"))
    assert b"caf\xe9-\xff_bicubic_x2.png" in made
    for report in ("batch.csv", "batch.json"):
        (tmp_path / "out" / report).read_text(encoding="utf-8")


@pytest.mark.parametrize("name", ["CON", "nul", "Com1", "LPT9", "aux.2024", "COM¹", "PRN .x"])
def test_names_that_windows_keeps_for_itself_get_a_sign_in_front(name: str) -> None:
    """F04."""
    assert safe(name, windows=True) == f"_{name}"
    assert safe(name, windows=False) == f"_{name}", "a network drive may be read there"


@pytest.mark.parametrize(
    ("name", "made"),
    [
        ("a<b>:c", "a_b__c"),
        ("C:evil", "C_evil"),
        (r"\\server\share", "__server_share"),
        ("ends. .", "ends___"),
        ("tab\there", "tab_here"),
        ("", "_"),
        ("..", "__"),
        ("CONSOLE", "CONSOLE"),
    ],
)
def test_names_hold_nothing_that_windows_forbids(name: str, made: str) -> None:
    """F04."""
    assert safe(name, windows=True) == made


@pytest.mark.parametrize("below", ["..", "../..", "a/../../..", "/etc"])
def test_a_folder_never_leads_out_of_the_folder_of_results(below: str, tmp_path: Path) -> None:
    """F04."""
    made = target(tmp_path / "out", Found("/scans/a.png", below, ""), BICUBIC, TEMPLATE)
    assert made.resolve().is_relative_to((tmp_path / "out").resolve())


def many(folder: Path, count: int) -> int:
    """So many tiny scans in a tree, one in a hundred of them bad; the number of bad ones."""
    data = write(folder / "model.png").read_bytes()
    (folder / "model.png").unlink()
    for number in range(count):
        place = folder / f"{number // 250:03}"
        if number % 250 == 0:
            place.mkdir(parents=True)
        (place / f"{number:05}.png").write_bytes(data[:40] if number % 100 == 99 else data)
    return count // 100


def worked_through(folder: Path, out: Path, bad: int, count: int) -> tuple[list[int], list[int]]:
    """Work a tree off; resident kilobytes at every twentieth part, and the numbers of items in the order they ended."""
    queue = Queue(out / FILE)
    for _ in Filling([str(folder)], [BICUBIC], out).into(queue):
        pass
    assert [Path(item.source).name for item in queue.items()] == [f"{number:05}.png" for number in range(count)]
    queue.close()
    order, resident, last = [], [], None
    for event in worked_off(Around(out / FILE, threads=1)):
        if isinstance(event, QueueChanged) and event.items[0].state is not State.RUNNING:
            order.append(event.items[0].number)
            if len(order) % (count // 20) == 0:
                pages = int(Path("/proc/self/statm").read_text().split()[1])
                resident.append(pages * resource.getpagesize() // 1024)
        last = event
    assert isinstance(last, QueueEnded)
    assert (last.counts["done"], last.counts["failed"]) == (count - bad, bad)
    return resident, order


@pytest.mark.skipif(not Path("/proc/self/statm").exists(), reason="memory is measured by Linux's own figures")
@pytest.mark.parametrize("count", [300, pytest.param(10_000, marks=[pytest.mark.slow, pytest.mark.timeout(3600)])])
def test_thousands_of_files_are_done_in_order_the_bad_ones_told_and_memory_stays(
    count: int, tmp_path: Path, record_property
) -> None:
    """F05."""
    bad = many(tmp_path / "in", count)
    resident, order = worked_through(tmp_path / "in", tmp_path / "out", bad, count)
    assert order == sorted(order)
    assert len(list((tmp_path / "out").rglob("*_bicubic_x2.png"))) == count - bad
    growth = resident[-1] - resident[3]
    record_property("kilobytes", growth)
    sys.stdout.write(f"{count} files: {resident[3]} kB after 4/20, {resident[-1]} kB at the end\n")
    assert growth < 10_000, "10 MB is noise; a picture kept of each file would be more than that"


def test_files_of_one_name_never_take_each_others_place(tmp_path: Path) -> None:
    """F06."""
    for seed, folder in enumerate(("a", "b", "b/c")):
        write(tmp_path / "in" / folder / "1.png", seed)
    picture(3).save(tmp_path / "in" / "a" / "1.bmp")
    write(tmp_path / "in" / "a" / "1.PNG", 4)
    told, _ = batched(tmp_path / "out", tmp_path / "in" / "a", tmp_path / "in" / "b")
    assert ends(told) == [State.DONE] * 5
    made = {str(path.relative_to(tmp_path / "out")) for path in (tmp_path / "out").rglob("*.png")}
    assert made == {
        *(f"1_bicubic_x2{more}.png" for more in ("", "-2", "-3", "-4")),
        "c/1_bicubic_x2.png",
    }
    by_source = {}
    queue = Queue(tmp_path / "out" / FILE)
    for item in queue.items():
        by_source[item.source] = read_scan(item.out).image.tobytes()
    queue.close()
    assert len(set(by_source.values())) == 5


def test_names_that_are_one_on_some_file_system_count_as_one() -> None:
    """F06."""
    one, other = Path("/out/É.png"), Path(f"/out/{unicodedata.normalize('NFD', 'é')}.PNG")
    assert claim(one) == claim(other)


@POSIX
def test_what_is_no_scan_by_its_nature_is_passed_over_and_counted(tmp_path: Path) -> None:
    """F07."""
    folder = tmp_path / "in"
    write(folder / "good.png")
    write(folder / "sub" / "1.2.840.113")
    for name in (".hidden.png", "._good.png", "Thumbs.db", ".DS_Store", "desktop.ini", "notes.txt", "DICOMDIR"):
        (folder / name).write_bytes(b"x")
    (folder / ".git").mkdir()
    write(folder / ".git" / "inside.png")
    (folder / "__MACOSX").mkdir()
    (folder / "loop").symlink_to(folder)
    (folder / "sub" / "up").symlink_to("..")
    (folder / "ring").symlink_to("ring")
    os.mkfifo(folder / "pipe.png")
    (folder / "null.png").symlink_to("/dev/null")
    (folder / "linked.png").symlink_to(folder / "good.png")
    counts: Counter[str] = Counter()
    names = [Path(one.path).name for one in found([str(folder)], counts)]
    assert names == ["good.png", "linked.png", "1.2.840.113"]
    assert counts == {
        "hidden files": 4,
        "files of the system": 4,
        "files of other kinds": 1,
        "linked folders": 3,
        "devices and pipes": 2,
    }


def test_results_within_the_folder_of_scans_are_no_scans(tmp_path: Path) -> None:
    """F07."""
    write(tmp_path / "in" / "1.png")
    for _ in range(2):
        _, left_out = batched(tmp_path / "in" / "out", tmp_path / "in")
        assert left_out == {"folders of results": 1}
    assert len(list((tmp_path / "in").rglob("*.png"))) == 2


@POSIX
def test_a_folder_that_may_not_be_read_is_counted(tmp_path: Path) -> None:
    """F07."""
    write(tmp_path / "in" / "1.png")
    (tmp_path / "in" / "shut").mkdir()
    code = (
        "import os, sys; from collections import Counter; from ussr_engine.batch.search import found\n"
        "os.geteuid() or os.setuid(65534)\n"
        "counts = Counter(); print([one.path for one in found(sys.argv[1:], counts)], dict(counts))"
    )
    shut = tmp_path / "in" / "shut"
    for folder in (tmp_path, *tmp_path.parents):
        if folder.stat().st_uid == os.geteuid() and folder != Path("/"):
            folder.chmod(folder.stat().st_mode | 0o055)
    shut.chmod(0o000)
    out = subprocess.run([sys.executable, "-c", code, str(tmp_path / "in")], capture_output=True, text=True, check=True)
    shut.chmod(0o700)
    assert "folders that may not be read': 1" in out.stdout
    assert "1.png" in out.stdout
