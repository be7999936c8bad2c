"""A report of a problem: a few texts, and the one file that holds exactly these."""

from __future__ import annotations

import io
import json
import re
import zipfile
from collections.abc import Sequence
from dataclasses import dataclass

from ussr_engine import RESEARCH_USE, __version__
from ussr_gui.problems.crashes import STAMP, Fallen
from ussr_gui.problems.veil import Veil

MADE = (1980, 1, 1, 0, 0, 0)
"""Time of the files within: the same texts give the same bytes."""
HEAD = (
    f"USSR {__version__}, report of a problem. {RESEARCH_USE}.\n"
    "Names of files and folders, of the person and of the computer, and all that a file says of a patient are left out."
)
NOTHING_SAID = "(Nothing was written here.)"


@dataclass(frozen=True)
class Part:
    """One text of a report; ``name`` is its file's."""

    name: str
    text: str

    @property
    def content(self) -> bytes:
        """Its bytes in the file."""
        return (self.text.rstrip() + "\n").encode()


def said(words: str, veil: Veil) -> Part:
    """What the person says happened."""
    return Part("report.txt", f"{HEAD}\n\nWhat happened\n\n{veil.over(words.strip()) or NOTHING_SAID}")


def logged(lines: Sequence[str], veil: Veil) -> Part:
    """The log of this start."""
    return Part("log.txt", "\n".join(_veiled(lines, veil)) or "(No log was kept.)")


def fell(fallen: Sequence[Fallen], faults: Sequence[tuple[str, Sequence[str]]], veil: Veil) -> Part:
    """Starts that did not end as they should, and processes of this one that a signal ended."""
    told: list[str] = []
    if faults:
        told += ["In this start", *_faults(faults, veil), ""]
    for start in fallen:
        told += [f"Start of {_when(start.name)}, did not end as it should", *_faults(start.faults, veil)]
        if not start.faults:
            told.append("No process left a trace: it was ended from outside, or the power failed.")
        told += ["The end of its log:", *(f"  {line}" for line in _veiled(start.log, veil) or ["(none)"]), ""]
    return Part("crash.txt", "\n".join(told))


def as_json(name: str, record: object, veil: Veil) -> Part:
    """A record whose words are veiled."""
    return Part(name, json.dumps(veil.over_all(record), indent=2, ensure_ascii=False))


def in_one(parts: Sequence[Part]) -> str:
    """All texts below each other, for the clipboard."""
    return "\n".join(f"=== {part.name} ===\n{part.content.decode()}" for part in parts)


def packed(parts: Sequence[Part]) -> bytes:
    """A zip of the texts."""
    content = io.BytesIO()
    with zipfile.ZipFile(content, "w", zipfile.ZIP_DEFLATED) as archive:
        for part in parts:
            archive.writestr(zipfile.ZipInfo(part.name, MADE), part.content, zipfile.ZIP_DEFLATED)
    return content.getvalue()


def is_of(content: bytes, parts: Sequence[Part]) -> bool:
    """True where a file that was written holds these texts and no others."""
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            return [(name, archive.read(name)) for name in archive.namelist()] == [(p.name, p.content) for p in parts]
    except (zipfile.BadZipFile, OSError, ValueError):
        return False


def _veiled(lines: Sequence[str], veil: Veil) -> list[str]:
    """Lines of a log; their times stay."""
    ends = [stamp.end() if (stamp := STAMP.match(line)) else 0 for line in lines]
    told = veil.over("\n".join(line[end:] for line, end in zip(lines, ends, strict=True))).split("\n")
    return [line[:end] + words for line, end, words in zip(lines, ends, told, strict=True)] if lines else []


def _faults(faults: Sequence[tuple[str, Sequence[str]]], veil: Veil) -> list[str]:
    told = []
    for who, lines in faults:
        told += [f"The {who} process was ended by a signal:", *(f"  {veil.over(line)}" for line in lines)]
    return told


def _when(name: str) -> str:
    """Of the name of a start: 2026-11-26 14:18 UTC."""
    found = re.match(r"(\d{4})(\d\d)(\d\d)-(\d\d)(\d\d)", name)
    return "{}-{}-{} {}:{} UTC".format(*found.groups()) if found else "an unknown time"
