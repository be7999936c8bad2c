"""A file that a header names as the place of its samples: only of a plain name, in the header's own folder."""

from __future__ import annotations

from ussr_engine.errors import UnreadableFile
from ussr_engine.files.bounded import Bounded


def data_beside(header: Bounded, place: str, name: str) -> Bounded:
    """Open the file ``place`` beside ``header``.

    Raises
    ------
    UnreadableFile
        For a path, a list, a pattern, a link or a device: a header must not reach for other files of the disk.
    """
    plain = place and not set(place) & set('/\\:%*?<>|"\0') and place not in (".", "..") and place.upper() != "LIST"
    if not plain:
        raise UnreadableFile(
            f"{name} keeps its samples in other places, which are not opened.",
            "Save it as one file, or the samples as one file in the same folder.",
        )
    path = header.path.parent / place
    if not path.is_file() or path.is_symlink():
        raise UnreadableFile(f"{name} is a header alone: the file with its samples is not beside it.", "Copy both.")
    return Bounded(path)
