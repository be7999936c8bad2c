"""The command that says what of the environment is missing, and how to get it."""

from __future__ import annotations

import ctypes
import dataclasses
import importlib.metadata
import os
import platform
import shutil
import sys
import tempfile
from argparse import Namespace
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from ussr_engine.cli.files import show

if TYPE_CHECKING:  # the doctor speaks also where this is missing
    from packaging.requirements import Requirement

QT_LIBRARIES = {
    "libGL.so.1": "libgl1",
    "libEGL.so.1": "libegl1",
    "libxkbcommon.so.0": "libxkbcommon0",
    "libfontconfig.so.1": "libfontconfig1",
    "libglib-2.0.so.0": "libglib2.0-0",
    "libdbus-1.so.3": "libdbus-1-3",
}
"""What Qt needs on Linux even without a screen, and the Debian packages that hold it."""
XCB_LIBRARIES = {
    "libxcb-cursor.so.0": "libxcb-cursor0",
    "libxcb-icccm.so.4": "libxcb-icccm4",
    "libxcb-keysyms.so.1": "libxcb-keysyms1",
    "libxkbcommon-x11.so.0": "libxkbcommon-x11-0",
    "libxcb-randr.so.0": "libxcb-randr0",
    "libxcb-render-util.so.0": "libxcb-render-util0",
    "libxcb-shape.so.0": "libxcb-shape0",
}
"""What Qt needs besides on an X11 screen."""
WINDOW = {"PySide6-Essentials": "the window", "pyqtgraph": "the window's pictures and curves"}
"""Without these the command line works."""
ROOM = 2 * 2**30
"""Bytes of free disk below which runs may not be kept."""


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing looked at; where it is not ``needed`` the program runs without."""

    what: str
    ok: bool
    says: str
    remedy: str = ""
    needed: bool = True


def report(asked: Namespace) -> int:
    """Print every finding; status 4 when something needed is missing."""
    findings = list(look())
    if asked.json:
        show([dataclasses.asdict(finding) for finding in findings])
    else:
        for finding in findings:
            mark = "ok     " if finding.ok else "MISSING" if finding.needed else "without"
            sys.stdout.write(f"{mark}  {finding.what}: {finding.says}\n")
            if finding.remedy and not finding.ok:
                sys.stdout.write(f"         {finding.remedy}\n")
    return 0 if all(finding.ok or not finding.needed for finding in findings) else 4


def look() -> Iterator[Finding]:
    """Everything that the program rests on."""
    version = platform.python_version()
    yield Finding("Python", (3, 11) <= sys.version_info < (3, 14), version, "Install Python 3.11, 3.12 or 3.13.")
    yield _torch()
    yield from _packages()
    if sys.platform.startswith("linux"):
        yield _libraries("Qt", QT_LIBRARIES, needed=True)
        yield _libraries("Qt on an X11 screen", XCB_LIBRARIES, needed=False)
        shown = bool(os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY"))
        says = "found" if shown else "none: the window cannot open here; `ussr --demo` and this command line work"
        yield Finding("Screen", shown, says, "Log in to a desktop, or use ssh -X.", needed=False)
    yield _weights()
    yield _disk()


def _torch() -> Finding:
    try:
        import torch

        from ussr_engine.device import available

        devices = "; ".join(words for _, words in available())
        return Finding("torch", True, f"{torch.__version__}, computes on {devices}")
    except Exception as error:  # whatever keeps torch from loading is the finding
        return Finding("torch", False, f"does not load ({error})", "Run: python -m pip install 'torch~=2.13.0'")


def _packages() -> Iterator[Finding]:
    """Those of the window one by one, and whatever else is missing or of a version that does not fit."""
    try:
        wanted = _wanted()
    except ModuleNotFoundError as error:  # a package that is not installed is among these, too
        yield Finding("Packages", False, f"{error.name} is not installed", "Run: python -m pip install .")
        wanted = {}
    for name, serves in WINDOW.items():
        yield _package(name, wanted.pop(name, None), f"; {serves} needs it")
    for name, one in wanted.items():
        if not (found := _package(name, one)).ok:
            yield found
    if wanted:
        yield Finding("Packages", True, f"{len(wanted)} more looked at")


def _wanted() -> dict[str, Requirement]:
    """What the installed program says that it rests on; a bundle holds all of it and is not asked."""
    if getattr(sys, "frozen", False):
        return {}
    from packaging.requirements import Requirement

    lines = [Requirement(line) for line in importlib.metadata.requires("ussr") or ()]
    return {one.name: one for one in lines if one.marker is None or one.marker.evaluate({"extra": ""})}


def _package(name: str, wanted: Requirement | None, serves: str = "") -> Finding:
    remedy = f"Run: python -m pip install '{wanted or name}'"
    try:
        version = importlib.metadata.version(name)
    except importlib.metadata.PackageNotFoundError:
        return Finding(name, False, f"not installed{serves}", remedy)
    if wanted and not wanted.specifier.contains(version, prereleases=True):
        return Finding(name, False, f"{version} is installed; {wanted.specifier} is needed", remedy)
    return Finding(name, True, version)


def _libraries(what: str, libraries: dict[str, str], needed: bool) -> Finding:
    missing = []
    for library, package in libraries.items():
        try:
            ctypes.CDLL(library)
        except OSError:
            missing.append(package)
    says = f"lacks {', '.join(missing)}" if missing else "system libraries found"
    return Finding(what, not missing, says, f"On Debian or Ubuntu: sudo apt-get install {' '.join(missing)}", needed)


def _weights() -> Finding:
    try:
        from ussr_engine.perceptual import available, perceptual_weights_folder
    except Exception as error:  # torch or another package does not load, which is a finding of its own
        return Finding("LPIPS", False, f"does not load ({error})", needed=False)
    reason = available()
    says = f"AlexNet found in {perceptual_weights_folder()}" if not reason else "PSNR and SSIM only"
    return Finding("LPIPS", not reason, says, reason, needed=False)


def _disk() -> Finding:
    place = Path(tempfile.gettempdir())
    free = shutil.disk_usage(Path.home() if Path.home().is_dir() else place).free
    return Finding(
        "Disk", free > ROOM, f"{free / 2**30:.0f} GB free", "Free some space: runs are kept there.", needed=False
    )
