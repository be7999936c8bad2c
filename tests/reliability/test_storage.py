"""Storage faults: reliability matrix, group D.  D12 is with the kept runs."""

from __future__ import annotations

import errno
import json
import os
import subprocess
import sys
import threading
from collections.abc import Callable
from pathlib import Path

import numpy as np
import pytest

from tests.engine.ultrasound_samples import FACTS, cine, pictures
from tests.reliability.faults import Disk
from ussr_engine.archive import write_archive
from ussr_engine.cli.files import guard
from ussr_engine.clip import Clip
from ussr_engine.derived import write_derived
from ussr_engine.errors import BadRequest, EngineError, UnwritableFile
from ussr_engine.export import export, export_kernel
from ussr_engine.files import atomic, drives, read_scan, write_scan
from ussr_engine.files.clip_export import write_clip
from ussr_engine.scan import Scan, Spacing

ROOT = Path(__file__).resolve().parents[2]
OLD = Scan(np.full((12, 16), 0.25, np.float32), Spacing(0.1, 0.2))
NEW = Scan(np.random.default_rng(0).random((12, 16), np.float32), Spacing(0.1, 0.2))


def save(path: Path, scan: Scan = NEW) -> None:
    write_scan(path, scan, bits=16, provenance={"use": "test"})


def litter(folder: Path, *known: str) -> list[str]:
    """Whatever is in a folder besides the files that belong there."""
    return [path.name for path in folder.iterdir() if path.name not in known]


def as_clip(path: Path) -> None:
    write_clip(path, pictures(), clip=Clip(3), spacing=None, bits=8, provenance={})


def as_dicom(path: Path) -> None:
    write_derived(path, pictures(), source=path.with_name("source.dcm"), scale=2, facts=FACTS)


WRITERS: dict[str, Callable[[Path], object]] = {
    "a.png": save,
    "a.tif": save,
    "a.nii": save,
    "a.nii.gz": save,
    "stack.tif": as_clip,
    "cine.nii": as_clip,
    "a.dcm": as_dicom,
    "kernel.json": lambda path: export_kernel(path, np.full((3, 3), 1 / 9, np.float32)),
    "a.ussr": lambda path: write_archive(path, {"image": NEW.image}),
}


def test_a_full_disk_is_told_and_harms_nothing(tmp_path: Path):
    """D01."""
    path = tmp_path / "a.png"
    save(path, OLD)
    before = path.read_bytes()
    with Disk(1, errno.ENOSPC, persists=True).in_place(), pytest.raises(UnwritableFile, match="no room"):
        save(path)
    assert path.read_bytes() == before
    assert not litter(tmp_path, "a.png")


@pytest.mark.skipif(not os.path.exists("/dev/full"), reason="only where there is a device that is always full")
@pytest.mark.parametrize("name", ["a.png", "a.tif", "a.nii.gz", "a.dcm"])
def test_the_device_that_is_always_full_is_neither_written_nor_replaced(tmp_path: Path, name: str):
    """D01: /dev/full."""
    (tmp_path / name).symlink_to("/dev/full")
    cine(tmp_path / "source.dcm")
    with pytest.raises(UnwritableFile, match="device"):
        WRITERS[name](tmp_path / name)
    assert (tmp_path / name).is_symlink()
    assert not litter(tmp_path, name, "source.dcm")


@pytest.mark.parametrize("name", WRITERS)
@pytest.mark.parametrize("error", [errno.ENOSPC, errno.EACCES])
def test_whichever_operation_fails_the_old_or_the_new_file_is_whole(tmp_path: Path, name: str, error: int):
    """D02: the n-th write, flush or renaming fails, for every n until nothing fails."""
    path, write = tmp_path / name, WRITERS[name]
    cine(tmp_path / "source.dcm")
    path.write_bytes(b"old")
    for number in range(1, 400):
        path.write_bytes(b"old")
        disk = Disk(number, error)
        failed = False
        with disk.in_place():
            try:
                write(path)
            except (EngineError, OSError):
                failed = True
        if path.read_bytes() != b"old":
            assert disk.count >= number or not failed
            check(path)
        assert not litter(tmp_path, name, "source.dcm"), f"operation {number}, {disk.names[-1]}"
        if not failed and disk.count < number:
            break
    assert number > 3, "there was nothing to fail"
    assert path.read_bytes() != b"old"


def check(path: Path) -> None:
    """A file that took the old one's place is whole."""
    if path.suffix == ".json":
        assert json.loads(path.read_text())["kernel"]
    elif path.suffix in (".png", ".tif", ".dcm"):
        read_scan(path)
    else:
        assert path.stat().st_size > 100


@pytest.mark.parametrize("error", [errno.EACCES, errno.EROFS, errno.EPERM])
def test_a_place_that_may_not_be_written_is_told_with_a_way_out(tmp_path: Path, monkeypatch, error: int):
    """D03, simulated: the superuser of a test machine may write everywhere."""

    def refuse(**_):
        raise OSError(error, os.strerror(error))

    monkeypatch.setattr(atomic, "NamedTemporaryFile", refuse)
    with pytest.raises(UnwritableFile, match="may not be written") as told:
        save(tmp_path / "a.png")
    assert told.value.remedy == "Choose another folder."


def test_a_folder_that_is_missing_is_told(tmp_path: Path):
    """D03."""
    cine(tmp_path / "source.dcm")
    for name in ("a.png", "a.nii.gz"):
        with pytest.raises(UnwritableFile, match="no folder"):
            save(tmp_path / "nowhere" / name)
    with pytest.raises(UnwritableFile, match="no folder"):
        write_derived(tmp_path / "nowhere" / "a.dcm", pictures(), source=tmp_path / "source.dcm", scale=2, facts=FACTS)


@pytest.mark.parametrize("name", ["a.png", "a.dcm", "stack.tif"])
def test_a_target_that_becomes_a_folder_meanwhile_is_told(tmp_path: Path, monkeypatch, name: str):
    """D04."""
    cine(tmp_path / "source.dcm")
    path = tmp_path / name
    flush = os.fsync

    def fsync(file: int) -> None:
        path.mkdir(exist_ok=True)
        flush(file)

    monkeypatch.setattr(os, "fsync", fsync)
    with pytest.raises(UnwritableFile, match="is a folder"):
        WRITERS[name](path)
    assert path.is_dir()
    assert not litter(tmp_path, name, "source.dcm")


KILLED = """
import os, random, signal, sys, time
from pathlib import Path
import numpy as np
from tests.reliability.test_storage import NEW, OLD, save
from tests.engine.ultrasound_samples import FACTS, cine, pictures
from ussr_engine.derived import write_derived
from ussr_engine.files import read_scan

folder, rounds = Path(sys.argv[1]), int(sys.argv[2])
chance = random.Random(int(sys.argv[3]))
source = cine(folder / "source.dcm", 1)
black, white = (np.full((80, 120), grey, np.float32) for grey in (0, 1))

def dicom(path, image):
    write_derived(path, [image], source=source, scale=2, facts=FACTS)

ways = {"a.png": (save, OLD, NEW), "a.tif": (save, OLD, NEW), "a.dcm": (dicom, black, white)}
for name, (write, one, other) in ways.items():
    write(folder / name, one)
kept = 0
for number in range(rounds):
    name = ("a.png", "a.tif", "a.dcm")[number % 3]
    write, one, other = ways[name]
    child = os.fork()
    if not child:
        while True:
            write(folder / name, other)
            write(folder / name, one)
    time.sleep(chance.uniform(0.001, 0.08))
    os.kill(child, signal.SIGKILL)
    os.waitpid(child, 0)
    image = read_scan(folder / name).image
    wanted = [getattr(scan, "image", scan) for scan in (one, other)]
    kept += any(image.shape == one.shape and np.abs(image - one).max() < 1e-4 for one in wanted)
print(kept)
"""


def survived(folder: Path, rounds: int, seed: int) -> int:
    """Of so many kills at random moments of a save, how many left the old or the new file whole."""
    command = [sys.executable, "-c", KILLED, str(folder), str(rounds), str(seed)]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=True, timeout=280)
    return int(done.stdout)


@pytest.mark.skipif(os.name != "posix", reason="processes are forked")
def test_a_save_that_is_killed_leaves_the_old_or_the_new_file(tmp_path: Path):
    """D05: twenty kills."""
    assert survived(tmp_path, 20, 0) == 20


@pytest.mark.slow
@pytest.mark.skipif(os.name != "posix", reason="processes are forked")
def test_two_hundred_kills_leave_the_old_or_the_new_file(tmp_path: Path):
    """D05: two hundred."""
    assert survived(tmp_path, 200, 1) == 200


def test_a_kill_between_renaming_and_flushing_the_folder_leaves_a_whole_file(tmp_path: Path, monkeypatch):
    """D06, simulated: what the folder held at that moment is looked at."""
    path = tmp_path / "a.png"
    save(path, OLD)
    seen = []
    flush = os.fsync

    def fsync(file: int) -> None:
        if os.path.isdir(f"/proc/self/fd/{file}"):
            seen.append(path.read_bytes())
            assert not litter(tmp_path, "a.png")
        flush(file)

    monkeypatch.setattr(os, "fsync", fsync)
    save(path)
    assert seen == [path.read_bytes()]


def test_a_file_that_another_program_holds_for_a_moment_is_written_all_the_same(tmp_path: Path, monkeypatch):
    """D07, simulated: a virus scanner of Windows."""
    replace, tries = os.replace, []

    def held(*paths: Path) -> None:
        tries.append(1)
        if len(tries) <= 3:
            raise PermissionError(errno.EACCES, "held")
        replace(*paths)

    monkeypatch.setattr(os, "replace", held)
    monkeypatch.setattr(atomic, "PAUSE", 0)
    save(tmp_path / "a.png")
    assert len(tries) == 4
    assert read_scan(tmp_path / "a.png").image.shape == (12, 16)


@pytest.mark.parametrize("error", [errno.ESTALE, errno.EIO, errno.ETIMEDOUT])
def test_a_drive_that_goes_away_leaves_a_copy_elsewhere(tmp_path: Path, error: int):
    """D08, simulated."""
    with Disk(3, error).in_place(), pytest.raises(UnwritableFile, match="no longer answers") as told:
        export(tmp_path / "a.png", NEW, None, 16)
    kept = drives.recovery_folder() / "a.png"
    assert kept.name in told.value.remedy
    assert np.abs(read_scan(kept).image - NEW.image).max() < 1e-4
    assert not litter(tmp_path)


def test_a_drive_that_hangs_is_given_up_in_time(tmp_path: Path, monkeypatch):
    """D08, simulated."""
    gone = threading.Event()
    monkeypatch.setattr(drives, "_touch", lambda folder: gone.wait(60))
    assert drives.PATIENCE == 10
    monkeypatch.setattr("ussr_engine.export.answers", lambda folder: drives.answers(folder, 0.05))
    with pytest.raises(UnwritableFile, match="does not answer") as told:
        export(tmp_path / "a.png", NEW, None, 16)
    gone.set()
    assert "is kept as a.png" in told.value.remedy
    assert (drives.recovery_folder() / "a.png").is_file()
    assert not litter(tmp_path)


@pytest.mark.parametrize("when", [1.0, 4_070_908_800.0])
def test_a_clock_that_goes_backwards_is_of_no_matter(tmp_path: Path, when: float):
    """D09: a target of 1970 or of 2099 is replaced like any other."""
    path = tmp_path / "a.png"
    save(path, OLD)
    os.utime(path, (when, when))
    save(path)
    assert np.abs(read_scan(path).image - NEW.image).max() < 1e-4


def test_a_disk_that_takes_no_checkpoint_does_not_end_the_run(tmp_path: Path, monkeypatch, scan, small, cpu):
    """D10."""
    from ussr_engine import checkpoint
    from ussr_engine.events import Checkpointed, Finished, Noted
    from ussr_engine.runs import Run
    from ussr_engine.train import Surroundings, train

    run = Run.begin(tmp_path, {"plan": small.to_dict(), "device": "cpu"}, scan, None)

    def full(*_):
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

    monkeypatch.setattr(checkpoint, "save", full)
    monkeypatch.setattr(Run, "is_due", lambda self: True)
    told = list(train(scan, small, Surroundings(cpu, run=run)))
    words = [event.words for event in told if isinstance(event, Noted) and "checkpoint" in event.words]
    assert words == [
        "No checkpoint can be written (No space left on device): the run goes on, but could not be resumed."
    ]
    assert not any(isinstance(event, Checkpointed) for event in told)
    assert isinstance(told[-1], Finished)


def test_a_source_that_goes_meanwhile_is_told_where_it_is_needed(tmp_path: Path):
    """D11: the job has its own copy; only a DICOM export must read the source again, and says so."""
    source = cine(tmp_path / "source.dcm", 1)
    scan = read_scan(source)
    source.write_bytes(source.read_bytes()[:300])
    image = np.repeat(np.repeat(scan.image, 2, axis=0), 2, axis=1)
    export(tmp_path / "a.png", scan.with_image(image, 2), None, 8)
    for _ in range(2):
        with pytest.raises(EngineError, match=r"source|again"):
            export(tmp_path / "a.dcm", scan.with_image(image, 2), None, 8, str(source))
        source.unlink(missing_ok=True)
    assert not litter(tmp_path, "a.png")


def test_of_two_writers_of_one_file_the_slower_gives_way(tmp_path: Path):
    """D13."""
    path = tmp_path / "a.png"
    with pytest.raises(FileExistsError, match="meanwhile"), atomic.replaced(path):
        save(path, NEW)
    assert np.abs(read_scan(path).image - NEW.image).max() < 1e-4
    assert not litter(tmp_path, "a.png")


def test_the_input_is_never_the_output(tmp_path: Path):
    """D14."""
    source = cine(tmp_path / "a.dcm", 1)
    before = source.read_bytes()
    (tmp_path / "link.dcm").symlink_to(source)
    for out in ("a.dcm", "link.dcm"):
        with pytest.raises(BadRequest, match="the scan itself"):
            guard(str(source), str(tmp_path / out))
        with pytest.raises(UnwritableFile, match="the scan itself"):
            write_derived(tmp_path / out, pictures(1), source=source, scale=2, facts=FACTS)
    assert source.read_bytes() == before
