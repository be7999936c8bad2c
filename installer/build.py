"""Build the program as people install it: one folder by PyInstaller, and what wraps it for this system.

    python -m pip install ".[installer]"
    python -m installer.build              everything that this system can have
    python -m installer.build folder deb   the folder and the Debian package alone

Linux has `deb` and `portable`, Windows `setup`, macOS `dmg`.  `setup` compiles on Linux too, where NSIS is installed,
against a folder named by --payload.  What is made lies in dist/.
"""

from __future__ import annotations

import argparse
import os
import site
import subprocess
import sys
import time
from collections.abc import Sequence
from pathlib import Path

from ussr_engine import __version__

HERE = Path(__file__).resolve().parent
ROOT = HERE.parent
OURS = {"linux": ("deb", "portable"), "win32": ("setup",), "darwin": ("dmg",)}
ALL = ("folder", "deb", "portable", "setup", "dmg")


def main(arguments: Sequence[str] | None = None) -> int:
    """Build what is asked for; exit status 0 done, 1 where something is missing or fails, with a sentence."""
    parser = argparse.ArgumentParser(
        prog="python -m installer.build", description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("what", nargs="*", metavar="WHAT", help=f"{', '.join(ALL)}; else all of this system")
    parser.add_argument("--out", type=Path, default=ROOT / "dist", metavar="DIR", help="where to leave it (dist)")
    parser.add_argument("--work", type=Path, default=ROOT / "build", metavar="DIR", help="for the way (build)")
    parser.add_argument("--payload", type=Path, metavar="DIR", help="wrap this folder instead of OUT/ussr")
    asked = parser.parse_args(arguments)
    wanted: list[str] = asked.what or ["folder", *OURS.get(sys.platform, ())]
    if strange := [name for name in wanted if name not in ALL]:
        parser.error(f"there is no {strange[0]}; choose among {', '.join(ALL)}")
    out, work = asked.out.resolve(), asked.work.resolve()
    out.mkdir(parents=True, exist_ok=True)
    payload = (asked.payload or out / "ussr").resolve()
    try:
        for name in wanted:
            begun = time.monotonic()
            made = built(name, payload, out, work)
            sys.stdout.write(f"{name}: {made}, {size(made) / 1e6:.0f} MB in {time.monotonic() - begun:.0f} s\n")
    except (OSError, RuntimeError, subprocess.CalledProcessError) as error:
        sys.stderr.write(f"{name} cannot be built: {error}\n")
        return 1
    return 0


def built(name: str, payload: Path, out: Path, work: Path) -> Path:
    """Build one of ``ALL``; gives the file or folder that was made."""
    if name == "folder":
        return folder(out, work)
    if not payload.is_dir():
        raise FileNotFoundError(f"there is no folder {payload}; build `folder` first, or name one by --payload")
    if name == "deb":
        from installer.linux.wrapping import deb

        return deb(payload, out, work)
    if name == "portable":
        from installer.linux.wrapping import portable

        return portable(payload, out)
    if name == "setup":
        from installer.windows.setup import setup

        return setup(payload, out, work / "windows")
    image = out / f"ussr-{__version__}-macos-arm64.dmg"
    subprocess.run([HERE / "macos" / "make_dmg.sh", out / "USSR.app", image], check=True)
    return image


def size(made: Path) -> int:
    """Bytes of a file, or of all files below a folder."""
    files = (path for path in [made, *made.rglob("*")] if path.is_file() and not path.is_symlink())
    return sum(path.stat().st_size for path in files)


def folder(out: Path, work: Path) -> Path:
    """Both programs in one folder, made by PyInstaller of what is installed, which must be what lies beside this file.

    Raises
    ------
    RuntimeError
        Where something else is installed.
    """
    if other := not_installed():
        raise RuntimeError(f'{other} is installed otherwise than it is here: python -m pip install ".[installer]"')
    work.mkdir(parents=True, exist_ok=True)
    command = [sys.executable, "-m", "PyInstaller", "--noconfirm", "--log-level", "WARN"]
    command += ["--distpath", str(out), "--workpath", str(work), str(HERE / "ussr.spec")]
    elsewhere = {name: value for name, value in os.environ.items() if name != "PYTHONPATH"}
    subprocess.run(command, check=True, cwd=work, env=elsewhere)
    return out / "ussr"


def not_installed() -> str:
    """The first module whose installed file is not the one beside this file; empty where all are."""
    places = {Path(place) for place in site.getsitepackages()}
    for path in sorted(one for package in ("ussr_engine", "ussr_gui") for one in (ROOT / package).rglob("*.py")):
        name = path.relative_to(ROOT)
        installed = next((place / name for place in places if (place / name).is_file()), None)
        if installed is None or installed.read_bytes() != path.read_bytes():
            return name.as_posix()
    return ""


if __name__ == "__main__":
    sys.exit(main())
