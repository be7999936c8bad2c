"""An enlarged clip leaves the program: as a derived DICOM cine, a video, a stack, a sequence, or single pictures."""

from __future__ import annotations

import queue
import threading
from collections.abc import Callable, Generator, Iterator
from contextlib import nullcontext
from pathlib import Path

import numpy as np

from ussr_engine.cine.news import ClipSaved, EnlargedClip
from ussr_engine.cine.store import FrameStore
from ussr_engine.clip import Clip
from ussr_engine.decoder import guarded
from ussr_engine.errors import BadRequest
from ussr_engine.events import Event, StageBegan, Stepped
from ussr_engine.export import Exported, provenance
from ussr_engine.files import DERIVED_IN, suffix_of
from ussr_engine.imaging.resize import resize
from ussr_engine.orders import SaveClip
from ussr_engine.passport import Privacy
from ussr_engine.result import Result, Trust
from ussr_engine.scan import Image, Scan
from ussr_engine.trust.edge import Mask
from ussr_engine.trust.mixing import Mixing, Mixture, mask_of

BEAT = 0.1
"""Seconds after which nothing new is told, so that the listener can look at its orders."""
PICTURES = ".png"
"""Format of single frames."""


def save_clip(
    path: Path,
    clip: EnlargedClip,
    result: Result,
    source: str,
    bits: int,
    privacy: Privacy,
    told: Callable[[int], None] = lambda count: None,
) -> Exported:
    """Write the frames of a clip; the suffix chooses the format, none gives a folder of pictures.

    Parameters
    ----------
    result : Result
        ``clip.result`` as it is to be trusted: its trust and its protected pixels are those of every frame.
    source : str
        The file that was enlarged.
    told : callable
        Hears how many frames have been written; what it raises breaks the writing off, and nothing is left of it.

    Raises
    ------
    EngineError
        If the place or the format cannot take it; an earlier file of that name is then untouched.
    """
    from ussr_engine.derived import write_derived
    from ussr_engine.files.clip_export import write_clip, write_frames

    if Path(source).exists() and path.exists() and path.samefile(source):
        raise BadRequest(f"{path.name} is the clip itself.", "Choose another name; inputs are never overwritten.")
    facts = provenance(result)
    if clip.flicker is not None and clip.flicker_interpolated is not None:
        facts["flicker"] = f"{clip.flicker:.3f} grey levels, {clip.flicker_interpolated:.3f} by interpolation"
    suffix, frames = suffix_of(path), _counted(pictures(clip, result, source), told)
    when, spacing = Clip(clip.frames, clip.times), result.sr.spacing
    if suffix in DERIVED_IN:
        passport = write_derived(
            path,
            frames,
            source=source,
            scale=result.scale,
            facts=facts,
            count=clip.frames,
            deidentified=privacy.deidentified,
            blanked=privacy.blanked,
            clean=privacy.clean,
        )
        return Exported(passport.words, passport)
    if not suffix:
        return Exported(
            write_frames(path, frames, suffix=PICTURES, clip=when, spacing=spacing, bits=bits, provenance=facts)
        )
    return Exported(write_clip(path, frames, clip=when, spacing=spacing, bits=bits, provenance=facts))


def pictures(clip: EnlargedClip, result: Result, source: str) -> Iterator[Image]:
    """Every frame in [0, 1], mixed with interpolation as ``result`` is."""
    store, mask = FrameStore(Path(clip.folder)), mask_of(result)
    plain = result.trust.is_full and mask is None
    with nullcontext() if plain else guarded(source) as scans:
        for index in range(clip.frames):
            image = store.frame(index)
            if scans is not None and index not in clip.damaged:
                bicubic = np.clip(resize(scans.scan(index).image, scale=result.scale), 0, 1)
                image = Mixture(image, bicubic, result.scale, mask).at(result.trust)
            yield image


def mixed(clip: EnlargedClip, scan: Scan, trust: Trust, mask: Mask | None, says: str) -> Result:
    """``clip.result`` at a trust, with what is protected: ``scan`` is the frame that was learned from."""
    bicubic = np.clip(resize(scan.image, scale=clip.result.scale), 0, 1)
    return Mixing(clip.result, bicubic, mask, says).at(trust)


def _counted(frames: Iterator[Image], told: Callable[[int], None]) -> Iterator[Image]:
    for count, image in enumerate(frames):
        told(count)
        yield image


class _BrokenOff(Exception):  # noqa: N818 - nobody sees it
    """The person does not want it any more."""


def saving(order: SaveClip) -> Generator[Event | None, object, None]:
    """The same as a job: it tells how far it is, and can be broken off between two frames.

    The writers draw the frames themselves, so the writing is no generator and stands in a thread of its own.
    """
    counts: queue.SimpleQueue[int] = queue.SimpleQueue()
    closing = threading.Event()
    made: list[Exported] = []
    failed: list[BaseException] = []

    def told(count: int) -> None:
        if closing.is_set():
            raise _BrokenOff
        counts.put(count)

    def work() -> None:
        try:
            made.append(
                save_clip(Path(order.path), order.clip, order.result, order.source, order.bits, order.privacy, told)
            )
        except _BrokenOff:
            return
        except BaseException as error:  # raised again in the listener's thread
            failed.append(error)

    thread = threading.Thread(target=work, name="clip writer", daemon=True)
    yield StageBegan(f"Saving {order.clip.frames} frames", order.clip.frames)
    thread.start()
    try:
        while thread.is_alive() or not counts.empty():
            try:
                yield Stepped(counts.get(timeout=BEAT))
            except queue.Empty:
                yield None
    finally:
        closing.set()
        thread.join()
    if failed:
        raise failed[0]
    yield ClipSaved(order.path, made[0].words, made[0].passport)
