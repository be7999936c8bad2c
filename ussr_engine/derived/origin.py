"""The file a derived object comes from: read again by its path, header only, for the window never holds it."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Any

from pydicom import dcmread
from pydicom.uid import (
    JPEG2000,
    DeflatedExplicitVRLittleEndian,
    JPEGBaseline8Bit,
    JPEGExtended12Bit,
    JPEGLSNearLossless,
)

from ussr_engine.errors import UnreadableFile
from ussr_engine.files import open_clip
from ussr_engine.files.stored import quietly, shown
from ussr_engine.scan import Spacing

US_IMAGE, US_CINE = "1.2.840.10008.5.1.4.1.1.6.1", "1.2.840.10008.5.1.4.1.1.3.1"
_RETIRED = {"1.2.840.10008.5.1.4.1.1.6": US_IMAGE, "1.2.840.10008.5.1.4.1.1.3": US_CINE}

_LOSSY = {
    JPEGBaseline8Bit: "ISO_10918_1",
    JPEGExtended12Bit: "ISO_10918_1",
    JPEGLSNearLossless: "ISO_14495_1",
    JPEG2000: "ISO_15444_1",
}
"""Methods of PS3.3 C.7.6.1.1.5.2 by the transfer syntaxes that lose something, whatever the flag says."""


_LOSSY_FILES = {"JPEG": "ISO_10918_1", "AVI": "", "MP4": "", "MOV": "", "MPEG": ""}
"""Kinds of files that lose something, and how where that is certain."""


@dataclass(frozen=True, eq=False)
class Origin:
    """What a source says of itself.

    Attributes
    ----------
    dataset : pydicom.Dataset or None
        Header of a DICOM source without its pixels.
    rows, columns, frames, bits : int
        As they are seen; ``bits`` 8 or 16.
    spacing : Spacing or None
        mm of a source that is not DICOM.
    times : tuple of float
        Milliseconds of every frame of a source that is not DICOM; empty where unknown.
    lossy : str or None
        The method by which it lost something, "" where that is unknown; None where nothing says that it did.
    ratio : float or None
        Of that compression, where it can be told.
    """

    dataset: Any | None
    rows: int
    columns: int
    frames: int
    bits: int
    spacing: Spacing | None = None
    times: tuple[float, ...] = ()
    lossy: str | None = None
    ratio: float | None = None

    @property
    def is_ultrasound(self) -> bool:
        """True where the export can be of the same ultrasound class."""
        return self.sop_class in (US_IMAGE, US_CINE)

    @property
    def sop_class(self) -> str:
        """Class of a DICOM source, a retired ultrasound class by its successor; empty for other files."""
        given = str(self.dataset.get("SOPClassUID") or "") if self.dataset is not None else ""
        return _RETIRED.get(given, given)


def origin(source: str | Path) -> Origin:
    """Read what a source says of itself; ``phantom:SEED`` is the built-in sample.

    Raises
    ------
    UnreadableFile
        If it is gone or damaged by now; the sentence never quotes the header.
    """
    if str(source).startswith("phantom:"):
        from ussr_engine.phantom import phantom

        scan = phantom(int(str(source).removeprefix("phantom:"))).scan
        return Origin(None, scan.height, scan.width, 1, scan.bits, scan.spacing)
    path = Path(source)
    if _is_dicom(path):
        return _of_dicom(path)
    return _of_other(path)


def _is_dicom(path: Path) -> bool:
    try:
        with path.open("rb") as file:
            return file.read(132)[128:] == b"DICM"
    except OSError as error:
        raise UnreadableFile(
            f"The source {shown(path)} cannot be read any more: {error.strerror}.", "Put it back where it was."
        ) from None


def _of_dicom(path: Path) -> Origin:
    try:
        with quietly():
            dataset = dcmread(path, stop_before_pixels=True)
        syntax = dataset.file_meta.TransferSyntaxUID
        if syntax == DeflatedExplicitVRLittleEndian:
            raise ValueError
        lossy = _LOSSY.get(syntax)
        if lossy is None and dataset.get("LossyImageCompression") == "01":
            lossy = ""
        return Origin(
            dataset,
            int(dataset.Rows),
            int(dataset.Columns),
            int(dataset.get("NumberOfFrames") or 1),
            8 if int(dataset.BitsStored) <= 8 else 16,
            lossy=lossy,
        )
    except Exception:  # whatever pydicom raises may quote the header, so it goes no further
        raise UnreadableFile(
            f"The header of {shown(path)} cannot be read again.", "Copy it again from its source."
        ) from None


def _of_other(path: Path) -> Origin:
    with open_clip(path) as reader:
        clip, scan, kind = reader.clip, reader.scan(0), reader.stored.format
    lossy = ratio = None
    if kind in _LOSSY_FILES:
        lossy = _LOSSY_FILES[kind]
        ratio = clip.frames * scan.image.size / path.stat().st_size
    return Origin(None, scan.height, scan.width, clip.frames, scan.bits, scan.spacing, clip.times, lossy, ratio)
