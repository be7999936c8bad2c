"""PNG and TIFF out: rounded once, marked as ours, verified before they take the place of anything."""

from __future__ import annotations

import errno
import json
import struct
import zlib
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from typing import Any

import numpy as np

from ussr_engine.errors import BadRequest, UnreadableFile, UnwritableFile
from ussr_engine.files import DERIVED_IN, MAPS_IN, WRITABLE, read_scan, suffix_of
from ussr_engine.files.atomic import replaced
from ussr_engine.files.levels import Levels, one_channel_if_grey, to_levels
from ussr_engine.files.marks import marks
from ussr_engine.files.refusals import refusal
from ussr_engine.files.stored import shown
from ussr_engine.result import TrustMap
from ussr_engine.scan import Scan, Spacing

PAGE_NAME, ASCII = 285, 2


def export(
    path: Path, scan: Scan, bits: int, provenance: Mapping[str, str], maps: Mapping[str, TrustMap] | None = None
) -> str:
    """Write ``scan``; see ``ussr_engine.files.write_scan``."""
    name, suffix = shown(path), suffix_of(path)
    suffixes = [suffix for _, group in WRITABLE for suffix in group if suffix not in DERIVED_IN]
    if suffix not in suffixes:
        raise BadRequest(
            f"{name} cannot be written: only {', '.join(suffixes)} keep every grey value, the millimetres and how the "
            "picture was made."
        )
    if bits not in (8, 16):
        raise BadRequest(f"A picture is written with 8 or 16 bits, not {bits}.")
    levels = one_channel_if_grey(to_levels(scan.image, bits))
    pages = list((maps or {}).values()) if suffix in MAPS_IN else []
    entries = marks(scan, provenance)
    try:
        if path.is_dir():
            raise UnwritableFile(f"{name} is a folder, so no picture can take its place.", "Choose another name.")
        with replaced(path) as temporary:
            if suffix == ".png":
                temporary.write_bytes(_png(levels, scan.spacing, entries))
            elif suffix in MAPS_IN:
                _write_tiff(temporary, levels, scan.spacing, entries, pages)
            else:
                _write_nifti(temporary, levels, scan.spacing, entries, suffix, name)
                return f"Saved {name}, {scan.width} × {scan.height}, {bits} bit, {in_words(scan.spacing)}"
            _verify(temporary, levels, scan.spacing, bits, name)
            _verify_maps(temporary, pages, name)
    except OSError as error:
        raise refusal(error, path, name) from error
    with_maps = f", with {len(pages)} map{'s' if len(pages) > 1 else ''}" if pages else ""
    return f"Saved {name}, {scan.width} × {scan.height}, {bits} bit, {in_words(scan.spacing)}{with_maps}"


def _png(levels: Levels, spacing: Spacing | None, entries: Mapping[str, str]) -> bytes:
    import cv2
    from PIL.PngImagePlugin import PngInfo

    bgr = levels[..., ::-1] if levels.ndim == 3 else levels
    made, encoded = cv2.imencode(".png", np.ascontiguousarray(bgr), [cv2.IMWRITE_PNG_COMPRESSION, 6])
    if not made:
        raise OSError(errno.EIO, "the PNG encoder failed")
    info = PngInfo()
    for key, words in entries.items():
        info.add_text(key, words)
    chunks = [(kind, data) for kind, data, *_ in info.chunks]
    if spacing:
        # Pixels per metre, for programs that read no better; 1 = the unit is the metre (ISO/IEC 15948, 11.3.5.3).
        per_metre = [max(1, round(1000 / mm)) for mm in (spacing.lateral, spacing.axial)]
        chunks.insert(0, (b"pHYs", struct.pack(">IIB", *per_metre, 1)))
    extra = b"".join(
        struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data)) for kind, data in chunks
    )
    png = encoded.tobytes()
    after_header = 8 + 12 + 13
    return png[:after_header] + extra + png[after_header:]


def _write_tiff(
    path: Path, levels: Levels, spacing: Spacing | None, entries: Mapping[str, str], maps: Sequence[TrustMap]
) -> None:
    """The picture on the first page; maps, 32 bit floats named by their titles, on further pages."""
    import tifffile

    shared = _shared(spacing)
    # Opened here: the library leaves its file open where the first bytes cannot be written.
    with path.open("wb+") as plain, tifffile.TiffWriter(plain) as file:
        photometric = "rgb" if levels.ndim == 3 else "minisblack"
        file.write(
            levels, photometric=photometric, description=json.dumps(entries), software="USSR", predictor=True, **shared
        )
        for one in maps:
            named = [(PAGE_NAME, ASCII, 0, one.title, True)]
            words = f"{one.title}: {one.says}; in {one.unit}"
            file.write(one.values, photometric="minisblack", description=words, extratags=named, **shared)


def write_pages(path: Path, pages: Iterable[Levels], spacing: Spacing | None, entries: Mapping[str, str]) -> None:
    """Pages of one size, written as they come; the first says how they were made."""
    import tifffile

    with path.open("wb+") as plain, tifffile.TiffWriter(plain, bigtiff=True) as file:
        words: str | None = json.dumps(dict(entries))
        for levels in pages:
            photometric = "rgb" if levels.ndim == 3 else "minisblack"
            how = {"software": "USSR", "predictor": True, **_shared(spacing)}
            file.write(levels, photometric=photometric, description=words, **how)
            words = None


def _shared(spacing: Spacing | None) -> dict[str, Any]:
    return {
        "compression": "zlib",
        "metadata": None,
        "resolution": (10 / spacing.lateral, 10 / spacing.axial) if spacing else None,
        "resolutionunit": "CENTIMETER" if spacing else None,
    }


def _write_nifti(
    path: Path, levels: Levels, spacing: Spacing | None, entries: Mapping[str, str], suffix: str, name: str
) -> None:
    from ussr_engine.files import nifti_writing as nifti

    if levels.ndim == 3 and levels.dtype != np.uint8:
        raise BadRequest(f"{name} cannot be written: NIfTI holds colour with 8 bits.", "Choose 8 bit, or TIFF.")
    with nifti.opened(path, suffix == ".nii.gz") as file:
        file.write(nifti.header(levels.shape, 1, 8 * levels.dtype.itemsize, spacing, None, entries))
        file.write(nifti.samples(levels))
    again, zooms, _ = nifti.reread(path, 0)
    near = spacing is None or np.allclose(zooms[:2], (spacing.lateral, spacing.axial), rtol=1e-6)
    if not np.array_equal(again, levels) or not near:
        raise UnwritableFile(f"{name} came back from the disk changed.", "Try another disk.")


def _verify(path: Path, levels: Levels, spacing: Spacing | None, bits: int, name: str) -> None:
    try:
        again = read_scan(path)
    except UnreadableFile as error:
        raise UnwritableFile(f"{name} could not be read back after writing.", "Try another disk.") from error
    if not np.array_equal(to_levels(again.image, bits), levels) or again.spacing != spacing:
        raise UnwritableFile(f"{name} came back from the disk changed.", "Try another disk.")


def _verify_maps(path: Path, maps: Sequence[TrustMap], name: str) -> None:
    if not maps:
        return
    import tifffile

    with tifffile.TiffFile(path) as file:
        again = [page.asarray() for page in file.pages[1:]]
    if len(again) != len(maps) or not all(map(np.array_equal, again, (one.values for one in maps))):
        raise UnwritableFile(f"The maps in {name} came back from the disk changed.", "Try another disk.")


def in_words(spacing: Spacing | None) -> str:
    """The millimetres of a picture, for a sentence."""
    if spacing is None:
        return "without millimetres"
    axial, lateral = f"{spacing.axial:.3g}", f"{spacing.lateral:.3g}"
    return f"{axial} mm per pixel" if axial == lateral else f"{axial} × {lateral} mm per pixel (axial × lateral)"
