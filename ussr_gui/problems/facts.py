"""Versions, system, devices and screens: what a report tells of the computer, and never its name."""

from __future__ import annotations

import os
import platform
import sys
from collections.abc import Iterator, Mapping
from importlib.metadata import PackageNotFoundError, version

import PySide6
from PySide6.QtCore import QLocale, qVersion
from PySide6.QtGui import QGuiApplication

from ussr_engine import __version__
from ussr_engine.events import Catalogued

LIBRARIES = (
    *(
        "torch",
        "torchvision",
        "numpy",
        "scipy",
        "scikit-image",
        "PyWavelets",
        "lpips",
        "pyqtgraph",
        "PySide6-Essentials",
    ),
    *("pydicom", "pylibjpeg", "pylibjpeg-openjpeg", "pylibjpeg-rle", "pyjpegls", "imagecodecs", "nibabel", "pillow"),
    *(
        "tifffile",
        "opencv-python-headless",
        "safetensors",
        "platformdirs",
        "packaging",
        "rich",
        "markdown-it-py",
        "lucide",
    ),
)
"""What the program rests on, by the names of the packages."""


def facts(catalogue: Catalogued | None, ui_scale: int, told: Mapping[str, str]) -> str:
    """Lines of a name and a value; ``told`` is what only the window knows."""
    groups = {
        "Program": _program(),
        "System": _system(),
        "Devices": _devices(catalogue),
        "Screens": _screens(ui_scale),
        "Window": told.items(),
        "Libraries": ((name, _version(name)) for name in LIBRARIES),
    }
    return "\n\n".join(
        "\n".join([title, *(f"  {name}: {value}" for name, value in group)]) for title, group in groups.items()
    )


def _program() -> Iterator[tuple[str, str]]:
    yield "USSR", __version__
    yield "Installed as", "one bundle" if getattr(sys, "frozen", False) else "Python package"
    yield "Python", f"{platform.python_implementation()} {platform.python_version()}, {platform.architecture()[0]}"
    yield "Qt", f"{qVersion()}, PySide6 {PySide6.__version__}"


def _system() -> Iterator[tuple[str, str]]:
    yield "System", f"{platform.system()} {platform.release()}"
    yield "Version", platform.version()
    yield "Machine", platform.machine()
    yield "Processor cores", str(os.cpu_count())
    if hasattr(os, "sysconf") and "SC_PHYS_PAGES" in os.sysconf_names:
        yield "Memory", f"{os.sysconf('SC_PHYS_PAGES') * os.sysconf('SC_PAGE_SIZE') / 2**30:.0f} GB"
    yield "Language", QLocale.system().name()


def _devices(catalogue: Catalogued | None) -> Iterator[tuple[str, str]]:
    if catalogue is None:
        yield "Engine", "has not told its devices"
        return
    yield from catalogue.devices
    yield "Chosen", catalogue.device
    yield "LPIPS", catalogue.lpips_reason or "available"


def _screens(ui_scale: int) -> Iterator[tuple[str, str]]:
    yield "Platform", QGuiApplication.platformName()
    yield "Size of words", f"{ui_scale} %"
    for number, screen in enumerate(QGuiApplication.screens(), 1):
        size = screen.size()
        dots = f"{screen.logicalDotsPerInch():.0f} dots per inch"
        yield f"Screen {number}", f"{size.width()} × {size.height()} at {100 * screen.devicePixelRatio():.0f} %, {dots}"


def _version(name: str) -> str:
    try:
        return version(name)
    except PackageNotFoundError:
        return "not found"
