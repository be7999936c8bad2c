"""Files in folders, one after the other as they are found; what is no scan by its name or nature is counted."""

from __future__ import annotations

import os
import stat
from collections import Counter
from collections.abc import Generator, Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path

from ussr_engine.files import READABLE

HIDDEN, SYSTEM, LINKS, OTHERS, DEVICES, CLOSED, MISSING, RESULTS = (
    "hidden files",
    "files of the system",
    "linked folders",
    "files of other kinds",
    "devices and pipes",
    "folders that may not be read",
    "paths with nothing there",
    "folders of results",
)
"""Why entries are passed over, as the counts say it."""
OF_THE_SYSTEM = frozenset({"thumbs.db", "desktop.ini", "ehthumbs.db", "dicomdir", "__macosx", "icon\r"})
SUFFIXES = frozenset(suffix for _, kinds in READABLE for suffix in kinds)


@dataclass(frozen=True, slots=True)
class Found:
    """A file to be enlarged.

    ``below`` is the folder in which it lies, as seen from the one that was named ("" for a file named by itself);
    ``stamp`` changes when the file does.
    """

    path: str
    below: str
    stamp: str


def found(
    paths: Iterable[str], left_out: Counter[str], avoid: Path | None = None, named: bool = False
) -> Generator[Found, None, None]:
    """Yield the files that are named and those in folders that are named, folder by folder, sorted by name.

    Folders are not entered through links, so that no loop is; links to files are followed.  A file that is named by
    itself is taken whatever it is called.

    Parameters
    ----------
    left_out : Counter
        Counts what is passed over, by the reason.
    avoid : Path, optional
        A folder of results, which are no input.
    named : bool
        Whether ``below`` begins with the name of the folder that was given.
    """
    shunned = _identity(avoid) if avoid is not None else None
    for given in paths:
        try:
            status = os.stat(given)
        except (OSError, ValueError):  # nothing there, a loop of links, a name too long, a zero byte
            left_out[MISSING] += 1
            continue
        if stat.S_ISDIR(status.st_mode):
            root = os.path.abspath(given)
            yield from _below(root, os.path.basename(root) if named else "", shunned, left_out)
        elif stat.S_ISREG(status.st_mode):
            yield Found(os.path.abspath(given), "", _stamp(status))
        else:
            left_out[DEVICES] += 1


def in_words(left_out: Mapping[str, int]) -> str:
    """The counts as a sentence, "Passed over: hidden files (3)."; empty where nothing was."""
    parts = [f"{reason} ({count})" for reason, count in sorted(left_out.items()) if count]
    return f"Passed over: {', '.join(parts)}." if parts else ""


def _below(
    root: str, name: str, shunned: tuple[int, int] | None, left_out: Counter[str]
) -> Generator[Found, None, None]:
    ahead = [(root, name)]
    while ahead:
        folder, below = ahead.pop()
        if shunned is not None and _identity(Path(folder)) == shunned:
            left_out[RESULTS] += 1
            continue
        try:
            with os.scandir(folder) as listing:
                entries = sorted(listing, key=lambda entry: entry.name)
        except OSError:
            left_out[CLOSED] += 1
            continue
        folders = []
        for entry in entries:
            reason = _shunned(entry.name)
            if reason:
                left_out[reason] += 1
            elif entry.is_dir(follow_symlinks=False):
                folders.append((entry.path, os.path.join(below, entry.name)))
            elif (one := _file(entry, below, left_out)) is not None:
                yield one
        ahead += reversed(folders)


def _file(entry: os.DirEntry[str], below: str, left_out: Counter[str]) -> Found | None:
    try:
        status = entry.stat()
    except OSError:
        left_out[LINKS if entry.is_symlink() else MISSING] += 1
        return None
    if stat.S_ISDIR(status.st_mode):
        left_out[LINKS] += 1
    elif not stat.S_ISREG(status.st_mode):
        left_out[DEVICES] += 1
    elif not _may_be_scan(entry.name):
        left_out[OTHERS] += 1
    else:
        return Found(entry.path, below, _stamp(status))
    return None


def _shunned(name: str) -> str:
    if name.lower() in OF_THE_SYSTEM:
        return SYSTEM
    return HIDDEN if name.startswith(".") else ""


def _may_be_scan(name: str) -> bool:
    """By the suffix; a name without one, or with digits in its place, is how many archives name DICOM files."""
    suffix = os.path.splitext(name)[1].lower()
    return suffix in SUFFIXES or not suffix[1:].strip("0123456789")


def _stamp(status: os.stat_result) -> str:
    return f"{status.st_size}:{status.st_mtime_ns}"


def _identity(path: Path) -> tuple[int, int] | None:
    try:
        status = path.stat()
    except OSError:
        return None
    return status.st_dev, status.st_ino
