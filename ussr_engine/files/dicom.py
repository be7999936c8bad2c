"""DICOM by pydicom and its decoders: every frame as a viewer shows it, with its millimetres."""

from __future__ import annotations

import struct
from dataclasses import replace
from pathlib import Path
from typing import Any

import numpy as np
from pydicom import dcmread
from pydicom.filereader import read_dataset
from pydicom.pixels import apply_color_lut
from pydicom.uid import UID, DeflatedExplicitVRLittleEndian, ExplicitVRBigEndian, ImplicitVRLittleEndian

from ussr_engine.clip import Clip, evenly
from ussr_engine.errors import UnreadableFile
from ussr_engine.files.bounded import Bounded
from ussr_engine.files.clips import ClipReader, damaged
from ussr_engine.files.dicom_pixels import CODINGS, NATIVE, samples
from ussr_engine.files.display import displayed
from ussr_engine.files.fragments import Span, frame_spans
from ussr_engine.files.functional import header_of
from ussr_engine.files.levels import Levels, one_channel_if_grey, to_unit
from ussr_engine.files.regions import calibration
from ussr_engine.files.stored import Stored
from ussr_engine.scan import Image, Scan

_GREY = ("MONOCHROME1", "MONOCHROME2")
_COLOUR = ("RGB", "YBR_FULL", "YBR_FULL_422", "YBR_ICT", "YBR_RCT")
_AGAIN = "Copy it again from its source."
_CONVERT = "Convert it to an uncompressed DICOM file first."
_PREAMBLE = 132
_PIXEL_DATA = (b"\xe0\x7f\x10\x00", b"\x7f\xe0\x00\x10")

_LATER = {
    "1.2.840.10008.1.2.4.110": "JPEG XL Lossless",
    "1.2.840.10008.1.2.4.111": "JPEG XL JPEG Recompression",
    "1.2.840.10008.1.2.4.112": "JPEG XL",
}
"""Names that pydicom does not know yet."""

_READ = (
    *("Rows", "Columns", "SamplesPerPixel", "PhotometricInterpretation", "PlanarConfiguration"),
    *("BitsAllocated", "BitsStored", "HighBit", "PixelRepresentation", "NumberOfFrames"),
    *("FrameTime", "FrameTimeVector", "CineRate", "RecommendedDisplayFrameRate"),
    *("PixelSpacing", "PixelAspectRatio", "SequenceOfUltrasoundRegions", "LossyImageCompression"),
    *("ModalityLUTSequence", "RescaleSlope", "RescaleIntercept"),
    *("VOILUTSequence", "WindowCenter", "WindowWidth", "VOILUTFunction"),
    *(
        f"{colour}PaletteColorLookupTable{part}"
        for colour in ("Red", "Green", "Blue")
        for part in ("Descriptor", "Data")
    ),
    *(f"Segmented{colour}PaletteColorLookupTableData" for colour in ("Red", "Green", "Blue")),
    *("SharedFunctionalGroupsSequence", "PerFrameFunctionalGroupsSequence"),
)
"""All that is kept of a header: numbers about the picture, and no name, date, institution or comment."""


class DicomClip(ClipReader):
    """Frames of a DICOM file.

    Raises
    ------
    UnreadableFile
        For a file without a picture, truncated, too large or coded in a way no decoder here knows.  The sentence never
        quotes the header.
    """

    def __init__(self, path: Path) -> None:
        super().__init__(path)
        self._file = Bounded(path)
        try:
            self._syntax = _syntax(self._file, self.name)
            self._header = dcmread(self._file, stop_before_pixels=True, specific_tags=list(_READ))
            self.stored = _described(self._header, self.name)
            self.stored.check_size(self.name)
            self._frames = self._located(self._file.tell())
            self.clip = _times(self._header, self.stored.frames)
        except BaseException:
            self.close()
            raise

    def close(self) -> None:
        """Let go of the file."""
        self._file.close()

    def _located(self, start: int) -> list[list[Span]]:
        """Where each frame lies."""
        head = self._file.at(start, 12)
        implicit = self._syntax == ImplicitVRLittleEndian
        value = start + (8 if implicit else 12)
        if head[:4] not in _PIXEL_DATA or value >= self._file.size:
            raise UnreadableFile(f"{self.name} ends before its pixels (no Pixel Data).", _AGAIN)
        stored = self.stored
        if self._syntax not in NATIVE:
            return frame_spans(self._file, value, stored.frames, self.name)
        order = ">I" if self._syntax == ExplicitVRBigEndian else "<I"
        (promised,) = struct.unpack_from(order, head, 4 if implicit else 8)
        left = min(self._file.size - value, promised)
        bits = stored.width * stored.height * _stored_samples(self._header) * int(self._header.BitsAllocated)
        if bits % 8:
            raise UnreadableFile(f"{self.name} has frames that end within a byte, which is not read.", _CONVERT)
        length = bits // 8
        if length * stored.frames > left:
            raise UnreadableFile(
                f"{self.name} is cut short: {left:,} of {length * stored.frames:,} bytes of pixels are there for "
                f"{stored.frames} × {stored.width} × {stored.height}.",
                _AGAIN,
            )
        return [[(value + length * number, length)] for number in range(stored.frames)]

    def _bytes(self, index: int) -> bytes:
        if self._syntax == ExplicitVRBigEndian and self._header.BitsAllocated == 8:
            return self._unswapped(*self._frames[index][0])
        return b"".join(self._file.at(offset, length) for offset, length in self._frames[index])

    def _unswapped(self, offset: int, length: int) -> bytes:
        """Bytes in their order; where they are declared as words of 16 bits, big endian swaps each pair."""
        first = self._frames[0][0][0]
        if self._file.at(first - 8, 2) != b"OW":
            return self._file.at(offset, length)
        odd = (offset - first) % 2
        pairs = self._file.at(offset - odd, odd + length + (odd + length) % 2)
        pairs += bytes(len(pairs) % 2)
        return np.frombuffer(pairs, np.uint16).byteswap().tobytes()[odd : odd + length]

    def _read(self, index: int) -> tuple[Scan, Stored]:
        try:
            return self._decoded(index)
        except (UnreadableFile, MemoryError, OSError):
            raise
        except Exception:
            if self.clip.frames == 1:
                raise damaged(self.name) from None
            raise UnreadableFile(
                f"Frame {index + 1} of {self.clip.frames} of {self.name} is damaged and cannot be decoded.",
                "Other frames may be whole.",
            ) from None

    def _decoded(self, index: int) -> tuple[Scan, Stored]:
        header, stored, notes = header_of(self._header, index), self.stored, self.of(index)
        levels = samples(self._bytes(index), header, self._syntax, stored, self.name)
        image = _image(levels, header, self._syntax, stored, notes)
        height, width = image.shape[:2]
        regions, spacing, words = calibration(header, width, height)
        notes = {
            "photometric": str(header.PhotometricInterpretation),
            "transfer syntax": self._syntax.name,
            **notes,
            **words,
        }
        stored = replace(stored, notes=notes)
        scan = Scan(
            image=image,
            spacing=spacing,
            bits=16 if stored.bits > 8 else 8,
            name=self.path.stem.encode("utf-8", "backslashreplace").decode(),
            regions=regions,
            facts=stored.facts(),
        )
        return scan, stored


def _syntax(file: Bounded, name: str) -> UID:
    # Before anything else: pydicom inflates a deflated file without any bound on the result.
    file.seek(_PREAMBLE)
    meta = read_dataset(file, False, True, stop_when=lambda tag, _, __: tag.group != 2)
    file.seek(0)
    syntax = meta.get("TransferSyntaxUID")
    if not syntax:
        raise UnreadableFile(f"{name} does not say how its pixels are coded (no Transfer Syntax UID).", _AGAIN)
    syntax = UID(syntax)
    if not syntax.is_valid:  # a damaged length makes it swallow what follows, the patient's name too
        raise UnreadableFile(f"{name} names no transfer syntax that there can be.", _AGAIN)
    if syntax == DeflatedExplicitVRLittleEndian:
        raise UnreadableFile(f"{name} is a deflated DICOM file, which is not opened.", _CONVERT)
    if syntax not in CODINGS:
        words = "a private transfer syntax" if syntax.is_private else _LATER.get(syntax, syntax.name)
        raise UnreadableFile(f"{name} is coded as {words}, for which there is no decoder here.", _CONVERT)
    return syntax


def _described(header: Any, name: str) -> Stored:  # noqa: ANN401 - pydicom is untyped here
    if "Rows" not in header or "Columns" not in header:
        raise UnreadableFile(f"{name} is a DICOM file without a picture.", "Choose a file of the image series.")
    photometric = header.get("PhotometricInterpretation")
    if photometric not in (*_GREY, *_COLOUR, "PALETTE COLOR"):
        raise UnreadableFile(f"{name} has a colour coding (Photometric Interpretation) that is not read.", _CONVERT)
    if "SegmentedRedPaletteColorLookupTableData" in header:
        raise UnreadableFile(f"{name} has a segmented palette, which is not read.", _CONVERT)
    channels, frames = int(header.get("SamplesPerPixel", 1)), int(header.get("NumberOfFrames") or 1)
    bits, allocated = int(header.BitsStored), int(header.BitsAllocated)
    if channels != (3 if photometric in _COLOUR else 1) or not 1 <= bits <= allocated <= 32 or frames < 1:
        raise UnreadableFile(f"{name} contradicts itself about its channels, bits or frames.", _AGAIN)
    if bits > 16:
        raise UnreadableFile(f"{name} has {bits} bits per sample; at most 16 are read.", _CONVERT)
    return Stored("DICOM", int(header.Columns), int(header.Rows), channels, bits, frames)


def _stored_samples(header: Any) -> int:  # noqa: ANN401
    """Samples of a pixel as they lie in an uncompressed file."""
    return 2 if header.PhotometricInterpretation == "YBR_FULL_422" else int(header.get("SamplesPerPixel", 1))


def _times(header: Any, frames: int) -> Clip:  # noqa: ANN401
    """Times of the frames: by a vector of steps, by one step, else by a rate in frames a second (PS3.3 C.7.6.5)."""
    steps = header.get("FrameTimeVector")
    if steps is not None and not isinstance(steps, str | float) and len(steps) == frames > 1:
        times = np.cumsum([0.0, *(float(step) for step in list(steps)[1:])])
        if np.isfinite(times).all() and (np.diff(times) > 0).all():
            return Clip(frames, tuple(times.tolist()))
    for keyword, per in (("FrameTime", False), ("CineRate", True), ("RecommendedDisplayFrameRate", True)):
        try:
            value = float(header.get(keyword) or 0)
        except (TypeError, ValueError):
            continue
        if 0 < value < 1e7:
            return evenly(frames, 1000 / value if per else value)
    return Clip(frames)


def _image(levels: Levels, header: Any, syntax: UID, stored: Stored, notes: dict[str, str]) -> Image:  # noqa: ANN401
    top = 2**stored.bits - 1
    if header.PhotometricInterpretation in _GREY:
        return displayed(header, levels, notes)
    if header.PhotometricInterpretation == "PALETTE COLOR":
        levels = apply_color_lut(levels, header)[..., :3]
        top = 2 ** (8 * levels.dtype.itemsize) - 1
        if levels.dtype == np.uint16 and "RedPaletteColorLookupTableData" in header and not syntax.is_little_endian:
            levels = levels.byteswap()
        if levels.dtype == np.uint16 and stored.bits <= 8:
            # Tables of 16 bits for 8 bit screens hold the colour in the high byte.
            levels, top = (levels >> 8).astype(np.uint8), 255
    lossy = header.PhotometricInterpretation.startswith("YBR")
    grey = one_channel_if_grey(levels, tolerance=2 if lossy else 0)
    if grey.ndim == 2:
        notes["colour"] = "three equal channels, read as one"
    return to_unit(np.minimum(grey, top), top)
