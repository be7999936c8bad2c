"""What is said when a file is not read or not written, and the engine itself could not say it."""

from __future__ import annotations

from pathlib import Path

from ussr_engine.events import OpenFailed, SaveFailed
from ussr_gui.language import tr
from ussr_gui.records import ScanFile


def not_read(file: ScanFile) -> OpenFailed:
    """What to say of a file that was being read when the engine stopped."""
    words = tr("The engine stopped while it was reading {name}.").format(name=file.name)
    return OpenFailed(file.path, words, tr("Open the file again; if it happens twice, the file is damaged."))


def not_written(path: str) -> SaveFailed:
    """What to say of a file that was being written when the engine stopped."""
    return SaveFailed(
        path,
        tr("The engine stopped while it was writing {name}.").format(name=Path(path).name),
        tr("Save the picture again."),
    )


def not_overwritten(path: str) -> SaveFailed:
    """What to say when a scan that is open here would be lost."""
    words = tr("{name} is a scan that is open here; the program never writes over its input.").format(
        name=Path(path).name
    )
    return SaveFailed(path, words, tr("Choose another name."))
