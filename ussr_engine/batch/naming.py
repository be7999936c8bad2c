"""Names of results: by a template, safe on every system, never too long, and never the name of another."""

from __future__ import annotations

import hashlib
import os
import string
import unicodedata
from collections.abc import Mapping
from pathlib import Path

from ussr_engine.batch.items import Treatment
from ussr_engine.batch.search import SUFFIXES, Found
from ussr_engine.errors import BadRequest

FIELDS = ("name", "method", "scale", "seed")
LONGEST = 240
"""Bytes of a name: file systems take 255, and a number may have to be added."""
DEVICES = frozenset({"con", "prn", "aux", "nul", *(f"{port}{n}" for port in ("com", "lpt") for n in "123456789¹²³")})
"""Names that Windows keeps for itself, with any suffix."""
FORBIDDEN = '<>:"|?*'
"""Signs that no name may hold on Windows."""


def checked(template: str) -> str:
    """The template itself, if every name made by it can be one.

    Raises
    ------
    BadRequest
        For unknown fields, and for signs that would lead out of the folder.
    """
    remedy = f"Use {', '.join(f'{{{name}}}' for name in FIELDS)}."
    try:
        parts = list(string.Formatter().parse(template))
    except ValueError as error:
        raise BadRequest(f"The template {template!r} is not understood ({error}).", remedy) from None
    for words, name, form, conversion in parts:
        if any(sign in words for sign in "/\\") or not words.isprintable():
            raise BadRequest(f"The template {template!r} names a folder or holds signs that no name can.", remedy)
        if name is not None and (name not in FIELDS or form or conversion):
            raise BadRequest(f"The template {template!r} has a field {{{name}}} that is not known.", remedy)
    if not any(name == "name" for _, name, _, _ in parts):
        raise BadRequest(f"The template {template!r} lacks {{name}}: all results would have one name.", remedy)
    return template


def target(folder: Path, found: Found, treatment: Treatment, template: str) -> Path:
    """Where the result of a file goes: below ``folder`` as the file lies below the folder that was named."""
    base = os.path.basename(found.path)
    stem, suffix = os.path.splitext(base)
    values: Mapping[str, object] = {
        "name": stem if suffix.lower() in SUFFIXES else base,
        "method": treatment.method,
        "scale": treatment.scale,
        "seed": treatment.seed,
    }
    below = [safe(part) for part in Path(found.below).parts]
    return folder.joinpath(*below, fitted(safe(template.format(**values)), treatment.suffix))


def safe(name: str, windows: bool = os.name == "nt") -> str:
    """A name for a file or a folder that every system takes for a plain one.

    Signs that no file system takes become "_", on Windows those too that it forbids; a name that Windows keeps for
    a device gets a "_" in front; dots and spaces at its end, which Windows drops, become "_".
    """
    barred = f"/\\{FORBIDDEN}" if windows else "/"
    made = "".join("_" if sign in barred or ord(sign) < 32 or ord(sign) == 127 else sign for sign in name)
    ending = len(made) - len(made.rstrip(". "))
    made = made[: len(made) - ending] + "_" * ending
    if made.partition(".")[0].strip().lower() in DEVICES:
        made = f"_{made}"
    return made or "_"


def fitted(stem: str, suffix: str) -> str:
    """Stem and suffix; a stem that is too long is cut and ends with a mark of all of it."""
    if len(os.fsencode(stem + suffix)) <= LONGEST:
        return stem + suffix
    mark = hashlib.sha256(os.fsencode(stem)).hexdigest()[:8]
    while len(os.fsencode(f"{stem}~{mark}{suffix}")) > LONGEST:
        stem = stem[:-1]
    return f"{stem}~{mark}{suffix}"


def numbered(path: Path, number: int) -> Path:
    """The same path for the second, third... that wants it: "a-2.png"."""
    return path if number < 2 else path.with_name(f"{path.stem}-{number}{path.suffix}")


def claim(path: Path) -> bytes:
    """What two paths have in common that are one on some file system: without case, and accents composed."""
    return os.fsencode(unicodedata.normalize("NFC", str(path)).casefold())
