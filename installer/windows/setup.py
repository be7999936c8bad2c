"""The program that sets USSR up on Windows: made by NSIS, which runs on Linux too."""

from __future__ import annotations

import subprocess
from pathlib import Path

from installer.formats import suffixes
from ussr_engine import __version__

HERE = Path(__file__).resolve().parent
ROOT = HERE.parents[1]


def lists(payload: Path, work: Path) -> Path:
    """Files for the script: what to offer, and what to remove, the files of a folder before the folder."""
    work.mkdir(parents=True, exist_ok=True)
    offered = dict.fromkeys(f".{suffix.rpartition('.')[2]}" for suffix in suffixes() if suffix != ".nii.gz")
    lines = [f'!insertmacro ${{EACH}} "{suffix}"' for suffix in offered]
    (work / "suffixes.nsh").write_text("\n".join(lines) + "\n", encoding="utf-8")
    found = sorted(payload.rglob("*"), key=lambda path: (-len(path.parts), str(path)))
    removed = [_line("RMDir" if path.is_dir() else "Delete", path.relative_to(payload)) for path in found]
    (work / "removing.nsh").write_text("\n".join(removed) + "\n", encoding="utf-8")
    return work


def setup(payload: Path, out: Path, work: Path) -> Path:
    """Compile the script against the folder that PyInstaller has made on Windows, or any other.

    Raises
    ------
    FileNotFoundError
        Where there is no makensis.
    """
    target = out.resolve() / f"ussr-{__version__}-windows-x64-setup.exe"
    size = sum(path.stat().st_size for path in payload.rglob("*") if path.is_file())
    given = {
        "VERSION": __version__,
        "PAYLOAD": payload.resolve(),
        "KILOBYTES": size // 1024,
        "LISTS": lists(payload, work).resolve(),
        "ICON": ROOT / "resources" / "icons" / "ussr.ico",
        "LICENCE": ROOT / "LICENSE",
        "OUT": target,
    }
    defined = [f"-D{name}={value}" for name, value in given.items()]
    subprocess.run(["makensis", "-V2", "-WX", "-INPUTCHARSET", "UTF8", *defined, str(HERE / "ussr.nsi")], check=True)
    return target


def _line(what: str, path: Path) -> str:
    """An instruction for one file; NSIS takes a dollar for the begin of a name."""
    named = str(path).replace("/", "\\").replace("$", "$$")
    return f'{what} "$INSTDIR\\{named}"'
