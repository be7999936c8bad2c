"""The window's program in the bundle."""

import os
import sys

from ussr_gui.__main__ import main

if __name__ == "__main__":
    for stream in ("stdout", "stderr"):
        if getattr(sys, stream) is None:  # a program without a console has none on Windows, and much code expects one
            setattr(sys, stream, open(os.devnull, "w", encoding="utf-8"))  # noqa: SIM115 - open as long as the program
    sys.exit(main())
