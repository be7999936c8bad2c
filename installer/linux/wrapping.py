"""The Debian package, and the archive that runs from any folder."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import tarfile
from pathlib import Path

from ussr_engine import RESEARCH_USE, __version__

HERE = Path(__file__).resolve().parent
ICONS = HERE.parents[1] / "ussr_gui" / "icons", HERE.parents[1] / "resources" / "icons"
PROGRAMS = ("ussr", "ussr-engine")

LIBRARIES = (
    *("libgl1", "libegl1", "libxkbcommon0", "libfontconfig1", "libglib2.0-0 | libglib2.0-0t64", "libdbus-1-3"),
    *("libxcb-cursor0", "libxcb-icccm4", "libxcb-keysyms1", "libxkbcommon-x11-0", "libxcb-randr0"),
    *("libxcb-render-util0", "libxcb-shape0"),
)
"""What Qt needs of the system, for a window on an X11 or Wayland screen."""

README = """USSR {version}

Start the program by `./ussr`, the command line by `./ussr-engine --help`; `./ussr --self-test` says whether it works on
this computer. Nothing needs to be installed, and the folder may lie anywhere. To remove the program, remove the folder;
your runs and settings lie in your own folders (~/.local/share/ussr, ~/.config/ussr).

It needs Linux with glibc {glibc} or newer, and these libraries, which a desktop has already:
{libraries}.

The licences of everything in it: {licences}, or Help > About in the window.
{use}.
"""


def glibc(folder: Path) -> str:
    """The oldest glibc by which every library of a folder is content: "2.36"."""
    found = {(2, 17)}
    for path in folder.rglob("*"):
        if path.is_file() and not path.is_symlink():
            with path.open("rb") as file:
                content = file.read() if file.read(4) == b"\x7fELF" else b""
            found |= {(2, int(version)) for version in re.findall(rb"GLIBC_2\.(\d+)\0", content)}
    return ".".join(map(str, max(found)))


def portable(folder: Path, out: Path) -> Path:
    """The folder with a word on it, as one archive; zstd where there is one, else gzip."""
    name = f"ussr-{__version__}-linux-{_machine()}"
    says = README.format(
        version=__version__,
        glibc=glibc(folder),
        libraries=", ".join(package.partition(" ")[0] for package in LIBRARIES),
        licences="_internal/ussr_gui/licences",
        use=RESEARCH_USE,
    )
    (folder / "README.txt").write_text(says, encoding="utf-8")
    packer = shutil.which("zstd")
    target = out / f"{name}.tar.{'zst' if packer else 'gz'}"
    command = [packer, "-q", "-10", "-c"] if packer else ["gzip", "-6", "-c"]
    with target.open("wb") as file, subprocess.Popen(command, stdin=subprocess.PIPE, stdout=file) as packing:
        assert packing.stdin is not None
        with tarfile.open(fileobj=packing.stdin, mode="w|", format=tarfile.PAX_FORMAT) as archive:
            archive.add(folder, arcname=f"ussr-{__version__}", filter=_nobodys)
        packing.stdin.close()
    if packing.returncode:
        raise RuntimeError(f"{command[0]} ended with {packing.returncode}.")
    return target


def deb(folder: Path, out: Path, work: Path) -> Path:
    """The package: the folder in /opt/ussr, its programs in the path, and what a desktop wants to know."""
    root = work / "deb"
    shutil.rmtree(root, ignore_errors=True)
    program = root / "opt" / "ussr"
    program.parent.mkdir(parents=True)
    shutil.copytree(folder, program, symlinks=True, copy_function=_linked, ignore=shutil.ignore_patterns("README.txt"))
    share = root / "usr" / "share"
    drawing, picture = ICONS[0] / "ussr.svg", ICONS[1] / "ussr.png"
    for source, target in (
        (HERE / "ussr.desktop", share / "applications" / "ussr.desktop"),
        (HERE / "ussr.metainfo.xml", share / "metainfo" / "ussr.metainfo.xml"),
        (HERE / "ussr-mime.xml", share / "mime" / "packages" / "ussr.xml"),
        (drawing, share / "icons" / "hicolor" / "scalable" / "apps" / "ussr.svg"),
        (picture, share / "icons" / "hicolor" / "256x256" / "apps" / "ussr.png"),
    ):
        target.parent.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(source, target)
    licence = (HERE.parents[1] / "LICENSE").read_text(encoding="utf-8")
    others = "The licences of everything else in the package lie in /opt/ussr/_internal/ussr_gui/licences."
    terms = share / "doc" / "ussr" / "copyright"
    terms.parent.mkdir(parents=True)
    terms.write_text(f"{licence}\n{others}\n", encoding="utf-8")
    commands = root / "usr" / "bin"
    commands.mkdir()
    for name in PROGRAMS:
        (commands / name).symlink_to(f"/opt/ussr/{name}")
    (root / "DEBIAN").mkdir()
    (root / "DEBIAN" / "control").write_text(control(folder), encoding="utf-8")
    for path in [root, *root.rglob("*")]:
        if not path.is_symlink():
            path.chmod(0o755 if path.is_dir() or os.access(path, os.X_OK) else 0o644)
    target = out / f"ussr_{__version__}_{architecture()}.deb"
    subprocess.run(["dpkg-deb", "--root-owner-group", "-Zzstd", "-z12", "--build", str(root), str(target)], check=True)
    shutil.rmtree(root)
    return target


def control(folder: Path) -> str:
    """What the package says of itself."""
    size = sum(path.stat().st_size for path in folder.rglob("*") if path.is_file() and not path.is_symlink())
    return (
        (HERE / "control.in")
        .read_text(encoding="utf-8")
        .format(
            version=__version__,
            architecture=architecture(),
            kilobytes=size // 1024,
            depends=", ".join([f"libc6 (>= {glibc(folder)})", *LIBRARIES]),
        )
    )


def architecture() -> str:
    """Debian's name of this processor."""
    return {"x86_64": "amd64", "aarch64": "arm64"}.get(_machine(), _machine())


def _machine() -> str:
    return os.uname().machine


def _linked(source: str, target: str) -> None:
    """The same file under a second name: 800 MB need not be copied to be packed."""
    try:
        os.link(source, target)
    except OSError:
        shutil.copy2(source, target)


def _nobodys(entry: tarfile.TarInfo) -> tarfile.TarInfo:
    entry.uid = entry.gid = 0
    entry.uname = entry.gname = ""
    return entry
