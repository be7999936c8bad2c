"""Files full of values that must be found nowhere else, and a search that finds them however they are written."""

from __future__ import annotations

import base64
import gzip
import io
import zipfile
import zlib
from collections.abc import Iterator
from pathlib import Path

import numpy as np
import pydicom
from PIL import Image
from PIL.PngImagePlugin import PngInfo
from pydicom.datadict import DicomDictionary
from pydicom.dataset import Dataset

from tests.engine.ultrasound_samples import CINE, cine, tissue

WORD, DAY, TIME, UID, NUMBER = "QUETZAL7", "19470613", "031759", "1.2.826.0.1.3680043.8.498.4711.99", "73919"
"""Of text, dates, times, identifiers and numbers."""

_VALUES = {
    **dict.fromkeys(("PN", "LO", "SH", "LT", "ST", "UT", "UC", "AE", "CS"), WORD),
    "DA": DAY,
    "TM": TIME,
    "DT": DAY + TIME,
    "UI": UID,
    "AS": "077Y",
    "UR": f"http://example.invalid/{WORD}",
}
_PICTURE = ("0028", "7FE0", "0002", "0018601", "00186011")
_NEEDED = {"SOPClassUID", "FrameTimeVector", "FrameIncrementPointer", "SpecificCharacterSet", "TransferSyntaxUID"}


def full_of_canaries(path: Path) -> Path:
    """A cine of one frame with a canary in every standard attribute that can hold one, and in private ones."""
    cine(path, 1, SequenceOfUltrasoundRegions=[tissue()])
    dataset = pydicom.dcmread(path)
    for tag, (vr, multiplicity, _, _, keyword) in DicomDictionary.items():
        group = tag >> 16
        if vr not in _VALUES or group in (0x0002, 0x0028, 0x7FE0, 0x0000) or group > 0x7FE0 or 0x5000 <= group < 0x5200:
            continue
        if keyword in _NEEDED or not keyword or not multiplicity[0].isdigit() or group == 0x0004:
            continue
        count = int(multiplicity.split("-")[0])
        value = _VALUES[vr]
        dataset.add_new(tag, vr, [value] * count if count > 1 else value)
    dataset.SOPClassUID = CINE
    block = dataset.private_block(0x0019, f"{WORD} PRIVATE", create=True)
    block.add_new(1, "LO", WORD)
    block.add_new(2, "UN", WORD.encode())
    inner = Dataset()
    inner.PatientName = WORD
    inner.StudyDate = DAY
    dataset.OtherPatientIDsSequence = [inner]
    inside = dataset.SequenceOfUltrasoundRegions[0]
    inside.PatientComments = WORD
    dataset.save_as(path)
    return path


def picture_of_canaries(path: Path) -> Path:
    """A PNG, JPEG or TIFF with EXIF, XMP and text that name a patient."""
    picture = Image.fromarray(np.random.default_rng(0).integers(0, 256, (40, 60), dtype=np.uint8))
    exif = Image.Exif()
    exif[0x010E] = exif[0x013B] = exif[0x8298] = WORD
    exif[0x0132] = "1947:06:13 03:17:59"
    xmp = f"<x:xmpmeta xmlns:x='adobe:ns:meta/'>{WORD}</x:xmpmeta>".encode()
    if path.suffix == ".png":
        text = PngInfo()
        text.add_text("Author", WORD)
        text.add_itxt("XML:com.adobe.xmp", xmp.decode())
        text.add_text("Comment", WORD * 20, zip=True)
        picture.save(path, pnginfo=text, exif=exif)
    elif path.suffix == ".jpg":
        picture.save(path, exif=exif, xmp=xmp, comment=WORD.encode())
    else:
        picture.save(path, exif=exif, description=WORD)
    return path


def sightings(place: Path, *words: str) -> list[str]:
    """Files below a folder, and their names, in which a word is found: plain, UTF-16, base64, or compressed."""
    wanted = words or (WORD, DAY, UID)
    found = []
    for path in sorted(place.rglob("*")):
        if any(word.lower() in path.name.lower() for word in wanted):
            found.append(f"name of {path.name}")
        if path.is_file():
            for content in _contents(path.read_bytes()):
                found += [f"{word} in {path.name}" for word in wanted if is_in(word, content)]
    return found


def is_in(word: str, content: bytes) -> bool:
    """True where a word is found in bytes in any of the ways it may be written."""
    if any(form in content for form in (word.encode(), word.encode("utf-16-le"), word.encode("utf-16-be"))):
        return True
    # Base64 of a word depends on where in a group of three it begins; its ends mix with what stands beside it.
    return any(base64.b64encode(bytes(shift) + word.encode())[4 if shift else 0 : -4] in content for shift in range(3))


def _contents(data: bytes) -> Iterator[bytes]:
    yield data
    if data[:2] == b"\x1f\x8b":
        yield gzip.decompress(data)
    if data[:4] == b"PK\3\4":
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            for name in archive.namelist():
                yield name.encode()
                yield archive.read(name)
    if data[:8] == b"\x89PNG\r\n\x1a\n":
        start = 8
        while start + 8 <= len(data):
            length = int.from_bytes(data[start : start + 4], "big")
            kind, body = data[start + 4 : start + 8], data[start + 8 : start + 8 + length]
            if kind in (b"zTXt", b"iTXt"):
                for cut in range(len(body)):
                    if body[cut : cut + 1] == b"\x78":
                        try:
                            yield zlib.decompress(body[cut:])
                            break
                        except zlib.error:
                            continue
            start += 12 + length
