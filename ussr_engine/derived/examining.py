"""The passport of an export: read by the second reader and by pydicom at its strictest, held against the source."""

from __future__ import annotations

import math
from collections.abc import Iterator
from pathlib import Path

import pydicom
from pydicom import config, dcmread
from pydicom.datadict import tag_for_keyword

from ussr_engine import RESEARCH_USE
from ussr_engine.derived import identity
from ussr_engine.derived.distances import listed, measured, numbers
from ussr_engine.derived.header import Picture
from ussr_engine.derived.keywords import SAID_ANEW
from ussr_engine.derived.origin import Origin
from ussr_engine.derived.pouring import Meant
from ussr_engine.derived.second_reader import Items, Reread, Unsound, reread
from ussr_engine.files.stored import quietly
from ussr_engine.passport import Check, Passport, Privacy


def examined(path: Path, origin: Origin, picture: Picture, scale: int, meant: Meant, privacy: Privacy) -> Passport:
    """Compare a written file with its source, row by row.

    Distances are those between the same points of the body: a pixel centre x of a region lies at s x + (s - 1) / 2 of
    the enlarged one.
    """
    try:
        again = reread(path)
    except Unsound as error:
        return Passport((Check("Second reader", "a DICOM file", f"unreadable: {error}", False),))
    label = again.header.text(0x00204000)
    rows = [
        Check("Strict reading", "valid values only", *_strictly(path)),
        *_described(again, origin, picture, scale),
        *_identified(again, origin),
        *_timed(again, origin, picture),
        *measured(again.header, origin, scale),
        *_lost(again.header, origin),
        Check("Pixels (SHA-256)", meant.digest[:12], again.digest[:12], again.digest == meant.digest),
        *_private(again.header, origin, privacy),
        Check("Label", "research use", label[: len(RESEARCH_USE)], RESEARCH_USE in label),
    ]
    return Passport(tuple(rows))


def _strictly(path: Path) -> tuple[str, bool]:
    before = config.settings.reading_validation_mode
    config.settings.reading_validation_mode = config.RAISE
    count = 0
    try:
        with quietly():
            for _ in dcmread(path, stop_before_pixels=True).iterall():
                count += 1
    except Exception as error:  # whatever it quotes goes no further
        return f"refused by pydicom ({type(error).__name__})", False
    finally:
        config.settings.reading_validation_mode = before
    return f"{count} attributes valid", True


def _described(again: Reread, origin: Origin, picture: Picture, scale: int) -> Iterator[Check]:
    header = again.header
    given = origin.sop_class
    names = {uid: pydicom.uid.UID(uid).name for uid in (given, header.text(0x00080016))}
    same = header.text(0x00080016) == again.meta.text(0x00020002)
    right = (
        header.text(0x00080016) == given
        if origin.is_ultrasound
        else header.text(0x00080016).startswith("1.2.840.10008.5.1.4.1.1.7.")
    )
    yield Check("Kind", names.get(given) or "no DICOM", names[header.text(0x00080016)], same and right)
    kind = header.text(0x00080008)
    yield Check("Image type", "derived from it", kind.replace("\\", " "), kind.startswith("DERIVED\\SECONDARY"))
    size = [int(header.number(tag) or 0) for tag in (0x00280011, 0x00280010)]
    wanted = [origin.columns * scale, origin.rows * scale]
    yield Check("Size", f"{origin.columns} × {origin.rows}", f"{size[0]} × {size[1]}", size == wanted)
    colour = header.text(0x00280004)
    bits = [int(header.number(tag) or 0) for tag in (0x00280100, 0x00280101, 0x00280102)]
    length = picture.frames * size[0] * size[1] * int(header.number(0x00280002) or 0) * bits[0] // 8
    fits = again.length == length + length % 2 and bits == [bits[0], bits[0], bits[0] - 1]
    yield Check("Levels", f"{origin.bits} bit", f"{colour}, {bits[1]} bit", fits and colour in ("RGB", "MONOCHROME2"))


def _identified(again: Reread, origin: Origin) -> Iterator[Check]:
    new, series = again.header.text(0x00080018), again.header.text(0x0020000E)
    source = origin.dataset
    old = {str(source.get(name)) for name in ("SOPInstanceUID", "SeriesInstanceUID")} if source is not None else set()
    valid = all(pydicom.uid.UID(uid).is_valid for uid in (new, series))
    apart = not {new, series} & old and new != series and new == again.meta.text(0x00020003)
    yield Check("Identifiers", "its own" if old else "none", "new image, new series", valid and apart)
    if source is not None and source.get("SOPInstanceUID"):
        items = again.header.items(0x00082112)
        named = len(items) == 1 and bool(items[0].text(0x00081155))
        yield Check("Source named", "the image itself", "in Source Image Sequence", named)


def _timed(again: Reread, origin: Origin, picture: Picture) -> Iterator[Check]:
    count = int(again.header.number(0x00280008) or 1)
    one = picture.frames == 1 and origin.frames > 1
    words = f"number {picture.first + 1} of {origin.frames}" if one else str(origin.frames)
    words += f", the first {picture.frames} of them" if 1 < picture.frames < origin.frames else ""
    yield Check("Frames", words, str(count), count == picture.frames)
    if picture.frames == 1:
        return
    if origin.dataset is not None:
        for name, tag in (("FrameTime", 0x00181063), ("FrameTimeVector", 0x00181065)):
            before = numbers(origin.dataset.get(name))
            before = before[: picture.frames] if name == "FrameTimeVector" else before
            if before or again.header.numbers(tag):
                after = again.header.numbers(tag)
                yield Check("Frame times (ms)", listed(before), listed(after), before == after)
    elif origin.times:
        vector = again.header.numbers(0x00181065) or [again.header.number(0x00181063) or 0] * picture.frames
        last = sum(vector[1:])
        meant = origin.times[picture.frames - 1] - origin.times[0]
        yield Check("Duration (ms)", f"{meant:.6g}", f"{last:.6g}", math.isclose(last, meant, rel_tol=1e-4))


def _lost(header: Items, origin: Origin) -> Iterator[Check]:
    source = origin.dataset
    said = str(source.get("LossyImageCompression") or "") if source is not None else ""
    flag = said if origin.lossy is None else "01"
    after = header.text(0x00282110)
    yield Check("Lossy compression", _lossy(flag), _lossy(after), after == "01" if flag == "01" else after == flag)
    if source is None:
        return
    before, kept = numbers(source.get("LossyImageCompressionRatio")), header.numbers(0x00282112)
    if before:
        yield Check("Lossy ratio", listed(before), listed(kept), before == kept)


def _private(header: Items, origin: Origin, privacy: Privacy) -> Iterator[Check]:
    if origin.dataset is None:
        return
    if not privacy.deidentified:
        name = "kept, as asked"
        yield Check("Patient data", "in the header", name, not any(tag >> 16 & 1 for tag in header.values))
        return
    own = set(identity.staying(origin.dataset)) | {tag_for_keyword(name) for name in SAID_ANEW}
    foreign = [tag for tag, (_, value) in header.values.items() if tag not in own and value]
    words = "removed" if not foreign else f"{len(foreign)} attributes too many"
    gone = len(identity.going(origin.dataset))
    yield Check("Patient data", f"{gone} attributes to remove", words, not foreign)


def _lossy(flag: str) -> str:
    return {"01": "yes", "00": "no"}.get(flag, "not said")
