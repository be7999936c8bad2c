"""Scans in and out: a file is known by its first bytes, not by its name; readers are imported when first needed."""

from __future__ import annotations

import stat
from collections.abc import Mapping
from pathlib import Path

from ussr_engine.errors import UnreadableFile
from ussr_engine.files.stored import Stored, quietly, shown
from ussr_engine.result import TrustMap
from ussr_engine.scan import Scan

READABLE: tuple[tuple[str, tuple[str, ...]], ...] = (
    ("Pictures", (".png", ".jpg", ".jpeg", ".tif", ".tiff", ".bmp")),
    ("DICOM", (".dcm", ".dicom", ".ima")),
)
"""What a dialog offers to open: words and suffixes.  A file with another suffix, or none, is read all the same."""

WRITABLE: tuple[tuple[str, tuple[str, ...]], ...] = (
    ("PNG picture", (".png",)),
    ("TIFF picture", (".tif", ".tiff")),
)
"""What a dialog offers to save: lossless formats that carry millimetres and provenance."""

MAPS_IN = (".tif", ".tiff")
"""Suffixes of files that have room for maps beside the picture."""

_MAGIC = (
    (128, b"DICM", "DICOM"),
    (0, b"\x89PNG\r\n\x1a\n", "PNG"),
    (0, b"\xff\xd8\xff", "JPEG"),
    (0, b"II*\0", "TIFF"),
    (0, b"MM\0*", "TIFF"),
    (0, b"II+\0", "TIFF"),
    (0, b"MM\0+", "TIFF"),
    (0, b"BM", "BMP"),
)
_REFUSED = (
    (b"\x93NUMPY", "a NumPy array"),
    (b"PK\x03\x04", "a ZIP archive"),
    (b"\x80\x02", "a Python pickle"),
    (b"\x80\x03", "a Python pickle"),
    (b"\x80\x04", "a Python pickle"),
    (b"\x80\x05", "a Python pickle"),
    (b"%PDF", "a PDF document"),
    (b"\x89HDF", "an HDF5 file"),
    (b"GIF8", "a GIF animation"),
    (b"RIFF", "an AVI or WebP file"),
    (b"\x1f\x8b", "a gzip archive"),
)
_HELP = "Open a PNG, JPEG, TIFF, BMP or DICOM file."


def read_scan(path: str | Path) -> Scan:
    """Read one scan.

    Parameters
    ----------
    path : str or Path
        PNG, JPEG, TIFF or BMP, 8 or 16 bit, any colour mode; or DICOM, of which the first frame is taken.

    Returns
    -------
    Scan
        Three equal channels become one; levels are divided by the largest level of the stored depth; transparency is
        laid over black; the picture is upright.  ``spacing`` comes from DICOM calibration or from what this program
        itself embedded, never from dots per inch.  ``facts`` say what was found and done.

    Raises
    ------
    UnreadableFile
        With one sentence, for everything else; sizes are checked before a pixel is decoded.
    """
    return _read(Path(path))[0]


def inspect_file(path: str | Path) -> dict[str, object]:
    """What a file holds, fit for JSON.

    Returns
    -------
    dict
        ``format``, ``width``, ``height``, ``channels`` and ``bits`` as stored, ``frames``, ``spacing_mm`` (``axial``,
        ``lateral``, or None), ``regions``, ``size_bytes``, ``notes`` (words by subject) and ``provenance``.
        ``width`` and ``height`` are those of the upright picture.

    Raises
    ------
    UnreadableFile
        As ``read_scan``: the picture is decoded, so that a damaged one is not described as sound.
    """
    path = Path(path)
    scan, stored = _read(path)
    return {
        "format": stored.format,
        "width": scan.width,
        "height": scan.height,
        "channels": stored.channels,
        "bits": stored.bits,
        "frames": stored.frames,
        "spacing_mm": {"axial": scan.spacing.axial, "lateral": scan.spacing.lateral} if scan.spacing else None,
        "regions": [
            {
                "kind": region.kind,
                "top": region.top,
                "left": region.left,
                "bottom": region.bottom,
                "right": region.right,
                "spacing_mm": {"axial": region.spacing.axial, "lateral": region.spacing.lateral}
                if region.spacing
                else None,
            }
            for region in scan.regions
        ],
        "size_bytes": path.stat().st_size,
        "notes": dict(stored.notes),
        "provenance": dict(stored.provenance),
    }


def write_scan(
    path: str | Path,
    scan: Scan,
    *,
    bits: int,
    provenance: Mapping[str, str],
    maps: Mapping[str, TrustMap] | None = None,
) -> str:
    """Write a picture, whole or not at all, read it back and compare.

    Parameters
    ----------
    path : str or Path
        The suffix, one of ``WRITABLE``, chooses the format.
    scan : Scan
        Grey or colour.  None of its facts are copied.
    bits : int
        8 or 16; values are rounded once, half up.
    provenance : mapping
        Words to embed: program, version, method, plan, seed...
    maps : mapping of str to TrustMap, optional
        Further pages of a TIFF, 32 bit floats, each with its title as name and its unit in its description.  A PNG has
        room for none.

    Returns
    -------
    str
        What was written: "Saved carotid.tif, 800 × 600, 16 bit, 0.141 mm per pixel, with 3 maps".

    Raises
    ------
    BadRequest
        For another suffix or depth.
    UnwritableFile
        Where the folder, the disk or the permissions are against it; an existing file then is as it was.
    """
    from ussr_engine.files.export import export

    return export(Path(path), scan, bits, provenance, maps)


def _read(path: Path) -> tuple[Scan, Stored]:
    name = shown(path)
    try:
        kind = _kind(path, name)
        with quietly():
            if kind == "DICOM":
                from ussr_engine.files.dicom import read_dicom

                return read_dicom(path)
            if kind == "TIFF":
                from ussr_engine.files.tiff import read_tiff

                return read_tiff(path)
            from ussr_engine.files.picture import read_picture

            return read_picture(path, kind)
    except PermissionError:
        raise UnreadableFile(f"{name} may not be read by this user.", "Ask for permission, or copy it.") from None
    except FileNotFoundError:
        raise UnreadableFile(f"There is no file {name} in {path.parent}.") from None
    except MemoryError:
        raise UnreadableFile(f"{name} does not fit into the memory that is free.", "Close other programs.") from None
    except OSError as error:
        raise UnreadableFile(f"{name} could not be read: {error.strerror or 'the disk or network failed'}.") from None


def _kind(path: Path, name: str) -> str:
    try:
        status = path.stat()
    except ValueError:
        raise UnreadableFile("The name of the file holds a zero byte, which no file name can.") from None
    if stat.S_ISDIR(status.st_mode):
        raise UnreadableFile(f"{name} is a folder.", "Choose one file in it.")
    if not stat.S_ISREG(status.st_mode):
        raise UnreadableFile(f"{name} is a device or a pipe, not a file.")
    if not status.st_size:
        raise UnreadableFile(f"{name} is empty (0 bytes).", "Copy it again from its source.")
    with path.open("rb") as file:
        head = file.read(132)
    for offset, magic, kind in _MAGIC:
        if head.startswith(magic, offset):
            return kind
    for magic, words in _REFUSED:
        if head.startswith(magic):
            raise UnreadableFile(f"{name} is {words}, which is not opened.", _HELP)
    raise UnreadableFile(f"{name} is of no kind that this program knows.", _HELP)
