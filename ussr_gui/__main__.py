"""``ussr [SCAN...]``: opens the window.  The engine process imports this module again: nothing heavy here."""

from __future__ import annotations

import argparse
import multiprocessing
import os
import sys
from collections.abc import Sequence

from ussr_engine import RESEARCH_USE, __version__

NO_DISPLAY = (
    "There is no display to open a window on. Set DISPLAY, use `ussr --demo` for a picture of the window, "
    "or the command line: `ussr-engine --help`."
)


def main(arguments: Sequence[str] | None = None) -> int:
    """Open the window and return its exit code."""
    multiprocessing.freeze_support()
    parser = argparse.ArgumentParser(
        prog="ussr", description=f"Super-resolution of one ultrasound scan, learnt from it alone. {RESEARCH_USE}."
    )
    parser.add_argument("scans", nargs="*", metavar="SCAN", help="picture or DICOM file to open")
    parser.add_argument(
        "--demo",
        action="store_true",
        help="run the main job on the built-in phantom; without a display the window is saved as ussr-demo.png",
    )
    parser.add_argument(
        "--self-test",
        action="store_true",
        help="try out of sight whether opening, enlarging and saving work here; status 0 when they do, 1 when not",
    )
    parser.add_argument("--version", action="version", version=f"ussr {__version__}")
    asked = parser.parse_args(arguments)
    if asked.self_test:
        from ussr_gui.self_test import self_test

        return self_test()
    if not has_display():
        if not asked.demo:
            print(NO_DISPLAY, file=sys.stderr)  # noqa: T201 - there is nowhere else to say it
            return 2
        print("There is no display: the window is drawn off screen.", file=sys.stderr)  # noqa: T201
        os.environ["QT_QPA_PLATFORM"] = "offscreen"
        from ussr_gui.demo import picture

        return picture()
    from ussr_gui.app import run

    return run(asked.scans, demo=asked.demo)


def has_display() -> bool:
    """False only on a Linux machine without X, Wayland or a platform that was asked for."""
    if not sys.platform.startswith("linux"):
        return True
    return any(os.environ.get(name) for name in ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"))


if __name__ == "__main__":
    raise SystemExit(main())
