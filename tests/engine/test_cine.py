"""A clip is learned from once; every frame is enlarged, kept on disk, and measured for flicker."""

from __future__ import annotations

import itertools
import shutil
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import pytest

from tests.engine.conftest import smallest, speckled
from ussr_engine.cine.enlarging import Wanted, enlarged
from ussr_engine.cine.flicker import Flicker
from ussr_engine.cine.news import ClipEnlarged, EnlargedClip
from ussr_engine.cine.store import FrameStore, Shape
from ussr_engine.clip import Clip
from ussr_engine.device import Device
from ussr_engine.errors import BadRequest, UnreadableFile, UnwritableFile
from ussr_engine.events import Command, Event, Noted, Prepared, Previewed, Stepped
from ussr_engine.imaging.resize import resize
from ussr_engine.methods import plan_for
from ussr_engine.metrics import consistency
from ussr_engine.scan import Scan, Spacing
from ussr_engine.train import Surroundings


@dataclass
class Reel:
    """Frames in memory; ``torn`` ones cannot be read."""

    images: list[np.ndarray]
    torn: tuple[int, ...] = ()
    read: int = 0

    @property
    def clip(self) -> Clip:
        return Clip(len(self.images), tuple(40.0 * index for index in range(len(self.images))))

    def scan(self, index: int) -> Scan:
        if index in self.torn:
            raise UnreadableFile("This frame is damaged.")
        self.read += 1
        return Scan(self.images[index], Spacing(0.2, 0.3), name="reel")


def reel(count: int = 5, torn: tuple[int, ...] = ()) -> Reel:
    return Reel([speckled(seed=seed) for seed in range(count)], torn)


def run(frames: Reel, wanted: Wanted, device: Device, folder: Path) -> tuple[list[Event], EnlargedClip]:
    events = [event for event in enlarged(frames, wanted, Surroundings(device, preview_seconds=9), folder) if event]
    assert isinstance(events[-1], ClipEnlarged)
    return events, events[-1].clip


def test_every_frame_is_enlarged_with_what_was_learned_on_one(cpu: Device, tmp_path: Path) -> None:
    frames = reel()
    events, clip = run(frames, Wanted(plan_for("bicubic", 2), (2,)), cpu, tmp_path)
    store = FrameStore(Path(clip.folder))
    assert clip.frames == store.count == 5
    for index, image in enumerate(frames.images):
        wanted = np.clip(resize(image, scale=2), 0, 1)
        assert np.abs(store.frame(index) - wanted).max() <= 0.5001 / 255
    assert np.abs(clip.result.sr.image - resize(frames.images[2], scale=2).clip(0, 1)).max() < 1e-6
    assert clip.result.sr.spacing == Spacing(0.1, 0.15)
    assert clip.times == (0, 40, 80, 120, 160)
    assert [event.step for event in events if isinstance(event, Stepped)][-5:] == [1, 2, 3, 4, 5]


def test_several_frames_can_be_learned_from_and_the_first_of_them_is_shown(cpu: Device, tmp_path: Path) -> None:
    frames = reel(3)
    wanted = Wanted(plan_for("zssr", 2, smallest("zssr", 30)), (1, 0))
    events, clip = run(frames, wanted, cpu, tmp_path)
    prepared = next(event for event in events if isinstance(event, Prepared))
    assert np.array_equal(prepared.scan.image, frames.images[1])
    assert prepared.bicubic.image.shape == (80, 72)
    assert {event.image.shape for event in events if isinstance(event, Previewed)} == {(80, 72)}
    assert clip.result.sr.image.shape == (80, 72)
    assert clip.learned_from == (1, 0)
    assert clip.result.consistency == pytest.approx(consistency(frames.images[1], clip.result.sr.image))


def test_what_further_frames_teach_changes_the_picture(cpu: Device, tmp_path: Path) -> None:
    pictures = [
        run(reel(3), Wanted(plan_for("simreg", 2), those), cpu, tmp_path / str(len(those)))[1].result.sr.image
        for those in ((1,), (1, 0, 2))
    ]
    assert not np.array_equal(*pictures)


def test_a_job_that_was_killed_goes_on_at_the_frame_it_had_reached(cpu: Device, tmp_path: Path) -> None:
    wanted = Wanted(plan_for("simreg", 2))
    whole = run(reel(), wanted, cpu, tmp_path / "whole")[1]
    job = enlarged(reel(), wanted, Surroundings(cpu), tmp_path / "cut")
    raw = tmp_path / "cut" / "frames.raw"
    while not (raw.is_file() and raw.stat().st_size == 2 * 80 * 72):
        next(job)
    job.close()
    with raw.open("ab") as file:
        file.write(b"half a frame")
    rest = run(reel(), wanted, cpu, tmp_path / "cut")[1]
    assert rest.frames == 5
    first, again = ((Path(clip.folder) / "frames.raw").read_bytes() for clip in (whole, rest))
    assert first == again


def test_a_damaged_frame_is_named_and_the_others_are_done(cpu: Device, tmp_path: Path) -> None:
    events, clip = run(reel(5, torn=(3,)), Wanted(plan_for("bicubic", 2)), cpu, tmp_path)
    assert clip.damaged == (3,)
    assert any(isinstance(event, Noted) and "Frame 4 is damaged" in event.words for event in events)
    store = FrameStore(tmp_path)
    assert np.array_equal(store.frame(3), store.frame(2))
    assert not np.array_equal(store.frame(4), store.frame(3))


def test_a_person_who_has_waited_long_enough_keeps_the_frames_there_are(cpu: Device, tmp_path: Path) -> None:
    job = enlarged(reel(), Wanted(plan_for("bicubic", 2)), Surroundings(cpu), tmp_path)
    raw = tmp_path / "frames.raw"
    while not (isinstance(next(job), Stepped) and raw.is_file() and raw.stat().st_size == 2 * 80 * 72):
        pass
    end = job.send(Command.FINISH)
    while not isinstance(end, ClipEnlarged):
        end = next(job)
    assert end.clip.frames == 2
    assert len(end.clip.times) == 2


def test_frames_that_do_not_exist_are_refused_before_anything_is_learned(cpu: Device, tmp_path: Path) -> None:
    with pytest.raises(BadRequest, match="There is no frame 6: the clip has 5"):
        run(reel(), Wanted(plan_for("bicubic", 2), (5,)), cpu, tmp_path)


def test_a_clip_whose_frames_change_size_is_refused_by_the_frame(cpu: Device, tmp_path: Path) -> None:
    frames = reel(3)
    frames.images[2] = speckled(20, 20)
    with pytest.raises(BadRequest, match="Frame 3 is 20 × 20 pixels, the others 36 × 40"):
        run(frames, Wanted(plan_for("bicubic", 2)), cpu, tmp_path)


def test_a_disk_without_room_is_noticed_before_the_first_frame(tmp_path: Path) -> None:
    frames = 10 + shutil.disk_usage(tmp_path).free // (4000 * 4000)
    with pytest.raises(UnwritableFile, match=r"enlarged frames need .* GB are free"):
        FrameStore.begin(tmp_path / "clip", Shape(4000, 4000, 1, 8, frames))


@pytest.mark.parametrize(
    "text", ["", "[]", '{"height": -1}', '{"height":1e9,"width":2,"channels":1,"bits":8,"frames":1}']
)
def test_a_damaged_store_is_refused_in_words(text: str, tmp_path: Path) -> None:
    (tmp_path / "frames.raw").write_bytes(b"")
    (tmp_path / "frames.json").write_text(text)
    with pytest.raises(UnreadableFile, match="Enlarge the clip again"):
        FrameStore(tmp_path)


def test_colour_and_sixteen_bits_come_back_as_they_were_stored(tmp_path: Path) -> None:
    chance = np.random.default_rng(0)
    image = chance.random((6, 5, 3), np.float32)
    store = FrameStore.begin(tmp_path, Shape.of(image, 16, 2))
    store.append(image)
    assert np.abs(FrameStore(tmp_path).frame(0) - image).max() <= 0.5001 / 65535
    with pytest.raises(UnreadableFile, match="Frame 2 has not been enlarged"):
        store.frame(1)


def flicker_of(make: Callable[[int], np.ndarray], count: int = 12) -> float:
    flicker = Flicker()
    for index in range(count):
        flicker.add(make(index))
    assert flicker.value is not None
    return flicker.value


def test_flicker_of_a_still_picture_is_nothing_and_of_noise_its_deviation() -> None:
    still = speckled(64, 64)
    chance = np.random.default_rng(0)
    noisy = [(still + 0.02 * chance.standard_normal(still.shape)).astype(np.float32) for _ in range(12)]
    assert flicker_of(lambda index: still) == 0
    assert flicker_of(lambda index: noisy[index]) == pytest.approx(0.02 * 255, rel=0.02)


def test_even_motion_and_slow_brightening_are_no_flicker() -> None:
    rows, columns = np.mgrid[:64, :64]

    def moving(index: int) -> np.ndarray:
        return (0.5 + 0.4 * np.sin((columns + index) / 8) + 0 * rows).astype(np.float32)

    def brightening(index: int) -> np.ndarray:
        return np.full((64, 64), 0.1 + 0.05 * index, np.float32)

    def blinking(index: int) -> np.ndarray:
        return np.full((64, 64), 0.5 + 0.05 * (-1) ** index, np.float32)

    assert flicker_of(brightening) < 1e-3
    assert flicker_of(moving) < 0.05 * flicker_of(blinking) * 4
    assert flicker_of(blinking) == pytest.approx(255 * 0.2 / 6**0.5, rel=1e-3)


def test_a_still_scene_with_fresh_noise_flickers_less_than_interpolation(cpu: Device, tmp_path: Path) -> None:
    chance = np.random.default_rng(3)
    rows, columns = np.mgrid[:96, :112]
    still = 0.4 + 0.25 * np.sin(rows / 5.0) * np.cos(columns / 6.0)
    frames = Reel(
        [np.clip(still + 0.05 * chance.standard_normal(still.shape), 0, 1).astype(np.float32) for _ in range(4)]
    )
    _, clip = run(frames, Wanted(plan_for("simreg", 2)), cpu, tmp_path)
    assert clip.flicker is not None
    assert clip.flicker_interpolated is not None
    assert clip.flicker < 0.8 * clip.flicker_interpolated


def test_frames_are_read_once_each_and_none_is_kept(cpu: Device, tmp_path: Path) -> None:
    frames = reel(6)
    run(frames, Wanted(plan_for("bicubic", 2)), cpu, tmp_path)
    assert frames.read == 1 + 6
    assert list(itertools.islice(tmp_path.iterdir(), 3))
