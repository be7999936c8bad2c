"""From folders to readable scans: every file is opened once, and what is no scan is told and left out."""

from __future__ import annotations

import hashlib
from collections.abc import Generator, Sequence
from functools import lru_cache
from pathlib import Path

from ussr_engine.benchmark.cells import Subject
from ussr_engine.benchmark.news import Skipped
from ussr_engine.errors import BadRequest, EngineError, UnreadableFile
from ussr_engine.files import read_scan
from ussr_engine.scan import Scan


def found(folders: Sequence[str], limit: int | None) -> Generator[Skipped, None, list[Subject]]:
    """Yield what had to be skipped; return the scans, folder by folder, sorted by name.

    A file stands for itself, in the group of its folder.  ``limit`` keeps the first readable scans of each folder.

    Raises
    ------
    BadRequest
        Where a folder is not there.
    UnreadableFile
        Where no scan is left.
    """
    subjects: dict[tuple[str, str], Subject] = {}
    groups = _groups([Path(folder) for folder in folders])
    for group, paths in groups:
        taken = 0
        for path in paths:
            if limit is not None and taken == limit:
                break
            try:
                subject = Subject(group, path.name, str(path.absolute()), _digest(path))
                _read(subject.path, subject.digest)
            except (EngineError, OSError) as error:
                yield Skipped(str(path), str(error))
                continue
            taken += 1
            subjects[group, path.name] = subject
    if not subjects:
        raise UnreadableFile(f"No scan in {', '.join(folders)} could be read.", "Name a folder of PNG or DICOM files.")
    return list(subjects.values())


def loaded(subject: Subject) -> Scan:
    """The scan of a subject.

    Raises
    ------
    UnreadableFile
        Where it is gone, or no longer what it was when the benchmark began.
    """
    return _read(subject.path, subject.digest)


@lru_cache(maxsize=4)
def _read(path: str, digest: str) -> Scan:
    scan = read_scan(path)
    if _digest(Path(path)) != digest:
        raise UnreadableFile(f"{Path(path).name} was changed while the benchmark ran.", "Start the benchmark again.")
    return scan


def _digest(path: Path) -> str:
    try:
        with path.open("rb") as file:
            return hashlib.file_digest(file, "sha256").hexdigest()
    except OSError as error:
        raise UnreadableFile(f"{path.name} could not be read: {error.strerror}.") from error


def _groups(paths: list[Path]) -> list[tuple[str, list[Path]]]:
    """Group name and files of every folder; folders of one name are told apart by their parents."""
    for path in paths:
        if not path.exists():
            raise BadRequest(f"There is no folder {path}.", "Name folders of scans, or single files.")
    homes = [path.absolute() if path.is_dir() else path.absolute().parent for path in paths]
    names = {home: home.name or "scans" for home in homes}
    for home in names:
        if sum(other.name == home.name for other in names) > 1:
            names[home] = "/".join(home.parts[-2:])
    groups: dict[str, list[Path]] = {}
    for path, home in zip(paths, homes, strict=True):
        files = sorted(file for file in path.iterdir() if file.is_file()) if path.is_dir() else [path]
        visible = [file for file in files if not file.name.startswith(".")]
        groups.setdefault(names[home], []).extend(visible)
    return list(groups.items())
