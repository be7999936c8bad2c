"""From frames to a file that is known to be right."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from pathlib import Path

import numpy as np
import numpy.typing as npt
from pydicom.dataset import Dataset

from ussr_engine.derived.examining import examined
from ussr_engine.derived.header import Picture, header
from ussr_engine.derived.origin import Origin, origin
from ussr_engine.derived.pouring import Meant, peeked, poured
from ussr_engine.errors import BadRequest, UnreadableFile, UnwritableFile
from ussr_engine.files.atomic import replaced
from ussr_engine.files.refusals import refusal
from ussr_engine.files.stored import quietly, shown
from ussr_engine.passport import Passport, Privacy
from ussr_engine.scan import Image


def write(
    path: Path,
    frames: Iterable[Image],
    source: str | Path,
    scale: int,
    facts: Mapping[str, str],
    privacy: Privacy,
    bits: int | None,
    frame: int,
    count: int | None,
) -> Passport:
    """See `ussr_engine.derived.write_derived`."""
    given, many = peeked(frames)
    of = origin(source)
    count = min(count or of.frames, of.frames) if many else 1
    shape = of.rows * scale, of.columns * scale
    mask = _inside(of, scale) if privacy.blanked else None
    depth = bits or of.bits

    def head(colour: bool) -> Dataset:
        try:
            with quietly():  # values are read when they are first looked at
                return header(of, _picture(colour), scale, facts, privacy)
        except Exception:  # a damaged value of the source, which pydicom's words would quote
            raise UnreadableFile(f"The header of {shown(Path(source))} is damaged.", "Save as PNG or TIFF.") from None

    def _picture(colour: bool) -> Picture:
        return Picture(count, *shape, colour, 8 if colour else depth, frame)

    try:
        with replaced(path) as temporary:
            meant = poured(temporary, given, count, shape, depth, head, mask)
            picture = _picture(meant.colour)
            # The source is read once more: what the writer did to its own copy shall not be its witness.
            passport = examined(temporary, origin(source), picture, scale, meant, privacy)
            if not passport.agrees:
                raise _refused(path, passport)
    except OSError as error:
        raise refusal(error, path, shown(path)) from error
    return Passport(passport.rows, _in_words(path, picture, meant, of, privacy))


def _inside(of: Origin, scale: int) -> npt.NDArray[np.bool_]:
    mask = np.zeros((of.rows * scale, of.columns * scale), bool)
    for item in (of.dataset.get("SequenceOfUltrasoundRegions") or ()) if of.dataset is not None else ():
        try:
            left, top = int(item.RegionLocationMinX0) * scale, int(item.RegionLocationMinY0) * scale
            right, bottom = (int(item.RegionLocationMaxX1) + 1) * scale, (int(item.RegionLocationMaxY1) + 1) * scale
        except (AttributeError, TypeError, ValueError):  # a region without bounds shows nothing
            continue
        mask[max(top, 0) : bottom, max(left, 0) : right] = True
    if not mask.any():
        raise BadRequest(
            "The source has no ultrasound region in its picture, so nothing can be blanked outside one.",
            "Crop the picture before, or write it whole.",
        )
    return mask


def _refused(path: Path, passport: Passport) -> UnwritableFile:
    rows = "; ".join(f"{row.what}: {row.source} became {row.export}" for row in passport.disagreeing[:3])
    return UnwritableFile(
        f"{shown(path)} was not written, for the file disagrees with its source ({rows}).", "Please report this."
    )


def _in_words(path: Path, picture: Picture, meant: Meant, of: Origin, privacy: Privacy) -> str:
    frames = f"{picture.frames} frames of " if picture.frames > 1 else ""
    kind = "colour" if meant.colour else "grey"
    words = (
        f"Saved {shown(path)}, derived DICOM, {frames}{picture.columns} × {picture.rows}, {kind}, {picture.bits} bit"
    )
    if of.dataset is not None:
        words += ", patient data removed" if privacy.deidentified else ", patient data kept"
    return words
