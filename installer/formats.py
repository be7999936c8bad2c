"""Kinds of files that a desktop may hand to the program, by the names that systems know them by."""

from __future__ import annotations

from ussr_engine.files import READABLE

MIME_TYPES = {
    ".png": "image/png",
    ".jpg": "image/jpeg",
    ".jpeg": "image/jpeg",
    ".tif": "image/tiff",
    ".tiff": "image/tiff",
    ".bmp": "image/bmp",
    ".dcm": "application/dicom",
    ".dicom": "application/dicom",
    ".ima": "application/dicom",
    ".nii": "application/x-nifti",
    ".nii.gz": "application/x-nifti",
    ".mha": "application/x-metaimage",
    ".mhd": "application/x-metaimage",
    ".nrrd": "application/x-nrrd",
    ".nhdr": "application/x-nrrd",
    ".avi": "video/x-msvideo",
    ".mp4": "video/mp4",
    ".m4v": "video/mp4",
    ".mov": "video/quicktime",
    ".mpg": "video/mpeg",
    ".mpeg": "video/mpeg",
}
"""By suffix; `linux/ussr-mime.xml` tells the desktop of those that it does not know by itself."""


def suffixes() -> list[str]:
    """Every suffix that the program offers to open."""
    return [suffix for _, group in READABLE for suffix in group]


def mime_types() -> list[str]:
    """Every kind once, in the order of the suffixes."""
    return list(dict.fromkeys(MIME_TYPES[suffix] for suffix in suffixes()))
