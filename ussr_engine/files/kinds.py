"""What kind of file this is, by its first bytes alone; everything that is not on the list is refused."""

from __future__ import annotations

import stat
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


def kind_of(path: Path, name: str) -> str:
    """Name the kind of a file: "DICOM", "PNG", "JPEG", "TIFF", "BMP".

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
        head = file.read(132)
    for offset, magic, kind in _MAGIC:
        if head.startswith(magic, offset):
            return kind
    for magic, words in _REFUSED:
        if head.startswith(magic):
            raise UnreadableFile(f"{name} is {words}, which is not opened.", _HELP)
    raise UnreadableFile(f"{name} is of no kind that this program knows.", _HELP)
