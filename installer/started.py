"""Where the bundle begins: one program under two names, the window's and the command line's."""

import os
import sys
from pathlib import Path

COMMAND_LINE = "ussr-engine"


def begin() -> None:
    """Go on with what the program was called by; the processes that it starts itself end in either."""
    for stream in ("stdout", "stderr"):
        if getattr(sys, stream) is None:  # a program without a console has none on Windows, and much code expects one
            setattr(sys, stream, open(os.devnull, "w", encoding="utf-8"))  # noqa: SIM115 - open as long as the program
    if sys.platform == "linux":
        give_back_the_libraries()
    if not any(os.environ.get(name) for name in ("LC_ALL", "LC_CTYPE", "LANG")):
        os.environ["LC_CTYPE"] = "C.UTF-8"  # Qt would say four lines about an environment without any
    if Path(sys.argv[0]).stem == COMMAND_LINE:
        from ussr_engine.__main__ import main as engine

        engine()
    from ussr_gui.__main__ import main

    sys.exit(main())


def give_back_the_libraries() -> None:
    """Let programs that are started for a person, as a reader of PDF, find the system's libraries and not ours.

    PyInstaller's starter names ours in the environment.  Our own processes are told to begin as if they were the first,
    so that it names them again.
    """
    before = os.environ.pop("LD_LIBRARY_PATH_ORIG", None)
    os.environ.pop("LD_LIBRARY_PATH", None)
    if before:
        os.environ["LD_LIBRARY_PATH"] = before
    os.environ["PYINSTALLER_RESET_ENVIRONMENT"] = "1"


if __name__ == "__main__":
    begin()
