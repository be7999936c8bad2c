"""What is said when a file is not read or not written, and the engine itself could not say it."""

from __future__ import annotations

from pathlib import Path

from ussr_engine.events import OpenFailed, SaveFailed
from ussr_gui.records import ScanFile


def not_read(file: ScanFile) -> OpenFailed:
    """What to say of a file that was being read when the engine stopped."""
    words = f"The engine stopped while it was reading {file.name}."
    return OpenFailed(file.path, words, "Open the file again; if it happens twice, the file is damaged.")


def not_written(path: str) -> SaveFailed:
    """What to say of a file that was being written when the engine stopped."""
    return SaveFailed(path, f"The engine stopped while it was writing {Path(path).name}.", "Save the picture again.")


def not_overwritten(path: str) -> SaveFailed:
    """What to say when a scan that is open here would be lost."""
    words = f"{Path(path).name} is a scan that is open here; the program never writes over its input."
    return SaveFailed(path, words, "Choose another name.")
