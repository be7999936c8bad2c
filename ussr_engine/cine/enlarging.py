"""A clip enlarged: learned once, on one frame or on several, and applied to all of them in turn."""

from __future__ import annotations

import hashlib
import json
import shutil
from collections.abc import Generator
from dataclasses import dataclass, replace
from pathlib import Path

import numpy as np

from ussr_engine.cine.flicker import Flicker
from ussr_engine.cine.frames import Frames, chosen, side_by_side
from ussr_engine.cine.news import ClipEnlarged, EnlargedClip
from ussr_engine.cine.store import FrameStore, Shape
from ussr_engine.decoder import guarded
from ussr_engine.errors import BadRequest, UnreadableFile
from ussr_engine.events import Command, Event, Finished, Noted, Prepared, Previewed, StageBegan, Stepped
from ussr_engine.imaging.resize import resize
from ussr_engine.metrics import consistency
from ussr_engine.plan import Plan
from ussr_engine.result import Result
from ussr_engine.scan import Image, Scan
from ussr_engine.train import FrameWay, Surroundings, train

KEPT = 10
"""Enlarged clips whose frames are kept; older ones are forgotten when another begins."""

ClipJob = Generator[Event | None, Command | None, EnlargedClip]
"""Yields a run's events, or None for a chance to be stopped; the last is ``ClipEnlarged``."""


@dataclass(frozen=True)
class Wanted:
    """What is asked: a plan, and the frames, counted from 0, to learn from; the first of them is shown meanwhile."""

    plan: Plan
    learn_from: tuple[int, ...] = (0,)


def enlarged(frames: Frames, wanted: Wanted, around: Surroundings, folder: Path) -> ClipJob:
    """Enlarge every frame of a clip.

    Parameters
    ----------
    folder : Path
        Where the frames are kept.  Those that an interrupted job of the same kind left there are not made again.

    Raises
    ------
    BadRequest
        For frames that cannot be learned from.
    UnwritableFile
        If the disk has no room.
    """
    scans = chosen(frames, wanted.learn_from)
    result, way = yield from _learned(scans, wanted.plan, around)
    count = frames.clip.frames
    store = FrameStore.begin(folder, Shape.of(result.sr.image, scans[0].bits, count))
    yield StageBegan(f"Enlarging {count} frames", count)
    made, plain = Flicker(), Flicker()
    damaged: list[int] = []
    for index in range(count):
        frame = _readable(frames, index, scans[0])
        if frame is None:
            damaged.append(index)
            yield Noted(f"Frame {index + 1} is damaged: the frame before it stands in its place.")
        if index >= store.count:
            image = yield from _image(frame, index, store, way, result)
            store.append(image)
        if frame is not None:
            made.add(store.frame(index))
            plain.add(np.clip(resize(frame.image, scale=wanted.plan.scale), 0, 1))
        if (yield Stepped(index + 1)) is Command.FINISH:
            break
    clip = EnlargedClip(
        result=result,
        folder=str(folder),
        frames=store.count,
        times=frames.clip.times[: store.count],
        learned_from=wanted.learn_from,
        flicker=made.value,
        flicker_interpolated=plain.value,
        damaged=tuple(damaged),
    )
    yield ClipEnlarged(clip)
    return clip


def reeled(path: str, wanted: Wanted, around: Surroundings, root: Path) -> ClipJob:
    """The same for a file, in a folder of its own below ``root``: the same wish finds its frames again.

    Raises
    ------
    UnreadableFile
        If the file is no clip that can be read.
    BadRequest
        If it has one frame only.
    """
    with guarded(path) as frames:
        if frames.clip.frames == 1:
            raise BadRequest(f"{frames.name} has one frame only.", "Enlarge it as a scan.")
        learned = hashlib.sha256(json.dumps(wanted.plan.to_dict(), sort_keys=True).encode())
        for scan in chosen(frames, wanted.learn_from):
            learned.update(scan.image.tobytes())
        learned.update(repr((wanted.learn_from, frames.clip)).encode())
        folder = root / learned.hexdigest()[:24]
        _forget(root, folder)
        return (yield from enlarged(frames, wanted, around, folder))


def _forget(root: Path, needed: Path) -> None:
    """Remove the frames that were used longest ago."""
    if root.is_dir():
        kept = sorted((one for one in root.iterdir() if one != needed), key=lambda one: one.stat().st_mtime)
        for old in kept[: -KEPT + 1]:
            shutil.rmtree(old, ignore_errors=True)


def _learned(
    scans: tuple[Scan, ...], plan: Plan, around: Surroundings
) -> Generator[Event | None, Command | None, tuple[Result, FrameWay]]:
    """Run the method on the chosen frames; its result is the first of them."""
    first = scans[0]
    job = train(side_by_side(scans), plan, around)
    columns = first.width * plan.scale
    finished: Result | None = None
    command: Command | None = None
    try:
        while True:
            try:
                event = job.send(command)
            except StopIteration as end:
                way: FrameWay = end.value
                break
            command = None
            if isinstance(event, Finished):
                finished = event.result
            elif len(scans) > 1 and isinstance(event, Prepared):
                bicubic = replace(event.bicubic, image=event.bicubic.image[:, :columns])
                command = yield replace(event, scan=first, bicubic=bicubic)
            elif len(scans) > 1 and isinstance(event, Previewed):
                # On the way to the full size a preview is smaller than the result.
                part = round(event.image.shape[1] * first.width / (len(scans) * _padded(first)))
                command = yield replace(event, image=event.image[:, :part], consistency=None)
            else:
                command = yield event
    finally:
        job.close()
    assert finished is not None
    if len(scans) > 1:
        sr = yield from _quietly(way(first))
        finished = replace(finished, sr=sr, maps={}, consistency=consistency(first.image, sr.image))
    return finished, way


def _padded(scan: Scan) -> int:
    return side_by_side((scan, scan)).width // 2


def _readable(frames: Frames, index: int, like: Scan) -> Scan | None:
    """The frame, or None where the file is damaged there."""
    try:
        frame = frames.scan(index)
    except UnreadableFile:
        return None
    if (frame.height, frame.width) != (like.height, like.width):
        raise BadRequest(
            f"Frame {index + 1} is {frame.width} × {frame.height} pixels, the others {like.width} × {like.height}.",
            "Enlarge the parts of the clip by themselves.",
        )
    return frame


def _image(
    frame: Scan | None, index: int, store: FrameStore, way: FrameWay, result: Result
) -> Generator[Event | None, Command | None, Image]:
    """The enlarged frame, with the channels of the first; of a damaged one, the frame before it."""
    if frame is None:
        return store.frame(index - 1) if index else np.zeros_like(result.sr.image)
    image = (yield from _quietly(way(frame))).image
    if image.ndim < result.sr.image.ndim:
        return np.repeat(image[..., None], 3, axis=2)
    if image.ndim > result.sr.image.ndim:
        raise BadRequest(
            f"Frame {index + 1} is in colour, and the frame that was learned from is not.", "Learn from a coloured one."
        )
    return image


def _quietly(work: Generator[Event, Command | None, Scan]) -> Generator[Event | None, Command | None, Scan]:
    """A frame's own progress is no news; but whoever waits may stop it."""
    try:
        while True:
            next(work)
            yield None
    except StopIteration as end:
        scan: Scan = end.value
        return scan
    finally:
        work.close()
