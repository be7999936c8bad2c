"""Clips out: a video, a stack of pages, a NIfTI sequence or a folder of pictures, one frame in memory at a time."""

from __future__ import annotations

import hashlib
import shutil
from collections.abc import Iterable, Iterator, Mapping
from itertools import chain
from pathlib import Path

import numpy as np

from ussr_engine.clip import Clip
from ussr_engine.errors import BadRequest, UnwritableFile
from ussr_engine.files import CLIPS_IN, suffix_of, write_scan
from ussr_engine.files.atomic import replaced
from ussr_engine.files.export import in_words, write_pages
from ussr_engine.files.levels import Levels, one_channel_if_grey, to_levels
from ussr_engine.files.marks import marks
from ussr_engine.files.refusals import refusal
from ussr_engine.files.stored import shown
from ussr_engine.scan import Image, Scan, Spacing

PICTURES = (".png", ".tif")
"""What the numbered frames of a folder may be."""


def write_clip(
    path: str | Path,
    frames: Iterable[Image],
    *,
    clip: Clip,
    spacing: Spacing | None,
    bits: int,
    provenance: Mapping[str, str],
) -> str:
    """Write a clip, whole or not at all, and read it back.

    Parameters
    ----------
    path : str or Path
        One of ``CLIPS_IN`` but .dcm, which `ussr_engine.derived.write_derived` writes.
    frames : iterable of (H, W) or (H, W, 3) float32 in [0, 1]
        ``clip.frames`` of one size, consumed one at a time.
    clip : Clip
        Its times give the rate of a video and the step of a NIfTI sequence.
    bits : int
        8 or 16 for TIFF and NIfTI; a video has 8.

    Returns
    -------
    str
        What was written, and that it is lossy where it is.

    Raises
    ------
    BadRequest
        For another suffix, depth, number or size of frames.
    UnwritableFile
        Where the disk is against it; an earlier file of that name then is as it was.
    """
    target, suffix = Path(path), suffix_of(path)
    name = shown(target)
    if suffix not in CLIPS_IN or suffix == ".dcm":
        raise BadRequest(f"No clip is written as {suffix or name!r}.", f"Use {', '.join(CLIPS_IN)}.")
    if bits not in (8, 16):
        raise BadRequest(f"A picture is written with 8 or 16 bits, not {bits}.")
    given = _counted(frames, clip.frames)
    first = next(given)
    scan = Scan(first, spacing, bits)
    entries = marks(scan, provenance)
    everything = chain([first], given)
    try:
        with replaced(target) as temporary:
            if suffix == ".mp4":
                words = _video(temporary, everything, clip, entries, name)
            elif suffix in (".nii", ".nii.gz"):
                words = _nifti(temporary, everything, clip, scan, entries, suffix, name)
            else:
                words = _stack(temporary, everything, clip, scan, entries, name)
    except OSError as error:
        raise refusal(error, target, name) from error
    return f"Saved {name}, {clip.frames} frames of {scan.width} × {scan.height}, {words}"


def write_frames(
    folder: str | Path,
    frames: Iterable[Image],
    *,
    suffix: str,
    clip: Clip,
    spacing: Spacing | None,
    bits: int,
    provenance: Mapping[str, str],
) -> str:
    """Write every frame as a numbered picture (.png or .tif) into a new folder, which appears when all are there.

    Raises
    ------
    BadRequest
        For another suffix, depth, number or size of frames.
    UnwritableFile
        If the folder exists, or the disk is against it; nothing is left then.
    """
    target = Path(folder)
    if suffix not in PICTURES:
        raise BadRequest(f"Frames are written as {' or '.join(PICTURES)}, not as {suffix!r}.")
    if target.exists():
        raise UnwritableFile(f"{shown(target)} exists.", "Choose a name for a new folder.")
    draft = target.with_name(f".{target.name[:32]}-frames")
    digits = max(4, len(str(clip.frames)))
    try:
        draft.mkdir()
        try:
            for number, image in enumerate(_counted(frames, clip.frames), 1):
                when = {"time_ms": repr(clip.times[number - 1])} if clip.times else {}
                facts = {**provenance, "frame": f"{number} of {clip.frames}", **when}
                write_scan(
                    draft / f"frame-{number:0{digits}}{suffix}", Scan(image, spacing), bits=bits, provenance=facts
                )
            draft.rename(target)
        except BaseException:
            shutil.rmtree(draft, ignore_errors=True)
            raise
    except OSError as error:
        raise refusal(error, target, shown(target)) from error
    return f"Saved {clip.frames} frames in {shown(target)}, {bits} bit, {in_words(spacing)}"


def _counted(frames: Iterable[Image], count: int) -> Iterator[Image]:
    size: tuple[int, ...] = ()
    number = 0
    for number, image in enumerate(frames, 1):
        size = size or image.shape[:2]
        if number > count:
            raise BadRequest(f"There are more frames than the {count} of the clip.")
        if image.shape[:2] != size:
            raise BadRequest(f"Frame {number} is of another size than the first.")
        yield image
    if number != count or not number:
        raise BadRequest(f"Only {number} of {count} frames were given.")


def _video(path: Path, frames: Iterable[Image], clip: Clip, entries: Mapping[str, str], name: str) -> str:
    from ussr_engine.files.video_writing import FALLBACK, frames_in, write_video

    count = write_video(path, frames, clip.rate, entries)
    if frames_in(path)[0] != count:
        raise UnwritableFile(f"{name} came back from the disk with fewer frames.", "Try another disk.")
    rate = f"{clip.rate:.4g} frames a second" if clip.rate else f"at {FALLBACK:g} frames a second, for none are known"
    return f"MPEG-4 video, {rate}, without millimetres; it is lossy: for showing, not for measuring"


def _nifti(
    path: Path, frames: Iterable[Image], clip: Clip, scan: Scan, entries: Mapping[str, str], suffix: str, name: str
) -> str:
    from ussr_engine.files import nifti_writing as nifti

    step = None if not clip.rate else 1000 / clip.rate
    shape = scan.image.shape
    bits = 8 if scan.is_colour else scan.bits
    last: Levels = np.empty(0)
    with nifti.opened(path, suffix == ".nii.gz") as file:
        file.write(nifti.header(shape, clip.frames, bits, scan.spacing, step, entries))
        for image in frames:
            last = to_levels(_like(image, shape), bits)
            file.write(nifti.samples(last))
    again, _, _ = nifti.reread(path, clip.frames - 1)
    if not np.array_equal(again, last):
        raise UnwritableFile(f"{name} came back from the disk changed.", "Try another disk.")
    return f"{bits} bit, {in_words(scan.spacing)}"


def _stack(path: Path, frames: Iterable[Image], clip: Clip, scan: Scan, entries: Mapping[str, str], name: str) -> str:
    shape, digest, count = scan.image.shape, hashlib.sha256(), 0

    def pages() -> Iterator[Levels]:
        nonlocal count
        for image in frames:
            levels = to_levels(_like(image, shape), scan.bits)
            digest.update(levels.tobytes())
            count += 1
            yield levels

    times = {"ussr:times_ms": repr(list(clip.times))} if clip.times else {}
    write_pages(path, pages(), scan.spacing, {**entries, **times})
    if _digest_of_pages(path) != (count, digest.hexdigest()):
        raise UnwritableFile(f"{name} came back from the disk changed.", "Try another disk.")
    return f"{scan.bits} bit, {in_words(scan.spacing)}"


def _digest_of_pages(path: Path) -> tuple[int, str]:
    import tifffile

    digest = hashlib.sha256()
    with tifffile.TiffFile(path) as file:
        for page in file.pages:
            digest.update(page.asarray().tobytes())
        return len(file.pages), digest.hexdigest()


def _like(image: Image, shape: tuple[int, ...]) -> Image:
    """Colour where the first frame is colour; a colour frame after grey ones is refused."""
    if image.ndim == len(shape):
        return image
    if image.ndim == 3:
        raise BadRequest("A frame is colour where the first was grey.", "Write it as DICOM, or as single pictures.")
    grey = one_channel_if_grey(image)
    return np.repeat(grey[..., None], 3, axis=2)
