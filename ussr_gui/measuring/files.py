"""Tables and plots written to files: all of a file or nothing."""

from __future__ import annotations

import csv
import io
from collections.abc import Sequence

from PySide6.QtCore import QByteArray, QIODevice, QSaveFile

from ussr_gui.language import tr

Lines = Sequence[Sequence[str]]


def as_csv(lines: Lines) -> str:
    """Comma-separated (RFC 4180)."""
    text = io.StringIO()
    csv.writer(text).writerows(lines)
    return text.getvalue()


def as_tsv(lines: Lines) -> str:
    """Tab-separated, as spreadsheets take it from the clipboard."""
    return "\n".join("\t".join(cell.replace("\t", " ") for cell in line) for line in lines)


def write(path: str, content: bytes) -> str:
    """Put a file in its place once all of it is on the disk; returns what went wrong, or nothing."""
    file = QSaveFile(path)
    if not file.open(QIODevice.OpenModeFlag.WriteOnly) or file.write(QByteArray(content)) != len(content):
        return tr("{path} cannot be written: {reason}. Choose another folder.").format(
            path=path, reason=file.errorString()
        )
    return (
        ""
        if file.commit()
        else tr("{path} cannot be written: {reason}. Choose another folder.").format(
            path=path, reason=file.errorString()
        )
    )
