"""Scans in and out: a file is known by its first bytes, not by its name; readers are imported when first needed."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from ussr_engine.files.clips import ClipReader, told
from ussr_engine.files.kinds import kind_of
from ussr_engine.files.stored import shown
from ussr_engine.result import TrustMap
from ussr_engine.scan import Scan

READABLE: tuple[tuple[str, tuple[str, ...]], ...] = (
    ("Pictures", (".png", ".jpg", ".jpeg", ".tif", ".tiff", ".bmp")),
    ("DICOM", (".dcm", ".dicom", ".ima")),
    ("Volumes and sequences", (".nii", ".nii.gz", ".mha", ".mhd", ".nrrd", ".nhdr")),
    ("Videos", (".avi", ".mp4", ".m4v", ".mov", ".mpg", ".mpeg")),
)
"""What a dialog offers to open: words and suffixes.  A file with another suffix, or none, is read all the same."""

WRITABLE: tuple[tuple[str, tuple[str, ...]], ...] = (
    ("PNG picture", (".png",)),
    ("TIFF picture", (".tif", ".tiff")),
    ("NIfTI volume", (".nii", ".nii.gz")),
    ("DICOM image", (".dcm",)),
)
"""What a dialog offers to save: lossless formats that carry millimetres and provenance."""

CLIPS_IN = (".mp4", ".tif", ".nii", ".nii.gz", ".dcm")
"""Suffixes of files that hold a whole clip; see ``ussr_engine.files.clip_export`` and ``ussr_engine.derived``."""

DERIVED_IN = (".dcm",)
"""Suffixes of files that are derived from a source; see ``ussr_engine.derived``."""

MAPS_IN = (".tif", ".tiff")
"""Suffixes of files that have room for maps beside the picture."""


def read_scan(path: str | Path, frame: int = 0) -> Scan:
    """Read one scan, or one frame of a clip.

    Parameters
    ----------
    path : str or Path
        PNG, JPEG, TIFF or BMP, 8 or 16 bit, any colour mode; DICOM; NIfTI, MetaImage or NRRD; AVI, MP4, MOV or MPEG.
    frame : int
        Which one, from 0.

    Returns
    -------
    Scan
        Three equal channels become one; levels are divided by the largest level of the stored depth; transparency is
        laid over black; the picture is upright.  ``spacing`` comes from DICOM calibration, from a volume's header or
        from what this program itself embedded, never from dots per inch.  ``facts`` say what was found and done.

    Raises
    ------
    UnreadableFile
        With one sentence, for everything else; sizes are checked before a pixel is decoded.
    """
    with open_clip(path) as reader:
        return reader.scan(frame)


def open_clip(path: str | Path) -> ClipReader:
    """Open a file to read it frame by frame; a still is a clip of one frame.

    Returns
    -------
    ClipReader
        With ``clip`` (frames and times), ``stored`` (the header in numbers) and ``scan(index)``, which decodes one
        frame when it is asked for and holds no other.  To be closed, best by ``with``.

    Raises
    ------
    UnreadableFile
        As ``read_scan``; a damaged frame is told when it is read.
    """
    path = Path(path)
    with told(path):
        kind = kind_of(path, shown(path))
        if kind == "DICOM":
            from ussr_engine.files.dicom import DicomClip

            return DicomClip(path)
        if kind == "TIFF":
            from ussr_engine.files.tiff import TiffClip

            return TiffClip(path)
        if kind in ("NIfTI", "MetaImage", "NRRD"):
            from ussr_engine.files.volume import VolumeClip

            return VolumeClip(path, kind)
        if kind in ("AVI", "MP4", "MPEG"):
            from ussr_engine.files.video import VideoClip

            return VideoClip(path, kind)
        from ussr_engine.files.picture import Picture

        return Picture(path, kind)


def inspect_file(path: str | Path) -> dict[str, object]:
    """What a file holds, fit for JSON.

    Returns
    -------
    dict
        ``format``, ``width``, ``height``, ``channels`` and ``bits`` as stored, ``frames``, ``duration_ms`` and ``rate``
        (frames a second), ``spacing_mm`` (``axial``, ``lateral``), these three None where unknown, ``regions``,
        ``size_bytes``, ``notes`` (words by subject) and ``provenance``.  ``width`` and ``height`` are those of the
        upright picture.

    Raises
    ------
    UnreadableFile
        As ``read_scan``: the first frame is decoded, so that a damaged one is not described as sound.
    """
    path = Path(path)
    with open_clip(path) as reader:
        scan, stored = reader.read(0)
        clip = reader.clip
    return {
        "format": stored.format,
        "width": scan.width,
        "height": scan.height,
        "channels": stored.channels,
        "bits": stored.bits,
        "frames": clip.frames,
        "duration_ms": clip.duration,
        "rate": clip.rate,
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


def suffix_of(path: str | Path) -> str:
    """The suffix that chooses the format, in small letters: ".nii.gz" is one."""
    name = Path(path).name.lower()
    return ".nii.gz" if name.endswith(".nii.gz") else Path(name).suffix


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
