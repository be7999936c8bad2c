"""What kind of file this is, by its first bytes alone; everything that is not on the list is refused."""

from __future__ import annotations

import stat
import zlib
from pathlib import Path

from ussr_engine.errors import UnreadableFile

_MAGIC = (
    (128, b"DICM", "DICOM"),
    (0, b"\x89PNG\r\n\x1a\n", "PNG"),
    (0, b"\xff\xd8\xff", "JPEG"),
    (0, b"II*\0", "TIFF"),
    (0, b"MM\0*", "TIFF"),
    (0, b"II+\0", "TIFF"),
    (0, b"MM\0+", "TIFF"),
    (0, b"BM", "BMP"),
    (0, b"NRRD0", "NRRD"),
    (0, b"ObjectType", "MetaImage"),
    (0, b"NDims", "MetaImage"),
    (344, b"n+1\0", "NIfTI"),
    (344, b"ni1\0", "NIfTI"),
    (4, b"n+2\0\r\n\x1a\n", "NIfTI"),
    (4, b"ni2\0\r\n\x1a\n", "NIfTI"),
    (8, b"AVI ", "AVI"),
    (0, b"\0\0\1\xba", "MPEG"),
    (0, b"\0\0\1\xb3", "MPEG"),
    *((4, box, "MP4") for box in (b"ftyp", b"moov", b"mdat", b"wide", b"free", b"skip", b"pnot")),
)
_PHOTOGRAPHS = (b"heic", b"heix", b"heif", b"mif1", b"msf1", b"avif", b"avis")
"""Brands of stills that begin as an MP4 does."""

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
    (b"RIFF", "a WebP picture or a sound"),
    (b"\x1aE\xdf\xa3", "a Matroska or WebM video"),
    (b"\x30\x26\xb2\x75", "a Windows Media video"),
    (b"OggS", "an Ogg video"),
    (b"FLV\1", "a Flash video"),
)
_HELP = "Open a PNG, JPEG, TIFF, BMP, DICOM, NIfTI, MetaImage, NRRD, AVI, MP4, MOV or MPEG file."
_HEAD = 352
"""Bytes that are looked at: the place of NIfTI's mark is the last."""


def kind_of(path: Path, name: str) -> str:
    """Name the kind of a file.

    Returns
    -------
    str
        "DICOM", "PNG", "JPEG", "TIFF", "BMP", "NIfTI", "MetaImage", "NRRD", "AVI", "MP4" (also MOV), "MPEG".

    Raises
    ------
    UnreadableFile
        For anything else, and for what is no file at all; nothing but the first bytes is read.
    """
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
        head = file.read(_HEAD)
        if head.startswith(b"\x1f\x8b"):
            file.seek(0)
            head = _unpacked(file.read(4096))
            if not any(head.startswith(magic, offset) for offset, magic, kind in _MAGIC if kind == "NIfTI"):
                raise UnreadableFile(f"{name} is a gzip archive, which is not opened.", _HELP)
    if head[4:8] == b"ftyp" and head[8:12] in _PHOTOGRAPHS:
        raise UnreadableFile(f"{name} is a HEIC or AVIF photograph, which is not opened.", _HELP)
    for offset, magic, kind in _MAGIC:
        if head.startswith(magic, offset):
            return kind
    for magic, words in _REFUSED:
        if head.startswith(magic):
            raise UnreadableFile(f"{name} is {words}, which is not opened.", _HELP)
    raise UnreadableFile(f"{name} is of no kind that this program knows.", _HELP)


def _unpacked(packed: bytes) -> bytes:
    """The first bytes of a gzip stream; none where it is damaged."""
    try:
        return zlib.decompressobj(wbits=31).decompress(packed, _HEAD)
    except zlib.error:
        return b""
